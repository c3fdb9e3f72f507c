import type { Cents } from "../../kernel/money.ts";
import { parseYuan } from "../../kernel/money.ts";
import { type Header, headerName, headerOf, type Row, type Table } from "../../tabular/index.ts";
import { type Outcome, reasonIn } from "./codes.ts";
import type { BankTemplate } from "./template.ts";

/** What is wrong with one cell of the bank's answer. `row` counts as the spreadsheet shows it. */
export interface ResultProblem {
  readonly row: number;
  readonly column: string;
  readonly value: string;
  readonly zh: string;
  readonly en: string;
}

export interface ResultRow {
  readonly row: number;
  readonly number: string;
  /** 分; null where the bank gave none, which only a message may leave out. */
  readonly amount: Cents | null;
  readonly outcome: Outcome;
  /** Why it came back; "" otherwise. */
  readonly reason: string;
  /** ISO 20022, where the bank gave a code or its words are known. */
  readonly code: string | null;
  /** True where the money itself came back (退汇), which may be after it had settled. */
  readonly moneyBack: boolean;
}

type Column = keyof BankTemplate["result"]["columns"];
const MUST: readonly Column[] = ["number", "amount", "result"];
const PREAMBLE_ROWS = 60;

interface Found {
  readonly header: Header;
  readonly at: Readonly<Record<Column, number | undefined>>;
  readonly name: Readonly<Record<Column, string>>;
}

const findColumns = (rows: readonly Row[], template: BankTemplate): Found | null => {
  const { columns } = template.result;
  for (const row of rows.slice(0, PREAMBLE_ROWS)) {
    const header = headerOf(row);
    const name = (column: Column) =>
      columns[column].find((word) => header.columns.has(headerName(word))) ?? columns[column][0] ?? column;
    const place = (column: Column) => header.columns.get(headerName(name(column)));
    if (MUST.every((column) => place(column) !== undefined))
      return {
        header,
        at: {
          number: place("number"),
          amount: place("amount"),
          result: place("result"),
          reason: place("reason"),
        },
        name: {
          number: name("number"),
          amount: name("amount"),
          result: name("result"),
          reason: name("reason"),
        },
      };
  }
  return null;
};

/** A line that only sums up: no order and no result. */
const isSummary = (number: string, result: string): boolean =>
  result === "" && (number === "" || /^(合计|总计|共计)/.test(number));

const outcomeIn = ({ result }: BankTemplate, said: string): Outcome | null => {
  if (result.settled.includes(said)) return "settled";
  if (result.returned.includes(said) || result.back.includes(said)) return "returned";
  return result.pending.includes(said) ? "pending" : null;
};

interface ReadRow {
  readonly read: ResultRow | null;
  readonly problems: readonly ResultProblem[];
}
const NOTHING_READ: ReadRow = { read: null, problems: [] };

const readRow = (row: Row, found: Found, template: BankTemplate): ReadRow => {
  const cell = (column: Column): string => {
    const at = found.at[column];
    return at === undefined ? "" : (row.cells[at] ?? "").trim();
  };
  const number = cell("number");
  const said = cell("result");
  if (isSummary(number, said)) return NOTHING_READ;
  const problems: ResultProblem[] = [];
  const bad = (column: Column, zh: string, en: string) =>
    problems.push({ row: row.number, column: found.name[column], value: cell(column), zh, en });
  if (number === "") bad("number", "缺少指令编号", "The order's number is missing");
  const amount = parseYuan(cell("amount").replace(/^[¥￥]/, ""));
  if (amount === null)
    bad("amount", "金额应为元，至多两位小数", "An amount is yuan with at most two decimals");
  const { settled, returned, back, pending } = template.result;
  const outcome = outcomeIn(template, said);
  if (outcome === null)
    bad(
      "result",
      `结果应为：${[...settled, ...returned, ...back, ...pending].join("、")}`,
      "The result is none of the bank's words",
    );
  const reason = cell("reason");
  if (outcome === "returned" && reason === "") bad("reason", "失败须写明原因", "A failure needs its reason");
  if (amount === null || outcome === null || problems.length > 0) return { read: null, problems };
  const why = outcome === "returned" ? reason : "";
  const code = why === "" ? null : (reasonIn(why)?.code ?? null);
  const moneyBack = back.includes(said);
  return { read: { row: row.number, number, amount, outcome, reason: why, code, moneyBack }, problems };
};

const noHeader = (template: BankTemplate): ResultProblem => {
  const { number, amount, result, reason } = template.result.columns;
  const names = [number, amount, result, reason].map((words) => words.join("/")).join("、");
  return {
    row: 1,
    column: "",
    value: "",
    zh: `没有找到表头，应有：${names}`,
    en: `No header row was found; there should be: ${names}`,
  };
};

/** Reads the bank's answer (回盘) as far as the file alone can be judged. A repeat of one order in the file is a problem. */
export const readResult = (
  table: Table,
  template: BankTemplate,
): { rows: readonly ResultRow[]; problems: readonly ResultProblem[] } => {
  const sheetRows = table.sheets[0]?.rows ?? [];
  const found = findColumns(sheetRows, template);
  if (!found) return { rows: [], problems: [noHeader(template)] };
  const rows = new Map<string, ResultRow>();
  const problems: ResultProblem[] = [];
  for (const row of sheetRows) {
    if (row.number <= found.header.row || row.cells.every((cell) => cell.trim() === "")) continue;
    const { read, problems: wrong } = readRow(row, found, template);
    problems.push(...wrong);
    if (read === null) continue;
    const first = rows.get(read.number);
    if (first === undefined) rows.set(read.number, read);
    else
      problems.push({
        row: read.row,
        column: found.name.number,
        value: read.number,
        zh: `与第 ${first.row} 行是同一指令`,
        en: `The same order as in row ${first.row}`,
      });
  }
  return { rows: [...rows.values()], problems };
};
