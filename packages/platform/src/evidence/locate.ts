import { type Header, headerOf, type Row, type Table } from "../tabular/index.ts";
import { type Layout, layouts } from "./layouts.ts";

/** Reads the cell of one of the layout's roles, "" where the file has no such column. */
export interface Columns {
  cell(row: Row, role: string): string;
  /** The heading as the file writes it, for errors. */
  heading(role: string): string;
  has(role: string): boolean;
}

export type Located =
  | {
      readonly found: "table";
      readonly layout: Layout;
      readonly sheet: string;
      readonly columns: Columns;
      readonly around: readonly Row[];
      readonly body: readonly Row[];
    }
  | {
      readonly found: "part";
      readonly layout: Layout;
      readonly missing: readonly string[];
      readonly row: number;
    }
  | { readonly found: "title"; readonly layout: Layout }
  | { readonly found: "nothing" };

const SEARCH_ROWS = 80;

const missingOf = (header: Header, layout: Layout): string[] =>
  Object.values(layout.required)
    .filter((headings) => !headings.some((heading) => header.columns.has(heading)))
    .map((headings) => headings[0]);

const columnsOf = (header: Header, layout: Layout): Columns => {
  const roles = new Map<string, { readonly at: number; readonly heading: string }>();
  for (const [role, headings] of Object.entries({ ...layout.required, ...layout.optional })) {
    const heading = headings.find((name) => header.columns.has(name));
    const at = heading === undefined ? undefined : header.columns.get(heading);
    if (heading !== undefined && at !== undefined) roles.set(role, { at, heading });
  }
  return {
    cell: (row, role) => {
      const column = roles.get(role);
      return column ? (row.cells[column.at] ?? "").trim() : "";
    },
    heading: (role) => roles.get(role)?.heading ?? role,
    has: (role) => roles.has(role),
  };
};

const isRule = (row: Row): boolean => /^[-=—_]{6,}/.test((row.cells[0] ?? "").trim());
const filled = (row: Row): number => row.cells.filter((cell) => cell.trim() !== "").length;

/** The table's rows end at a ruled line, as older exports print it; a line with one cell is a note, not a record. */
const split = (rows: readonly Row[], header: Header): { body: Row[]; around: Row[] } => {
  const after = rows.filter((row) => row.number > header.row);
  const end = after.findIndex(isRule);
  const inside = end < 0 ? after : after.slice(0, end);
  const body = inside.filter((row) => filled(row) > 1);
  const kept = new Set(body.map((row) => row.number));
  return { body, around: rows.filter((row) => row.number !== header.row && !kept.has(row.number)) };
};

/** Finds out by content, not by name, which kind of statement this is and where its table stands. */
export const locate = (table: Table): Located => {
  let best: Extract<Located, { found: "part" }> | null = null;
  for (const sheet of table.sheets) {
    for (const row of sheet.rows.slice(0, SEARCH_ROWS)) {
      const header = headerOf(row);
      for (const layout of layouts) {
        const missing = missingOf(header, layout);
        const wanted = Object.keys(layout.required).length;
        if (missing.length === 0) {
          const { body, around } = split(sheet.rows, header);
          return {
            found: "table",
            layout,
            sheet: sheet.name,
            columns: columnsOf(header, layout),
            body,
            around,
          };
        }
        if (missing.length * 2 <= wanted && (best === null || missing.length < best.missing.length))
          best = { found: "part", layout, missing, row: row.number };
      }
    }
  }
  return best ?? titled(table);
};

const titled = (table: Table): Located => {
  const words = table.sheets
    .flatMap((sheet) => sheet.rows.slice(0, SEARCH_ROWS))
    .map((row) => row.cells.join(" "))
    .join("\n");
  const layout = layouts.find(({ title }) => title.test(words));
  return layout ? { found: "title", layout } : { found: "nothing" };
};
