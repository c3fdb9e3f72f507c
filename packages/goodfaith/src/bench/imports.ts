import { randomUUID } from "node:crypto";
import { performance } from "node:perf_hooks";
import {
  addInstitution,
  copyForComparison,
  InstitutionId,
  residentCheck,
  runImport,
  type Store,
  withImporter,
} from "@goodfaith/platform";
import { asCommandLine } from "../start/once.ts";
import { type Benchmark, median } from "./figure.ts";
import { withScratchStore } from "./scratch.ts";

const ROWS = 20_000;
const ROUNDS = 3;
const HEADERS = ["客户号", "姓名", "客户类别", "证件号码", "手机号码"] as const;

/** A person who cannot exist: an unassigned region, a telephone number that is given to nobody. */
const rowOf = (n: number): string => {
  const region = `999${String(Math.floor(n / 28_000)).padStart(3, "0")}`;
  const born = 19_600_101 + (Math.floor(n / 1000) % 28);
  const number = `${region}${born}${String(n % 1000).padStart(3, "0")}`;
  return [
    `B${n}`,
    `样本${n}（示例）`,
    "个人",
    `${number}${residentCheck(number)}`,
    `199${String(10_000_000 + n)}`,
  ].join(",");
};

/** Rows a second through the importer (every cell checked, sealed and indexed), beside PostgreSQL's COPY of the same text. */
export const imports: Benchmark = {
  name: "imports",
  run: (say) =>
    withScratchStore(async (store) => {
      const lines = [HEADERS.join(","), ...Array.from({ length: ROWS }, (_, n) => rowOf(n))].map(
        (line) => `${line}\n`,
      );
      const importing: number[] = [];
      const copying: number[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        say(`imports, round ${round + 1} of ${ROUNDS}`);
        importing.push(await importOnce(store, lines));
        copying.push(await copyOnce(store, lines));
      }
      const how = `${ROWS} people with identity number and phone into an empty institution, median of ${ROUNDS} rounds, embedded PostgreSQL, durable`;
      const rows = Math.round(median(importing));
      const copied = Math.round(median(copying));
      return [
        { name: "import, people", value: rows, unit: "rows/s", how },
        {
          name: "COPY of the same rows",
          value: copied,
          unit: "rows/s",
          how: "into a temporary table of text columns, unchecked",
        },
        {
          name: "COPY is faster by",
          value: Math.round((copied / rows) * 10) / 10,
          unit: "×",
          how: "the two above",
        },
      ];
    }),
};

const newInstitution = (store: Store) => {
  const institutionId = InstitutionId.parse(randomUUID());
  return asCommandLine(store, institutionId, (context) =>
    addInstitution(context, { name: "度量（示例）", sample: true }),
  );
};

const importOnce = async (store: Store, lines: readonly string[]): Promise<number> => {
  const institutionId = await newInstitution(store);
  const file = { filename: "people.csv", content: Buffer.from(lines.join("")) };
  const from = performance.now();
  const view = await asCommandLine(store, institutionId, (context) =>
    withImporter("parties", (importer) => runImport(context, importer, file, { dryRun: false })),
  );
  const taken_s = (performance.now() - from) / 1000;
  if (view.created !== ROWS)
    throw new Error(`imported ${view.created} of ${ROWS}: ${JSON.stringify(view.problems[0])}`);
  return ROWS / taken_s;
};

const copyOnce = async (store: Store, lines: readonly string[]): Promise<number> => {
  const institutionId = await newInstitution(store);
  const from = performance.now();
  const copied = await copyForComparison(store, { institutionId }, HEADERS.length, lines);
  if (copied !== ROWS) throw new Error(`copied ${copied} of ${ROWS}`);
  return ROWS / ((performance.now() - from) / 1000);
};
