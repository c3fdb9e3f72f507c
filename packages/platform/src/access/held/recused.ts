import { sql } from "kysely";
import { Refused } from "../../kernel/refusal.ts";
import type { Actor, Tx } from "../../store/index.ts";
import { heldRefusals } from "./refusals.ts";
import "../tables.ts";

/** What is about to be noted: whose records, and which case. */
interface Touched {
  readonly partyId?: string | undefined;
  readonly subjectId: string;
  readonly caseId: unknown;
}

/**
 * 回避: whoever is recused from a person, or from the case in hand, leaves no note on it. Since every act and every opening is
 * noted in its own transaction, what cannot be noted cannot be done. @throws Refused `access.recused`
 */
export const refuseRecused = async (tx: Tx, actor: Actor, touched: readonly Touched[]): Promise<void> => {
  const parties = [...new Set(touched.flatMap(({ partyId }) => partyId ?? []))];
  if (actor.kind !== "staff" || parties.length === 0) return;
  const rows = await tx
    .selectFrom("recusal")
    .select(["party_id", "case_id", "about", "reason"])
    .where(sql<boolean>`party_id = any(${parties}::uuid[])`)
    .where("staff_id", "=", actor.staffId)
    .where("lifted_at", "is", null)
    .execute();
  if (rows.length === 0) return;
  for (const { partyId, subjectId, caseId } of touched) {
    const found = rows.find(
      ({ party_id, case_id }) =>
        party_id === partyId && (case_id === null || case_id === subjectId || case_id === caseId),
    );
    if (found) throw new Refused(heldRefusals.recused(found.about, found.reason));
  }
};
