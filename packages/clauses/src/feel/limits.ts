/**
 * The limits within which an expression is read and evaluated. They are far above what a document needs and
 * far below what would hang or crash: past one of them there is a clear error, never a wait.
 */
import type { Span } from "./ast.ts";
import type { Mode } from "./mode.ts";
import { FeelLimitError, type Problem } from "./problem.ts";

/** UTF-16 units in one expression. */
export const SOURCE_LENGTH_MAX = 50_000;
/** Brackets inside brackets, and operators inside operators. */
export const DEPTH_MAX = 250;
/** Summed depth of the bodies of the user-defined functions being called at one time. */
export const CALL_DEPTH_MAX = 2_000;
/** Lists and contexts inside one another, in a value. */
export const VALUE_DEPTH_MAX = 1_000;
/** Items in one list or iteration. */
export const ITEMS_MAX = 200_000;
/** UTF-16 units in one computed string. */
export const TEXT_LENGTH_MAX = 1_000_000;
/** Steps (iterations, items looked at or compared, pattern steps / 100) in one evaluation. */
export const STEPS_MAX = 1_000_000;
/** The same inside a terms document, where one decision may evaluate an expression hundreds of times. */
export const TERMS_STEPS_MAX = 200_000;

/** Counts the work of one evaluation; passed along, so that evaluation itself keeps no state. */
export interface Meter {
  steps: number;
  depth: number;
  readonly max: number;
}

export const newMeter = (mode: Mode = "feel"): Meter => ({
  steps: 0,
  depth: 0,
  max: mode === "terms" ? TERMS_STEPS_MAX : STEPS_MAX,
});

/** Counts `count` steps. @throws FeelLimitError past the meter's `max`. */
export function spend(meter: Meter, count: number): void {
  meter.steps += count;
  if (meter.steps > meter.max) throw limitError(`more than ${meter.max} steps`, `超过 ${meter.max} 步`);
}

/** @throws FeelLimitError where a list or iteration would have more than `ITEMS_MAX` items. */
export function checkItems(count: number): void {
  if (count > ITEMS_MAX)
    throw limitError(`more than ${ITEMS_MAX} items in a list`, `列表超过 ${ITEMS_MAX} 项`);
}

/** @throws FeelLimitError where a string would be longer than `TEXT_LENGTH_MAX`. */
export function checkText(length: number): void {
  if (length > TEXT_LENGTH_MAX) {
    throw limitError(
      `a string longer than ${TEXT_LENGTH_MAX} characters`,
      `文本超过 ${TEXT_LENGTH_MAX} 个字符`,
    );
  }
}

/** A limit reached somewhere inside an evaluation; `located` gives it its place. */
export function limitError(what: string, zh: string): FeelLimitError {
  return new FeelLimitError({
    from: 0,
    to: 0,
    message: `the expression needs ${what}`,
    hint: "make the range, list or text smaller",
    zh: { message: `表达式的计算量过大：${zh}`, hint: "请缩小范围、列表或文本" },
  });
}

/** The same error at `span`, unless it already has a place. */
export function located(error: FeelLimitError, span: Span): FeelLimitError {
  if (error.problem.to > 0) return error;
  const problem: Problem = { ...error.problem, from: span.from, to: span.to };
  return new FeelLimitError(problem);
}
