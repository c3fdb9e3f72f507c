/** Where a formula's source has a name, or a sign or word of FEEL for which something else is printed. */
import type { Expr, Iterator } from "../feel/ast.ts";
import { children } from "../feel/index.ts";
import type { Formula } from "../terms/model.ts";
import { functionWord } from "./function-words.ts";

/** What is printed for an operator, so that a person reads it as on paper. */
const SIGNS: Readonly<Record<string, string>> = {
  "*": "×",
  "/": "÷",
  "-": "−",
  ">=": "≥",
  "<=": "≤",
  "!=": "≠",
  and: "且",
  or: "或",
};
const LITERALS: ReadonlyMap<unknown, string> = new Map<unknown, string>([
  [true, "是"],
  [false, "否"],
  [null, "（无）"],
]);

export type NamePlace = {
  readonly kind: "name";
  readonly from: number;
  readonly to: number;
  readonly name: string;
};
export type SignPlace = {
  readonly kind: "sign";
  readonly from: number;
  readonly to: number;
  readonly text: string;
};
type Places = (NamePlace | SignPlace)[];

/** The names and signs of a formula, in the order of its source. */
export function collectNames(formula: Formula): readonly (NamePlace | SignPlace)[] {
  const places: Places = [];
  collect(formula.expr, formula.source, places);
  return places.sort((a, b) => a.from - b.from);
}

function collect(expr: Expr, source: string, places: Places): void {
  if (expr.kind === "name") {
    places.push({ kind: "name", from: expr.from, to: expr.to, name: expr.name });
    return;
  }
  places.push(...ownSigns(expr, source));
  for (const child of children(expr)) collect(child, source, places);
}

/** What an expression prints of its own, what is inside it aside. */
function ownSigns(expr: Expr, source: string): readonly SignPlace[] {
  const word = (feel: string, zh: string, from: number, to: number): readonly SignPlace[] =>
    signBetween(feel, zh, from, to, source);
  switch (expr.kind) {
    case "literal": {
      const text = LITERALS.get(expr.value);
      return text === undefined ? [] : [{ kind: "sign", from: expr.from, to: expr.to, text }];
    }
    case "arithmetic":
    case "compare":
      return operators(expr.op, [expr.left, expr.right], source);
    case "logic":
      return operators(expr.op, expr.operands, source);
    case "call":
      return callee(expr);
    case "if":
      return [
        ...word("if", "如", expr.from, expr.condition.from),
        ...word("then", "则", expr.condition.to, expr.consequent.from),
        ...word("else", "否则", expr.consequent.to, expr.alternative.from),
      ];
    case "in":
      return word("in", "属于", expr.value.to, expr.to);
    case "between":
      return [
        ...word("between", "介于", expr.value.to, expr.low.from),
        ...word("and", "与", expr.low.to, expr.high.from),
      ];
    case "quantified":
      return [
        ...word(expr.quantifier, expr.quantifier === "some" ? "有" : "每个", expr.from, expr.to),
        ...iterated(expr.iterators, word),
        ...word("satisfies", "满足", expr.iterators.at(-1)?.to ?? expr.from, expr.condition.from),
      ];
    case "for":
      return [
        ...word("for", "对", expr.from, expr.to),
        ...iterated(expr.iterators, word),
        ...word("return", "得", expr.iterators.at(-1)?.to ?? expr.from, expr.body.from),
      ];
    default:
      return [];
  }
}

const iterated = (
  iterators: readonly Iterator[],
  word: (feel: string, zh: string, from: number, to: number) => readonly SignPlace[],
): readonly SignPlace[] =>
  iterators.flatMap((i) => word("in", "属于", i.from + i.name.length, i.source.from));

/** A function's name in words. `date("2024-10-01")` is a date as written and has none. */
function callee(expr: Extract<Expr, { kind: "call" }>): readonly SignPlace[] {
  if (expr.callee.kind !== "name") return [];
  const [first] = expr.args;
  if (first?.kind === "literal" && typeof first.value === "string") return [];
  const text = functionWord(expr.callee.name, "zh");
  return text === null ? [] : [{ kind: "sign", from: expr.callee.from, to: expr.callee.to, text }];
}

/** Where an operator stands between its operands, if a sign is printed for it. */
function operators(op: string, operands: readonly Expr[], source: string): readonly SignPlace[] {
  const text = SIGNS[op];
  if (text === undefined) return [];
  return operands
    .slice(1)
    .flatMap((right, i) => signBetween(op, text, operands[i]?.to ?? right.from, right.from, source));
}

/** The first place of a word of FEEL in a part of the source. */
function signBetween(
  feel: string,
  text: string,
  from: number,
  to: number,
  source: string,
): readonly SignPlace[] {
  const at = source.slice(from, to).indexOf(feel);
  return at < 0 ? [] : [{ kind: "sign", from: from + at, to: from + at + feel.length, text }];
}
