/** What is wrong with a document or with facts, said with its place and with what would be right. */

/** English for a terminal; `zh` is the same in Chinese for a page. */
export interface TermsProblem {
  /** The name given to `readTerms` (a path, or `-`). */
  readonly file: string;
  /** 1-based; 0 where the problem is of the whole file. */
  readonly line: number;
  readonly column: number;
  readonly severity: "error" | "warning";
  readonly message: string;
  readonly hint: string;
  readonly zh: { readonly message: string; readonly hint: string };
}

/** `FILE:LINE: what is wrong; what would be right` */
export const problemLine = (p: TermsProblem): string =>
  `${p.file}:${p.line}: ${p.severity === "warning" ? "warning: " : ""}${p.message}; ${p.hint}`;

/** Thrown by `readTerms` with every error of the document, in the order of its lines. */
export class TermsError extends Error {
  readonly problems: readonly TermsProblem[];

  constructor(problems: readonly TermsProblem[]) {
    super(problems.map(problemLine).join("\n"));
    this.name = "TermsError";
    this.problems = problems;
  }
}
