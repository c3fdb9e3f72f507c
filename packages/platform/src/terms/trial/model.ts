import { type Decision, FactsError } from "@goodfaith/clauses";
import { parseDocument } from "yaml";
import { type Cents, cents, yuan } from "../../kernel/money.ts";
import { isRefusal, type Refusal } from "../../kernel/refusal.ts";
import { type Edition, editionOf } from "../library.ts";
import type { TrialCounts, TrialRow } from "./contract.ts";

type Said = NonNullable<TrialRow["before"]>;
type Words = { readonly zh: string; readonly en: string };

/** What a trial reads of a decision that was made. */
export interface Tried {
  readonly facts: Readonly<Record<string, unknown>>;
  readonly terms: string;
  readonly edition: Edition | null;
  factsUnder(other: Edition): Readonly<Record<string, unknown>> | Refusal;
}
export interface Compared {
  readonly before: Said | null;
  readonly after: Said | null;
  readonly cannot: Words | null;
}

/**
 * A draft made ready for cases of another time. Its period is left out, because last year's cases are to be decided as if
 * they happened under it; nothing else differs. @throws TermsError
 */
export const draftForTrial = (id: string, text: string): Edition => {
  const document = parseDocument(text);
  document.delete("governs");
  return editionOf({ file: `${id}.yaml`, text: document.toString() });
};

const saidOf = (decision: Decision): Said => ({
  outcome: decision.outcome,
  payable: { least: decision.payable.least, most: decision.payable.most },
  reasons: decision.reasons.map(({ text }) => text),
  asks: decision.asks.map(({ fact }) => fact),
});

const wrongFacts = (error: FactsError): Words => ({
  zh: error.problems.map((p) => `“${p.fact}”${p.zh.message}`).join("；"),
  en: error.problems.map((p) => `${p.fact}: ${p.message}`).join("; "),
});

const decideBy = (edition: Edition, facts: Readonly<Record<string, unknown>>): Said | Words => {
  try {
    return saidOf(edition.decideAfresh(facts));
  } catch (error) {
    if (error instanceof FactsError) return wrongFacts(error);
    throw error;
  }
};

const LOST: Words = {
  zh: "当时所用版本的文本没有留存",
  en: "the text of the edition that decided is not kept",
};
const isWords = (said: Said | Words): said is Words => "zh" in said;

/** One decision made again by the edition that made it, and by the draft, on the facts known then. */
export const compare = (draft: Edition, tried: Tried): Compared => {
  const before = tried.edition ? decideBy(tried.edition, tried.facts) : LOST;
  const facts = tried.factsUnder(draft);
  const after = isRefusal(facts) ? { zh: facts.zh, en: facts.en } : decideBy(draft, facts);
  return {
    before: isWords(before) ? null : before,
    after: isWords(after) ? null : after,
    cannot: isWords(before) ? before : isWords(after) ? after : null,
  };
};

export type Change = "same" | "outcome" | "amount" | "cannot";

export const changeOf = ({ before, after }: Compared): Change => {
  if (!before || !after) return "cannot";
  if (before.outcome !== after.outcome) return "outcome";
  const same = before.payable.least === after.payable.least && before.payable.most === after.payable.most;
  return same ? "same" : "amount";
};

/** A decision's amounts have two decimals, always. */
const amount = (text: string): Cents => cents(BigInt(text.replace(".", "")));

/** Adds ranges of yuan; a sum with one that has no upper end has none. */
const totalOf = (ranges: readonly Said["payable"][]): Said["payable"] => ({
  least: yuan(cents(ranges.reduce((sum, { least }) => sum + amount(least), 0n))),
  most: ranges.some(({ most }) => most === null)
    ? null
    : yuan(cents(ranges.reduce((sum, { most }) => sum + amount(most ?? "0.00"), 0n))),
});

/** What a trial comes to. */
export const countsOf = (cases: number, compared: readonly Compared[]): TrialCounts => {
  const changes = compared.map(changeOf);
  const both = compared.flatMap(({ before, after }) => (before && after ? [{ before, after }] : []));
  return {
    cases,
    policies: compared.length,
    outcomeChanged: changes.filter((change) => change === "outcome").length,
    amountChanged: changes.filter((change) => change === "amount").length,
    cannot: changes.filter((change) => change === "cannot").length,
    before: totalOf(both.map(({ before }) => before.payable)),
    after: totalOf(both.map(({ after }) => after.payable)),
  };
};
