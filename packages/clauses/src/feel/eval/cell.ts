/** The unary tests of a decision table's cell, made runnable. */
import type { UnaryTests } from "../ast.ts";
import { newMeter } from "../limits.ts";
import type { Value } from "../value.ts";
import { compiling, type EvaluateOptions, guarded } from "./compile.ts";
import { binding, OUTSIDE, type Scope, withLocal } from "./env.ts";
import { anyHolds, compileTest } from "./test.ts";

/** Runs a cell on its column's input. Null where it cannot be told. @throws FeelLimitError */
export type CompiledTests = (input: Value, scope: Scope) => boolean | null;

/** Makes the unary tests of a cell runnable; `-` (no tests) holds always. */
export function compileTests(cell: UnaryTests, options: EvaluateOptions = {}): CompiledTests {
  const c = compiling(options);
  const tests = cell.tests.map((test) => compileTest(test, binding(OUTSIDE, "?"), c));
  if (tests.length === 0) return () => true;
  return (input, scope) => {
    const env = withLocal({ scope, locals: null, meter: newMeter(options.mode) }, "?", input);
    const result = guarded(cell, () => anyHolds(tests, input, env));
    return cell.negated && result !== null ? !result : result;
  };
}

/** Whether `input` satisfies the cell: `compileTests` for one use. @throws FeelLimitError */
export function unaryTests(
  cell: UnaryTests,
  input: Value,
  scope: Scope,
  options: EvaluateOptions = {},
): boolean | null {
  return compileTests(cell, options)(input, scope);
}
