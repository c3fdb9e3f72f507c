import { z } from "zod";
import { findHeader, type Row, type Table } from "../tabular/index.ts";
import type { AnswerKind } from "./model.ts";

/** One line of the core's answer file. `row` counts as the spreadsheet shows it. */
export interface AnswerRow {
  readonly row: number;
  readonly instructionId: string;
  readonly answer: AnswerKind;
  readonly reference: string | null;
  readonly reason: string | null;
}
export interface AnswerProblem {
  readonly row: number;
  readonly column: string;
  readonly value: string;
  readonly zh: string;
  readonly en: string;
}

const ANSWERS: ReadonlyMap<string, AnswerKind> = new Map([
  ["受理", "acknowledged"],
  ["完成", "settled"],
  ["拒绝", "refused"],
]);
const Id = z.uuid();

type Cells = Readonly<Record<"指令号" | "答复" | "核心流水号" | "原因", string>>;

const readRow = (row: number, cells: Cells): AnswerRow | AnswerProblem[] => {
  const problems: AnswerProblem[] = [];
  const bad = (column: keyof Cells, zh: string, en: string): void => {
    problems.push({ row, column, value: cells[column], zh, en });
  };
  if (!Id.safeParse(cells.指令号).success)
    bad("指令号", "应为指令文件中的指令号", "should be the number of the instruction file");
  const answer = ANSWERS.get(cells.答复);
  if (!answer) bad("答复", "应为 受理、完成 或 拒绝", "should be 受理, 完成 or 拒绝");
  if (answer === "refused" && cells.原因 === "")
    bad("原因", "拒绝时须写明原因", "a refusal needs its reason");
  if (problems.length > 0 || !answer) return problems;
  return {
    row,
    instructionId: cells.指令号.toLowerCase(),
    answer,
    reference: cells.核心流水号.slice(0, 100) || null,
    reason: cells.原因.slice(0, 500) || null,
  };
};

/** The core's answers (答复文件): columns 指令号, 答复, 核心流水号, 原因; every row that is wrong is named. Pure. */
export const readAnswers = (
  table: Table,
): { readonly rows: readonly AnswerRow[]; readonly problems: readonly AnswerProblem[] } => {
  const rows: AnswerRow[] = [];
  const problems: AnswerProblem[] = [];
  for (const sheet of table.sheets) {
    const header = findHeader(sheet.rows, ["指令号", "答复"]);
    if (!header) {
      const said = { zh: "缺少“指令号”或“答复”列", en: "the columns 指令号 and 答复 are missing" };
      problems.push({ row: 1, column: "表头", value: "", ...said });
      continue;
    }
    const cell = (row: Row, name: string): string => {
      const at = header.columns.get(name);
      return at === undefined ? "" : (row.cells[at] ?? "").trim();
    };
    for (const row of sheet.rows.filter(({ number }) => number > header.row)) {
      if (row.cells.every((value) => value.trim() === "")) continue;
      const read = readRow(row.number, {
        指令号: cell(row, "指令号"),
        答复: cell(row, "答复"),
        核心流水号: cell(row, "核心流水号"),
        原因: cell(row, "原因"),
      });
      if (Array.isArray(read)) problems.push(...read);
      else rows.push(read);
    }
  }
  return { rows, problems };
};
