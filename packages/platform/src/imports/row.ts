import { mask } from "../access/index.ts";
import { isKeepable } from "../kernel/text.ts";
import type { Say } from "../people/index.ts";
import type { Row } from "../tabular/index.ts";
import type { Column } from "./column.ts";
import type { ImportProblem } from "./contract.ts";
import type { ImportSheet } from "./sheet.ts";

const UNKEEPABLE: Say = {
  zh: "含有无法保存的字符（控制字符或半个字符），请重新输入",
  en: "holds characters that cannot be kept (control characters or half a character); type it again",
};

/** What a spreadsheet shows, and keeps, where a formula came to nothing. */
const FORMULA_ERROR = /^#(REF!|N\/A|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!)$/;
const FAILED_FORMULA: Say = {
  zh: "这一格的公式出错，没有值；请改成值后再导入",
  en: "the formula here failed and has no value; enter the value",
};

/** Something about one cell, with the cell as the file has it. */
export interface Remark {
  readonly row: number;
  readonly column: Column<unknown>;
  readonly value: string;
  readonly say: Say;
}

/** As a page shows it: what is sensitive is masked. */
export const shownRemark = ({ row, column, value, say }: Remark): ImportProblem => ({
  row,
  column: column.name,
  value: column.sensitive ? mask.identity(value) : value.slice(0, 200),
  zh: say.zh,
  en: say.en,
});

/** One row being read: gives values, and collects what is wrong with it. */
export class RowReader {
  readonly row: Row;
  readonly problems: Remark[] = [];
  readonly warnings: Remark[] = [];
  private readonly sheet: ImportSheet;

  constructor(row: Row, sheet: ImportSheet) {
    this.row = row;
    this.sheet = sheet;
  }

  /** The cell as it stands, trimmed; an apostrophe that keeps a spreadsheet from running it is set aside. */
  text(column: Column<unknown>): string {
    const place = this.sheet.places.get(column);
    const cell = place === undefined ? "" : (this.row.cells[place] ?? "");
    return cell.trim().replace(/^'(?=[=+\-@])/, "");
  }

  /** The cell's value; null where it is blank or wrong (and then a problem says so). */
  read<T>(column: Column<T>): T | null {
    const text = this.text(column);
    if (text === "") {
      if (column.required) this.problem(column, { zh: "必填", en: "must be filled in" });
      return null;
    }
    if (!isKeepable(text)) {
      this.problem(column, UNKEEPABLE);
      return null;
    }
    if (FORMULA_ERROR.test(text)) {
      this.problem(column, FAILED_FORMULA);
      return null;
    }
    const reading = column.read(text);
    if (!reading.ok) {
      this.problem(column, reading.problem);
      return null;
    }
    if (reading.warning) this.warn(column, reading.warning);
    return reading.value;
  }

  problem(column: Column<unknown>, say: Say): void {
    this.problems.push({ row: this.row.number, column, value: this.text(column), say });
  }

  warn(column: Column<unknown>, say: Say): void {
    this.warnings.push({ row: this.row.number, column, value: this.text(column), say });
  }
}
