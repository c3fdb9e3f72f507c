/** What the parts of a saying need of the whole: formulas become phrases, and a phrase knows how tightly it holds. */
import type { Expr } from "../feel/ast.ts";
import type { Num } from "../feel/value.ts";
import type { Reader } from "./reader.ts";

/** How tightly a phrase holds together; a part that holds less goes into brackets. */
export const LEVEL = { open: 0, or: 1, and: 2, compare: 3, add: 4, multiply: 5, atom: 6 } as const;

export type Phrase = readonly [text: string, level: number];

export interface Saying {
  readonly reader: Reader;
  phrase(expr: Expr): Phrase;
  text(expr: Expr): string;
  /** In brackets where it holds less tightly than `level`. */
  at(expr: Expr, level: number): string;
  pick(zh: string, en: string): string;
  items(texts: readonly string[]): string;
  /** `value` from `low` to `high`, both included. */
  inRange(value: string, low: Expr, high: Expr): string;
  /** The same with variables that have no figure of their own. */
  within(names: Iterable<string>): Saying;
  /** Whether a condition is, in this decision, always true or always false. */
  known(expr: Expr): boolean | null;
  number(expr: Expr): Num | null;
}
