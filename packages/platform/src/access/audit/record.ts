import type { PartyId } from "../../kernel/ids.ts";
import type { Actor, Context } from "../../store/index.ts";
import { refuseRecused } from "../held/recused.ts";
import "../tables.ts";
import "./tables.ts";

export interface AuditNote {
  /** `capability.what`, for example `people.reveal` */
  readonly action: string;
  /** What it was done to, for example `{ kind: "case", id: caseId }`. */
  readonly subject: { readonly kind: string; readonly id: string };
  /** Whose records; left out where no party's were touched. The party sees what is noted under its id. */
  readonly partyId?: PartyId;
  readonly purpose?: string;
  /** No personal data in the clear. */
  readonly detail?: Readonly<Record<string, unknown>>;
}

/**
 * Notes in the same transaction what was done or looked at (留痕). The table takes no change and no deletion; the note
 * waits to be put into the institution's chain (`seal.ts`). @throws Refused `access.recused` for one who is recused from it
 */
export const record = <A extends Actor>(context: Context<A>, note: AuditNote): Promise<void> =>
  recordAll(context, [note]);

/** A statement takes 65,535 values; a note has twelve, and three more for its place in the queue. */
const NOTES_A_STATEMENT = 1000;

/** The same for many notes, in a few statements. */
export const recordAll = async <A extends Actor>(
  context: Context<A>,
  notes: readonly AuditNote[],
): Promise<void> => {
  await refuseRecused(
    context.tx,
    context.actor,
    notes.map(({ partyId, subject, detail }) => ({ partyId, subjectId: subject.id, caseId: detail?.caseId })),
  );
  for (let from = 0; from < notes.length; from += NOTES_A_STATEMENT)
    await write(
      context,
      notes.slice(from, from + NOTES_A_STATEMENT).map((note) => entryOf(context, note)),
    );
};

const entryOf = <A extends Actor>(context: Context<A>, note: AuditNote) => {
  const { institutionId, partyId, actorId } = whoAndWhere(context.actor, note.partyId);
  return {
    party_id: partyId,
    audit_id: context.newId(),
    institution_id: institutionId,
    at: context.clock.now(),
    actor_kind: context.actor.kind,
    actor_id: actorId,
    actor_name: context.actor.name,
    action: note.action,
    subject_kind: note.subject.kind,
    subject_id: note.subject.id,
    purpose: note.purpose ?? null,
    detail: JSON.stringify(note.detail ?? {}),
  };
};

const write = async <A extends Actor>(
  { tx }: Context<A>,
  entries: readonly ReturnType<typeof entryOf>[],
): Promise<void> => {
  await tx
    .with("noted", (query) => query.insertInto("audit_entry").values(entries))
    .insertInto("audit_waiting")
    .values(entries.map(({ party_id, audit_id, institution_id }) => ({ party_id, audit_id, institution_id })))
    .execute();
};

const whoAndWhere = (actor: Actor, partyId: PartyId | undefined) => {
  if (actor.kind !== "consumer")
    return {
      institutionId: actor.institutionId,
      partyId: partyId ?? actor.institutionId,
      actorId: actor.kind === "staff" ? actor.staffId : null,
    };
  const grant = actor.grants.find((one) => one.partyId === partyId);
  if (!grant) throw new Error("a consumer's act is noted under a party they have a grant for");
  return { institutionId: grant.institutionId, partyId: grant.partyId, actorId: grant.self };
};
