import { readFile, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import {
  type ImportView,
  mapHeader,
  readDifferences,
  readWorkbook,
  runImport,
  withImporter,
} from "@goodfaith/platform";
import { ImportKind } from "@goodfaith/platform/contract";
import { Argument, Command, InvalidArgumentError } from "commander";
import { explain } from "../start/explain.ts";
import { asCommandLine, findInstitution, once } from "../start/once.ts";

interface Options {
  readonly institution: string;
  readonly dryRun?: boolean;
  readonly json?: boolean;
  readonly problems?: string;
  readonly differences?: string;
  readonly map?: readonly [header: string, column: string][];
}

/** `goodfaith import KIND FILE`: CSV or XLSX, all rows or none. */
export const command = (): Command =>
  new Command("import")
    .description(
      "导入客户、保单或报案 · Import people, policies or claims from CSV or XLSX: all rows or none",
    )
    .addArgument(new Argument("<kind>", "资料类别 · what the file holds").choices(ImportKind.options))
    .argument("<file>", "文件 · .csv or .xlsx")
    .requiredOption("--institution <name or id>", "机构 · the institution whose records these are")
    .option("--dry-run", "只检查，不写入 · check everything, change nothing")
    .option(
      "--problems <file.xlsx>",
      "问题行存为工作簿 · write the bad rows, with their reasons, to a workbook",
    )
    .option(
      "--differences <file.xlsx>",
      "新增和变更存为工作簿 · write what is new or changed to a workbook, personal data masked",
    )
    .option(
      "--map <header=column>",
      "记住一个表头对应的列，可重复 · remember which column a header means; may be repeated",
      readPair,
    )
    .option("--json", "以 JSON 输出 · print the result as JSON")
    .addHelpText(
      "after",
      "\n退出码 · Exit codes: 0 done, 1 there are bad rows and nothing was imported, 2 bad usage or input",
    )
    .action(run);

const run = async (kind: string, file: string, options: Options): Promise<void> => {
  try {
    const view = await importFile(ImportKind.parse(kind), file, options);
    process.stdout.write(options.json ? `${JSON.stringify(view, null, 2)}\n` : shown(view));
    process.exitCode = view.bad > 0 ? 1 : 0;
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`);
    process.exitCode = 2;
  }
};

const readPair = (text: string, earlier: readonly [string, string][] = []): readonly [string, string][] => {
  const [header = "", column = "", ...more] = text.split("=").map((part) => part.trim());
  if (header === "" || column === "" || more.length > 0)
    throw new InvalidArgumentError("应写作 表头=列名 · write it as header=column");
  return [...earlier, [header, column]];
};

/** How far it is, for someone who waits at a terminal. */
const progress = async (rows: number): Promise<void> => {
  if (process.stderr.isTTY) process.stderr.write(`\r已读 ${rows} 行 · ${rows} rows read`);
};

const importFile = async (kind: ImportKind, file: string, options: Options): Promise<ImportView> => {
  const content = await readFile(file);
  return once(async (store) => {
    const institutionId = await findInstitution(store, options.institution);
    const given = { filename: basename(file), content };
    // Remembered for itself: it holds for the next file too, also where this one is refused.
    await asCommandLine(store, institutionId, (context) =>
      withImporter(kind, async (importer) => {
        for (const [header, column] of options.map ?? [])
          await mapHeader(context, importer, { header, column });
      }),
    );
    return asCommandLine(store, institutionId, async (context) => {
      const view = await withImporter(kind, (importer) =>
        runImport(context, importer, given, { dryRun: options.dryRun === true, onProgress: progress }),
      );
      if (options.differences !== undefined && view.hasDifferences)
        await writeFile(options.differences, (await readDifferences(context, view.importId)).content);
      if (options.problems !== undefined && view.hasWorkbook)
        await writeFile(options.problems, (await readWorkbook(context, view.importId)).content);
      return view;
    });
  });
};

const STATUS = {
  applied: "已导入 · imported",
  checked: "已检查，未写入 · checked, nothing written",
  refused: "未导入：有问题行，什么也没有写入 · not imported: there are bad rows, and nothing was written",
  failed: "未导入：文件读不下去 · not imported: the file could not be read to its end",
  waiting: "等待中 · waiting",
  running: "正在导入 · running",
  interrupted: "中断，什么也没有写入 · interrupted, nothing was written",
} as const;

const shown = (view: ImportView): string =>
  [
    `${view.filename}: ${STATUS[view.status]}`,
    `  ${view.rows} 行 rows · ${view.created} 新增 new · ${view.updated} 更新 updated · ${view.unchanged} 不变 unchanged · ${view.bad} 有误 bad`,
    ...(view.mapped.length === 0
      ? []
      : [
          `  按记住的对应 as remembered: ${view.mapped.map((one) => `${one.header} → ${one.column}`).join("、")}`,
        ]),
    ...(view.ignoredColumns.length === 0
      ? []
      : [`  不认识、没有读的列 unknown columns, not read: ${view.ignoredColumns.join("、")}`]),
    ...view.problems.map(
      ({ row, column, value, zh, en }) => `  第 ${row} 行 row ${row}, ${column} “${value}”: ${zh} · ${en}`,
    ),
    "",
  ].join("\n");
