/**
 * Rows a second of the statement and of the engine, for jinhuibao/2024 on 200,000 rows. Asserts nothing; run with
 * `npx tsx --conditions=source tests/sql/measure.ts postgres://…` on a database that may be written to.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import { compile, readTerms } from "../../packages/clauses/src/index.ts";
import { compileToSql } from "../../packages/clauses/src/sql/index.ts";
import { open } from "../../packages/platform/src/store/index.ts";

const ROWS = 200_000;
const file = join(import.meta.dirname, "../../terms/medical/jinhuibao-2024.yaml");
const terms = readTerms(readFileSync(file, "utf8"), { file });
const url = process.argv[2];
if (url === undefined) throw new Error("usage: measure.ts postgres://…");
const store = open(url, { maxConnections: 1 });
const { db } = store.owner;

const NAMES: Readonly<Record<string, string>> = {
  入院日期: "admitted_on",
  生效日期: "effective_on",
  医疗总费用: "total",
  基本医保已付: "basic_paid",
  大病保险已付: "critical_paid",
  目录外费用: "out_of_list",
  既往症: "pre_existing",
  本年已赔: "year_paid",
};

/** Every twentieth row has an unknown; a third lies about the waiting period. No randomness: the same each time. */
const FILL = `create table measured as select i as id,
  date '2024-01-01' + (i * 7 % 366) as admitted_on,
  date '2024-01-01' + (i * 7 % 366) - (i % 3) * 30 as effective_on,
  case when i % 20 <> 0 then (i::bigint * 7919 % 40000000)::numeric / 100 end as total,
  (i::bigint * 104729 % 9000000)::numeric / 100 as basic_paid,
  (i::bigint * 1299709 % 2000000)::numeric / 100 as critical_paid,
  (i::bigint * 15485863 % 6000000)::numeric / 100 as out_of_list,
  i % 4 = 0 as pre_existing,
  (i % 1000) * 1500::numeric as year_paid
  from generate_series(1, ${ROWS}) as i`;

async function timed<T>(run: () => Promise<T>): Promise<readonly [T, number]> {
  const start = performance.now();
  const result = await run();
  return [result, performance.now() - start];
}

const rate = (ms: number): string =>
  `${Math.round(ROWS / (ms / 1000)).toLocaleString("en")} rows/s (${Math.round(ms)} ms)`;

await sql.raw("drop table if exists measured").execute(db);
await sql.raw(FILL).execute(db);
await sql.raw("analyze measured").execute(db);
const columns = Object.fromEntries(Object.entries(NAMES).map(([fact, column]) => [fact, { column }]));
const { text } = compileToSql(terms, { from: { table: "measured" }, keys: ["id"], columns });
for (const round of [1, 2, 3]) {
  const summary = `select settled, count(*)::int, sum(most), sum(length(reasons::text) + length(promises::text))::int as texts from (${text}) x group by 1 order by 1`;
  const [answer, ms] = await timed(() => sql.raw(summary).execute(db));
  console.log(`SQL, round ${round}: ${rate(ms)}`, JSON.stringify(answer.rows));
  const [, made] = await timed(() =>
    sql.raw(`create temp table decided on commit preserve rows as ${text}`).execute(db),
  );
  console.log(`SQL into a table, round ${round}: ${rate(made)}`);
  await sql.raw("drop table decided").execute(db);
}

const list = Object.entries(NAMES).map(
  ([fact, c]) => `'${fact}', ${c === "total" || /paid|list/.test(c) ? `${c}::text` : c}`,
);
const [facts, read] = await timed(() =>
  sql
    .raw<{ f: Record<string, unknown> }>(`select json_build_object(${list.join(", ")}) as f from measured`)
    .execute(db),
);
const decide = compile(terms, { explain: false });
const inputs = facts.rows.map((r) => r.f);
const start = performance.now();
let settled = 0;
for (const f of inputs) if (decide(f).settled) settled++;
const ms = performance.now() - start;
console.log(`engine alone: ${rate(ms)}, ${settled} settled; with reading the rows: ${rate(ms + read)}`);
await sql.raw("drop table measured").execute(db);
await store.close();
