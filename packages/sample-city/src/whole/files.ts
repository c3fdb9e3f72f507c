import type { FileRow } from "../rows.ts";

/** One file of an institution, its rows made as they are read. */
export interface CityFile {
  /** What it is imported as; `input` is for a service that does not read it yet. */
  readonly kind: "parties" | "policies" | "claims" | "input";
  readonly filename: string;
  readonly columns: readonly string[];
  /** The day it came (ISO 8601), where it says what happened at a time. */
  readonly day?: string;
  /** How many rows there are, or nearly: for a progress bar. */
  readonly about: number;
  rows(): Iterable<FileRow>;
}

/** What one institution brings, in the order in which it is to be read. */
export interface InstitutionRecords {
  readonly institutionId: string;
  readonly name: string;
  readonly files: readonly CityFile[];
}

/** 客户资料, the columns that `partyRow` fills. */
export const PARTY_COLUMNS = [
  "客户号",
  "姓名",
  "客户类别",
  "证件号码",
  "手机号码",
  "微信号",
  "联系地址",
  "县区",
  "开户银行",
  "银行账号",
] as const;

/** The row's cells in the order of the columns. @throws where the row has something that no column takes */
export const cellsOf = (file: Pick<CityFile, "columns" | "filename">, row: FileRow): string[] => {
  const cells = file.columns.map((column) => row[column] ?? "");
  const known = file.columns.filter((column) => Object.hasOwn(row, column)).length;
  if (known !== Object.keys(row).length) throw new Error(`${file.filename}: a row has a column of its own`);
  return cells;
};
