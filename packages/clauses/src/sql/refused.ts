/** What cannot be said in SQL, named. */

export type SqlProblem =
  /** A part of a clause that PostgreSQL cannot compute exactly as the engine does. */
  | {
      readonly kind: "expression";
      readonly clause: string;
      readonly expression: string;
      readonly message: string;
      readonly zh: string;
    }
  /** A name or column that the source gives wrongly. */
  | { readonly kind: "source"; readonly name: string; readonly message: string; readonly zh: string };

export const problemText = (p: SqlProblem): string =>
  p.kind === "expression" ? `clause ${p.clause}: ${p.expression}: ${p.message}` : `${p.name}: ${p.message}`;

/** Thrown by `compileToSql` with everything that stands against it. Nothing is approximated. */
export class SqlRefused extends Error {
  readonly kind = "sql refused";
  readonly problems: readonly SqlProblem[];

  constructor(terms: string, problems: readonly SqlProblem[]) {
    super(`${terms} cannot be compiled to SQL:\n${problems.map((p) => `  ${problemText(p)}`).join("\n")}`);
    this.name = "SqlRefused";
    this.problems = problems;
  }
}
