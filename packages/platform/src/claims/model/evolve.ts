import { extended } from "../../clocks/index.ts";
import { cents, yuan } from "../../kernel/money.ts";
import { never } from "../../kernel/never.ts";
import { lapsing, lived } from "../life/evolve.ts";
import { newLife } from "../life/state.ts";
import { amountOf } from "./amount.ts";
import type { EventOf, Recorded } from "./events.ts";
import type { CasePayment, ClaimState, Decided, Notice } from "./state.ts";

/** An event that the case cannot have had. It means that the stored stream is damaged, never that a person erred. */
export class ImpossibleEvent extends Error {
  constructor(recorded: Recorded, why: string) {
    super(`Event ${recorded.version} (${recorded.event.type}) cannot follow: ${why}`);
  }
}

const opened = (
  recorded: Recorded,
  { type: _type, policies, ...event }: EventOf<"reported">,
): ClaimState => ({
  ...event,
  version: recorded.version,
  policies,
  evidence: [],
  findings: [],
  decided: null,
  settledAt: null,
  notice: null,
  extensions: [],
  payments: [],
  ...newLife,
});

/** The case after one more event; `null` before its first. */
export const evolve = (state: ClaimState | null, recorded: Recorded): ClaimState => {
  const { event } = recorded;
  if (event.type === "reported") {
    if (state) throw new ImpossibleEvent(recorded, "the case is open already");
    return opened(recorded, event);
  }
  if (!state) throw new ImpossibleEvent(recorded, "nothing was reported");
  if (recorded.version !== state.version + 1)
    throw new ImpossibleEvent(recorded, `version ${state.version} stands before it`);
  return { ...change(state, recorded), version: recorded.version };
};

const change = (state: ClaimState, recorded: Recorded): ClaimState => {
  const { event, at, by } = recorded;
  switch (event.type) {
    case "reported":
      return state;
    case "evidence-added": {
      const { type: _type, ...evidence } = event;
      return { ...state, evidence: [...state.evidence, { ...evidence, added: { at, by }, withdrawn: null }] };
    }
    case "evidence-withdrawn":
      return {
        ...state,
        evidence: state.evidence.map((one) =>
          one.evidenceId === event.evidenceId ? { ...one, withdrawn: { at, by, reason: event.reason } } : one,
        ),
      };
    case "finding-recorded":
      return {
        ...state,
        findings: [...state.findings, { ...event.finding, recorded: { at, by }, withdrawn: null }],
      };
    case "finding-withdrawn":
      return {
        ...state,
        findings: state.findings.map((one) =>
          one.findingId === event.findingId ? { ...one, withdrawn: { at, by, reason: event.reason } } : one,
        ),
      };
    case "decided":
      return decided(state, { at, policies: event.policies, payment: event.payment });
    case "notice-sent":
      return { ...state, notice: noticed(event, { at, by }) };
    case "notice-delivered":
      return { ...state, notice: delivered(state.notice, event, recorded) };
    case "payment-prepared":
      return { ...state, payments: [...state.payments, preparedPayment(event, { at, by })] };
    case "paid-elsewhere":
      return paidElsewhere(state, event, { at, by });
    case "payment-approved":
    case "payment-rejected":
    case "payment-sent":
    case "payment-settled":
    case "payment-returned":
    case "payment-recovered":
      return {
        ...state,
        payments: state.payments.map((one) =>
          one.paymentId === event.paymentId ? moved(one, event, { at, by }) : one,
        ),
      };
    case "refusal-proposed":
    case "refusal-approved":
    case "refusal-returned":
    case "refusal-notified":
    case "refusal-delivered":
    case "agreed":
    case "closed":
    case "reopened":
      return lived(state, event, { at, by });
    case "extension-requested":
    case "extension-approved":
    case "extension-told":
    case "extension-untold":
    case "extension-refused":
      return { ...state, extensions: extended(state.extensions, event, { at, by }) };
    default:
      return never(event);
  }
};

/** Since when everything is settled, and whether what the notice asked for has been answered. */
const decided = (state: ClaimState, decision: Decided): ClaimState => {
  const settled = decision.policies.every((policy) => policy.settled);
  const open = new Set(
    [...decision.policies, decision.payment].flatMap(({ asks }) => asks.map(({ fact }) => fact)),
  );
  const { notice } = state;
  const answered = notice && notice.answeredAt === null && !notice.asks.some((fact) => open.has(fact));
  return {
    ...state,
    decided: decision,
    refusals: lapsing(state.refusals, decision),
    settledAt: settled ? (state.settledAt ?? decision.at) : null,
    notice: answered ? { ...notice, answeredAt: decision.at } : notice,
  };
};

const noticed = (
  { type: _type, ...notice }: EventOf<"notice-sent">,
  sent: { at: string; by: string },
): Notice => ({
  ...notice,
  sent,
  deliveredAt: null,
  answeredAt: null,
});

const delivered = (notice: Notice | null, event: EventOf<"notice-delivered">, recorded: Recorded): Notice => {
  if (notice?.messageId !== event.messageId) throw new ImpossibleEvent(recorded, "no such notice was sent");
  return { ...notice, deliveredAt: event.deliveredAt };
};

type Step = EventOf<
  | "payment-approved"
  | "payment-rejected"
  | "payment-sent"
  | "payment-settled"
  | "payment-returned"
  | "payment-recovered"
>;

const preparedPayment = (
  { type: _type, ...payment }: EventOf<"payment-prepared">,
  prepared: { at: string; by: string },
): CasePayment => ({
  ...payment,
  status: "pending",
  prepared,
  approved: null,
  sent: null,
  settled: null,
  reason: null,
});

/** Who paid had settled it by then: the clocks are as of that day, and not of the day when it came here. */
const paidElsewhere = (
  state: ClaimState,
  { type: _type, paidAt, ...payment }: EventOf<"paid-elsewhere">,
  recorded: { at: string; by: string },
): ClaimState => ({
  ...state,
  settledAt: state.settledAt !== null && state.settledAt > paidAt ? paidAt : state.settledAt,
  payments: [
    ...state.payments,
    {
      ...payment,
      purpose: "benefit",
      replaces: null,
      status: "settled",
      prepared: recorded,
      approved: null,
      sent: null,
      settled: { at: paidAt, by: recorded.by },
      reason: null,
      elsewhere: true,
    },
  ],
});

const moved = (payment: CasePayment, event: Step, stamp: { at: string; by: string }): CasePayment => {
  switch (event.type) {
    case "payment-approved":
      return { ...payment, status: "approved", approved: stamp };
    case "payment-rejected":
      return { ...payment, status: "rejected", reason: event.reason };
    case "payment-sent":
      return { ...payment, status: "sent", sent: stamp };
    case "payment-settled":
      return { ...payment, status: "settled", settled: stamp };
    case "payment-returned":
      return { ...payment, status: "returned", reason: event.reason };
    case "payment-recovered":
      return {
        ...payment,
        recovered: yuan(cents(amountOf(payment.recovered ?? "0.00") + amountOf(event.amount))),
      };
    default:
      return never(event);
  }
};

/** The claim that a whole stream of events folds to. */
export const fold = (events: readonly Recorded[]): ClaimState | null =>
  events.reduce<ClaimState | null>(evolve, null);
