import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import {
  addInstitution,
  copyAgain,
  copyForComparison,
  type ImportView,
  InstitutionId,
  runImport,
  type Store,
  withImporter,
} from "@goodfaith/platform";
import { asCommandLine } from "../start/once.ts";
import type { Benchmark, Figure } from "./figure.ts";
import { PEOPLE_HEADER, POLICY_HEADER, personLine, policyLine } from "./import-rows.ts";
import { withScratchFolder, withScratchStore } from "./scratch.ts";

/** How many policies; `GOODFAITH_BENCH_POLICIES=1000000` for the size that the target names. */
const POLICIES = Number(process.env.GOODFAITH_BENCH_POLICIES ?? 100_000);
/** A policy in five is another one of the same person. */
const PEOPLE = Math.ceil(POLICIES / 5) * 4;

/** The rows that a policy's line becomes; the people's own keys were there before. */
const TABLES = [
  { table: "policy" },
  { table: "party_lookup", where: "kind = 'policy'" },
  { table: "policy_status" },
  { table: "policy_role" },
  { table: "premium_due" },
  { table: "party_relation" },
] as const;

/**
 * Policies through the importer (every cell checked, its people found, sealed and indexed, all or nothing), beside PostgreSQL's
 * COPY in the same run: of the finished rows into tables with the same keys, checks and indexes, and of the file's text into a bare table.
 */
export const imports: Benchmark = {
  name: "imports",
  run: (say) =>
    withScratchFolder((folder) =>
      withScratchStore(async (store) => {
        const files = {
          people: join(folder, "people.csv"),
          policies: join(folder, "policies.csv"),
        };
        await writeLines(files.people, PEOPLE_HEADER, PEOPLE, personLine);
        await writeLines(files.policies, POLICY_HEADER, POLICIES, (n) => policyLine(n, n % PEOPLE));
        const institutionId = await newInstitution(store);
        say(`${PEOPLE} people`);
        const people = await timed(() => importFile(store, institutionId, "parties", files.people));
        say(`${POLICIES} policies`);
        const policies = await timed(() => importFile(store, institutionId, "policies", files.policies));
        expectCreated(people.value, PEOPLE);
        expectCreated(policies.value, POLICIES);
        const peak = peakMiB();
        say("the same file again");
        const again = await timed(() => importFile(store, institutionId, "policies", files.policies));
        if (again.value.unchanged !== POLICIES) throw new Error("the same file changed something");
        say("COPY of the same rows");
        const finished = await copyAgain(store, TABLES);
        const bare = await timed(async () =>
          copyForComparison(
            store,
            { institutionId },
            POLICY_HEADER.split(",").length,
            pieces(await readFile(files.policies)),
          ),
        );
        return figures({ people, policies, again, finished, bare, peak });
      }),
    ),
};

interface Timed<T> {
  readonly value: T;
  readonly seconds: number;
}
const timed = async <T>(work: () => Promise<T>): Promise<Timed<T>> => {
  const from = performance.now();
  const value = await work();
  return { value, seconds: (performance.now() - from) / 1000 };
};

interface Measured {
  readonly people: Timed<ImportView>;
  readonly policies: Timed<ImportView>;
  readonly again: Timed<ImportView>;
  readonly finished: { readonly rows: number; readonly seconds: number };
  readonly bare: Timed<number>;
  readonly peak: number;
}

const figures = ({ people, policies, again, finished, bare, peak }: Measured): Figure[] => {
  const rate = (rows: number, seconds: number) => Math.round(rows / seconds);
  const part = (copy_s: number) => Math.round((copy_s / policies.seconds) * 1000) / 1000;
  const how = `${POLICIES} policies, each with insured, holder and premiums, of people imported before; one run, embedded PostgreSQL, durable`;
  return [
    {
      name: "import, people",
      value: rate(PEOPLE, people.seconds),
      unit: "rows/s",
      how: `${PEOPLE} people with identity number and phone`,
    },
    { name: "import, policies", value: rate(POLICIES, policies.seconds), unit: "rows/s", how },
    {
      name: "import, the same policies again",
      value: rate(POLICIES, again.seconds),
      unit: "rows/s",
      how: "all unchanged",
    },
    {
      name: "COPY of the finished rows",
      value: rate(POLICIES, finished.seconds),
      unit: "policies/s",
      how: `${finished.rows} rows into ${TABLES.length} tables with the same keys, checks, foreign keys and indexes, by the owner`,
    },
    {
      name: "import ÷ COPY of the finished rows",
      value: part(finished.seconds),
      unit: "of its rate",
      how: "the two above",
    },
    {
      name: "COPY of the file's text",
      value: rate(POLICIES, bare.seconds),
      unit: "rows/s",
      how: "into a temporary table of text columns, nothing checked, no key, no index",
    },
    {
      name: "import ÷ COPY of the file's text",
      value: part(bare.seconds),
      unit: "of its rate",
      how: "the two above",
    },
    {
      name: "peak resident memory of the program",
      value: peak,
      unit: "MiB",
      how: "after both imports; PostgreSQL's own processes not counted",
    },
  ];
};

const expectCreated = (view: ImportView, count: number): void => {
  if (view.created !== count)
    throw new Error(`imported ${view.created} of ${count}: ${JSON.stringify(view.problems[0])}`);
};

const newInstitution = async (store: Store): Promise<InstitutionId> => {
  const institutionId = InstitutionId.parse(randomUUID());
  await asCommandLine(store, institutionId, (context) =>
    addInstitution(context, { name: "度量（示例）", sample: true }),
  );
  return institutionId;
};

const importFile = async (
  store: Store,
  institutionId: InstitutionId,
  kind: "parties" | "policies",
  path: string,
): Promise<ImportView> => {
  const file = { filename: `${kind}.csv`, content: await readFile(path) };
  return asCommandLine(store, institutionId, (context) =>
    withImporter(kind, (importer) => runImport(context, importer, file, { dryRun: false })),
  );
};

const writeLines = async (
  path: string,
  header: string,
  count: number,
  line: (n: number) => string,
): Promise<void> => {
  const out = createWriteStream(path);
  out.write(`${header}\n`);
  for (let n = 0; n < count; n += 1) if (!out.write(`${line(n)}\n`)) await once(out, "drain");
  out.end();
  await once(out, "close");
};

const PIECE_BYTES = 1 << 16;
function* pieces(bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) yield bytes.subarray(at, at + PIECE_BYTES);
}

/** The most this process has held so far; `maxRSS` is in KiB. */
const peakMiB = (): number => Math.round(process.resourceUsage().maxRSS / 1024);
