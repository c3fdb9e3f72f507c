import { sql } from "kysely";
import { record, vault } from "../access/index.ts";
import { timeInChina } from "../kernel/clock.ts";
import { ImportId } from "../kernel/ids.ts";
import type { Download, UploadedFile } from "../kernel/operation.ts";
import { Refused, refuse } from "../kernel/refusal.ts";
import type { Say } from "../people/index.ts";
import type { Context, Tables } from "../store/index.ts";
import { XLSX_MEDIA_TYPE } from "../tabular/index.ts";
import type { ImportKind, ImportView } from "./contract.ts";
import type { Differences } from "./differences.ts";
import type { Importer } from "./importer.ts";
import type { ImportSheet } from "./sheet.ts";
import type { Tally } from "./tally.ts";
import "./tables.ts";
import { problemWorkbook } from "./workbook.ts";

interface Finished {
  readonly importId: ImportId | undefined;
  readonly differences: Differences;
  readonly importer: Pick<Importer<unknown>, "kind">;
  readonly file: Pick<UploadedFile, "filename">;
  readonly dryRun: boolean;
  readonly sheet: ImportSheet;
  readonly tally: Tally;
}

/** Keeps what came of an import. A refused one changed nothing, and its counts say so. */
export const saveRun = async (
  context: Context,
  { importer, file, dryRun, importId, sheet, tally, differences }: Finished,
): Promise<ImportView> => {
  const refused = !dryRun && tally.bad > 0;
  const workbook = tally.bad > 0 ? await problemWorkbook(sheet, tally) : null;
  const report = refused ? null : await differences.workbook();
  const changes = refused ? { created: 0, updated: 0, unchanged: 0 } : tally.changes;
  const row = {
    institution_id: context.actor.institutionId,
    import_id: importId ?? context.newId(),
    kind: importer.kind,
    filename: file.filename,
    dry_run: dryRun,
    at: context.clock.now(),
    by_id: context.actor.kind === "staff" ? context.actor.staffId : null,
    by_name: context.actor.name,
    status: dryRun ? ("checked" as const) : refused ? ("refused" as const) : ("applied" as const),
    rows: tally.rows,
    ...changes,
    bad: tally.bad,
    ignored_columns: [...sheet.ignored],
  };
  const told = { problems: tally.problems(), warnings: tally.warnings(), mapped: [...sheet.mapped] };
  const inserted = context.tx.insertInto("import_run").values({
    ...row,
    problems: JSON.stringify(told.problems),
    warnings: JSON.stringify(told.warnings),
    mapped: JSON.stringify(told.mapped),
    workbook_sealed: workbook && sealBytes(workbook),
    differences_sealed: report && sealBytes(report),
  });
  await inserted.execute();
  return view({
    ...row,
    ...told,
    failure: null,
    has_workbook: workbook !== null,
    has_differences: report !== null,
  });
};

/** Keeps that a file could not be read to its end, and why. Nothing of it was applied. */
export const saveFailure = async (
  context: Context,
  of: {
    readonly importId: ImportId;
    readonly kind: ImportKind;
    readonly filename: string;
    readonly dryRun: boolean;
  },
  { zh, en }: Say,
): Promise<void> => {
  const none = { rows: 0, created: 0, updated: 0, unchanged: 0, bad: 0 };
  await context.tx
    .insertInto("import_run")
    .values({
      institution_id: context.actor.institutionId,
      import_id: of.importId,
      kind: of.kind,
      filename: of.filename,
      dry_run: of.dryRun,
      at: context.clock.now(),
      by_id: context.actor.kind === "staff" ? context.actor.staffId : null,
      by_name: context.actor.name,
      status: "failed",
      ...none,
      problems: "[]",
      warnings: "[]",
      mapped: "[]",
      ignored_columns: [],
      workbook_sealed: null,
      differences_sealed: null,
      failure: JSON.stringify({ zh, en }),
    })
    .execute();
};

const sealBytes = (bytes: Uint8Array): string => vault.seal(Buffer.from(bytes).toString("base64"));
const openBytes = (sealed: string): Uint8Array => new Uint8Array(Buffer.from(vault.open(sealed), "base64"));

const columns = [
  "import_id",
  "kind",
  "filename",
  "dry_run",
  "at",
  "by_name",
  "status",
  "rows",
  "created",
  "updated",
  "unchanged",
  "bad",
  "problems",
  "warnings",
  "ignored_columns",
  "mapped",
  "failure",
] as const;

type Told = Pick<ImportView, "problems" | "warnings" | "mapped" | "failure">;
type Shown = Pick<Tables["import_run"], Exclude<(typeof columns)[number], keyof Told>> &
  Told & { readonly has_workbook: boolean; readonly has_differences: boolean };

