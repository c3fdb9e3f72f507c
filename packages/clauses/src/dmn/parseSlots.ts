/** Parses the texts in FEEL of a model, once all that may be a name in them is known. */
import type { Expr, TypeExpr, UnaryTests } from "../feel/ast.ts";
import { isSyntaxError, parse, parseUnaryTests } from "../feel/parse.ts";
import type { FeelSyntaxError } from "../feel/problem.ts";
import { children } from "../feel/walk.ts";
import { mapExpr, mapTests } from "./mapExpr.ts";
import type { Slot } from "./model.ts";
import { type Reading, spaced } from "./reading.ts";
import { fromExpr } from "./readTypes.ts";
import { typeExprOf } from "./types.ts";

type Names = (own: readonly string[]) => ReadonlySet<string>;

/** Parses every text that `reading` found, and reports those that are unreadable. */
export function parseSlots(reading: Reading): void {
  const everywhere = new Set(spaced(reading.everywhere));
  parseAll(reading, namesWith(everywhere), () => true);
  // Keys written inside expressions are names for whoever reads the value: a second look for those texts.
  const keys = new Set(reading.expressions.flatMap(({ parsed }) => (parsed === null ? [] : keysIn(parsed))));
  const fresh = spaced(keys).filter((key) => !everywhere.has(key));
  if (fresh.length > 0) {
    const mentions = (source: string): boolean => fresh.some((key) => source.includes(key));
    parseAll(reading, namesWith(new Set([...everywhere, ...fresh])), mentions);
  }
  for (const slot of [...reading.expressions, ...reading.tests]) settle(slot, reading);
}

/** One set of names for all texts that see the same ones: a grammar is made for each set. */
function namesWith(everywhere: ReadonlySet<string>): Names {
  const sets = new Map<string, ReadonlySet<string>>();
  return (own) => {
    const key = JSON.stringify([...own].sort());
    const found = sets.get(key) ?? new Set([...everywhere, ...own]);
    sets.set(key, found);
    return found;
  };
}

function parseAll(reading: Reading, namesOf: Names, wanted: (source: string) => boolean): void {
  for (const slot of reading.expressions)
    if (wanted(slot.source)) slot.parsed = read(parse(slot.source, { names: namesOf(slot.names) }), slot);
  for (const slot of reading.tests)
    if (wanted(slot.source))
      slot.parsed = read(parseUnaryTests(slot.source, { names: namesOf(slot.names) }), slot);
}

const errors = new WeakMap<Slot<Expr> | Slot<UnaryTests>, FeelSyntaxError>();

/** What was read; what was wrong is kept, until no more names can come. */
function read<T extends Expr | UnaryTests>(
  result: T | FeelSyntaxError,
  slot: Slot<Expr> | Slot<UnaryTests>,
): T | null {
  if (isSyntaxError(result)) {
    errors.set(slot, result);
    return null;
  }
  errors.delete(slot);
  return result;
}

function keysIn(expr: Expr): string[] {
  const own = expr.kind === "context" ? expr.entries.map(({ key }) => key) : [];
  return [...own, ...children(expr).flatMap(keysIn)];
}

function settle(slot: Slot<Expr> | Slot<UnaryTests>, reading: Reading): void {
  const wrong = errors.get(slot);
  if (wrong !== undefined) {
    const line = slot.line + slot.source.slice(0, wrong.from).split("\n").length - 1;
    reading.report(line, `unreadable FEEL: ${wrong.message}`, wrong.hint);
  }
  if (slot.parsed === null) return;
  const change = (expr: Expr): Expr => withItems(expr, reading);
  slot.parsed =
    slot.parsed.kind === "unary tests"
      ? { ...slot.parsed, tests: mapTests(slot.parsed.tests, change) }
      : mapExpr(slot.parsed, change);
}

/** The types of item definitions written out, as the evaluator knows them. */
function withItems(expr: Expr, reading: Reading): Expr {
  const written = (type: TypeExpr): TypeExpr => {
    const found = fromExpr(type, reading);
    return found === null ? type : typeExprOf(found);
  };
  if (expr.kind === "instance of") return { ...expr, type: written(expr.type) };
  if (expr.kind !== "function") return expr;
  const parameters = expr.parameters.map((parameter) => ({
    ...parameter,
    type: parameter.type === null ? null : written(parameter.type),
  }));
  return { ...expr, parameters };
}
