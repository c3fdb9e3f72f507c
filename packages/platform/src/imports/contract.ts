import { z } from "zod";
import { ImportId } from "../kernel/ids.ts";
import { operation } from "../kernel/operation.ts";
import { PageQuery, pageOf } from "../kernel/page.ts";

export const ImportKind = z.enum(["parties", "policies", "claims"]);
export type ImportKind = z.infer<typeof ImportKind>;

export const ImportProblem = z.object({
  row: z.number().int(),
  column: z.string(),
  /** Masked where the column is sensitive; the workbook has it whole. */
  value: z.string(),
  zh: z.string(),
  en: z.string(),
});
export type ImportProblem = z.infer<typeof ImportProblem>;

export const ImportView = z.object({
  importId: ImportId,
  kind: ImportKind,
  filename: z.string(),
  dryRun: z.boolean(),
  at: z.string(),
  by: z.string(),
  status: z.enum(["checked", "applied", "refused"]),
  rows: z.number().int(),
  created: z.number().int(),
  updated: z.number().int(),
  unchanged: z.number().int(),
  bad: z.number().int(),
  /** The first 100 problems; the workbook has them all. */
  problems: z.array(ImportProblem),
  /** Rows that are right but worth a look, for example an old identity number of 15 digits; the first 100. */
  warnings: z.array(ImportProblem),
  /** Columns of the file that no importer knows; nothing in them was read. */
  ignoredColumns: z.array(z.string()),
  hasWorkbook: z.boolean(),
});
export type ImportView = z.infer<typeof ImportView>;

/** CSV or XLSX. `dryRun` checks everything and changes nothing. One bad row, and nothing is applied. */
export const runImport = operation({
  id: "imports.run",
  method: "POST",
  path: "/imports/:kind",
  who: { staff: "imports.run" },
  creates: true,
  summary: { zh: "导入（可先试算）", en: "Import, or try an import" },
  params: z.object({ kind: ImportKind }),
  query: z.object({ dryRun: z.enum(["true", "false"]).default("true") }),
  body: z.object({}),
  file: { maxBytes: 200 * 1024 * 1024 },
  output: ImportView,
});
export const listImports = operation({
  id: "imports.list",
  method: "GET",
  path: "/imports",
  who: { staff: "imports.run" },
  summary: { zh: "导入记录", en: "Imports" },
  query: PageQuery,
  output: pageOf(ImportView),
});
export const downloadProblems = operation({
  id: "imports.problems",
  method: "GET",
  path: "/imports/:importId/problems.xlsx",
  who: { staff: "imports.run" },
  summary: { zh: "下载问题清单", en: "Download the rows with their problems" },
  params: z.object({ importId: ImportId }),
  output: "download",
});
export const downloadTemplate = operation({
  id: "imports.template",
  method: "GET",
  path: "/import-templates/:kind",
  who: { staff: "imports.run" },
  summary: { zh: "下载导入模板", en: "Download a template" },
  params: z.object({ kind: ImportKind }),
  output: "download",
});
