import type { Say } from "../people/index.ts";

/** What a cell says, or why it says nothing. */
export type CellReading<T> =
  | { readonly ok: true; readonly value: T; readonly warning?: Say }
  | { readonly ok: false; readonly problem: Say };

/** One column of an import file: how it may be headed, and how its cells are read. */
export interface Column<T> {
  /** The header that the template has. */
  readonly name: string;
  /** Other headers that institutions use, English ones too. */
  readonly also: readonly string[];
  readonly required: boolean;
  /** Personal data: masked wherever it is shown on a page. */
  readonly sensitive: boolean;
  readonly guidance: Say;
  readonly example: string;
  read(text: string): CellReading<T>;
}

export const good = <T>(value: T): CellReading<T> => ({ ok: true, value });
export const bad = (zh: string, en: string): { ok: false; problem: Say } => ({
  ok: false,
  problem: { zh, en },
});

interface Given {
  readonly also?: readonly string[];
  readonly required?: boolean;
  readonly sensitive?: boolean;
  readonly example?: string;
  readonly zh: string;
  readonly en: string;
}

/** Declares a column. A blank cell never reaches `read`: it is null, or a problem where the column is required. */
export const column = <T>(name: string, given: Given, read: (text: string) => CellReading<T>): Column<T> => ({
  name,
  also: given.also ?? [],
  required: given.required ?? false,
  sensitive: given.sensitive ?? false,
  guidance: { zh: given.zh, en: given.en },
  example: given.example ?? "",
  read,
});
