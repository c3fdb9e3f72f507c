import { type ClockSubject, writeClocks, writeNewClocks } from "../clocks/index.ts";
import type { Cents } from "../kernel/money.ts";
import type { Context, StaffActor, SystemActor } from "../store/index.ts";
import type { CaseKey, CaseRow } from "./model.ts";
import { changed } from "./refusals.ts";
import "./tables.ts";

export interface Append extends CaseKey {
  readonly kind: "claim";
  /** The version that the writer saw; 0 opens a case. */
  readonly expected: number;
  readonly events: readonly { readonly type: string; readonly data: object }[];
  /** What the events fold to, all of them. */
  readonly state: object;
  readonly row: CaseRow;
}

/**
 * Appends events and writes the row they fold to, in the caller's transaction. The row is locked first, so of two who saw
 * the same version one writes and the other is refused.
 * @throws Refused `cases.changed`
 */
export const append = async (context: Context, input: Append): Promise<number> => {
  const version = input.expected + input.events.length;
  if (input.expected === 0) await insertState(context, input);
  else await updateState(context, input, version);
  await insertEvents(context, input);
  await writeClocks(context, subjectOf(input), input.row.clocks);
  return version;
};

const columns = ({ row, state }: Append, version: number, at: Date) => ({
  number: row.number,
  title: row.title,
  status: row.status,
  version,
  subject_name: row.subjectName,
  handler_id: row.handler?.id ?? null,
  handler_name: row.handler?.name ?? null,
  opened_at: row.openedAt,
  least_cents: row.least as bigint,
  most_cents: row.most as Cents | null,
  ordered_cents: row.ordered as bigint,
  available_cents: row.available as bigint,
  paid_cents: row.paid as bigint,
  settled: row.settled,
  asks: [...row.asks],
  ask_text: row.askText,
  next_do: row.nextDo,
  notice_sent_at: row.noticeSentAt,
  decided_at: row.decidedAt,
  paid_at: row.paidAt,
  state: JSON.stringify(state),
  changed_at: at,
});

/** What the case's clocks are about, as lists and calendars name it. */
const subjectOf = ({ kind, partyId, caseId, row }: Append): ClockSubject => ({
  kind,
  partyId,
  id: caseId,
  number: row.number,
  title: row.title,
  handler: row.handler,
});

const stateRow = (context: Context, input: Append) => ({
  party_id: input.partyId,
  case_id: input.caseId,
  institution_id: context.actor.institutionId,
  kind: input.kind,
  ...columns(input, input.expected + input.events.length, context.clock.now()),
});

/** A statement takes 65,535 values; a case has some three hundred, with its events. */
const CASES_A_STATEMENT = 100;

/** Opens many cases that are new (`expected` 0), in a few statements. An id that is taken already is a fault, and ends it all. */
export const appendNew = async (context: Context, inputs: readonly Append[]): Promise<void> => {
  if (inputs.some(({ expected }) => expected !== 0)) throw new Error("cases: these are not all new");
  for (let from = 0; from < inputs.length; from += CASES_A_STATEMENT) {
    const some = inputs.slice(from, from + CASES_A_STATEMENT);
    await context.tx
      .insertInto("case_state")
      .values(some.map((input) => stateRow(context, input)))
      .execute();
    const events = some.flatMap((input) => eventRows(context, input));
    if (events.length > 0) await context.tx.insertInto("case_event").values(events).execute();
    await writeNewClocks(
      context,
      some.map((input) => ({ subject: subjectOf(input), clocks: input.row.clocks })),
    );
  }
};

const insertState = async (context: Context, input: Append): Promise<void> => {
  const inserted = await context.tx
    .insertInto("case_state")
    .values(stateRow(context, input))
    .onConflict((conflict) => conflict.columns(["party_id", "case_id"]).doNothing())
    .executeTakeFirst();
  if (inserted.numInsertedOrUpdatedRows !== 1n) throw changed(0, null);
};

const updateState = async (context: Context, input: Append, version: number): Promise<void> => {
  const updated = await context.tx
    .updateTable("case_state")
    .set(columns(input, version, context.clock.now()))
    .where("party_id", "=", input.partyId)
    .where("case_id", "=", input.caseId)
    .where("version", "=", input.expected)
    .executeTakeFirst();
  if (updated.numUpdatedRows === 1n) return;
  const found = await context.tx
    .selectFrom("case_state")
    .select("version")
    .where("party_id", "=", input.partyId)
    .where("case_id", "=", input.caseId)
    .executeTakeFirst();
  throw changed(input.expected, found?.version ?? null);
};

const actorId = (actor: StaffActor | SystemActor): string | null =>
  actor.kind === "staff" ? actor.staffId : null;

const eventRows = ({ actor, clock }: Context, input: Append) =>
  input.events.map(({ type, data }, at) => ({
    party_id: input.partyId,
    case_id: input.caseId,
    version: input.expected + at + 1,
    institution_id: actor.institutionId,
    type,
    data: JSON.stringify(data),
    at: clock.now(),
    actor_kind: actor.kind,
    actor_id: actorId(actor),
    actor_name: actor.name,
  }));

const insertEvents = async (context: Context, input: Append): Promise<void> => {
  if (input.events.length === 0) return;
  await context.tx.insertInto("case_event").values(eventRows(context, input)).execute();
};
