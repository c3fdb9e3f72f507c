/**
 * The JSON of a decision, exactly as `docs` and the commands print it (terms language §3).
 *
 * Every amount is a decimal string in yuan with two decimals; dates are ISO 8601, times in +08:00. A key that
 * says "certain" holds in every completion of the facts.
 */

/** What a completion comes to, in the order in which they take precedence. */
export type Outcome = "decline" | "refer" | "pay" | "nothing" | "accept";

/** Yuan, two decimals. `most` is null where nothing bounds it. */
export interface MoneyRange {
  readonly least: string;
  readonly most: string | null;
}

/** A reason that holds in every completion, and the clause that gives it. */
export interface Reason {
  readonly clause: string;
  readonly text: string;
}

/** What one benefit comes to. `reasons` are those that concern this benefit alone (`over`). */
export interface BenefitDecision extends MoneyRange {
  readonly clause: string;
  readonly name: string;
  readonly reasons: readonly Reason[];
}

/** An end that is null is not bounded. */
export interface Between<T> {
  readonly between: readonly [T | null, T | null];
}

/** A value as facts and `values` write it. Numbers and money are decimal strings. */
export type JsonValue =
  | null
  | boolean
  | number
  | string
  | readonly JsonValue[]
  | { readonly [key: string]: JsonValue };

/** A service lane and by when. `due` is null while `from` is unknown. A date means its midnight. */
export interface PromiseDecision {
  readonly clause: string;
  readonly lane: string;
  readonly due: string | Between<string> | null;
}

export interface FlagDecision {
  readonly clause: string;
  readonly name: string;
  readonly points: string | Between<string>;
}

export interface StepDecision {
  readonly clause: string;
  readonly channel: string;
  /** ISO 8601 duration after the previous rung, or null where it is not yet known. */
  readonly after: string | null;
}

/** A fact whose answer could still change the decision. */
export interface Ask {
  /** The fact's name, or `列表[2].字段`. */
  readonly fact: string;
  readonly ask: string | null;
  readonly from: string | null;
  /** The ids of the clauses that read it, directly or through defined names, in document order. */
  readonly clauses: readonly string[];
}

export interface ExplanationLine {
  readonly clause: string;
  readonly text: string;
  readonly shows: string;
}

export interface Decision {
  readonly terms: string;
  readonly digest: string;
  readonly outcome: Outcome | "open";
  readonly settled: boolean;
  readonly tight: boolean;
  readonly payable: MoneyRange;
  readonly benefits: readonly BenefitDecision[];
  readonly reasons: readonly Reason[];
  readonly values: { readonly [name: string]: JsonValue };
  readonly promises: readonly PromiseDecision[];
  readonly flags: readonly FlagDecision[];
  readonly points: string | Between<string>;
  readonly steps: readonly StepDecision[];
  readonly asks: readonly Ask[];
  readonly explanation?: readonly ExplanationLine[];
}

/** Facts as they come (§3): names to values, `{between: […]}`, `{oneOf: […]}`, `{none: true}`; null is unknown. */
export type FactsInput = { readonly [name: string]: unknown };

/** Decides; throws `FactsError` where a fact has the wrong type, lies outside its limits, or outside `effective`. */
export type Decide = (facts: FactsInput) => Decision;
