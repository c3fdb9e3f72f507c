import { CaseId, FindingId, type PartyId, type PolicyId } from "../../kernel/ids.ts";
import { orRefuse, Refused } from "../../kernel/refusal.ts";
import { readPolicies } from "../../policies/index.ts";
import type { Context } from "../../store/index.ts";
import { report } from "../commands/report.ts";
import type { ClaimState } from "../model/state.ts";
import { worldOf } from "../records/gather.ts";
import { readInsured } from "../records/people.ts";
import { refusals } from "../refusals.ts";
import { commit } from "./commit.ts";

export interface ReportInput {
  readonly partyId: PartyId;
  readonly eventKind: "death" | "illness" | "accident";
  /** +08:00 where it has no offset. */
  readonly reportedAt: string;
  readonly policies: readonly PolicyId[];
  readonly facts: Readonly<Record<string, unknown>>;
  readonly source: string;
}

/** 报案: opens a case over the insured's policies and decides it on what the report says. @throws Refused `claims.*` */
export const openClaim = async (context: Context, input: ReportInput): Promise<ClaimState> => {
  const insured = await readInsured(context, input.partyId);
  if (!insured) throw new Refused(refusals.noParty(input.partyId));
  const policyIds = [...new Set(input.policies)];
  const policies = await readPolicies(context.tx, input.partyId, policyIds);
  const missing = policyIds.filter((policyId) => !policies.some((policy) => policy.policyId === policyId));
  if (missing.length > 0) throw new Refused(refusals.policies(input.partyId, missing));
  const { actor } = context;
  const events = report(
    {
      ...input,
      caseId: CaseId.parse(context.newId()),
      insuredName: insured.name,
      sample: insured.sample,
      handler: actor.kind === "staff" ? { id: actor.staffId, name: actor.name } : null,
      policies: policies.map(({ policyId, number, product, termsId }) => ({
        policyId,
        number,
        product,
        terms: termsId,
      })),
      newFindingId: () => FindingId.parse(context.newId()),
    },
    await worldOf(context),
  );
  return commit(context, null, orRefuse(events), {
    action: "claims.report",
    detail: { source: input.source },
  });
};
