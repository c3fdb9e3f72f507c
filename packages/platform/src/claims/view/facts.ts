import type { FactDescription } from "@goodfaith/clauses";
import type { z } from "zod";
import type { PolicyId } from "../../kernel/ids.ts";
import type { Edition, Vocabulary } from "../../terms/index.ts";
import type { FactView, Source } from "../contract.ts";
import type { FactsJson } from "../facts/gather.ts";
import { showClaim, showValue } from "../facts/words.ts";
import { type CaseFinding, type ClaimState, standing } from "../model/state.ts";

export type FactShown = z.output<typeof FactView>;
type SourceShown = z.output<typeof Source>;

/** One document's facts as they were last decided upon. */
export interface Decided {
  readonly edition: Edition;
  readonly facts: FactsJson;
  readonly asked: ReadonlySet<string>;
  /** Null for payment. */
  readonly policyId: PolicyId | null;
  /** The record that gave what no finding gave. */
  readonly record: { readonly kind: "policy" | "record"; readonly label: string; readonly at: string };
}

export const sourceOf = (finding: CaseFinding): SourceShown => ({
  kind: finding.source.kind,
  label: finding.source.label,
  at: finding.recorded.at,
  by: finding.recorded.by,
  evidenceId: finding.source.evidenceId,
  findingId: finding.findingId,
  locator: finding.source.locator,
});

const stateOf = (json: unknown): FactShown["state"] => {
  if (json === null || json === undefined) return "unknown";
  const open = typeof json === "object" && ("between" in json || "oneOf" in json);
  return open ? "bounded" : "known";
};

const viewOf = (state: ClaimState, decided: Decided, fact: FactDescription): FactShown => {
  const json = decided.facts[fact.name] ?? null;
  const findings = standing(state).filter(
    (finding) =>
      finding.fact === fact.name && (finding.policyId === null || finding.policyId === decided.policyId),
  );
  // Several bounds of one fact are told apart by what each says.
  const sourced = (finding: CaseFinding): SourceShown => {
    const source = sourceOf(finding);
    return finding.kind === "value"
      ? source
      : { ...source, label: `${source.label}：${showClaim(fact.type, finding)}` };
  };
  const { kind, label, at } = decided.record;
  const recorded: SourceShown = {
    kind,
    label,
    at,
    by: null,
    evidenceId: null,
    findingId: null,
    locator: null,
  };
  return {
    name: fact.name,
    type: fact.type,
    ask: fact.ask,
    value: json,
    shows: showValue(fact.type, json),
    state: stateOf(json),
    options: fact.options?.map(String) ?? null,
    sources: findings.length > 0 ? findings.map(sourced) : json === null ? [] : [recorded],
    asked: decided.asked.has(fact.name),
  };
};

/** A fact is shown where something is known of it or something hangs on it. */
const isShown = (fact: FactShown): boolean => fact.state !== "unknown" || fact.asked;

/** Facts of the contract itself, which stand beside its policy; all others stand with the case. */
const isPolicyFact = (vocabulary: Vocabulary, name: string): boolean =>
  vocabulary.get(name)?.subject === "policy";

export const policyFacts = (state: ClaimState, decided: Decided, vocabulary: Vocabulary): FactShown[] =>
  decided.edition.facts
    .filter(({ name }) => isPolicyFact(vocabulary, name))
    .map((fact) => viewOf(state, decided, fact))
    .filter(isShown);

/** Facts of what happened, each once, in the order of the documents. Asked where any policy asks. */
export const caseFacts = (
  state: ClaimState,
  all: readonly Decided[],
  vocabulary: Vocabulary,
): FactShown[] => {
  const facts = new Map<string, FactShown>();
  for (const decided of all)
    for (const fact of decided.edition.facts) {
      if (isPolicyFact(vocabulary, fact.name)) continue;
      const view = viewOf(state, decided, fact);
      const before = facts.get(fact.name);
      facts.set(fact.name, before ? { ...before, asked: before.asked || view.asked } : view);
    }
  return [...facts.values()].filter(isShown);
};

/** Every fact that payment needs, known or not. */
export const paymentFactsView = (state: ClaimState, decided: Decided): FactShown[] =>
  decided.edition.facts.map((fact) => viewOf(state, decided, fact));
