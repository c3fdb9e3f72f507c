import type { FactDescription } from "@goodfaith/clauses";
import type { EvidenceId, FindingId, PolicyId } from "../../kernel/ids.ts";
import { isRefusal, type Refusal } from "../../kernel/refusal.ts";
import { isOrdered, readValue } from "../facts/value.ts";
import type { ClaimEvent, Finding } from "../model/events.ts";
import type { ClaimState } from "../model/state.ts";
import { CLOCK_TERMS, type World } from "../model/world.ts";
import { refusals } from "../refusals.ts";

export interface RecordFinding {
  readonly findingId: FindingId;
  readonly fact: string;
  readonly kind: Finding["kind"];
  readonly value: unknown;
  readonly source: Finding["source"];
  /** For a fact of one policy alone; null for the case. */
  readonly policyId: PolicyId | null;
}

/** A fact as the case's documents declare it, in the order: its policies, payment, clocks. */
export const declaredFact = (
  state: Pick<ClaimState, "policies">,
  name: string,
  world: World,
): FactDescription | Refusal => {
  const ids = [...state.policies.map(({ terms }) => terms), world.paymentTerms, CLOCK_TERMS];
  const facts = ids.flatMap((id) => world.book.need(id).facts);
  const found = facts.find((fact) => fact.name === name);
  return found ?? refusals.unknownFact(name, [...new Set(facts.map((fact) => fact.name))]);
};

/** 录入认定: what a person or a statement says of a fact, in the value's normal form. */
export const recordFinding = (
  state: Pick<ClaimState, "policies">,
  command: RecordFinding,
  world: World,
): readonly ClaimEvent[] | Refusal => {
  const fact = declaredFact(state, command.fact, world);
  if (isRefusal(fact)) return fact;
  if (command.kind !== "value" && !isOrdered(fact)) return refusals.unbounded(fact);
  const value = readValue(fact, command.value);
  if (!value) return refusals.misread(fact, command.value);
  const finding: Finding = { ...command, source: { ...command.source }, value: value.json };
  return [{ type: "finding-recorded", finding }];
};

/** 撤回认定: it stays in the history with the reason, and no longer counts. */
export const withdrawFinding = (
  state: ClaimState,
  command: { readonly findingId: FindingId; readonly reason: string },
): readonly ClaimEvent[] | Refusal => {
  const finding = state.findings.find(({ findingId }) => findingId === command.findingId);
  if (!finding) return refusals.noFinding(command.findingId);
  if (finding.withdrawn) return refusals.withdrawn("这项认定", "This finding");
  return [{ type: "finding-withdrawn", ...command }];
};

/** 撤回证据: and with it everything it proved. */
export const withdrawEvidence = (
  state: ClaimState,
  command: { readonly evidenceId: EvidenceId; readonly reason: string },
): readonly ClaimEvent[] | Refusal => {
  const evidence = state.evidence.find(({ evidenceId }) => evidenceId === command.evidenceId);
  if (!evidence) return refusals.noEvidence(command.evidenceId);
  if (evidence.withdrawn) return refusals.withdrawn("这份证据", "This evidence");
  const proved = state.findings.filter(
    ({ source, withdrawn }) => source.evidenceId === command.evidenceId && withdrawn === null,
  );
  return [
    { type: "evidence-withdrawn", ...command },
    ...proved.map(
      ({ findingId }): ClaimEvent => ({ type: "finding-withdrawn", findingId, reason: command.reason }),
    ),
  ];
};
