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
export const record = async <A extends Actor>(context: Context<A>, note: AuditNote): Promise<void> => {
  await refuseRecused(context.tx, context.actor, {
    partyId: note.partyId,
    subjectId: note.subject.id,
    caseId: note.detail?.caseId,
  });
  const { institutionId, partyId, actorId } = whoAndWhere(context.actor, note.partyId);
  const auditId = context.newId();
  await context.tx
    .with("noted", (query) =>
      query.insertInto("audit_entry").values({
        party_id: partyId,
        audit_id: auditId,
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
      }),
    )
    .insertInto("audit_waiting")
    .values({ party_id: partyId, audit_id: auditId, institution_id: institutionId })
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
