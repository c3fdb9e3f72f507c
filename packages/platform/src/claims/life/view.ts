import { StaffId } from "../../kernel/ids.ts";
import type { CaseLife } from "../contract.ts";
import type { ClaimState } from "../model/state.ts";
import type { DecidedPolicy } from "../shell/decisions.ts";
import { closingObstacle } from "./close.ts";
import type { RefusedPolicy } from "./events.ts";
import { refusable } from "./refuse.ts";
import type { CaseRefusal } from "./state.ts";

const policiesOf = (policies: readonly RefusedPolicy[]): CaseLife["refusable"] =>
  policies.map(({ policyId, number, product, reasons }) => ({
    policyId,
    number,
    product,
    reasons: [...reasons],
  }));

const refusalView = (refusal: CaseRefusal): CaseLife["refusals"][number] => ({
  refusalId: refusal.refusalId,
  status: refusal.status,
  policies: policiesOf(refusal.policies),
  words: refusal.words,
  proposedBy: refusal.proposer.name,
  proposer: StaffId.parse(refusal.proposer.id),
  proposedAt: refusal.proposed.at,
  approvedBy: refusal.approved?.by ?? null,
  approvedAt: refusal.approved?.at ?? null,
  returnedReason: refusal.reason,
  notice: refusal.notice && {
    to: refusal.notice.to,
    text: refusal.notice.text,
    sentAt: refusal.notice.sent.at,
    deliveredAt: refusal.notice.deliveredAt,
  },
});

/** The end of a case as its page shows it. */
export const lifeView = (state: ClaimState, decisions: ReadonlyMap<string, DecidedPolicy>): CaseLife => {
  const obstacle = closingObstacle(state);
  const { agreement } = state;
  const plain = new Map([...decisions.values()].map(({ decided, decision }) => [decided.policyId, decision]));
  return {
    refusable: policiesOf(refusable(state, plain)),
    refusals: state.refusals.map(refusalView),
    agreement: agreement && {
      on: agreement.on,
      with: agreement.with,
      source: agreement.source,
      ...{ by: agreement.recorded.by, at: agreement.recorded.at },
    },
    mayAgree:
      state.closed === null &&
      state.settledAt !== null &&
      (state.decided?.policies.some(({ outcome }) => outcome === "pay") ?? false),
    closed: state.closed && { ...state.closed },
    cannotClose: obstacle && { zh: obstacle.zh, en: obstacle.en },
  };
};
