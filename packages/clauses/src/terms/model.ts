/** A terms document as read: places kept, expressions parsed, names not yet resolved. */
import type { Expr, UnaryTests } from "../feel/ast.ts";
import type { Num, Value } from "../feel/value.ts";
import type { Place } from "./located.ts";

export type ScalarKind =
  | "boolean"
  | "number"
  | "money"
  | "date"
  | "date and time"
  | "days and time duration"
  | "years and months duration"
  | "string";

export type FactType =
  | { readonly kind: ScalarKind }
  | { readonly kind: "one of"; readonly members: readonly (string | Num)[] }
  | { readonly kind: "list"; readonly of: FactDecl }
  | { readonly kind: "records"; readonly fields: ReadonlyMap<string, FactDecl> };

/** A declared fact, or a field or element of a list fact. Limits are values of the fact's own type. */
export interface FactDecl {
  readonly name: string;
  readonly type: FactType;
  readonly ask: string | null;
  readonly from: string | null;
  readonly optional: boolean;
  readonly min: Value;
  readonly max: Value;
  readonly step: Value;
  readonly at: Place;
}

/** An expression and where it stands. `block` says that line breaks in `source` are lines of the file. */
export interface Formula {
  readonly source: string;
  readonly expr: Expr;
  readonly at: Place;
  readonly block: boolean;
}

/** A cell of a table row: a test of its input. */
export interface Cell {
  readonly source: string;
  readonly tests: UnaryTests;
  readonly at: Place;
}

export interface Row {
  readonly at: Place;
  readonly inputs: readonly Cell[];
  readonly outputs: readonly Formula[];
}

export type HitPolicy = "unique" | "first" | "sum" | "max";

export interface DefineEntry {
  readonly name: string;
  readonly value: Formula;
  readonly at: Place;
}

export type Within =
  | { readonly kind: "duration"; readonly value: Formula }
  | { readonly kind: "working days"; readonly value: Formula };

export type Effect =
  | { readonly kind: "define"; readonly entries: readonly DefineEntry[] }
  | {
      readonly kind: "table";
      readonly names: readonly string[];
      readonly hit: HitPolicy;
      readonly on: readonly Formula[];
      readonly rows: readonly Row[];
      readonly at: Place;
    }
  | { readonly kind: "require"; readonly value: Formula; readonly reason: string }
  | { readonly kind: "exclude"; readonly value: Formula; readonly reason: string }
  | { readonly kind: "refer"; readonly value: Formula; readonly reason: string }
  | {
      readonly kind: "pay";
      readonly value: Formula;
      readonly name: string;
      readonly upTo: Formula | null;
    }
  | { readonly kind: "cap"; readonly value: Formula }
  | { readonly kind: "promise"; readonly lane: string; readonly within: Within; readonly from: Formula }
  | {
      readonly kind: "flag";
      readonly value: Formula;
      readonly name: string;
      readonly points: Formula | null;
    }
  | { readonly kind: "step"; readonly channel: string; readonly after: Formula | null }
  | { readonly kind: "gives"; readonly names: readonly string[]; readonly at: Place }
  | { readonly kind: "none" };

export interface ForEach {
  readonly name: string;
  readonly source: Formula;
}

export interface Clause {
  readonly id: string;
  readonly text: string;
  readonly law: readonly string[];
  readonly when: Formula | null;
  readonly insteadOf: string | null;
  readonly forEach: ForEach | null;
  readonly over: readonly string[] | null;
  readonly effect: Effect;
  readonly at: Place;
  /** Where the effect's own key stands. */
  readonly effectAt: Place;
}

export interface Example {
  readonly name: string;
  readonly given: { readonly [name: string]: unknown };
  /** What the document writes under `then`. */
  readonly expected: { readonly [key: string]: unknown };
  readonly at: Place;
  /** Where each key of `given` and `then` stands, as `given.名` and `then.outcome`. */
  readonly places: ReadonlyMap<string, Place>;
}

/** Days from 1970-01-01; `to` null is without end. Both ends included. */
export interface Period {
  readonly from: number | null;
  readonly to: number | null;
}

export interface TermsDocument {
  readonly file: string;
  readonly id: string;
  readonly title: string;
  readonly kind: "product" | "programme";
  readonly effective: Period;
  readonly governs: string | null;
  readonly source: string | null;
  readonly rounding: "half-up" | "down";
  readonly facts: ReadonlyMap<string, FactDecl>;
  readonly clauses: readonly Clause[];
  readonly examples: readonly Example[];
  readonly digest: string;
  readonly text: string;
  readonly at: Place;
  /** Names that facts or clauses define or try to: one that came to nothing is said there, not where it is read. */
  readonly attempted: ReadonlySet<string>;
  /** Where each key of the document begins. */
  readonly sections: ReadonlyMap<string, Place>;
}
