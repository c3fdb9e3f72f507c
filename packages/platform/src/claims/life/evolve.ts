import { never } from "../../kernel/never.ts";
import type { ClaimState, Decided, Stamp } from "../model/state.ts";
import type { LifeEvent } from "./events.ts";
import type { CaseRefusal, RefusalNotice } from "./state.ts";
import { isCertainDecline } from "./state.ts";

const withRefusal = (
  state: ClaimState,
  { refusalId }: { readonly refusalId: CaseRefusal["refusalId"] },
  change: (refusal: CaseRefusal) => CaseRefusal,
): ClaimState => ({
  ...state,
  refusals: state.refusals.map((one) => (one.refusalId === refusalId ? change(one) : one)),
});

const delivered = (notice: RefusalNotice | null, messageId: string, at: string): RefusalNotice | null =>
  notice?.messageId === messageId ? { ...notice, deliveredAt: at } : notice;

/** The case after a step towards its end. */
export const lived = (state: ClaimState, event: LifeEvent, stamp: Stamp): ClaimState => {
  switch (event.type) {
    case "refusal-proposed": {
      const { type: _type, ...refusal } = event;
      const proposed: CaseRefusal = {
        ...refusal,
        status: "proposed",
        proposed: stamp,
        approved: null,
        reason: null,
        notice: null,
      };
      return { ...state, refusals: [...state.refusals, proposed] };
    }
    case "refusal-approved":
      return withRefusal(state, event, (one) => ({ ...one, status: "approved", approved: stamp }));
    case "refusal-returned":
      return withRefusal(state, event, (one) => ({ ...one, status: "returned", reason: event.reason }));
    case "refusal-notified": {
      const { messageId, to, text } = event;
      const notice = { messageId, to, text, sent: stamp, deliveredAt: null };
      return withRefusal(state, event, (one) => ({ ...one, notice }));
    }
    case "refusal-delivered":
      return withRefusal(state, event, (one) => ({
        ...one,
        notice: delivered(one.notice, event.messageId, event.deliveredAt),
      }));
    case "agreed":
      return {
        ...state,
        agreement: { on: event.on, with: event.with, source: event.source, recorded: stamp },
      };
    case "closed":
      return { ...state, closed: { ground: event.ground, reason: event.reason, ...stamp } };
    case "reopened":
      return { ...state, closed: null };
    default:
      return never(event);
  }
};

/** A proposal rests on the decision that it names: once that changes, nobody can approve it any more. */
export const lapsing = (refusals: readonly CaseRefusal[], { policies }: Decided): readonly CaseRefusal[] => {
  const holds = (refusal: CaseRefusal): boolean =>
    refusal.policies.every(({ policyId, decision }) =>
      policies.some((one) => one.policyId === policyId && isCertainDecline(one) && one.decision === decision),
    );
  return refusals.map((one) =>
    one.status === "proposed" && !holds(one) ? { ...one, status: "lapsed" } : one,
  );
};
