/** Every construct of the language is decided in the statement as by the engine, or refused by name. */
import fc from "fast-check";
import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { compile } from "../../packages/clauses/src/index.ts";
import { compileToSql, SqlRefused } from "../../packages/clauses/src/sql/index.ts";
import { readTerms, resolvedOf } from "../../packages/clauses/src/terms/terms.ts";
import { testDatabase } from "../../packages/platform/src/testing/index.ts";
import { compareRows, report, tally } from "./compare.ts";
import { DECIDED, FACTS, NOT_GIVEN, REFUSED } from "./constructs.ts";
import { rowOf } from "./facts.ts";
import { columnsOf } from "./rows.ts";

const database = await testDatabase();
const RUNS = Number(process.env.RUNS ?? 4);
const seed = process.env.SEED === undefined ? {} : { seed: Number(process.env.SEED) };

const document = (clauses: string): ReturnType<typeof readTerms> =>
  readTerms(`terms: 试/一\n${FACTS}clauses:\n${clauses}`);

const compiled = (terms: ReturnType<typeof readTerms>): ReturnType<typeof compileToSql> =>
  compileToSql(terms, {
    from: { table: "t" },
    keys: ["id"],
    columns: columnsOf(resolvedOf(terms).doc.facts),
  });

describe("decided in the statement", () => {
  for (const [name, clauses] of Object.entries(DECIDED))
    it(name, async () => {
      const terms = document(clauses);
      const count = tally();
      await fc.assert(
        fc.asyncProperty(fc.array(rowOf(resolvedOf(terms).doc), { minLength: 80, maxLength: 80 }), (rows) =>
          compareRows(database, terms, rows, count),
        ),
        { numRuns: RUNS, endOnFailure: true, asyncReporter: async (out) => report(out), ...seed },
      );
      if (process.env.TALLY) console.log(name, count);
      expect(count.settled / count.rows).toBeGreaterThan(0.05);
      expect(count.sharper / count.rows).toBeLessThan(0.05);
    }, 120_000);
});

describe("with a column for no fact", () => {
  for (const [name, clauses] of Object.entries(DECIDED))
    it(name, async () => {
      const source = { from: { query: "SELECT 1 AS id" }, keys: ["id"], columns: {} };
      const { text } = compileToSql(document(clauses), source);
      const { rows } = await database.run(({ tx }) => sql.raw(text).execute(tx));
      const wanted = compile(document(clauses))({});
      expect(rows).toMatchObject([{ id: 1, settled: wanted.settled }]);
    });
});

describe("decided, but the lists that a decision has beside its outcome are named as not given", () => {
  for (const [clauses, ids] of NOT_GIVEN)
    it(ids.join(", "), () => {
      const terms = document(clauses);
      expect(compiled(terms).notGiven).toEqual(ids);
    });
});

describe("refused by clause and expression", () => {
  for (const [expression, clauses] of REFUSED)
    it(expression, () => {
      const terms = document(clauses);
      const refused = (): unknown => compiled(terms);
      expect(refused).toThrow(SqlRefused);
      expect(refused).toThrow(expression);
    });
});
