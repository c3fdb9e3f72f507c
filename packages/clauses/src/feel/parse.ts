/** Reading FEEL text into a syntax tree. */
import type { Expr, UnaryTests } from "./ast.ts";
import { cells, expressions } from "./constants.ts";
import { type Grammar, grammarFor, type Node, type Top, type Tree } from "./grammar.ts";
import { lowerExpr } from "./lower.ts";
import { lowerTests } from "./lower-tests.ts";
import { Lowering, LoweringError, part } from "./lowering.ts";
import type { Mode } from "./mode.ts";
import type { FeelSyntaxError } from "./problem.ts";
import { lookalikeIn, scan, standIn } from "./scan.ts";
import { firstError, tooDeep, unexpected } from "./syntax-error.ts";

export interface ParseOptions {
  /**
   * Every name in play: variables, and the fields and entries reached by a dot or inside a filter. Names of
   * one plain word may be left out; a name with spaces or signs must be here to be read as one.
   */
  readonly names: ReadonlySet<string>;
  /** In `terms` (default `feel`) times without an offset are +08:00. */
  readonly mode?: Mode;
}

/** Reads an expression. Never throws: what is wrong comes back, with its place. */
export function parse(source: string, { names, mode = "feel" }: ParseOptions): Expr | FeelSyntaxError {
  return expressions.once(source, names, mode, () =>
    read(source, names, mode, "Expression", (top, lowering) => lowering.expr(part(top, 0, lowering), 0)),
  );
}

/** Reads the unary tests of a decision table's cell; an empty cell is `-`. Never throws. */
export function parseUnaryTests(
  source: string,
  { names, mode = "feel" }: ParseOptions,
): UnaryTests | FeelSyntaxError {
  const text = source.trim() === "" ? source.replace(/^/u, "-") : source;
  return cells.once(text, names, mode, () => read(text, names, mode, "UnaryTests", lowerTests));
}

export function isSyntaxError(
  result: { readonly kind: string } | FeelSyntaxError,
): result is FeelSyntaxError {
  return result.kind === "syntax error";
}

/** How much after the place of an error is read again to describe it. */
const AFTER_ERROR = 200;

/** The tree of a source that can be read in full; else what is wrong at the first place that cannot. */
function treeOf(source: string, grammar: Grammar): Tree | FeelSyntaxError {
  const text = standIn(source);
  try {
    return grammar.strict.parse(text);
  } catch (error) {
    const at = error instanceof SyntaxError ? /^No parse at (\d+)/u.exec(error.message)?.[1] : undefined;
    if (at === undefined) throw error;
    const end = Math.min(text.length, Number(at) + AFTER_ERROR);
    const found = firstError(grammar.lenient().parse(text.slice(0, end)), source);
    return found ?? unexpected(Number(at), source);
  }
}

function read<T>(
  source: string,
  names: ReadonlySet<string>,
  mode: Mode,
  top: Top,
  lower: (node: Node, lowering: Lowering) => T,
): T | FeelSyntaxError {
  const wrong = scan(source) ?? (mode === "terms" ? lookalikeIn(source, names) : null);
  if (wrong !== null) return wrong;
  try {
    const tree = treeOf(source, grammarFor(names, top));
    if ("kind" in tree) return lookalikeIn(source, names) ?? tree;
    return lower(tree.topNode, new Lowering(source, names, mode, lowerExpr));
  } catch (error) {
    if (error instanceof LoweringError) return error.problem;
    // The parser itself recurses on what it has read: the one way it can fail is to run out of stack.
    if (error instanceof RangeError) return tooDeep(0, source.length);
    throw error;
  }
}
