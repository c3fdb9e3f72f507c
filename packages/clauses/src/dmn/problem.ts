/** What can be wrong with a DMN model, and how it is said. */

/** Something wrong, at a line of a file (counted from 1; 0: the file as a whole). */
export interface DmnProblem {
  readonly file: string;
  readonly line: number;
  /** What is wrong. */
  readonly message: string;
  /** What would be right. */
  readonly hint: string;
}

/** `FILE:LINE: what is wrong; what would be right`. */
export const dmnProblemLine = ({ file, line, message, hint }: DmnProblem): string =>
  `${file}:${line}: ${message}; ${hint}`;

/** A text that is no model that can be evaluated. It holds everything found, not the first only. */
export class DmnError extends Error {
  readonly problems: readonly DmnProblem[];

  constructor(problems: readonly DmnProblem[]) {
    super(problems.map(dmnProblemLine).join("\n"));
    this.name = "DmnError";
    this.problems = problems;
  }
}

/** Takes note of a problem. */
export type Report = (line: number, message: string, hint: string) => void;
