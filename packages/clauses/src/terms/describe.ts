/** Facts and clauses described for pages and forms: nothing here decides anything. */

export type FactKind =
  | "boolean"
  | "number"
  | "money"
  | "date"
  | "date and time"
  | "days and time duration"
  | "years and months duration"
  | "string"
  | "one of"
  | "list";

/** A declared fact, for a form. `min`, `max`, `step` are literals as facts write them (yuan for money). */
export interface FactDescription {
  readonly name: string;
  readonly type: FactKind;
  readonly ask: string | null;
  readonly from: string | null;
  readonly optional: boolean;
  readonly min: string | null;
  readonly max: string | null;
  readonly step: string | null;
  /** The members of a `one of`. */
  readonly options: readonly (string | number)[] | null;
  /** What a list holds: one unnamed description, or one a field. */
  readonly elements: readonly FactDescription[] | null;
}

export type EffectKind =
  | "define"
  | "table"
  | "require"
  | "exclude"
  | "pay"
  | "cap"
  | "refer"
  | "promise"
  | "flag"
  | "step"
  | "gives"
  | "none";

/** A clause, its wording and its effect as readable text (FEEL as written). */
export interface ClauseDescription {
  readonly id: string;
  readonly text: string;
  readonly law: readonly string[];
  readonly kind: EffectKind;
  /** For example `给付 max(0, 目录内费用 - 15000) * 目录内比例，以 1500000 - 本年已赔 为限`. */
  readonly effect: string;
  readonly when: string | null;
  readonly insteadOf: string | null;
  readonly over: readonly string[] | null;
  readonly line: number;
}
