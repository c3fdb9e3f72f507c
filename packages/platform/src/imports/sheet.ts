import { Refused, refuse } from "../kernel/refusal.ts";
import { headerName, headerOf, type OpenTable, type Row } from "../tabular/index.ts";
import type { Column } from "./column.ts";

/** The sheet to import, its header joined to the columns that the importer knows. */
export interface ImportSheet {
  readonly name: string;
  readonly headers: readonly string[];
  readonly headerRow: number;
  /** Where each known column stands, from 0. */
  readonly places: ReadonlyMap<Column<unknown>, number>;
  readonly ignored: readonly string[];
  /** Headers that are read as a column because the institution said so. */
  readonly mapped: readonly { readonly header: string; readonly column: string }[];
  /** The rows below the header that hold anything. */
  rows(): AsyncGenerator<Row>;
}

const filled = (row: Row): boolean => row.cells.some((cell) => cell.trim() !== "");

/** What an institution's own headers mean: the column's name, by the header as it is compared. */
export type Mappings = ReadonlyMap<string, string>;
/** A header as it is compared with others. */
export const comparableHeader = (header: string): string => headerName(header).toLowerCase();

const join = (header: Row, columns: readonly Column<unknown>[], mappings: Mappings) => {
  const found = new Map([...headerOf(header).columns].map(([name, at]) => [name.toLowerCase(), at]));
  const places = new Map<Column<unknown>, number>();
  const known = new Set<number>();
  for (const column of columns)
    for (const name of [column.name, ...column.also]) {
      const place = found.get(comparableHeader(name));
      if (place === undefined) continue;
      known.add(place);
      if (!places.has(column)) places.set(column, place);
    }
  const mapped: { header: string; column: string }[] = [];
  header.cells.forEach((cell, at) => {
    const name = known.has(at) ? undefined : mappings.get(comparableHeader(cell));
    const column = columns.find((one) => one.name === name);
    if (!column || places.has(column)) return;
    known.add(at);
    places.set(column, at);
    mapped.push({ header: cell.trim(), column: column.name });
  });
  const ignored = header.cells.filter((cell, at) => cell.trim() !== "" && !known.has(at));
  return { places, ignored, mapped };
};

/** Finds the first sheet whose first filled row has every required column. @throws Refused naming what is missing */
export const findSheet = async (
  table: OpenTable,
  columns: readonly Column<unknown>[],
  mappings: Mappings = new Map(),
): Promise<ImportSheet> => {
  let first: Lacking | null = null;
  for (const sheet of table.sheets) {
    for await (const header of sheet.rows()) {
      if (!filled(header)) continue;
      const { places, ignored, mapped } = join(header, columns, mappings);
      const missing = columns
        .filter((column) => column.required && !places.has(column))
        .map(({ name }) => name);
      if (missing.length === 0)
        return {
          name: sheet.name,
          headers: header.cells,
          headerRow: header.number,
          places,
          ignored,
          mapped,
          rows: () => below(sheet.rows(), header.number),
        };
      first ??= { missing, unknown: ignored.map((cell) => cell.trim()) };
      break;
    }
  }
  throw noColumns(table.filename, first);
};

async function* below(rows: AsyncGenerator<Row>, headerRow: number): AsyncGenerator<Row> {
  for await (const row of rows) if (row.number > headerRow && filled(row)) yield row;
}

interface Lacking {
  readonly missing: readonly string[];
  /** Headers of the file that mean no column yet: one of them may be what is missing, under another name. */
  readonly unknown: readonly string[];
}

const noColumns = (filename: string, lacking: Lacking | null): Refused =>
  new Refused(
    lacking === null
      ? refuse(
          "invalid",
          "imports.no-rows",
          { zh: `“${filename}”里没有内容。`, en: `There is nothing in “${filename}”.` },
          { filename },
        )
      : refuse(
          "invalid",
          "imports.columns",
          {
            zh: `“${filename}”的表头缺少：${lacking.missing.join("、")}。请对照模板补上（第一行应为表头），或指定哪一列就是它。`,
            en: `The header of “${filename}” lacks: ${lacking.missing.join(", ")}. Compare it with the template (the first row is the header), or say which column it is.`,
          },
          { filename, ...lacking },
        ),
  );
