import type { PartyId } from "../kernel/ids.ts";
import type { Actor, Context } from "../store/index.ts";
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

/** Notes in the same transaction what was done or looked at (留痕). The table takes no change and no deletion. */
export const record = async <A extends Actor>(context: Context<A>, note: AuditNote): Promise<void> => {
  const { institutionId, partyId, actorId } = whoAndWhere(context.actor, note.partyId);
  await context.tx
    .insertInto("audit_entry")
    .values({
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
    })
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

/** What was noted about one party, newest first: who opened what, and why. */
export const readAudit = async (
  context: Context<Actor>,
  partyId: PartyId,
  filter: { action?: string; limit?: number } = {},
): Promise<readonly AuditLine[]> => {
  let query = context.tx
    .selectFrom("audit_entry")
    .select(["at", "actor_name", "action", "subject_kind", "subject_id", "purpose", "detail"])
    .where("party_id", "=", partyId)
    .orderBy("at", "desc")
    .orderBy("audit_id")
    .limit(filter.limit ?? 100);
  if (filter.action !== undefined) query = query.where("action", "=", filter.action);
  const rows = await query.execute();
  return rows.map((row) => ({
    at: row.at,
    by: row.actor_name,
    action: row.action,
    subject: { kind: row.subject_kind, id: row.subject_id },
    purpose: row.purpose,
    detail: row.detail,
  }));
};

export interface AuditLine {
  readonly at: Date;
  readonly by: string;
  readonly action: string;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly purpose: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
}
