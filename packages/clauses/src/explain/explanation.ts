/** An explanation for the person it concerns: what `explain` gives, as JSON. */
import type { MoneyRange, Outcome } from "../decide/decision.ts";
import type { Language } from "./function-words.ts";

export interface ExplainOptions {
  /** `zh` where absent. */
  readonly language?: Language;
  /** What facts, fields, options, defined values and benefits are called in the language; other names stay as written. */
  readonly names?: { readonly [name: string]: string };
  /** Facts that stand in the contract or a register: what would change the outcome speaks of them last. */
  readonly certain?: readonly string[];
}

/** A clause that matters here: the wording as signed (always Chinese), and what it comes to in words. */
export interface ExplainedClause {
  readonly clause: string;
  readonly text: string;
  readonly says: string;
}

/**
 * What the decision would be if this fact alone were otherwise. `given` is the fact as facts write it: one value,
 * `{between: [a, b]}` (an end that is null is open), `{oneOf: […]}` or `{none: true}`; where it is settled, each of
 * these values gives exactly `outcome` and `payable`; where it is not, they do so together.
 */
export interface Change {
  readonly fact: string;
  readonly given: unknown;
  readonly outcome: Outcome | "open";
  readonly settled: boolean;
  readonly payable: MoneyRange;
  readonly text: string;
}

export interface Explanation {
  readonly language: Language;
  /** What is paid, why not, or what is still open and between which amounts. */
  readonly headline: string;
  readonly clauses: readonly ExplainedClause[];
  /** At most three; for a fact that is known, the nearest value that changes the outcome. */
  readonly changes: readonly Change[];
  /** Where no change of one fact alone would lead to payment, a sentence that says so; else null. */
  readonly alone: string | null;
  /** How to take `changes`; in English also that the Chinese wording governs. */
  readonly note: string;
}
