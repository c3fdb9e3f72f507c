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
  /** The rows below the header that hold anything. */
  rows(): AsyncGenerator<Row>;
}

const filled = (row: Row): boolean => row.cells.some((cell) => cell.trim() !== "");

const join = (header: Row, columns: readonly Column<unknown>[]) => {
  const found = new Map([...headerOf(header).columns].map(([name, at]) => [name.toLowerCase(), at]));
  const places = new Map<Column<unknown>, number>();
  const known = new Set<number>();
  for (const column of columns)
    for (const name of [column.name, ...column.also]) {
      const place = found.get(headerName(name).toLowerCase());
      if (place === undefined) continue;
      known.add(place);
      if (!places.has(column)) places.set(column, place);
    }
  const ignored = header.cells.filter((cell, at) => cell.trim() !== "" && !known.has(at));
  return { places, ignored };
};

/** Finds the first sheet whose first filled row has every required column. @throws Refused naming what is missing */
export const findSheet = async (
  table: OpenTable,
  columns: readonly Column<unknown>[],
): Promise<ImportSheet> => {
  let missingOfFirst: readonly string[] | null = null;
  for (const sheet of table.sheets) {
    for await (const header of sheet.rows()) {
      if (!filled(header)) continue;
      const { places, ignored } = join(header, columns);
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
          rows: () => below(sheet.rows(), header.number),
        };
      missingOfFirst ??= missing;
      break;
    }
  }
  throw noColumns(table.filename, missingOfFirst);
};

async function* below(rows: AsyncGenerator<Row>, headerRow: number): AsyncGenerator<Row> {
  for await (const row of rows) if (row.number > headerRow && filled(row)) yield row;
}

const noColumns = (filename: string, missing: readonly string[] | null): Refused =>
  new Refused(
    missing === null
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
            zh: `“${filename}”的表头缺少：${missing.join("、")}。请对照模板补上（第一行应为表头）。`,
            en: `The header of “${filename}” lacks: ${missing.join(", ")}. Compare it with the template (the first row is the header).`,
          },
          { filename, missing },
        ),
  );
