import type { Span } from "./ast.ts";

/** What is wrong, and what would be right. */
export interface Wording {
  readonly message: string;
  readonly hint: string;
}

/**
 * Something wrong with an expression, at `[from, to)` of its source. `message` and `hint` are English, for a
 * terminal; `zh` is the same in Chinese, for a page.
 */
export interface Problem extends Span, Wording {
  readonly zh: Wording;
}

export interface FeelSyntaxError extends Problem {
  readonly kind: "syntax error";
}

/**
 * Thrown where evaluation would go past a stated limit (iterations, size of a result, depth, length of text
 * given to a pattern). It is not FEEL's null: the expression may well have a value, only not at this cost.
 */
export class FeelLimitError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(`${problem.message}; ${problem.hint}`);
    this.name = "FeelLimitError";
    this.problem = problem;
  }
}
