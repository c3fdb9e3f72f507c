/** What a statement reads: rows, what names them, and which column holds which fact. */
import type { TermsDocument } from "../terms/model.ts";
import type { SqlProblem } from "./refused.ts";
import { identifier, isName } from "./text.ts";

export interface FactColumn {
  /**
   * Null is unknown. boolean, text, numeric (money in yuan), date, timestamp with time zone, or interval. A value
   * that the engine refuses (past its limits, no member, three decimals of money) hands its row back.
   *
   * A list is jsonb: an array as facts are written in JSON, null (SQL's or JSON's) where it is unknown. A field left
   * out or null is unknown; a field that is bounded hands its row back. A child table joins in as
   * `(SELECT jsonb_agg(jsonb_build_object('field', …)) FROM … WHERE …)`, null only where nothing is known of it.
   */
  readonly column: string;
  /** For a fact declared `optional`: a boolean column that says it is known to have no value. */
  readonly noneColumn?: string;
}

export interface SqlSource {
  /**
   * A table or view by name (with its schema), or a query of the caller's own code: its text stands in the
   * statement as it is, so nothing that a person typed may be in it.
   */
  readonly from: { readonly table: string; readonly schema?: string } | { readonly query: string };
  /** Columns that name a row; they come out under their own names, first. */
  readonly keys: readonly string[];
  /** By fact. A fact without a column is unknown in every row. */
  readonly columns: { readonly [fact: string]: FactColumn };
}

/** What the statement gives after the keys, in this order. */
export const OUTPUTS = [
  "terms",
  "digest",
  "outcome",
  "least",
  "most",
  "reasons",
  "promises",
  "settled",
] as const;

const wrong = (name: string, message: string, zh: string): SqlProblem => ({
  kind: "source",
  name,
  message,
  zh,
});

export function sourceProblems(doc: TermsDocument, source: SqlSource): readonly SqlProblem[] {
  const problems: SqlProblem[] = [];
  const table = "table" in source.from ? [source.from.table, source.from.schema ?? "public"] : [];
  const columns = Object.values(source.columns).flatMap((c) =>
    c.noneColumn === undefined ? [c.column] : [c.column, c.noneColumn],
  );
  for (const name of [...table, ...source.keys, ...columns])
    if (!isName(name))
      problems.push(
        wrong(
          name,
          "is no name that PostgreSQL can have: 1 to 63 bytes without NUL",
          "不是 PostgreSQL 可用的名称：1 至 63 字节且不含 NUL",
        ),
      );
  if (source.keys.length === 0)
    problems.push(wrong("keys", "are missing: nothing would name a row", "缺少：无法指明是哪一行"));
  source.keys.forEach((key, i) => {
    if (OUTPUTS.some((o) => o === key) || source.keys.indexOf(key) !== i)
      problems.push(wrong(key, "is the name of another column of the result", "与结果的另一列重名"));
  });
  for (const [fact, given] of Object.entries(source.columns))
    problems.push(...factProblems(doc, fact, given));
  return problems;
}

function factProblems(doc: TermsDocument, fact: string, given: FactColumn): readonly SqlProblem[] {
  const decl = doc.facts.get(fact);
  if (decl === undefined) return [wrong(fact, `is no fact of ${doc.id}`, `不是 ${doc.id} 的事实`)];
  if (given.noneColumn !== undefined && !decl.optional)
    return [wrong(fact, "always has a value: it is not `optional`", "总是有值：它不是 `optional`")];
  return [];
}

export function fromText(source: SqlSource): string {
  const { from } = source;
  if ("query" in from) return `(\n${from.query}\n)`;
  return from.schema === undefined
    ? identifier(from.table)
    : `${identifier(from.schema)}.${identifier(from.table)}`;
}
