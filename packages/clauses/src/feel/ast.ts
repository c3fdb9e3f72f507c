/**
 * The abstract syntax of FEEL expressions (DMN 1.5 §10.3).
 *
 * Every node carries the half-open range of UTF-16 offsets `[from, to)` of the source it was read from, so
 * that an error found long after parsing can still be shown in place. Nodes are plain frozen data: no
 * methods, no parent links.
 */
import type { Value } from "./value.ts";

export interface Span {
  readonly from: number;
  readonly to: number;
}

export type ArithmeticOp = "+" | "-" | "*" | "/" | "**";
export type CompareOp = "=" | "!=" | "<" | "<=" | ">" | ">=";
export type LogicOp = "and" | "or";
export type Quantifier = "some" | "every";

/** A constant: number, string, boolean, null, or an @-literal (date, time, date-time, duration). */
export interface Literal extends Span {
  readonly kind: "literal";
  readonly value: Value;
}

/** A variable or built-in, its spaces normalised to single ones. `?` is the tested input in unary tests. */
export interface Name extends Span {
  readonly kind: "name";
  readonly name: string;
}

export interface Negate extends Span {
  readonly kind: "negate";
  readonly operand: Expr;
}

export interface Arithmetic extends Span {
  readonly kind: "arithmetic";
  readonly op: ArithmeticOp;
  readonly left: Expr;
  readonly right: Expr;
}

export interface Compare extends Span {
  readonly kind: "compare";
  readonly op: CompareOp;
  readonly left: Expr;
  readonly right: Expr;
}

/** `a and b and c` is one node with three operands (two or more, source order). */
export interface Logic extends Span {
  readonly kind: "logic";
  readonly op: LogicOp;
  readonly operands: readonly Expr[];
}

/** `value between low and high`, both ends included. */
export interface Between extends Span {
  readonly kind: "between";
  readonly value: Expr;
  readonly low: Expr;
  readonly high: Expr;
}

/** `value in test` or `value in (test, test)`: true where any test is. */
export interface In extends Span {
  readonly kind: "in";
  readonly value: Expr;
  readonly tests: readonly Test[];
}

export interface If extends Span {
  readonly kind: "if";
  readonly condition: Expr;
  readonly consequent: Expr;
  readonly alternative: Expr;
}

/**
 * One `name in source` of a `for`, `some` or `every`. With `until`, the iteration runs over the whole numbers
 * (or days) from `source` to it, downwards too, both ends included.
 */
export interface Iterator extends Span {
  readonly name: string;
  readonly source: Expr;
  readonly until: Expr | null;
}

/** `for … return body`; `body` may read `partial`, the list of results so far. */
export interface For extends Span {
  readonly kind: "for";
  readonly iterators: readonly Iterator[];
  readonly body: Expr;
}

export interface Quantified extends Span {
  readonly kind: "quantified";
  readonly quantifier: Quantifier;
  readonly iterators: readonly Iterator[];
  readonly condition: Expr;
}

/** `list[condition]`; `condition` may read `item`, and the fields of an item that is a context. */
export interface Filter extends Span {
  readonly kind: "filter";
  readonly list: Expr;
  readonly condition: Expr;
}

/** `object.name` */
export interface Path extends Span {
  readonly kind: "path";
  readonly object: Expr;
  readonly name: string;
}

export interface List extends Span {
  readonly kind: "list";
  readonly items: readonly Expr[];
}

export interface ContextEntry extends Span {
  readonly key: string;
  readonly value: Expr;
}

/** `{a: 1, b: a + 1}`; an entry may read the entries before it. */
export interface Context extends Span {
  readonly kind: "context";
  readonly entries: readonly ContextEntry[];
}

/** `[low..high]` and its open forms. An end that is `null` is absent, as in `(< 5)`. */
export interface Range extends Span {
  readonly kind: "range";
  readonly low: Expr | null;
  readonly high: Expr | null;
  readonly lowIncluded: boolean;
  readonly highIncluded: boolean;
}

export interface Parameter extends Span {
  readonly name: string;
  readonly type: TypeExpr | null;
}

export interface FunctionDefinition extends Span {
  readonly kind: "function";
  readonly parameters: readonly Parameter[];
  readonly body: Expr;
  /** An `external` function (Java, PMML): it parses, and evaluates to null. */
  readonly external: boolean;
}

export interface NamedArgument extends Span {
  readonly name: string;
  readonly value: Expr;
}

/** `callee(a, b)` (`named` empty) or `callee(x: a, y: b)` (`args` empty). */
export interface Call extends Span {
  readonly kind: "call";
  readonly callee: Expr;
  readonly args: readonly Expr[];
  readonly named: readonly NamedArgument[];
}

export interface InstanceOf extends Span {
  readonly kind: "instance of";
  readonly value: Expr;
  readonly type: TypeExpr;
}

export type Expr =
  | Literal
  | Name
  | Negate
  | Arithmetic
  | Compare
  | Logic
  | Between
  | In
  | If
  | For
  | Quantified
  | Filter
  | Path
  | List
  | Context
  | Range
  | FunctionDefinition
  | Call
  | InstanceOf;

export type ExprKind = Expr["kind"];

/** A type as written after `instance of` or a parameter. */
export type TypeExpr =
  | (Span & { readonly kind: "named"; readonly name: string })
  | (Span & { readonly kind: "list"; readonly of: TypeExpr })
  | (Span & { readonly kind: "range"; readonly of: TypeExpr })
  | (Span & {
      readonly kind: "context";
      readonly fields: readonly { readonly name: string; readonly type: TypeExpr }[];
    })
  | (Span & {
      readonly kind: "function";
      readonly parameters: readonly TypeExpr[];
      readonly result: TypeExpr;
    });

/** `< operand` and its kin: the tested input on the left. */
export interface CompareTest extends Span {
  readonly kind: "compare test";
  readonly op: CompareOp;
  readonly operand: Expr;
}

/**
 * A test that is an expression: true where it reads `?` and is true, where it equals the input, or where it
 * is a range or list that holds the input.
 */
export interface ValueTest extends Span {
  readonly kind: "value test";
  readonly expr: Expr;
}

export type Test = CompareTest | ValueTest;

/** A cell of a decision table: `-` (no tests, not negated), `a, b`, or `not(a, b)`. */
export interface UnaryTests extends Span {
  readonly kind: "unary tests";
  readonly negated: boolean;
  readonly tests: readonly Test[];
}
