import { listCases, lockReports } from "../../cases/index.ts";
import { CaseId, FindingId, type PartyId, type PolicyId } from "../../kernel/ids.ts";
import { orRefuse, Refused } from "../../kernel/refusal.ts";
import { readPolicies } from "../../policies/index.ts";
import type { Context } from "../../store/index.ts";
import { report } from "../commands/report.ts";
import type { ClaimState } from "../model/state.ts";
import { bareWorld } from "../records/gather.ts";
import { readInsured } from "../records/people.ts";
import { refusals } from "../refusals.ts";
import { commit } from "./commit.ts";
import { loadClaim } from "./load.ts";

const MOST_CASES = 1000;

export interface ReportInput {
  readonly partyId: PartyId;
  readonly eventKind: "death" | "illness" | "accident";
  /** +08:00 where it has no offset. */
  readonly reportedAt: string;
  readonly policies: readonly PolicyId[];
  readonly facts: Readonly<Record<string, unknown>>;
  readonly source: string;
}

/**
 * A person dies once: a policy whose death a case already handles is not claimed a second time. Reports for one person wait
 * for each other, so that of two at the same moment one sees the other.
 */
const refuseSecondDeath = async (
  context: Context,
  partyId: PartyId,
  policies: readonly { readonly policyId: PolicyId; readonly number: string }[],
): Promise<void> => {
  await lockReports(context, partyId);
  const cases = await listCases(context, { partyId }, { after: null, limit: MOST_CASES });
  for (const { caseId, number, status } of cases) {
    if (status === "closed") continue;
    const { state } = await loadClaim(context, caseId);
    const held = new Set(state.eventKind === "death" ? state.policies.map(({ policyId }) => policyId) : []);
    const twice = policies.filter(({ policyId }) => held.has(policyId));
    if (twice.length > 0)
      throw new Refused(
        refusals.alreadyReported(
          twice.map((policy) => policy.number),
          number,
        ),
      );
  }
};

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
    bareWorld(context),
  );
  const opening = orRefuse(events);
  if (input.eventKind === "death") await refuseSecondDeath(context, input.partyId, policies);
  return commit(context, null, opening, {
    action: "claims.report",
    detail: { source: input.source },
  });
};
