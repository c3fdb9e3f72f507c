import { requestInstruction } from "../../core/index.ts";
import type { PartyId, PolicyId } from "../../kernel/ids.ts";
import { orRefuse, Refused } from "../../kernel/refusal.ts";
import type { Context, StaffActor } from "../../store/index.ts";
import type { EndorsementKind } from "../contract.ts";
import { noPolicy } from "../refusals.ts";
import { decideEndorsement, endorsementName } from "./model.ts";
import { openKinds } from "./store.ts";

interface Asked {
  readonly kind: EndorsementKind;
  readonly effective: string;
  readonly note: string;
}

/**
 * Asks for a change of a policy: an endorsement, and the instruction to the core whose life it shares, in one transaction.
 * @throws Refused `policies.no-policy`, `policies.endorsement-…`, `core.shadow`
 */
export const endorse = async (
  context: Context<StaffActor>,
  of: { readonly partyId: PartyId; readonly policyId: PolicyId },
  asked: Asked,
): Promise<{ endorsementId: string; instructionId: string }> => {
  const policy = await context.tx
    .selectFrom("policy")
    .select(["number", "status", "status_since", "product"])
    .where("party_id", "=", of.partyId)
    .where("policy_id", "=", of.policyId)
    .forUpdate()
    .executeTakeFirst();
  if (!policy) throw noPolicy(of.policyId);
  const refusal = decideEndorsement(
    asked,
    { status: policy.status, since: policy.status_since, number: policy.number },
    await openKinds(context.tx, of),
  );
  if (refusal) throw new Refused(refusal);
  const endorsementId = context.newId();
  const name = endorsementName[asked.kind];
  const instruction = orRefuse(
    await requestInstruction(context, {
      ...of,
      kind: asked.kind === "reinstatement" ? "reinstate" : "endorse",
      content: {
        endorsementId,
        endorsement: asked.kind,
        effective: asked.effective,
        zh: `${name.zh}，${asked.effective} 起：${asked.note}`,
        en: `${name.en} from ${asked.effective}: ${asked.note}`,
      },
      idempotencyKey: `endorsement ${endorsementId}`,
    }),
  );
  await context.tx
    .insertInto("endorsement")
    .values({
      party_id: of.partyId,
      endorsement_id: endorsementId,
      institution_id: context.actor.institutionId,
      policy_id: of.policyId,
      kind: asked.kind,
      effective_on: asked.effective,
      note: asked.note,
      instruction_id: instruction.instructionId,
      requested_at: context.clock.now(),
    })
    .execute();
  return { endorsementId, instructionId: instruction.instructionId };
};
