import { timeInChina } from "../../kernel/clock.ts";
import { ImportId, PartyId } from "../../kernel/ids.ts";
import type { UploadedFile } from "../../kernel/operation.ts";
import { Refused, refuse } from "../../kernel/refusal.ts";
import { type Context, enqueue, type StaffActor, type Tables } from "../../store/index.ts";
import { openTable } from "../../tabular/index.ts";
import type { ImportKind, ImportView } from "../contract.ts";
import type { Importer } from "../importer.ts";
import { readMappings } from "../mapping.ts";
import { findSheet } from "../sheet.ts";
import type { WorkActor } from "../tables.ts";
import { keepFile } from "./keep-file.ts";

export const RUN_TASK = "imports.run";

/**
 * Keeps a file and asks for it to be imported in the background, in the name of whoever brought it.
 * @throws Refused at once where the file is no table or lacks a required column; then nothing is kept
 */
export const beginWork = async <R>(
  context: Context<StaffActor>,
  importer: Importer<R>,
  file: Pick<UploadedFile, "filename" | "content">,
  { dryRun }: { readonly dryRun: boolean },
): Promise<ImportView> => {
  const table = await openTable(file.content, file.filename);
  await findSheet(table, importer.columns, await readMappings(context, importer.kind));
  const importId = ImportId.parse(context.newId());
  const row = {
    institution_id: context.actor.institutionId,
    import_id: importId,
    kind: importer.kind,
    filename: file.filename,
    dry_run: dryRun,
    at: context.clock.now(),
    state: "waiting" as const,
    rows_done: 0,
    rows_expected: table.format === "csv" ? Math.max(0, lineEnds(file.content) - 1) : null,
  };
  const actor = written(context.actor);
  await context.tx
    .insertInto("import_work")
    .values({ ...row, actor: JSON.stringify(actor) })
    .execute();
  await keepFile(context, importId, file.content);
  await ask(context, importId);
  return view({ ...row, actor });
};

/** One import that has not ended; null where there is none. */
export const findWork = async ({ tx }: Context, importId: ImportId): Promise<ImportView | null> => {
  const row = await tx
    .selectFrom("import_work")
    .selectAll()
    .where("import_id", "=", importId)
    .executeTakeFirst();
  return row ? view(row) : null;
};

export const listWork = async ({ tx }: Context): Promise<ImportView[]> => {
  const rows = await tx.selectFrom("import_work").selectAll().orderBy("at").orderBy("import_id").execute();
  return rows.map(view);
};

/** Starts an interrupted import again, from the file as it was kept. @throws Refused where it is none */
export const againWork = async (context: Context, importId: ImportId): Promise<ImportView> => {
  const row = await context.tx
    .updateTable("import_work")
    .set({ state: "waiting", rows_done: 0 })
    .where("import_id", "=", importId)
    .where("state", "=", "interrupted")
    .returningAll()
    .executeTakeFirst();
  if (!row) throw await whyNot(context, importId);
  await ask(context, importId);
  return view(row);
};

/** Gives an interrupted import up; its file goes with it. @throws Refused where it is none */
export const forgetWork = async (context: Context, importId: ImportId): Promise<void> => {
  const gone = await context.tx
    .deleteFrom("import_work")
    .where("import_id", "=", importId)
    .where("state", "=", "interrupted")
    .returning("import_id")
    .executeTakeFirst();
  if (!gone) throw await whyNot(context, importId);
};

/** It concerns no one party: it is the institution's own work. */
const ask = (context: Context, importId: ImportId, options: { readonly runAt?: Date } = {}) =>
  enqueue(context, PartyId.parse(context.actor.institutionId), RUN_TASK, { importId }, options);

const TURN_MS = 3_000;
/** Asks again a little later: another import of the institution is under way, and must not hold a second worker up. */
export const askAgain = (context: Context, importId: ImportId) =>
  ask(context, importId, { runAt: new Date(context.clock.now().getTime() + TURN_MS) });

const written = ({ staffId, name, sample, permissions, approvalLimit }: StaffActor): WorkActor => ({
  staffId,
  name,
  sample,
  permissions: [...permissions],
  approvalLimit: approvalLimit === null ? null : approvalLimit.toString(),
});

const lineEnds = (bytes: Uint8Array): number => {
  let count = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) count += 1;
  return count;
};

type Row = Omit<Tables["import_work"], "actor" | "kind" | "at"> & {
  readonly kind: ImportKind;
  readonly at: Date;
  readonly actor: WorkActor;
};

const view = (row: Row): ImportView => ({
  importId: ImportId.parse(row.import_id),
  kind: row.kind,
  filename: row.filename,
  dryRun: row.dry_run,
  at: timeInChina(row.at),
  by: row.actor.name,
  status: row.state,
  progress: { rows: row.rows_done, expected: row.rows_expected },
  failure: null,
  rows: row.rows_done,
  created: 0,
  updated: 0,
  unchanged: 0,
  bad: 0,
  problems: [],
  warnings: [],
  ignoredColumns: [],
  mapped: [],
  hasWorkbook: false,
  hasDifferences: false,
});

/** An import that is not there, or another institution's, is not known; one that is there runs, or has ended. */
const whyNot = async ({ tx }: Context, importId: ImportId): Promise<Refused> => {
  const { known } = await tx
    .selectNoFrom(({ exists, selectFrom, or }) =>
      or([
        exists(selectFrom("import_work").select("import_id").where("import_id", "=", importId)),
        exists(selectFrom("import_run").select("import_id").where("import_id", "=", importId)),
      ]).as("known"),
    )
    .executeTakeFirstOrThrow();
  return known ? notInterrupted(importId) : noImport(importId);
};

export const noImport = (importId: string): Refused =>
  new Refused(
    refuse("missing", "imports.none", { zh: "没有这次导入。", en: "There is no such import." }, { importId }),
  );

const notInterrupted = (importId: string): Refused =>
  new Refused(
    refuse(
      "conflict",
      "imports.not-interrupted",
      {
        zh: "这次导入没有中断：它正在进行，或者已经结束。",
        en: "This import is not interrupted: it runs, or has ended.",
      },
      { importId },
    ),
  );
