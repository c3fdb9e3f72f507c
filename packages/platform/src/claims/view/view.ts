import type { Decision, FactDescription } from "@goodfaith/clauses";
import { type Clock, dayOf, isRunning } from "../../clocks/index.ts";
import type { Clock as WallClock } from "../../kernel/clock.ts";
import { timeInChina } from "../../kernel/clock.ts";
import type { CaseId } from "../../kernel/ids.ts";
import { TermsId } from "../../kernel/ids.ts";
import type { Actor, Context } from "../../store/index.ts";
import { terms, termsOf } from "../../terms/index.ts";
import type { ClaimView } from "../contract.ts";
import { lifeView } from "../life/view.ts";
import { claimClocks, clockEditions } from "../model/clocks.ts";
import type { PaymentDecided } from "../model/events.ts";
import { decisionNeeds, paymentNeeds } from "../model/needs.ts";
import { nextOf } from "../model/next.ts";
import { statusOf } from "../model/row.ts";
import type { ClaimState } from "../model/state.ts";
import { type DecidedPolicy, decisionsOf, usedEdition } from "../shell/decisions.ts";
import { type LoadedClaim, loadClaim } from "../shell/load.ts";
import { clauseViews } from "./clauses.ts";
import { clocksView, extensionsView } from "./clocks.ts";
import { caseFacts, type Decided, paymentFactsView, policyFacts } from "./facts.ts";
import { historyOf } from "./history.ts";
import { evidenceView, findingsView, moneyView, paymentsView } from "./parts.ts";
import { whatIfsOf } from "./what-ifs.ts";

/** Any transaction that may read the case: staff's, or a consumer's that is narrowed to one party. */
export interface ViewContext extends Pick<Context<Actor>, "tx"> {
  readonly clock: WallClock;
}

const factsOfPolicy = (state: ClaimState, { decided, edition }: DecidedPolicy, number: string): Decided => ({
  edition,
  facts: decided.facts,
  asked: new Set(decided.asks.map(({ fact }) => fact)),
  policyId: decided.policyId,
  record: { kind: "policy", label: `保险单 ${number}`, at: state.decided?.at ?? state.reportedAt },
});

/** The language's own JSON with lists that may be changed, as the contract's shapes have it. */
const decisionView = (decision: Decision): ClaimView["policies"][number]["decision"] => ({
  ...decision,
  benefits: decision.benefits.map((one) => ({ ...one, reasons: [...one.reasons] })),
  reasons: [...decision.reasons],
  values: { ...decision.values },
  promises: [...decision.promises],
  flags: [...decision.flags],
  steps: [...decision.steps],
  asks: decision.asks.map((ask) => ({ ...ask, clauses: [...ask.clauses] })),
  explanation: [...(decision.explanation ?? [])],
});

const policyViews = (
  state: ClaimState,
  decisions: ReadonlyMap<string, DecidedPolicy>,
): ClaimView["policies"] =>
  state.policies.flatMap((policy) => {
    const made = decisions.get(policy.policyId);
    if (!made) return [];
    return [
      {
        policyId: policy.policyId,
        number: policy.number,
        product: policy.product,
        terms: TermsId.parse(policy.terms),
        facts: policyFacts(state, factsOfPolicy(state, made, policy.number), terms.vocabulary),
        decision: decisionView(made.decision),
        clauses: [...clauseViews(made.edition, made.decision, made.decided.facts)],
        whatIfs: whatIfsOf(made.edition, made.decided.facts),
      },
    ];
  });

const needsView = (state: ClaimState): ClaimView["needs"] => {
  const numbers = new Map(state.policies.map(({ policyId, number }) => [policyId, number]));
  return {
    decision: decisionNeeds(state).map((need) => ({
      ...need,
      clauses: [...need.clauses],
      policies: need.policies.map((policyId) => numbers.get(policyId) ?? policyId),
    })),
    payment: paymentNeeds(state).map((ask) => ({ ...ask, clauses: [...ask.clauses] })),
  };
};

const paymentDecided = async (
  context: ViewContext,
  state: ClaimState,
  payment: PaymentDecided,
): Promise<Decided> => ({
  edition: await usedEdition(context, payment),
  facts: payment.facts,
  asked: new Set(payment.asks.map(({ fact }) => fact)),
  policyId: null,
  record: { kind: "record", label: "受益人登记", at: state.decided?.at ?? state.reportedAt },
});

const basics = (
  state: ClaimState,
): Pick<
  ClaimView,
  "caseId" | "number" | "title" | "insuredName" | "partyId" | "sample" | "version" | "eventKind"
> => {
  const { caseId, number, title, insuredName, partyId, sample, version, eventKind } = state;
  return { caseId, number, title, insuredName, partyId, sample, version, eventKind };
};

/** Builds the case's page from its events. */
const viewOf = async (context: ViewContext, { state, events }: LoadedClaim): Promise<ClaimView> => {
  if (!state.decided) throw new Error(`claims: case ${state.caseId} was never decided`);
  const now = timeInChina(context.clock.now());
  const decisions = await decisionsOf(context, state);
  const all = state.policies.flatMap((policy) => {
    const made = decisions.get(policy.policyId);
    return made ? [factsOfPolicy(state, made, policy.number)] : [];
  });
  const payment = await paymentDecided(context, state, state.decided.payment);
  const book = await termsOf(context);
  const clocks = claimClocks(state, { book, vocabulary: terms.vocabulary, now });
  const first = firstToEnd(clocks);
  const money = moneyView(state);
  const needs = needsView(state);
  const types = typesOf([
    ...all.map(({ edition }) => edition.facts),
    payment.edition.facts,
    ...clockEditions(state, book).map(({ facts }) => facts),
  ]);
  return {
    ...basics(state),
    status: statusOf(state),
    openedAt: state.reportedAt,
    handler: state.handler?.name ?? null,
    payable: { least: money.least, most: money.most },
    ordered: money.ordered,
    settled: state.settledAt !== null,
    asks: needs.decision.map(({ fact }) => fact),
    nextDue: first?.due ? { name: first.lane, due: dayOf(first.due) } : null,
    facts: caseFacts(state, all, terms.vocabulary),
    policies: policyViews(state, decisions),
    needs,
    paymentFacts: paymentFactsView(state, payment),
    notice: state.notice && { sentAt: state.notice.sent.at, to: state.notice.to, text: state.notice.text },
    evidence: evidenceView(state),
    findings: findingsView(state, (fact) => types.get(fact) ?? "string"),
    money,
    clocks: clocksView(clocks, now),
    extensions: extensionsView(state.extensions),
    payments: paymentsView(state),
    life: lifeView(state, decisions),
    history: historyOf(events, state),
    next: nextOf(state),
  };
};

const firstToEnd = (clocks: readonly Clock[]): Clock | undefined =>
  clocks.filter(isRunning).sort((a, b) => ((a.due ?? "") < (b.due ?? "") ? -1 : 1))[0];

const typesOf = (documents: readonly (readonly FactDescription[])[]) =>
  new Map(documents.flat().map(({ name, type }): [string, FactDescription["type"]] => [name, type]));

/** The case's page. @throws Refused `cases.missing` */
export const readClaimView = async (context: ViewContext, caseId: CaseId): Promise<ClaimView> =>
  viewOf(context, await loadClaim(context, caseId));
