import type { EventOf, Recorded } from "../model/events.ts";
import type { CaseFinding, ClaimState } from "../model/state.ts";

/** One decision that was taken on the case, with what led to it and what it was taken on. */
export interface PastDecision {
  readonly version: number;
  readonly at: string;
  readonly by: string;
  readonly decided: EventOf<"decided">;
  /** What happened since the decision before; empty where the institution's records had changed. */
  readonly because: readonly Recorded[];
  /** Findings that stood then, each as it stands today: withdrawn since, or not. */
  readonly findings: readonly CaseFinding[];
  /** Findings recorded since, those withdrawn again among them. */
  readonly since: readonly CaseFinding[];
}

const leads = ({ event }: Recorded): boolean =>
  event.type === "reported" ||
  event.type === "evidence-added" ||
  event.type === "evidence-withdrawn" ||
  event.type === "finding-recorded" ||
  event.type === "finding-withdrawn";

/** Every decision ever taken on a case, oldest first. `state` is what `events` fold to. */
export const decisionLog = (events: readonly Recorded[], state: ClaimState): readonly PastDecision[] => {
  const log: PastDecision[] = [];
  const stood = new Set<string>();
  const recorded = new Set<string>();
  let because: Recorded[] = [];
  for (const one of events) {
    const { version, at, by, event } = one;
    if (event.type === "finding-recorded") {
      stood.add(event.finding.findingId);
      recorded.add(event.finding.findingId);
    }
    if (event.type === "finding-withdrawn") stood.delete(event.findingId);
    if (leads(one)) because.push(one);
    if (event.type !== "decided") continue;
    log.push({
      version,
      at,
      by,
      decided: event,
      because,
      findings: state.findings.filter(({ findingId }) => stood.has(findingId)),
      since: state.findings.filter(({ findingId }) => !recorded.has(findingId)),
    });
    because = [];
  }
  return log;
};

export type Fate = "stands" | "withdrawn" | "corrected";

/** What became of a finding: corrected where it was withdrawn and another on the same fact stands in its place. */
export const fateOf = ({ findings }: Pick<ClaimState, "findings">, finding: CaseFinding): Fate => {
  if (finding.withdrawn === null) return "stands";
  const { at } = finding.recorded;
  const replaced = findings.some(
    (other) =>
      other.findingId !== finding.findingId &&
      other.withdrawn === null &&
      other.fact === finding.fact &&
      other.policyId === finding.policyId &&
      other.recorded.at >= at,
  );
  return replaced ? "corrected" : "withdrawn";
};
