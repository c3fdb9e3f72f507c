import type { PartyId } from "../../kernel/ids.ts";
import type { Actor, Context } from "../../store/index.ts";
import "../tables.ts";

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
