/** The statement and the engine agree on every row, for documents that nobody wrote. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { SqlRefused } from "../../packages/clauses/src/sql/index.ts";
import { TermsError } from "../../packages/clauses/src/terms/errors.ts";
import { readTerms, resolvedOf, type Terms } from "../../packages/clauses/src/terms/terms.ts";
import { testDatabase } from "../../packages/platform/src/testing/index.ts";
import { compareRows, report, tally } from "./compare.ts";
import { documents } from "./documents.ts";
import { rowOf } from "./facts.ts";

const database = await testDatabase();
const numRuns = Number(process.env.RUNS ?? 40);
const seed = process.env.SEED === undefined ? {} : { seed: Number(process.env.SEED) };
const path = process.env.PATH_OF === undefined ? {} : { path: process.env.PATH_OF };

/** Null where the arithmetic does not fit its types. */
function typed(yaml: string): Terms | null {
  try {
    return readTerms(yaml);
  } catch (error) {
    if (
      error instanceof TermsError &&
      error.problems.every((p) => /type|money|number|date|duration|×|compare|is never/.test(p.message))
    )
      return null;
    throw error;
  }
}

it("decides generated documents as the engine does", async () => {
  const count = tally();
  let made = 0;
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(documents, fc.infiniteStream(fc.nat()), async (yaml, seeds) => {
      const terms = typed(yaml);
      fc.pre(terms !== null);
      if (terms === null) return;
      made++;
      const [own] = seeds;
      const rows = fc.sample(rowOf(resolvedOf(terms).doc), { numRuns: 30, seed: own ?? 0 });
      try {
        await compareRows(database, terms, rows, count);
      } catch (error) {
        if (error instanceof SqlRefused) refused++;
        else throw new Error(`${yaml}\n${String(error)}`, { cause: error });
      }
    }),
    { numRuns, endOnFailure: true, asyncReporter: async (out) => report(out), ...seed, ...path },
  );
  if (process.env.TALLY) console.log({ made, refused }, count);
  expect(count.settled / count.rows).toBeGreaterThan(0.05);
  expect(count.sharper / count.rows).toBeLessThan(0.02);
  expect(refused / made).toBeLessThan(0.2);
}, 300_000);
