/** Runs test cases against models. Only for the tests. */

import type { TypeExpr } from "../ast.ts";
import { isSame } from "../builtins/conversions.ts";
import { asArgument, conforms } from "../conform.ts";
import { evaluate } from "../eval/compile.ts";
import { newMeter } from "../limits.ts";
import { isSyntaxError, parse } from "../parse.ts";
import { type FeelContext, type FeelFunction, isList, isNumber, Num, tagged, type Value } from "../value.ts";
import type { Case } from "./cases.ts";
import type { Knowledge, Model } from "./model.ts";

/** The clock of `now()` and `today()`: any moment will do. */
const now = (): bigint => 1_700_000_000_000_000_000n;

/** Whether everything that `decision` needs is a literal expression or an input. */
export function isWithin(model: Model, decision: string): boolean {
  const all = [decision];
  for (let i = 0; i < all.length; i++) {
    const name = all[i] ?? "";
    const requires = model.decisions.get(name)?.requires ?? model.knowledge.get(name)?.requires;
    if (requires === undefined) {
      if (model.inputs.has(name)) continue;
      return false;
    }
    for (const other of requires) if (!all.includes(other)) all.push(other);
  }
  return true;
}

/** The value of a decision of `model` for the inputs of a case. */
export function decide(model: Model, decision: string, inputs: Case["inputs"]): Value {
  const found = model.decisions.get(decision);
  if (found === undefined) throw new Error(`no decision ${decision}`);
  return fitted(run(model, found.expression, found.requires, inputs), found.type);
}

function run(model: Model, source: string, requires: readonly string[], inputs: Case["inputs"]): Value {
  const scope = new Map<string, Value>();
  for (const name of requires) {
    const knowledge = model.knowledge.get(name);
    if (knowledge !== undefined) scope.set(name, functionOf(model, knowledge, inputs));
    else if (model.decisions.has(name)) scope.set(name, inputs.get(name) ?? decide(model, name, inputs));
    else scope.set(name, inputs.get(name) ?? null);
  }
  return evaluateText(model, source, scope);
}

function evaluateText(model: Model, source: string, scope: Map<string, Value>): Value {
  const expr = parse(source, { names: model.names });
  return isSyntaxError(expr) ? null : evaluate(expr, scope, { now });
}

function functionOf(model: Model, knowledge: Knowledge, inputs: Case["inputs"]): FeelFunction {
  const { parameters, body, requires, type } = knowledge;
  return {
    kind: "function",
    name: knowledge.name,
    parameters: parameters.map(({ name }) => name),
    types: parameters.map((parameter) => parameter.type),
    call: (args) => {
      if (args.length !== parameters.length) return null;
      const scope = new Map<string, Value>();
      for (const name of requires) {
        const other = model.knowledge.get(name);
        if (other !== undefined) scope.set(name, functionOf(model, other, inputs));
      }
      for (const [i, parameter] of parameters.entries()) {
        const value = asArgument(args[i] ?? null, parameter.type);
        if (value === undefined) return null;
        scope.set(parameter.name, value);
      }
      return fitted(evaluateText(model, body, scope), type);
    },
  };
}

/** What a variable of a type holds of a value: null where it does not conform. */
function fitted(value: Value, type: TypeExpr | null): Value {
  if (type === null || value === null || conforms(value, type) === null) return value;
  const fit = asArgument(value, type);
  if (fit !== undefined) return fit;
  return type.kind === "list" && conforms([value], type) === true ? [value] : null;
}

/** Equal as the TCK has it: numbers to eight digits. */
export function agrees(actual: Value, expected: Value): boolean {
  if (isNumber(actual) && isNumber(expected)) {
    const scale = Num.max(1, expected.abs());
    return actual.minus(expected).abs().lessThanOrEqualTo(scale.times("1e-8"));
  }
  if (isList(actual) && isList(expected)) {
    return actual.length === expected.length && actual.every((item, i) => agrees(item, expected[i] ?? null));
  }
  if (isContext(actual) && isContext(expected)) {
    const [a, b] = [actual.entries, expected.entries];
    return a.size === b.size && [...a].every(([key, item]) => b.has(key) && agrees(item, b.get(key) ?? null));
  }
  return isSame(actual, expected, newMeter());
}

const isContext = (value: Value): value is FeelContext => tagged(value)?.kind === "context";
