import { sql } from "kysely";
import { dayInChina } from "../../kernel/clock.ts";
import type { Context, Tx } from "../../store/index.ts";
import { activeHolds } from "../holding/read.ts";
import type { PaymentOrder } from "../model.ts";
import "../tables.ts";
import type { Around } from "./findings.ts";
import type { CheckRule } from "./rules.ts";

const DAY_MS = 86_400_000;

/** The first moment, in China, of the stretch of calendar days that ends with the day of `at`. */
export const stretchFrom = (at: Date, days: number): Date =>
  new Date(new Date(`${dayInChina(at)}T00:00:00+08:00`).getTime() - (days - 1) * DAY_MS);

const daysOf = (rules: readonly CheckRule[], check: CheckRule["check"]): number | null =>
  rules.find((rule) => rule.check === check)?.days ?? null;

/** Live orders of the same payee and amount, of the same case or a shared policy, older first. */
const twinsOf = async (
  tx: Tx,
  { terms, prepared }: PaymentOrder,
  days: number | null,
): Promise<Around["twins"]> => {
  if (days === null) return [];
  const rows = await tx
    .selectFrom("payment_order")
    .select(["number", "case_id", "lines", "prepared_at"])
    .where("payee_party_id", "=", terms.payee.partyId)
    .where("amount", "=", terms.amount)
    .where("payment_id", "<>", terms.paymentId)
    .where("status", "in", ["pending", "approved", "sent", "settled"])
    .where("prepared_at", ">=", stretchFrom(prepared.at, days))
    .orderBy("prepared_at")
    .execute();
  const policies = new Set<string>(terms.lines.map(({ policyId }) => policyId));
  return rows
    .filter((row) => row.case_id === terms.caseId || row.lines.some(({ policyId }) => policies.has(policyId)))
    .map((row) => ({ number: row.number, day: dayInChina(row.prepared_at) }));
};

/** The account used before this one, where this one is new to the payee. Compared by blind index; nothing is opened. */
const formerAccountOf = async (
  tx: Tx,
  { terms, prepared }: PaymentOrder,
  days: number | null,
): Promise<Around["formerAccount"]> => {
  if (days === null) return null;
  const { partyId, paymentId, payee } = terms;
  const { rows } = await sql<{ account_masked: string; bank: string; prepared_at: Date }>`
    with own as (
      select account_blind from payment_order
      where party_id = ${partyId}::uuid and payment_id = ${paymentId}::uuid
    ), first_use as (
      select min(o.prepared_at) as at from payment_order o, own
      where o.payee_party_id = ${payee.partyId}::uuid and o.account_blind = own.account_blind
    )
    select o.account_masked, o.bank, o.prepared_at
    from payment_order o, own, first_use
    where o.payee_party_id = ${payee.partyId}::uuid
      and o.account_blind <> own.account_blind
      and o.prepared_at < first_use.at
      and first_use.at >= ${stretchFrom(prepared.at, days)}
    order by o.prepared_at desc
    limit 1`.execute(tx);
  const [row] = rows;
  return row ? { masked: row.account_masked, bank: row.bank, day: dayInChina(row.prepared_at) } : null;
};

/** Reads what the checks before payment look at. */
export const gatherAround = async (
  { tx }: Pick<Context, "tx">,
  order: PaymentOrder,
  rules: readonly CheckRule[],
): Promise<Around> => ({
  holds: await activeHolds(tx, [order.terms.partyId, order.terms.payee.partyId]),
  twins: await twinsOf(tx, order, daysOf(rules, "duplicate")),
  formerAccount: await formerAccountOf(tx, order, daysOf(rules, "new-account")),
});
