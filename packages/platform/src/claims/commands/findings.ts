import type { FactDescription } from "@goodfaith/clauses";
import { showTime } from "../../evidence/index.ts";
import type { EvidenceId, FindingId, PolicyId } from "../../kernel/ids.ts";
import { isRefusal, type Refusal } from "../../kernel/refusal.ts";
import { isOrdered, readValue } from "../facts/value.ts";
import { clockEditions } from "../model/clocks.ts";
import type { ClaimEvent, Finding } from "../model/events.ts";
import type { ClaimState } from "../model/state.ts";
import type { World } from "../model/world.ts";
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

/** A fact as the case's documents declare it, in the order: its policies, payment, clocks; or as one policy's terms do. */
const declaredFact = (
  state: Pick<ClaimState, "policies" | "reportedAt">,
  { fact: name, policyId }: Pick<RecordFinding, "fact" | "policyId">,
  world: World,
): FactDescription | Refusal => {
  const policies = state.policies.filter((policy) => policyId === null || policy.policyId === policyId);
  if (policyId !== null && policies.length === 0) return refusals.noPolicy(policyId);
  const editions = [
    ...policies.map(({ terms }) => world.book.need(terms)),
    ...(policyId === null ? [world.book.need(world.paymentTerms), ...clockEditions(state, world.book)] : []),
  ];
  const facts = editions.flatMap((edition) => edition.facts);
  const found = facts.find((fact) => fact.name === name);
  return found ?? refusals.unknownFact(name, [...new Set(facts.map((fact) => fact.name))]);
};

/**
 * What happened did so before now, and its moment before it was reported. An upper bound may lie later: it says less, and
 * nothing false. Returns the bound that is broken.
 */
const notYet = (
  state: Pick<ClaimState, "reportedAt">,
  fact: FactDescription,
  { kind, json }: { readonly kind: Finding["kind"]; readonly json: unknown },
  world: World,
): Refusal | null => {
  if (kind === "not-after" || world.vocabulary.get(fact.name)?.subject !== "event") return null;
  const moment = fact.type === "date and time";
  if (!(moment || fact.type === "date") || typeof json !== "string") return null;
  const limit = moment
    ? { at: state.reportedAt, zh: "报案时间", en: "the report" }
    : { at: world.now.slice(0, 10), zh: "今天", en: "today" };
  if (json <= limit.at) return null;
  return refusals.notYet(fact.name, showTime(json), { ...limit, at: showTime(limit.at) });
};

/** 录入认定: what a person or a statement says of a fact, in the value's normal form. */
export const recordFinding = (
  state: Pick<ClaimState, "policies" | "reportedAt">,
  command: RecordFinding,
  world: World,
): readonly ClaimEvent[] | Refusal => {
  const fact = declaredFact(state, command, world);
  if (isRefusal(fact)) return fact;
  if (command.kind !== "value" && !isOrdered(fact)) return refusals.unbounded(fact);
  const value = readValue(fact, command.value);
  if (!value) return refusals.misread(fact, command.value);
  const early = notYet(state, fact, { kind: command.kind, json: value.json }, world);
  if (early) return early;
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
