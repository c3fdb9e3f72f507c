/** Hit policies (DMN 1.5 §8.2.10): one value out of the rules that matched. */
import { isSame } from "../feel/builtins/conversions.ts";
import { compileExpr } from "../feel/eval/compile.ts";
import { newMeter } from "../feel/limits.ts";
import { isSyntaxError, parse } from "../feel/parse.ts";
import { context, num, type Value } from "../feel/value.ts";
import type { Aggregation, TableBox } from "./model.ts";
import type { Report } from "./problem.ts";

/** A rule that matched: its outputs, and the place of each among the output's allowed values. */
export interface Hit {
  readonly values: readonly Value[];
  readonly rank: readonly number[];
}

export interface Otherwise {
  /** The outputs where no rule matches; null where the table states none. */
  readonly fallback: readonly Value[] | null;
  readonly report: Report;
}

/** The value of a table. Null, with a problem told, where the rules that matched break its policy. */
export function byPolicy(table: TableBox, hits: readonly Hit[], { fallback, report }: Otherwise): Value {
  const output = (values: readonly Value[]): Value => outputOf(table, values);
  const first = hits[0];
  if (first === undefined) return fallback === null ? withoutHits(table) : output(fallback);
  const all = (of: readonly Hit[]): Value => of.map(({ values }) => output(values));
  switch (table.hit) {
    case "U":
      if (hits.length === 1) return output(first.values);
      report(
        table.line,
        `${hits.length} rules match under UNIQUE`,
        "the table's value is null; keep rules apart",
      );
      return null;
    case "A":
      if (hits.every(({ values }) => isSame(values, first.values, newMeter()))) return output(first.values);
      report(table.line, "rules that differ match under ANY", "the table's value is null; make them agree");
      return null;
    case "F":
      return output(first.values);
    case "P":
      return output((byRank(hits)[0] ?? first).values);
    case "R":
      return all(hits);
    case "O":
      return all(byRank(hits));
    case "C":
      return table.aggregation === null ? all(hits) : aggregated(table, hits, table.aggregation);
  }
}

/** No rule matches and nothing is stated for it. */
const withoutHits = (table: TableBox): Value =>
  table.hit === "C" && table.aggregation === "COUNT" ? num(0) : null;

/** The value itself of a single output, else a context. */
const outputOf = ({ outputs }: TableBox, values: readonly Value[]): Value =>
  outputs.length === 1
    ? (values[0] ?? null)
    : context(outputs.map(({ name }, i) => [name, values[i] ?? null] as const));

/** By the first output's place first; hits of equal places stay in the order of their rules. */
const byRank = (hits: readonly Hit[]): readonly Hit[] =>
  [...hits].sort((a, b) => {
    for (const [i, place] of a.rank.entries()) {
      const difference = place - (b.rank[i] ?? 0);
      if (difference !== 0) return difference;
    }
    return 0;
  });

/** Of a table with several outputs, each is aggregated by itself. */
function aggregated(table: TableBox, hits: readonly Hit[], aggregation: Aggregation): Value {
  const columns = table.outputs.map((_, i) => hits.map(({ values }) => values[i] ?? null));
  if (aggregation === "COUNT") return num(hits.length);
  return outputOf(
    table,
    columns.map((values) => AGGREGATE[aggregation](new Map([["values", values]]))),
  );
}

function builtin(source: string): ReturnType<typeof compileExpr> {
  const expr = parse(source, { names: new Set() });
  if (isSyntaxError(expr)) throw new Error(expr.message);
  return compileExpr(expr);
}

const AGGREGATE = { SUM: builtin("sum(values)"), MIN: builtin("min(values)"), MAX: builtin("max(values)") };
