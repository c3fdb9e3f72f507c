/** Runs a statement and sets every row beside the engine's decision. */
import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { sql } from "kysely";
import { expect } from "vitest";
import { compileResolved } from "../../packages/clauses/src/decide/compile.ts";
import { FactsError } from "../../packages/clauses/src/facts/errors.ts";
import { compileToSql, type SqlOptions } from "../../packages/clauses/src/sql/index.ts";
import type { TermsDocument } from "../../packages/clauses/src/terms/model.ts";
import { resolvedOf, type Terms } from "../../packages/clauses/src/terms/terms.ts";
import type { TestDatabase } from "../../packages/platform/src/testing/index.ts";
import { BEYOND, completionOf } from "./facts.ts";
import { columnsOf, type FactRow, factsOf, isKnown, leaves, queryOf } from "./rows.ts";

interface Answer {
  readonly id: number;
  readonly terms: string;
  readonly digest: string;
  readonly outcome: string;
  readonly least: string | null;
  readonly most: string | null;
  readonly reasons: unknown;
  readonly promises: unknown;
  readonly settled: boolean;
}

export interface Tally {
  rows: number;
  /** Settled by SQL. */
  settled: number;
  /** Settled by SQL with an element in some list. */
  settledWithLists: number;
  /** Settled by SQL although something is unknown. */
  settledWithUnknowns: number;
  /** Settled by SQL in more than the engine says, which says itself that it is not tight. */
  sharper: number;
  readonly outcomes: Set<string>;
}

/** Says which seed to run again and what differed; the rows themselves would fill pages. */
export function report(out: {
  readonly failed: boolean;
  readonly seed: number;
  readonly counterexamplePath: string | null;
  readonly errorInstance: unknown;
}): void {
  if (!out.failed) return;
  const error = out.errorInstance;
  const text = error instanceof Error ? error.message : String(error);
  throw new Error(`SEED=${out.seed} (${out.counterexamplePath ?? ""}): ${text}`, { cause: error });
}

export const tally = (): Tally => ({
  rows: 0,
  settled: 0,
  settledWithLists: 0,
  settledWithUnknowns: 0,
  sharper: 0,
  outcomes: new Set(),
});

/**
 * Every row that SQL settles must be the engine's decision; every row with all its facts that the engine settles,
 * SQL must settle too (`all`), so that handing everything back would fail.
 */
export async function compareRows(
  database: TestDatabase,
  terms: Terms,
  rows: readonly FactRow[],
  count: Tally,
  options: SqlOptions & { readonly all?: boolean } = {},
): Promise<void> {
  const resolved = resolvedOf(terms);
  const { facts } = resolved.doc;
  const source = { from: { query: queryOf(facts, rows) }, keys: ["id"], columns: columnsOf(facts) };
  const { text } = compileToSql(terms, source, options);
  const answers = await database.run(({ tx }) => sql.raw<Answer>(text).execute(tx));
  expect(answers.rows.length).toBe(rows.length);
  const decide = compileResolved(resolved, { explain: false });
  for (const answer of answers.rows) {
    const row = rows[answer.id] ?? {};
    const all = leaves(facts, row);
    const complete = all.every(isKnown);
    const beyond = all.some((v) => BEYOND.some((b) => b === v));
    count.rows++;
    if (answer.settled) {
      count.settled++;
      if (Object.values(row).some((v) => Array.isArray(v) && v.length > 0)) count.settledWithLists++;
      if (!complete) count.settledWithUnknowns++;
      count.outcomes.add(answer.outcome);
    }
    compareOne(answer, row, complete && !beyond && options.all !== false, decide, terms, count);
  }
}

function compareOne(
  answer: Answer,
  row: FactRow,
  mustSettle: boolean,
  decide: ReturnType<typeof compileResolved>,
  terms: Terms,
  count: Tally,
): void {
  const { id: _, terms: named, digest, ...own } = answer;
  expect([named, digest]).toEqual([terms.id, terms.digest]);
  if (!answer.settled) {
    const handed = {
      outcome: "open",
      least: null,
      most: null,
      reasons: null,
      promises: null,
      settled: false,
    };
    expect(own).toEqual(handed);
    if (!mustSettle) return;
  }
  const wanted = engine(decide, row);
  if (!answer.settled) {
    expect(wanted?.settled ?? false, `handed back: ${JSON.stringify(row)}`).toBe(false);
    return;
  }
  const { tight, ...same } = wanted ?? { tight: true };
  if (!tight && !isDeepStrictEqual(own, same)) {
    count.sharper++;
    agreeEverywhere(own, row, decide, resolvedOf(terms).doc);
    return;
  }
  expect({ ...own, row }).toEqual({ ...same, row });
}

/**
 * The engine says that its own bounds are not tight, so it may leave open what the row does settle, or leave out a
 * reason that is certain. Then every completion tried must be decided as the row is.
 */
function agreeEverywhere(
  own: Pick<Answer, "outcome" | "least" | "most" | "reasons">,
  row: FactRow,
  decide: ReturnType<typeof compileResolved>,
  doc: TermsDocument,
): void {
  const tried = fc.sample(completionOf(doc, row), { numRuns: 60, seed: 1 });
  const answers = tried.flatMap((r) => engine(decide, r) ?? []);
  expect(answers.length, `no completion of ${JSON.stringify(row)}`).toBeGreaterThan(0);
  for (const { outcome, least, most, reasons } of answers) {
    expect({ outcome, least, most, row }).toEqual({
      outcome: own.outcome,
      least: own.least,
      most: own.most,
      row,
    });
    expect(reasons).toEqual(expect.arrayContaining(Array.isArray(own.reasons) ? own.reasons : [own.reasons]));
  }
}

/** Null where the engine refuses the facts. */
function engine(decide: ReturnType<typeof compileResolved>, row: FactRow) {
  try {
    const { outcome, payable, reasons, promises, settled, tight } = decide(factsOf(row));
    return { outcome, least: payable.least, most: payable.most, reasons, promises, settled, tight };
  } catch (error) {
    if (error instanceof FactsError) return null;
    throw error;
  }
}
