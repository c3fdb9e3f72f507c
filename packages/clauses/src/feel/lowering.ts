/** What the functions that turn lezer's tree into ours share. */
import type { Expr } from "./ast.ts";
import type { Node } from "./grammar.ts";
import { DEPTH_MAX } from "./limits.ts";
import type { Mode } from "./mode.ts";
import { canonicalName } from "./names.ts";
import type { FeelSyntaxError, Wording } from "./problem.ts";
import { syntaxError, tooDeep } from "./syntax-error.ts";

/** Carries a syntax error out of the recursion; caught by `parse`. */
export class LoweringError extends Error {
  readonly problem: FeelSyntaxError;

  constructor(problem: FeelSyntaxError) {
    super(problem.message);
    this.problem = problem;
  }
}

type LowerExpr = (node: Node, lowering: Lowering, depth: number) => Expr;

export class Lowering {
  readonly source: string;
  readonly mode: Mode;
  readonly #spellings: ReadonlyMap<string, string>;
  readonly #lowerExpr: LowerExpr;

  constructor(source: string, names: ReadonlySet<string>, mode: Mode, lowerExpr: LowerExpr) {
    this.source = source;
    this.mode = mode;
    this.#spellings = spellings(names);
    this.#lowerExpr = lowerExpr;
  }

  /** The expression at `node`, which is `depth` levels down. @throws LoweringError */
  expr(node: Node, depth: number): Expr {
    if (depth > DEPTH_MAX) throw new LoweringError(tooDeep(node.from, node.to));
    return this.#lowerExpr(node, this, depth);
  }

  text(node: Node): string {
    return this.source.slice(node.from, node.to);
  }

  /** The name at `node`, spelled as it was declared. */
  name(node: Node): string {
    const plain = canonicalName(withoutComments(this.text(node)));
    return this.#spellings.get(plain) ?? plain;
  }

  /** A syntax error at `node`, to be thrown. */
  error(node: Node, wording: Wording & { readonly zh: Wording }): LoweringError {
    return new LoweringError(syntaxError(node.from, node.to, wording));
  }
}

const made = new WeakMap<ReadonlySet<string>, ReadonlyMap<string, string>>();

function spellings(names: ReadonlySet<string>): ReadonlyMap<string, string> {
  const found = made.get(names);
  if (found !== undefined) return found;
  const fresh = new Map([...names].map((name) => [canonicalName(name), name]));
  made.set(names, fresh);
  return fresh;
}

const withoutComments = (text: string): string =>
  text.includes("/") ? text.replace(/\/\/[^\n]*|\/\*[\s\S]*?\*\//gu, " ") : text;

/** Children of `node` that are neither comments nor errors. */
export function childrenOf(node: Node): Node[] {
  const found: Node[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (child.name !== "LineComment" && child.name !== "BlockComment") found.push(child);
  }
  return found;
}

/** Punctuation and keywords are anonymous or lower-case in lezer-feel's grammar; what bears meaning is not. */
export const isPart = (node: Node): boolean =>
  /^[A-Z]/u.test(node.name) || node.name === "null" || node.name === "?";

export const partsOf = (node: Node): Node[] => childrenOf(node).filter(isPart);

/** The `index`-th meaningful child, operators not counted. @throws LoweringError where there is none */
export function part(node: Node, index: number, l: Lowering): Node {
  const found = partsOf(node).filter((child) => !/^(?:ArithOp|CompareOp)$/u.test(child.name))[index];
  if (found === undefined) throw unreadable(node, l);
  return found;
}

export function unreadable(node: Node, l: Lowering): LoweringError {
  const text = l.text(node).slice(0, 40);
  return l.error(node, {
    message: `“${text}” cannot be read`,
    hint: "write a FEEL expression",
    zh: { message: `无法读懂“${text}”`, hint: "请写 FEEL 表达式" },
  });
}
