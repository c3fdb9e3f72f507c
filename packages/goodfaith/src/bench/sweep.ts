import { readFile } from "node:fs/promises";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { compile, readTerms } from "@goodfaith/clauses";
import { compileToSql } from "@goodfaith/clauses/sql";
import type { Store } from "@goodfaith/platform";
import { type Benchmark, type Figure, median } from "./figure.ts";
import { withScratchStore } from "./scratch.ts";

const ROWS = 100_000;
const ROUNDS = 3;

interface Sweep {
  readonly file: string;
  /** One row `i` of the table, its columns named as facts. No randomness: the same each time. */
  readonly columns: Readonly<Record<string, string>>;
}

const SWEEPS: readonly Sweep[] = [
  {
    // A third lies about the waiting period, and every twentieth has an unknown.
    file: "medical/jinhuibao-2024.yaml",
    columns: {
      入院日期: "date '2024-01-01' + (i * 7 % 366)",
      生效日期: "date '2024-01-01' + (i * 7 % 366) - (i % 3) * 30",
      医疗总费用: "case when i % 20 <> 0 then (i::bigint * 7919 % 40000000)::numeric / 100 end",
      基本医保已付: "(i::bigint * 104729 % 9000000)::numeric / 100",
      大病保险已付: "(i::bigint * 1299709 % 2000000)::numeric / 100",
      目录外费用: "(i::bigint * 15485863 % 6000000)::numeric / 100",
      既往症: "i % 4 = 0",
      本年已赔: "(i % 1000) * 1500::numeric",
    },
  },
  {
    // Nought to four overdue instalments a row; one row in a thousand has an unknown, which decide takes long over.
    file: "programmes/reinstatement-2025.yaml",
    columns: {
      申请日: "date '2025-01-01' + (i % 110)",
      失效日: "date '2022-01-01' + (i * 11 % 400)",
      保单类别: "case when i % 10 = 0 then '团体' else '个人长期' end",
      保险人已解除: "i % 13 = 0",
      欠交各期: `(select coalesce(jsonb_agg(jsonb_build_object('应交日', date '2022-03-01' + k * 365,
        '保险费', ((i % 5000 + 500) / 100.0)::numeric(18, 2))), '[]') from generate_series(1, i % 5) as k)`,
      复效年利率: "0.05",
      约定等待期天数: "90",
      健康状况有变化: "i % 7 = 0",
      危险程度显著增加: "false",
      拒绝送达日: "date '2025-02-15'",
      补交日: "case when i % 1000 <> 0 then date '2025-02-01' + (i % 90) end",
    },
  },
];

/** Rows a second decided by one statement inside PostgreSQL, beside the same rows by `decide`; every answer is compared. */
export const sweep: Benchmark = {
  name: "sweep",
  run: (say) =>
    withScratchStore(async (store) => {
      const figures: Figure[] = [];
      for (const one of SWEEPS) {
        say(one.file);
        figures.push(...(await measure(one, store)));
      }
      return figures;
    }),
};

/** What of a connection is used here. */
interface Client {
  readonly query: <T>(text: string) => Promise<{ readonly rows: readonly T[] }>;
}

async function measure(one: Sweep, store: Store): Promise<readonly Figure[]> {
  const file = fileURLToPath(new URL(`../../../../terms/${one.file}`, import.meta.url));
  const terms = readTerms(await readFile(file, "utf8"), { file: one.file });
  const names = Object.keys(one.columns);
  const columns = Object.fromEntries(names.map((name) => [name, { column: name }]));
  const { text } = compileToSql(terms, { from: { table: "swept" }, keys: ["id"], columns });
  const client = await store.owner.pool.connect();
  try {
    const list = Object.entries(one.columns).map(([name, value]) => `${value} as "${name}"`);
    await client.query("set max_parallel_workers_per_gather = 0");
    await client.query(
      `create table swept as select i as id, ${list.join(", ")} from generate_series(1, ${ROWS}) as i`,
    );
    await client.query("analyze swept");
    const inside: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) inside.push(await statement(client, text));
    const engine = await byRow(client, compile(terms, { explain: false }));
    await client.query("drop table decided, swept");
    const how = `${terms.id}, ${ROWS} rows, ${engine.settled} settled by the statement, each the same as decide's`;
    return [
      {
        name: `sweep, ${terms.id}, one statement`,
        value: Math.round(ROWS / median(inside)),
        unit: "rows/s",
        how: `${how}; into a table, one PostgreSQL process, median of ${ROUNDS} rounds`,
      },
      {
        name: `sweep, ${terms.id}, decide row by row`,
        value: Math.round(ROWS / engine.seconds),
        unit: "rows/s",
        how: `the same rows already in memory, one thread, ${Math.round(ROWS / engine.cpuSeconds).toLocaleString("en")} per CPU-second`,
      },
    ];
  } finally {
    client.release();
  }
}

async function statement(client: Client, text: string): Promise<number> {
  await client.query("drop table if exists decided");
  const from = performance.now();
  await client.query(`create temp table decided as ${text}`);
  return (performance.now() - from) / 1000;
}

interface Row {
  readonly facts: Readonly<Record<string, unknown>>;
  readonly outcome: string;
  readonly least: string | null;
  readonly settled: boolean;
}

/** @throws Error where a row that the statement settles is decided otherwise */
async function byRow(
  client: Client,
  decide: ReturnType<typeof compile>,
): Promise<{ readonly settled: number; readonly seconds: number; readonly cpuSeconds: number }> {
  const { rows } = await client.query<Row>(
    "select to_jsonb(s) - 'id' as facts, d.outcome, d.least::text, d.settled from swept s join decided d using (id)",
  );
  const from = performance.now();
  const cpu = process.cpuUsage();
  const decisions = rows.map((r) => decide(r.facts));
  const used = process.cpuUsage(cpu);
  const seconds = (performance.now() - from) / 1000;
  rows.forEach((row, i) => {
    const d = decisions[i];
    if (row.settled && (d?.outcome !== row.outcome || d.payable.least !== row.least))
      throw new Error(
        `the statement and decide differ: ${JSON.stringify(row)}, ${JSON.stringify(d?.payable)}`,
      );
  });
  const settled = rows.filter((r) => r.settled).length;
  return { settled, seconds, cpuSeconds: (used.user + used.system) / 1e6 };
}
