import type { Say } from "../people/index.ts";
import type { Context } from "../store/index.ts";
import type { Column } from "./column.ts";
import type { ImportKind } from "./contract.ts";
import type { RowReader } from "./row.ts";

/** What a row changes in one field, for people to read: masked where the field is sensitive, "" where there was nothing. */
export interface FieldChange {
  /** The column's name. */
  readonly column: string;
  readonly from: string;
  readonly to: string;
}

/** What became of one good row; of an updated one, which fields, where the importer tells them apart. */
export type Outcome =
  | { readonly change: "created" | "updated" | "unchanged"; readonly fields?: readonly FieldChange[] }
  | { readonly change: "bad"; readonly column: Column<unknown>; readonly say: Say };

/** A key that two rows of one file may not share. */
export interface RowKey {
  readonly column: Column<unknown>;
  readonly key: string;
}

/** What one kind of import knows; reading the file, all or nothing, and handing back bad rows are the same for all. */
export interface Importer<R> {
  readonly kind: ImportKind;
  /** 客户, 保单 … */
  readonly title: Say;
  readonly columns: readonly Column<unknown>[];
  /** A second example row, by the column's name, beside each column's own example. */
  readonly examples: readonly Readonly<Record<string, string>>[];
  /** The row as a record; null where it said what is wrong. `today` is the day in China. */
  read(row: RowReader, today: string): R | null;
  keys(record: R): readonly RowKey[];
  /** Merges good rows, or with `apply: false` says what would become of them. One outcome a record, in order. */
  merge(
    context: Context,
    records: readonly R[],
    options: { readonly apply: boolean; readonly sample: boolean },
  ): Promise<readonly Outcome[]>;
}
