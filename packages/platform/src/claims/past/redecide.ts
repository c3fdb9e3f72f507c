import { record } from "../../access/index.ts";
import type { CaseId } from "../../kernel/ids.ts";
import { isRefusal, type Refusal, Refused } from "../../kernel/refusal.ts";
import type { Context } from "../../store/index.ts";
import { type Edition, editionUsed, termsOf } from "../../terms/index.ts";
import type { Redecided, PastDecision as Shown } from "../contract.ts";
import { clockEditions } from "../model/clocks.ts";
import { decideAll } from "../model/decisions.ts";
import type { EventOf, PaymentDecided, PolicyDecided } from "../model/events.ts";
import type { ClaimState } from "../model/state.ts";
import { gatherWorld } from "../records/gather.ts";
import { refusals } from "../refusals.ts";
import { loadClaim } from "../shell/load.ts";
import { decideAgain } from "./again.ts";
import { changeBetween, type Side } from "./compare.ts";
import { decisionLog, type PastDecision } from "./log.ts";
import { type FactTypes, madeOf, pastDecisionView, pastFinding, payableOf } from "./view.ts";

const editionOf = (
  context: Pick<Context, "tx">,
  { terms: id, digest }: Pick<PaymentDecided, "terms" | "digest">,
) => editionUsed(context, id, digest);

/** The types of all facts that findings of this case may speak of, as far as the editions can still be read. */
const typesOf = async (context: Pick<Context, "tx">, state: ClaimState): Promise<FactTypes> => {
  const { policies = [], payment } = state.decided ?? {};
  const editions: (Edition | null)[] = [...clockEditions(state, await termsOf(context))];
  for (const made of [...policies, ...(payment ? [payment] : [])])
    editions.push(await editionOf(context, made));
  return new Map(editions.flatMap((edition) => edition?.facts ?? []).map(({ name, type }) => [name, type]));
};

const noteReading = (context: Context, { caseId, partyId }: ClaimState, action: string) =>
  record(context, { action, subject: { kind: "case", id: caseId }, partyId });

/** Every decision ever taken on the case, oldest first. */
export const pastDecisions = async (context: Context, caseId: CaseId): Promise<Shown[]> => {
  const { state, events } = await loadClaim(context, caseId);
  await noteReading(context, state, "claims.read-decisions");
  const types = await typesOf(context, state);
  return decisionLog(events, state).map((past) => pastDecisionView(state, past, types));
};

/** What follows from what is known now, the institution's records as they stand included. Nothing is written. */
const decideNow = async (context: Context, state: ClaimState): Promise<EventOf<"decided"> | Refusal> => {
  try {
    return decideAll(state, await gatherWorld(context, state));
  } catch (error) {
    // A document that is gone, or a policy whose records can no longer be read: said, not thrown at the reader.
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
};

const sideOf = async (context: Context, decided: PolicyDecided): Promise<Side | null> => {
  const edition = await editionOf(context, decided);
  return edition && { decided, edition, decision: edition.decide(decided.facts) };
};

const policyOf = async (
  context: Context,
  state: ClaimState,
  then: PolicyDecided,
  now: PolicyDecided | undefined,
): Promise<Redecided["policies"][number]> => {
  const policy = state.policies.find(({ policyId }) => policyId === then.policyId);
  const before = await sideOf(context, then);
  const after = now ? await sideOf(context, now) : null;
  return {
    policyId: then.policyId,
    number: policy?.number ?? then.policyId,
    product: policy?.product ?? "",
    made: madeOf(then),
    again: decideAgain(before?.edition ?? null, then),
    change: before && after ? changeBetween(before, after) : null,
  };
};

const findPast = (log: readonly PastDecision[], version: number): PastDecision => {
  const past = log.find((one) => one.version === version);
  if (!past) throw new Refused(refusals.noDecision(version));
  return past;
};

/**
 * 重算: one past decision by the edition and the facts of then, which must give the same bytes; and beside it what follows
 * from what is known now, with what differs. @throws Refused `cases.missing`, `claims.no-decision`
 */
export const redecide = async (context: Context, caseId: CaseId, version: number): Promise<Redecided> => {
  const { state, events } = await loadClaim(context, caseId);
  const past = findPast(decisionLog(events, state), version);
  await noteReading(context, state, "claims.replay");
  const types = await typesOf(context, state);
  const now = await decideNow(context, state);
  const present = isRefusal(now) ? null : now;
  const policies: Redecided["policies"] = [];
  for (const then of past.decided.policies)
    policies.push(
      await policyOf(
        context,
        state,
        then,
        present?.policies.find(({ policyId }) => policyId === then.policyId),
      ),
    );
  const { payment } = past.decided;
  return {
    version,
    at: past.at,
    policies,
    payment: { made: madeOf(payment), again: decideAgain(await editionOf(context, payment), payment) },
    payable: { before: payableOf(past.decided.policies), after: present && payableOf(present.policies) },
    gone: past.findings
      .filter(({ withdrawn }) => withdrawn !== null)
      .map((finding) => pastFinding(state, finding, types)),
    since: past.since.map((finding) => pastFinding(state, finding, types)),
    refused: isRefusal(now) ? { zh: now.zh, en: now.en } : null,
  };
};
