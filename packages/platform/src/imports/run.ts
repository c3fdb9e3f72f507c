import { sql } from "kysely";
import { record } from "../access/index.ts";
import { dayInChina } from "../kernel/clock.ts";
import type { ImportId } from "../kernel/ids.ts";
import type { UploadedFile } from "../kernel/operation.ts";
import { Refused, refuse } from "../kernel/refusal.ts";
import type { Context } from "../store/index.ts";
import { openTable, type Row } from "../tabular/index.ts";
import type { ImportView } from "./contract.ts";
import { Differences } from "./differences.ts";
import type { Importer } from "./importer.ts";
import { readMappings } from "./mapping.ts";
import { RowReader } from "./row.ts";
import { findSheet, type ImportSheet } from "./sheet.ts";
import { saveRun } from "./store.ts";
import { Tally } from "./tally.ts";

/** Rows that are merged together: enough to make statements few, few enough to keep memory flat. */
const CHUNK_ROWS = 4_000;

interface Running<R> {
  readonly context: Context;
  readonly importer: Importer<R>;
  readonly sheet: ImportSheet;
  readonly tally: Tally;
  readonly differences: Differences;
  readonly sample: boolean;
  readonly onProgress: (rows: number) => Promise<void>;
  /** Where each key was first seen in this file. */
  readonly seen: Map<string, number>;
  /** False for a dry run, and from the first bad row on. */
  applying: boolean;
}
interface Checked<R> {
  readonly row: Row;
  readonly record: R;
}

export interface RunOptions {
  readonly dryRun: boolean;
  /** The import's id; a new one where left out. */
  readonly importId?: ImportId;
  /** Told every few thousand rows how many have been read. */
  readonly onProgress?: (rows: number) => Promise<void>;
}

/**
 * Reads a file, checks every row, and merges them all or none of them: at the first bad row what was merged is taken
 * back, and the rest is only checked, so that every problem is named. What came of it is kept.
 * @throws Refused where the file is no table or lacks a required column
 */
export const runImport = async <R>(
  context: Context,
  importer: Importer<R>,
  file: Pick<UploadedFile, "filename" | "content">,
  { dryRun, importId, onProgress = async () => undefined }: RunOptions,
): Promise<ImportView> => {
  // Between two statements lies the reading of rows, and before the first the opening of a whole workbook.
  await sql`set local idle_in_transaction_session_timeout = 0`.execute(context.tx);
  const table = await openTable(file.content, file.filename);
  const sheet = await findSheet(table, importer.columns, await readMappings(context, importer.kind));
  const running: Running<R> = {
    context,
    importer,
    sheet,
    tally: new Tally(),
    differences: new Differences(),
    onProgress,
    sample: await isSample(context),
    seen: new Map(),
    applying: !dryRun,
  };
  await oneAtATime(context);
  await sql`savepoint import_rows`.execute(context.tx);
  await mergeAll(running);
  if (running.tally.rows === 0) throw noRows(file.filename);
  if (running.applying) await sql`release savepoint import_rows`.execute(context.tx);
  const { tally, differences } = running;
  const view = await saveRun(context, { importer, file, dryRun, importId, sheet, tally, differences });
  await record(context, {
    action: dryRun ? "imports.check" : "imports.run",
    subject: { kind: "import", id: view.importId },
    detail: { kind: view.kind, filename: view.filename, status: view.status, rows: view.rows, bad: view.bad },
  });
  return view;
};

/** While the database merges one chunk, the next is read: neither waits for the other longer than it must. */
const mergeAll = async <R>(running: Running<R>): Promise<void> => {
  const today = dayInChina(running.context.clock.now());
  let merging = Promise.resolve();
  let chunk: Checked<R>[] = [];
  const flush = async (): Promise<void> => {
    await merging;
    merging = mergeChunk(running, chunk);
    // What it throws is met at the next `await`; until then it is nobody's unhandled error.
    merging.catch(() => undefined);
    chunk = [];
    await running.onProgress(running.tally.rows);
  };
  try {
    for await (const row of running.sheet.rows()) {
      running.tally.rows += 1;
      const checked = check(running, row, today);
      if (checked) chunk.push(checked);
      else {
        await merging;
        await stopApplying(running);
      }
      if (chunk.length >= CHUNK_ROWS) await flush();
    }
    if (chunk.length > 0) await flush();
    await merging;
  } catch (error) {
    // A file that breaks off is refused only once the statement under way has ended.
    await Promise.allSettled([merging]);
    throw error;
  }
};

const check = <R>(running: Running<R>, row: Row, today: string): Checked<R> | null => {
  const reader = new RowReader(row, running.sheet);
  const record = running.importer.read(reader, today);
  if (record !== null) findRepeats(running, reader, record);
  running.tally.addWarnings(reader.warnings);
  if (record !== null && reader.problems.length === 0) return { row, record };
  running.tally.addBad({ row, problems: reader.problems });
  return null;
};

const findRepeats = <R>({ importer, seen }: Running<R>, reader: RowReader, record: R): void => {
  for (const { column, key } of importer.keys(record)) {
    const unique = `${column.name}\0${key}`;
    const first = seen.get(unique);
    if (first === undefined) seen.set(unique, reader.row.number);
    else
      reader.problem(column, {
        zh: `与第 ${first} 行重复（第 ${first} 行和第 ${reader.row.number} 行只能保留一行）`,
        en: `the same as in row ${first}; keep row ${first} or row ${reader.row.number}`,
      });
  }
};

const mergeChunk = async <R>(running: Running<R>, chunk: readonly Checked<R>[]): Promise<void> => {
  const { context, importer, tally, differences, sample } = running;
  const outcomes = await importer.merge(
    context,
    chunk.map(({ record }) => record),
    { apply: running.applying, sample },
  );
  for (const [at, { row, record }] of chunk.entries()) {
    const outcome = outcomes[at];
    if (!outcome) throw new Error("every good row has an outcome");
    if (outcome.change !== "bad") {
      tally.changes[outcome.change] += 1;
      differences.add(row.number, importer.keys(record), outcome);
      continue;
    }
    const reader = new RowReader(row, running.sheet);
    reader.problem(outcome.column, outcome.say);
    tally.addBad({ row, problems: reader.problems });
  }
  if (tally.bad > 0) await stopApplying(running);
};

const stopApplying = async <R>(running: Running<R>): Promise<void> => {
  if (!running.applying) return;
  running.applying = false;
  await sql`rollback to savepoint import_rows`.execute(running.context.tx);
};

/** Two imports into one institution would meet at the same keys: the second waits for the first to end. */
const oneAtATime = async ({ tx, actor }: Context): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`imports ${actor.institutionId}`}, 0))`.execute(
    tx,
  );
};

/** Takes the institution's turn to import, or says that another import has it. */
export const takeTurn = async ({ tx, actor }: Context): Promise<boolean> => {
  const { rows } = await sql<{ taken: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${`imports ${actor.institutionId}`}, 0)) as taken`.execute(
    tx,
  );
  return rows[0]?.taken === true;
};

const isSample = async ({ tx, actor }: Context): Promise<boolean> => {
  const institution = await tx
    .selectFrom("institution")
    .select("sample")
    .where("institution_id", "=", actor.institutionId)
    .executeTakeFirstOrThrow();
  return institution.sample;
};

const noRows = (filename: string): Refused =>
  new Refused(
    refuse(
      "invalid",
      "imports.no-rows",
      { zh: `“${filename}”只有表头，没有内容。`, en: `“${filename}” has a header and no rows.` },
      { filename },
    ),
  );
