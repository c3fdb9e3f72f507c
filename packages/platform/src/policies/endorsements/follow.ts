import type { CoreListener } from "../../core/index.ts";
import type { PartyId, PolicyId } from "../../kernel/ids.ts";
import type { Context } from "../../store/index.ts";
import type { PolicyStatus } from "../model.ts";
import { statusAfter } from "./model.ts";

/**
 * Once the core has settled an endorsement, and not before, the policy's status changes from the day it says. What else an
 * endorsement changes (a holder, an address) comes with the institution's next extract: the core's record is the one that counts.
 */
export const followEndorsement: CoreListener = async (context, instruction) => {
  if (instruction.status !== "settled") return;
  const row = await context.tx
    .selectFrom("endorsement")
    .select(["kind", "effective_on", "policy_id"])
    .where("party_id", "=", instruction.partyId)
    .where("instruction_id", "=", instruction.instructionId)
    .executeTakeFirst();
  const status = row && statusAfter(row.kind);
  if (!row || !status) return;
  const of = { partyId: instruction.partyId, policyId: row.policy_id as PolicyId };
  await setStatus(context, of, status, row.effective_on);
};

const setStatus = async (
  context: Context,
  of: { readonly partyId: PartyId; readonly policyId: PolicyId },
  status: PolicyStatus,
  since: string,
): Promise<void> => {
  await context.tx
    .insertInto("policy_status")
    .values({
      party_id: of.partyId,
      policy_id: of.policyId,
      institution_id: context.actor.institutionId,
      since,
      status,
    })
    .onConflict((conflict) => conflict.columns(["party_id", "policy_id", "since"]).doUpdateSet({ status }))
    .execute();
  await context.tx
    .updateTable("policy")
    .set({
      status,
      status_since: since,
      updated_at: context.clock.now(),
      ...(status === "in-force" ? { last_reinstated_on: since } : {}),
    })
    .where("party_id", "=", of.partyId)
    .where("policy_id", "=", of.policyId)
    .where("status_since", "<=", since)
    .execute();
};