const view = (row: Shown): ImportView => ({
  importId: ImportId.parse(row.import_id),
  kind: row.kind,
  filename: row.filename,
  dryRun: row.dry_run,
  at: timeInChina(row.at),
  by: row.by_name,
  status: row.status,
  progress: null,
  failure: row.failure,
  rows: row.rows,
  created: row.created,
  updated: row.updated,
  unchanged: row.unchanged,
  bad: row.bad,
  problems: row.problems,
  warnings: row.warnings,
  ignoredColumns: row.ignored_columns,
  mapped: row.mapped,
  hasWorkbook: row.has_workbook,
  hasDifferences: row.has_differences,
});

const shownColumns = [
  ...columns,
  sql<boolean>`workbook_sealed is not null`.as("has_workbook"),
  sql<boolean>`differences_sealed is not null`.as("has_differences"),
] as const;

/** One import that has ended; null where there is none. */
export const findRun = async ({ tx }: Context, importId: ImportId): Promise<ImportView | null> => {
  const row = await tx
    .selectFrom("import_run")
    .select(shownColumns)
    .where("import_id", "=", importId)
    .executeTakeFirst();
  return row ? view(row) : null;
};

/** The imports of the institution, newest first. */
export const listRuns = async (
  { tx }: Context,
  page: { readonly cursor?: string | undefined; readonly limit: number },
): Promise<{ items: ImportView[]; next: string | null; total: number }> => {
  const { total } = await tx
    .selectFrom("import_run")
    .select((eb) => eb.fn.countAll<bigint>().as("total"))
    .executeTakeFirstOrThrow();
  let query = tx
    .selectFrom("import_run")
    .select(shownColumns)
    .orderBy("at", "desc")
    .orderBy("import_id", "desc")
    .limit(page.limit + 1);
  if (page.cursor !== undefined) {
    const after = ImportId.safeParse(page.cursor);
    if (!after.success) throw noPlace();
    query = query.where(
      sql<boolean>`(at, import_id) < (select at, import_id from import_run where import_id = ${after.data}::uuid)`,
    );
  }
  const rows = await query.execute();
  const items = rows.slice(0, page.limit).map(view);
  return {
    items,
    next: rows.length > page.limit ? (items.at(-1)?.importId ?? null) : null,
    total: Number(total),
  };
};

const noPlace = (): Refused =>
  new Refused(
    refuse("invalid", "imports.cursor", {
      zh: "翻页标记不对，请从第一页重新开始。",
      en: "The cursor is not one of this list's; start again from the first page.",
    }),
  );

const noRun = (importId: string): Refused =>
  new Refused(
    refuse(
      "missing",
      "imports.no-workbook",
      { zh: "没有这次导入，或者它没有问题行。", en: "There is no such import, or it has no bad rows." },
      { importId },
    ),
  );

/** The workbook of bad rows. It holds what the file held, so that it was taken is on record. */
export const readWorkbook = async (context: Context, importId: ImportId): Promise<Download> => {
  const row = await context.tx
    .selectFrom("import_run")
    .select(["workbook_sealed", "filename"])
    .where("import_id", "=", importId)
    .executeTakeFirst();
  if (!row || row.workbook_sealed === null) throw noRun(importId);
  await record(context, { action: "imports.problems", subject: { kind: "import", id: importId } });
  return {
    filename: `问题行-${row.filename.replace(/\.[^.]*$/, "")}.xlsx`,
    mediaType: XLSX_MEDIA_TYPE,
    content: openBytes(row.workbook_sealed),
  };
};

/** What an import brought that was new or changed; what is sensitive in it is masked. */
export const readDifferences = async (context: Context, importId: ImportId): Promise<Download> => {
  const row = await context.tx
    .selectFrom("import_run")
    .select(["differences_sealed", "filename"])
    .where("import_id", "=", importId)
    .executeTakeFirst();
  if (!row || row.differences_sealed === null) throw noDifferences(importId);
  await record(context, { action: "imports.differences", subject: { kind: "import", id: importId } });
  return {
    filename: `差异-${row.filename.replace(/\.[^.]*$/, "")}.xlsx`,
    mediaType: XLSX_MEDIA_TYPE,
    content: openBytes(row.differences_sealed),
  };
};

const noDifferences = (importId: string): Refused =>
  new Refused(
    refuse(
      "missing",
      "imports.no-differences",
      {
        zh: "没有这次导入，或者它没有新增或变更。",
        en: "There is no such import, or it brings nothing new.",
      },
      { importId },
    ),
  );
