import { record } from "../access/index.ts";
import { timeInChina } from "../kernel/clock.ts";
import { Refused, refuse } from "../kernel/refusal.ts";
import type { Context } from "../store/index.ts";
import type { Column } from "./column.ts";
import type { ImportColumns, ImportKind } from "./contract.ts";
import type { Importer } from "./importer.ts";
import { comparableHeader, type Mappings } from "./sheet.ts";
import "./tables.ts";

/** What this institution's own headers mean in files of this kind. */
export const readMappings = async ({ tx }: Context, kind: ImportKind): Promise<Mappings> => {
  const rows = await tx
    .selectFrom("import_mapping")
    .select(["header", "column_name"])
    .where("kind", "=", kind)
    .execute();
  return new Map(rows.map((row) => [row.header, row.column_name]));
};

/** The columns of a kind, and what the institution has said of its headers. */
export const columnsOf = async <R>({ tx }: Context, importer: Importer<R>): Promise<ImportColumns> => {
  const rows = await tx
    .selectFrom("import_mapping")
    .selectAll()
    .where("kind", "=", importer.kind)
    .orderBy("header")
    .execute();
  return {
    columns: importer.columns.map(({ name, required, guidance }) => ({ name, required, guidance })),
    mappings: rows.map((row) => ({
      header: row.written,
      column: row.column_name,
      at: timeInChina(row.at),
      by: row.by_name,
    })),
  };
};

/**
 * Remembers what a header means, or with null forgets it.
 * @throws Refused where there is no such column, or the header is a name that a column has already
 */
export const mapHeader = async <R>(
  context: Context,
  importer: Importer<R>,
  { header, column }: { readonly header: string; readonly column: string | null },
): Promise<void> => {
  const { tx, actor } = context;
  const key = { institution_id: actor.institutionId, kind: importer.kind, header: comparableHeader(header) };
  if (column === null)
    await tx
      .deleteFrom("import_mapping")
      .where("kind", "=", key.kind)
      .where("header", "=", key.header)
      .execute();
  else {
    checkMapping(importer.columns, { header, column });
    const said = { written: header, column_name: column, at: context.clock.now(), by_name: actor.name };
    await tx
      .insertInto("import_mapping")
      .values({ ...key, ...said })
      .onConflict((conflict) => conflict.columns(["institution_id", "kind", "header"]).doUpdateSet(said))
      .execute();
  }
  await record(context, {
    action: "imports.map",
    subject: { kind: "import-columns", id: importer.kind },
    detail: { header, column },
  });
};

const checkMapping = (
  columns: readonly Column<unknown>[],
  { header, column }: { readonly header: string; readonly column: string },
): void => {
  if (!columns.some(({ name }) => name === column))
    throw new Refused(
      refuse(
        "invalid",
        "imports.no-column",
        { zh: `没有“${column}”这一列。`, en: `There is no column ${column}.` },
        { column },
      ),
    );
  const owner = columns.find(({ name, also }) =>
    [name, ...also].some((one) => comparableHeader(one) === comparableHeader(header)),
  );
  if (owner)
    throw new Refused(
      refuse(
        "conflict",
        "imports.header-known",
        {
          zh: `“${header}”本来就读作“${owner.name}”，不能另作他用。`,
          en: `“${header}” is read as ${owner.name} already and cannot mean another column.`,
        },
        { header, column: owner.name },
      ),
    );
};
