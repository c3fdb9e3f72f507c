import type { PolicyId } from "../../kernel/ids.ts";
import type { PolicyDecided } from "../model/events.ts";
import type { ClaimState, Stamp } from "../model/state.ts";
import type { Ground, LifeEvent, RefusedPolicy } from "./events.ts";

type EventOf<Type extends LifeEvent["type"]> = Extract<LifeEvent, { type: Type }>;
type Proposed = EventOf<"refusal-proposed">;

/** 拒赔意见: proposed by one person, approved or returned by another; lapsed where the decision changed before that. */
export interface CaseRefusal {
  readonly refusalId: Proposed["refusalId"];
  readonly policies: readonly RefusedPolicy[];
  readonly words: string;
  readonly proposer: Proposed["proposer"];
  readonly status: "proposed" | "approved" | "returned" | "lapsed";
  readonly proposed: Stamp;
  readonly approved: Stamp | null;
  /** Why it was returned. */
  readonly reason: string | null;
  readonly notice: RefusalNotice | null;
}
export interface RefusalNotice {
  readonly messageId: string;
  readonly to: string;
  readonly text: string;
  readonly sent: Stamp;
  readonly deliveredAt: string | null;
}
export interface Agreement {
  readonly on: string;
  readonly with: string;
  readonly source: string;
  readonly recorded: Stamp;
}
export interface Closed extends Stamp {
  readonly ground: Ground;
  readonly reason: string | null;
}

/** What a claim's state holds of its end. */
export interface LifeState {
  readonly refusals: readonly CaseRefusal[];
  /** The last that was recorded; null where none was. */
  readonly agreement: Agreement | null;
  readonly closed: Closed | null;
}
export const newLife: LifeState = { refusals: [], agreement: null, closed: null };

type Deciding = Pick<ClaimState, "decided" | "refusals">;

/** 确定不属于保险责任: whatever turns out, nothing is owed under this policy. */
export const isCertainDecline = (policy: Pick<PolicyDecided, "outcome" | "settled">): boolean =>
  policy.settled && policy.outcome === "decline";

/** Policies of the case under which nothing is owed, for certain. */
export const declines = ({ decided }: Deciding): readonly PolicyDecided[] =>
  (decided?.policies ?? []).filter(isCertainDecline);

/** The approved refusal that a policy's present decline rests on; null where no named person has refused it. */
export const refusalOf = (state: Deciding, policyId: PolicyId): CaseRefusal | null => {
  if (!declines(state).some((policy) => policy.policyId === policyId)) return null;
  const held = state.refusals.filter(
    ({ status, policies }) => status === "approved" && policies.some((one) => one.policyId === policyId),
  );
  return held.at(-1) ?? null;
};

/** Certain declines that no two persons have refused yet. */
export const unrefused = (state: Deciding): readonly PolicyDecided[] =>
  declines(state).filter(({ policyId }) => refusalOf(state, policyId) === null);

/** The proposal that waits for a second person, if any. */
export const waitingRefusal = ({ refusals }: Pick<ClaimState, "refusals">): CaseRefusal | null =>
  refusals.find(({ status }) => status === "proposed") ?? null;

/** Approved refusals that the present decisions still bear out, oldest first. */
export const standingRefusals = (state: Deciding): readonly CaseRefusal[] => {
  const held = new Set(declines(state).map(({ policyId }) => refusalOf(state, policyId)));
  return state.refusals.filter((refusal) => held.has(refusal));
};
