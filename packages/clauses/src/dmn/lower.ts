/**
 * Boxed expressions as FEEL: each is the expression that it stands for, so that one evaluator, with its
 * limits, runs them all. What FEEL has no syntax for (tables, declared types) is a call of a function here.
 */
import type { Expr } from "../feel/ast.ts";
import type { FeelFunction, Value } from "../feel/value.ts";
import { loop, strictFilter, strictQuantified } from "./loops.ts";
import type { Boxed, ContextEntry, FunctionBox, Typed } from "./model.ts";
import { asFunction, lambda, list, literal, NOWHERE, NULL, native } from "./native.ts";
import type { Report } from "./problem.ts";
import { lowerTable } from "./table.ts";
import { asTyped, typed } from "./typed.ts";
import { coerced, type DmnType, typeExprOf, unfolded } from "./types.ts";

/** The expression that a boxed expression stands for. What goes wrong when it runs is told to `report`. */
export function lower(boxed: Boxed, report: Report): Expr {
  if (boxed.kind === "function") return lowerFunction(boxed, report);
  return typed(lowerPlain(boxed, report), boxed.type, boxed.line, report);
}

type Plain = Exclude<Boxed, FunctionBox>;

function lowerPlain(boxed: Plain, report: Report): Expr {
  const inner = (part: Boxed): Expr => lower(part, report);
  switch (boxed.kind) {
    case "nothing":
      return NULL;
    case "literal":
      return boxed.expression.parsed ?? NULL;
    case "table":
      return lowerTable(boxed, report);
    case "context":
      return lowerContext(boxed.entries, report);
    case "invocation": {
      const named = boxed.bindings.map(({ name, value }) => ({ name, value: inner(value), ...NOWHERE }));
      return { kind: "call", callee: inner(boxed.callee), args: [], named, ...NOWHERE };
    }
    case "list":
      return list(boxed.items.map(inner));
    case "relation":
      return list(boxed.rows.map((row) => relationRow(boxed.columns, row, report)));
    case "conditional":
      return {
        kind: "if",
        condition: inner(boxed.condition),
        consequent: inner(boxed.consequent),
        alternative: inner(boxed.alternative),
        ...NOWHERE,
      };
    case "filter":
      return strictFilter(inner(boxed.list), inner(boxed.match));
    case "for":
      return loop(boxed.variable, inner(boxed.source), inner(boxed.body));
    case "some":
    case "every":
      return strictQuantified(boxed.kind, loop(boxed.variable, inner(boxed.source), inner(boxed.body)));
  }
}

/** No name can be this one. */
const RESULT = "\u0000";

/** The entries in turn; where one has no name, its value is that of the whole. */
function lowerContext(entries: readonly ContextEntry[], report: Report): Expr {
  const result = entries.some(({ variable }) => variable === null);
  const made: Expr = {
    kind: "context",
    entries: entries.map(({ variable, value }) => ({
      key: variable?.name ?? RESULT,
      value: typed(lower(value, report), variable?.type ?? null, value.line, report),
      ...NOWHERE,
    })),
    ...NOWHERE,
  };
  return result ? { kind: "path", object: made, name: RESULT, ...NOWHERE } : made;
}

/** Columns do not see one another, as entries of a context would. */
function relationRow(columns: readonly Typed[], row: readonly Boxed[], report: Report): Expr {
  const cells = columns.map(({ type }, i) => {
    const cell = row[i];
    return cell === undefined ? NULL : typed(lower(cell, report), type, cell.line, report);
  });
  return native(
    (values) => ({
      kind: "context",
      entries: new Map(columns.map(({ name }, i) => [name, values[i] ?? null] as const)),
    }),
    cells,
  );
}

/** A function whose parameters and result have their declared types. */
export function lowerFunction(box: FunctionBox, report: Report): Expr {
  const names = box.parameters.map(({ name }) => name);
  const types = box.parameters.map(({ type }) => (type === null ? null : typeExprOf(type)));
  const result = resultType(box.type) ?? resultType(box.result);
  const external: FeelFunction = { kind: "function", name: null, parameters: names, types, call: () => null };
  if (box.external) return literal(external);
  return native(
    ([inner]) => ({ ...external, call: callTyped(box, result, asFunction(inner), report) }),
    [lambda(names, lower(box.body, report))],
  );
}

/** The type of a function's results, whether the declared type is the function's or its results'. */
function resultType(type: DmnType | null): DmnType | null {
  if (type === null) return null;
  const own = unfolded(type);
  return own.kind === "function" ? own.result : type;
}

function callTyped(
  box: FunctionBox,
  result: DmnType | null,
  inner: FeelFunction | null,
  report: Report,
): FeelFunction["call"] {
  return (args, meter) => {
    if (inner === null || args.length !== box.parameters.length) return null;
    const given: Value[] = [];
    for (const [i, { name, type }] of box.parameters.entries()) {
      const value = type === null ? args[i] : coerced(args[i] ?? null, type);
      if (value === undefined) {
        report(box.line, `the argument \`${name}\` has the wrong type`, "the call counts as null");
        return null;
      }
      given.push(value);
    }
    return asTyped(inner.call(given, meter), result, box.line, report);
  };
}
