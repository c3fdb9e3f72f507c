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
export const refuseRecused = async (tx: Tx, actor: Actor, touched: Touched): Promise<void> => {
  if (actor.kind !== "staff" || touched.partyId === undefined) return;
  const rows = await tx
    .selectFrom("recusal")
    .select(["case_id", "about", "reason"])
    .where("party_id", "=", touched.partyId)
    .where("staff_id", "=", actor.staffId)
    .where("lifted_at", "is", null)
    .execute();
  const found = rows.find(
    ({ case_id }) => case_id === null || case_id === touched.subjectId || case_id === touched.caseId,
  );
  if (found) throw new Refused(heldRefusals.recused(found.about, found.reason));
};
