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

const Sentence = z.object({ zh: z.string(), en: z.string() });

export const ImportView = z.object({
  importId: ImportId,
  kind: ImportKind,
  filename: z.string(),
  dryRun: z.boolean(),
  at: z.string(),
  by: z.string(),
  /**
   * `waiting` and `running` come to an end by themselves, also after a crash; `interrupted` was tried several times, changed
   * nothing, and may be started again. `failed`: the file could not be read to its end, and changed nothing.
   */
  status: z.enum(["waiting", "running", "interrupted", "checked", "applied", "refused", "failed"]),
  /** While it runs: how many rows have been read, of about how many where the file tells. */
  progress: z.object({ rows: z.number().int(), expected: z.number().int().nullable() }).nullable(),
  failure: Sentence.nullable(),
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
  /** Headers of the institution's own that were read as one of our columns, because someone said so before. */
  mapped: z.array(z.object({ header: z.string(), column: z.string() })),
  hasWorkbook: z.boolean(),
  /** Whether there is a workbook of what is new or changed. */
  hasDifferences: z.boolean(),
});
export type ImportView = z.infer<typeof ImportView>;

/** Until it has ended, an import is found here with its progress. */
export const isUnderWay = ({ status }: Pick<ImportView, "status">): boolean =>
  status === "waiting" || status === "running" || status === "interrupted";

/** CSV or XLSX. `dryRun` checks everything and changes nothing. One bad row, and nothing is applied.
 * With `wait=false` the file is kept, the answer comes at once, and `imports.read` tells how far it is. */
export const runImport = operation({
  id: "imports.run",
  method: "POST",
  path: "/imports/:kind",
  who: { staff: "imports.run" },
  creates: true,
  summary: { zh: "导入（可先试算）", en: "Import, or try an import" },
  params: z.object({ kind: ImportKind }),
  query: z.object({
    dryRun: z.enum(["true", "false"]).default("true"),
    wait: z.enum(["true", "false"]).default("true"),
  }),
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
export const readImport = operation({
  id: "imports.read",
  method: "GET",
  path: "/imports/:importId",
  who: { staff: "imports.run" },
  summary: { zh: "一次导入的进度或结果", en: "How far an import is, or what came of it" },
  params: z.object({ importId: ImportId }),
  output: ImportView,
});
export const listUnderWay = operation({
  id: "imports.under-way",
  method: "GET",
  path: "/imports-under-way",
  who: { staff: "imports.run" },
  summary: { zh: "正在进行或中断的导入", en: "Imports that run, wait or were interrupted" },
  output: z.object({ items: z.array(ImportView) }),
});
/** From the file as it was kept. Nothing of the interrupted run was applied. */
export const startAgain = operation({
  id: "imports.again",
  method: "POST",
  path: "/imports/:importId/again",
  who: { staff: "imports.run" },
  creates: true,
  summary: { zh: "重新开始中断的导入", en: "Start an interrupted import again" },
  params: z.object({ importId: ImportId }),
  body: z.object({}),
  output: ImportView,
});
export const forgetImport = operation({
  id: "imports.forget",
  method: "DELETE",
  path: "/imports/:importId",
  who: { staff: "imports.run" },
  summary: { zh: "放弃中断的导入，删除留存的文件", en: "Give an interrupted import up and delete its file" },
  params: z.object({ importId: ImportId }),
  output: z.object({}),
});
export const downloadDifferences = operation({
  id: "imports.differences",
  method: "GET",
  path: "/imports/:importId/differences.xlsx",
  who: { staff: "imports.run" },
  summary: { zh: "下载差异报告", en: "Download what is new or changed" },
  params: z.object({ importId: ImportId }),
  output: "download",
});

export const ImportColumns = z.object({
  columns: z.array(z.object({ name: z.string(), required: z.boolean(), guidance: Sentence })),
  mappings: z.array(z.object({ header: z.string(), column: z.string(), at: z.string(), by: z.string() })),
});
export type ImportColumns = z.infer<typeof ImportColumns>;
export const readColumns = operation({
  id: "imports.columns",
  method: "GET",
  path: "/import-columns/:kind",
  who: { staff: "imports.run" },
  summary: { zh: "可导入的列，和本机构记住的列对应", en: "Columns, and which headers mean them here" },
  params: z.object({ kind: ImportKind }),
  output: ImportColumns,
});
/** `column: null` forgets the header. */
export const mapColumn = operation({
  id: "imports.map-column",
  method: "PUT",
  path: "/import-columns/:kind/mappings",
  who: { staff: "imports.run" },
  summary: { zh: "记住或忘记一个表头对应的列", en: "Remember, or forget, what a header means" },
  params: z.object({ kind: ImportKind }),
  body: z.object({ header: z.string().trim().min(1).max(200), column: z.string().nullable() }),
  output: ImportColumns,
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
