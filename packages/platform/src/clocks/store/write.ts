import type { PartyId } from "../../kernel/ids.ts";
import type { Context } from "../../store/index.ts";
import type { Clock } from "../model/clock.ts";
import { dayOf } from "../model/days.ts";
import type { ClockKind } from "../model/kinds.ts";
import { lawNames } from "../model/words.ts";
import type { ClockTable } from "./tables.ts";

/** What clocks are about, as lists, calendars and alerts name it. */
export interface ClockSubject {
  readonly partyId: PartyId;
  readonly kind: ClockKind;
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly handler: { readonly id: string; readonly name: string } | null;
}

/** A clock that is overdue or running out is kept as running: what it is today follows from its day. */
const storedState = ({ state }: Clock): ClockTable["state"] =>
  state === "warning" || state === "breached" ? "running" : state;

const rowOf = (subject: ClockSubject, institutionId: string, clock: Clock): ClockTable => ({
  party_id: subject.partyId,
  subject_kind: subject.kind,
  subject_id: subject.id,
  family: clock.family,
  clause: clock.clause,
  institution_id: institutionId,
  terms_id: clock.terms,
  lane: clock.lane,
  law: lawNames(clock.law),
  subject_number: subject.number,
  subject_title: subject.title,
  handler_id: subject.handler?.id ?? null,
  handler_name: subject.handler?.name ?? null,
  from_on: clock.from === null ? null : dayOf(clock.from),
  due: clock.due === null ? null : dayOf(clock.due),
  due_at: clock.due !== null && clock.due.length > 10 ? new Date(clock.due) : null,
  act_by: clock.actBy,
  warn_on: clock.warnOn,
  done_at: clock.done === null ? null : new Date(clock.done),
  state: storedState(clock),
});

/** Writes a subject's clocks as of its last event, in the caller's transaction; those that it no longer has are taken away. */
export const writeClocks = async (
  { tx, actor }: Context,
  subject: ClockSubject,
  clocks: readonly Clock[],
): Promise<void> => {
  await tx
    .deleteFrom("clock")
    .where("party_id", "=", subject.partyId)
    .where("subject_kind", "=", subject.kind)
    .where("subject_id", "=", subject.id)
    .execute();
  await writeNewClocks({ tx, actor }, [{ subject, clocks }]);
};

/** The clocks of subjects that have none yet, in one statement. */
export const writeNewClocks = async (
  { tx, actor }: Pick<Context, "tx" | "actor">,
  given: readonly { readonly subject: ClockSubject; readonly clocks: readonly Clock[] }[],
): Promise<void> => {
  const rows = given.flatMap(({ subject, clocks }) =>
    clocks.map((clock) => rowOf(subject, actor.institutionId, clock)),
  );
  if (rows.length > 0) await tx.insertInto("clock").values(rows).execute();
};
