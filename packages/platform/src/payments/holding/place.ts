import { sql } from "kysely";
import { record } from "../../access/index.ts";
import { HoldId, PartyId, PaymentId } from "../../kernel/ids.ts";
import { isRefusal, orRefuse, Refused, refuse } from "../../kernel/refusal.ts";
import type { Context, Tx } from "../../store/index.ts";
import { lockOrders } from "../batches.ts";
import { decide } from "../decide.ts";
import type { PaymentOrder } from "../model.ts";
import { actingPerson } from "../people.ts";
import { writeStep } from "../streams.ts";
import { activeHolds, type Hold, lockHold } from "./read.ts";

/** What a hold found: the orders it stopped, and those that were already on their way. */
export interface Held {
  readonly hold: Hold;
  readonly stopped: readonly PaymentOrder[];
  readonly gone: readonly string[];
}

/** Holds and preparing meet in the party's row: of an order that is written and a hold that is placed, one sees the other. */
const lockParty = async (tx: Tx, partyId: PartyId, mode: "for update" | "for share"): Promise<boolean> => {
  const lock = mode === "for update" ? sql`for update` : sql`for share`;
  const { rows } = await sql`select 1 from party where party_id = ${partyId}::uuid ${lock}`.execute(tx);
  return rows.length > 0;
};

/** Orders of a party's cases, or to the party, that the bank has not answered for. */
const openOrders = async (tx: Tx, partyId: PartyId) => {
  const rows = await tx
    .selectFrom("payment_order")
    .select(["party_id", "payment_id"])
    .where((eb) => eb.or([eb("party_id", "=", partyId), eb("payee_party_id", "=", partyId)]))
    .where("status", "in", ["pending", "approved", "sent"])
    .execute();
  return rows.map((row) => ({
    partyId: PartyId.parse(row.party_id),
    paymentId: PaymentId.parse(row.payment_id),
  }));
};

const nobody = (partyId: PartyId): Refused =>
  new Refused(
    refuse(
      "missing",
      "payments.hold-nobody",
      { zh: "没有这个当事人。", en: "There is no such party." },
      { partyId },
    ),
  );

const stop = async (context: Context, holdId: HoldId, partyId: PartyId, reason: string) => {
  const stopped: PaymentOrder[] = [];
  const gone: string[] = [];
  const stamp = { by: actingPerson(context), at: context.clock.now() };
  for (const order of await lockOrders(context, await openOrders(context.tx, partyId))) {
    const event = decide({ type: "hold", ...stamp, holdId, reason }, order);
    // What has gone to the bank cannot be held here; the person is told which, and asks the bank.
    if (isRefusal(event)) gone.push(order.terms.number);
    else if (event.type === "held") stopped.push(await writeStep(context, order, event));
  }
  return { stopped, gone };
};

/**
 * 止付: from now on nothing is approved or sent that goes to this party or comes from its cases. An order that a sending holds
 * at this moment is waited for, and told as gone. @throws Refused `payments.hold-nobody`
 */
export const placeHold = async (
  context: Context,
  { partyId, reason }: { readonly partyId: PartyId; readonly reason: string },
): Promise<Held> => {
  if (!(await lockParty(context.tx, partyId, "for update"))) throw nobody(partyId);
  const holdId = HoldId.parse(context.newId());
  const by = actingPerson(context);
  await context.tx
    .insertInto("payment_hold")
    .values({
      party_id: partyId,
      hold_id: holdId,
      institution_id: context.actor.institutionId,
      reason,
      placed_by: by.staffId,
      placed_by_name: by.name,
      placed_at: context.clock.now(),
      lifted_by: null,
      lifted_by_name: null,
      lifted_at: null,
      lifted_reason: null,
    })
    .execute();
  const { stopped, gone } = await stop(context, holdId, partyId, reason);
  await record(context, {
    action: "payments.hold",
    subject: { kind: "hold", id: holdId },
    partyId,
    detail: { reason, stopped: stopped.map(({ terms }) => terms.number), gone },
  });
  const hold = (await activeHolds(context.tx, [partyId])).find((one) => one.holdId === holdId);
  if (!hold) throw new Error("payments: a hold just placed cannot be read");
  return { hold, stopped, gone };
};

/** Puts the holds that stand already on an order just prepared. */
export const holdNewOrder = async (context: Context, order: PaymentOrder): Promise<PaymentOrder> => {
  const { partyId, payee } = order.terms;
  const parties = [...new Set([partyId, payee.partyId])].sort();
  for (const one of parties) await lockParty(context.tx, one, "for share");
  let held = order;
  for (const { holdId, reason } of await activeHolds(context.tx, parties)) {
    const stamp = { by: actingPerson(context), at: context.clock.now() };
    const event = orRefuse(decide({ type: "hold", ...stamp, holdId, reason }, held));
    if (event.type === "held") held = await writeStep(context, held, event);
  }
  return held;
};

const notLiftable = (code: string, zh: string, en: string, holdId: HoldId): Refused =>
  new Refused(
    refuse(code === "missing" ? "missing" : "conflict", `payments.hold-${code}`, { zh, en }, { holdId }),
  );

const liftable = (hold: Hold | null, holdId: HoldId, { actor }: Context): Hold => {
  if (!hold) throw notLiftable("missing", "没有这项止付。", "There is no such hold.", holdId);
  if (hold.lifted)
    throw notLiftable(
      "lifted",
      `这项止付已由${hold.lifted.by}解除。`,
      `${hold.lifted.by} has lifted this hold already.`,
      holdId,
    );
  if (actor.kind !== "staff" || actor.staffId === hold.byId)
    throw new Refused(
      refuse(
        "forbidden",
        "payments.hold-four-eyes",
        { zh: "这项止付由您设置，须由另一人解除。", en: "You placed this hold; another person lifts it." },
        { holdId, placedBy: hold.by },
      ),
    );
  return hold;
};

/**
 * 解除止付, by another person than the one who placed it, with a reason. Orders under no other hold go on from where they were.
 * @throws Refused `payments.hold-missing`, `.hold-lifted`, `.hold-four-eyes`
 */
export const liftHold = async (
  context: Context,
  { holdId, reason }: { readonly holdId: HoldId; readonly reason: string },
): Promise<{ readonly released: number }> => {
  const hold = liftable(await lockHold(context.tx, holdId), holdId, context);
  const by = actingPerson(context);
  const at = context.clock.now();
  await context.tx
    .updateTable("payment_hold")
    .set({ lifted_by: by.staffId, lifted_by_name: by.name, lifted_at: at, lifted_reason: reason })
    .where("party_id", "=", hold.partyId)
    .where("hold_id", "=", holdId)
    .execute();
  let released = 0;
  for (const order of await lockOrders(context, await openOrders(context.tx, hold.partyId))) {
    if (!order.holds.includes(holdId)) continue;
    const event = orRefuse(decide({ type: "release", by, at, holdId }, order));
    if (event.type === "released") await writeStep(context, order, event);
    released += 1;
  }
  await record(context, {
    action: "payments.lift-hold",
    subject: { kind: "hold", id: holdId },
    partyId: hold.partyId,
    detail: { reason, released },
  });
  return { released };
};
