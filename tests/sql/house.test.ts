/** The statement and the engine agree on every row, for every document of the house. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readTerms, resolvedOf } from "../../packages/clauses/src/terms/terms.ts";
import { testDatabase } from "../../packages/platform/src/testing/index.ts";
import { compareRows, report, tally } from "./compare.ts";
import { rowOf } from "./facts.ts";

const database = await testDatabase();
const folder = join(import.meta.dirname, "../../terms");
const RUNS = Number(process.env.RUNS ?? 6);
const seed = process.env.SEED === undefined ? {} : { seed: Number(process.env.SEED) };

const documents = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((f) => f.endsWith(".yaml") && !f.endsWith("vocabulary.yaml"))
  .sort()
  .map((file) => readTerms(readFileSync(join(folder, file), "utf8"), { file }));

describe("the documents of the house", () => {
  it("are there", () => {
    expect(documents.length).toBeGreaterThanOrEqual(10);
  });

  for (const terms of documents) {
    const { doc } = resolvedOf(terms);
    const lists = [...doc.facts.values()].some((d) => d.type.kind === "list" || d.type.kind === "records");
    it(`${terms.id} is decided in SQL as by the engine`, async () => {
      const count = tally();
      await fc.assert(
        fc.asyncProperty(fc.array(rowOf(doc), { minLength: 60, maxLength: 60 }), (rows) =>
          compareRows(database, terms, rows, count),
        ),
        { numRuns: RUNS, endOnFailure: true, asyncReporter: async (out) => report(out), ...seed },
      );
      if (process.env.TALLY) console.log(terms.id, count);
      expect(count.settled / count.rows).toBeGreaterThan(0.05);
      // Where there are but few facts, each is needed.
      if (doc.facts.size > 3) expect(count.settledWithUnknowns).toBeGreaterThan(0);
      if (lists) expect(count.settledWithLists).toBeGreaterThan(0);
    }, 120_000);
  }
});
