/** A DMN model as read: names resolved to elements, expressions parsed, types at hand. */
import type { Expr, UnaryTests } from "../feel/ast.ts";
import type { DmnProblem } from "./problem.ts";
import type { DmnType } from "./types.ts";

/** Text in FEEL, parsed once everything that may be a name is known. `parsed` is null where it is unreadable. */
export interface Slot<T> {
  readonly source: string;
  /** Where the text begins. */
  readonly line: number;
  /** The names with more than a plain word in them that may stand in it, beside those of the whole model. */
  readonly names: readonly string[];
  parsed: T | null;
}

export type ExprSlot = Slot<Expr>;
export type TestsSlot = Slot<UnaryTests>;

interface Base {
  readonly line: number;
  /** The declared type of the expression's value; null: none. */
  readonly type: DmnType | null;
}

export interface Typed {
  readonly name: string;
  readonly type: DmnType | null;
}

export interface ContextEntry {
  /** Null for the entry that is the value of the whole. */
  readonly variable: Typed | null;
  readonly value: Boxed;
}

export interface FunctionBox extends Base {
  readonly kind: "function";
  readonly parameters: readonly Typed[];
  readonly result: DmnType | null;
  readonly body: Boxed;
  /** A function in Java or PMML: it has no value here, and calling it gives null. */
  readonly external: boolean;
}

export type HitPolicy = "U" | "A" | "P" | "F" | "R" | "O" | "C";
export type Aggregation = "SUM" | "COUNT" | "MIN" | "MAX";

export interface TableInput {
  readonly label: string;
  readonly line: number;
  readonly expression: ExprSlot;
  readonly type: DmnType | null;
  readonly allowed: TestsSlot | null;
}

export interface TableOutput {
  readonly name: string;
  readonly type: DmnType | null;
  /** In descending order of priority. */
  readonly allowed: TestsSlot | null;
  readonly fallback: ExprSlot | null;
}

export interface TableRule {
  readonly line: number;
  readonly tests: readonly TestsSlot[];
  readonly outputs: readonly ExprSlot[];
}

export interface TableBox extends Base {
  readonly kind: "table";
  readonly hit: HitPolicy;
  readonly aggregation: Aggregation | null;
  readonly inputs: readonly TableInput[];
  readonly outputs: readonly TableOutput[];
  readonly rules: readonly TableRule[];
}

/** A boxed expression (DMN 1.5 §7.3 and §10.2.2). */
export type Boxed =
  | (Base & { readonly kind: "nothing" })
  | (Base & { readonly kind: "literal"; readonly expression: ExprSlot })
  | TableBox
  | (Base & { readonly kind: "context"; readonly entries: readonly ContextEntry[] })
  | (Base & {
      readonly kind: "invocation";
      readonly callee: Boxed;
      readonly bindings: readonly { readonly name: string; readonly value: Boxed }[];
    })
  | FunctionBox
  | (Base & { readonly kind: "list"; readonly items: readonly Boxed[] })
  | (Base & {
      readonly kind: "relation";
      readonly columns: readonly Typed[];
      readonly rows: readonly (readonly Boxed[])[];
    })
  | (Base & {
      readonly kind: "conditional";
      readonly condition: Boxed;
      readonly consequent: Boxed;
      readonly alternative: Boxed;
    })
  | (Base & { readonly kind: "filter"; readonly list: Boxed; readonly match: Boxed })
  | (Base & {
      readonly kind: "for" | "some" | "every";
      readonly variable: string;
      readonly source: Boxed;
      readonly body: Boxed;
    });

/** A reference to an element: its model's namespace (null: this model's own) and its id. */
export interface Reference {
  readonly namespace: string | null;
  readonly id: string;
  readonly line: number;
}

interface DrgBase {
  readonly id: string;
  readonly name: string;
  /** The name its value has in expressions. */
  readonly variable: string;
  readonly type: DmnType | null;
  readonly line: number;
}

export interface InputData extends DrgBase {
  readonly kind: "input";
}

export interface Decision extends DrgBase {
  readonly kind: "decision";
  readonly requires: readonly Reference[];
  readonly logic: Boxed;
}

export interface Knowledge extends DrgBase {
  readonly kind: "knowledge";
  readonly requires: readonly Reference[];
  readonly logic: FunctionBox | null;
}

export interface Service extends DrgBase {
  readonly kind: "service";
  readonly outputs: readonly Reference[];
  readonly inputDecisions: readonly Reference[];
  readonly inputData: readonly Reference[];
}

/** What has a name in the requirements graph. */
export type Drg = InputData | Decision | Knowledge | Service;

export interface Import {
  /** Empty: its names join this model's own. */
  readonly name: string;
  readonly model: DmnModel;
}

export interface DmnModel {
  readonly file: string;
  readonly name: string;
  readonly namespace: string;
  readonly items: ReadonlyMap<string, DmnType>;
  /** By id, in the order of the document. */
  readonly elements: ReadonlyMap<string, Drg>;
  readonly imports: readonly Import[];
  /** The names of fields, entries, outputs and parameters. */
  readonly everywhere: ReadonlySet<string>;
  /** What is wrong with it and does not keep it from being evaluated: what is unreadable is null. */
  readonly problems: readonly DmnProblem[];
}
