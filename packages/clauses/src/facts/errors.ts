/** One wrong fact. `fact` is its path (`列表[2].字段`), or the empty string for the whole input. */
export interface FactProblem {
  readonly fact: string;
  readonly message: string;
  readonly hint: string;
  readonly zh: { readonly message: string; readonly hint: string };
}

/** Thrown where facts cannot be decided upon: every problem, in the document's order. */
export class FactsError extends Error {
  readonly problems: readonly FactProblem[];

  constructor(problems: readonly FactProblem[]) {
    super(problems.map((p) => `${p.message}; ${p.hint}`).join("\n"));
    this.name = "FactsError";
    this.problems = problems;
  }
}
