import type { StaffActor } from "@goodfaith/platform";
import { writeCsv } from "@goodfaith/platform";
import { runImport } from "@goodfaith/platform/contract";
import { act, type Desk } from "./desk.ts";
import { type FileRow, tableOf } from "./rows.ts";

/** A file of rows as CSV, as an institution would bring it. */
export const csvOf = (rows: readonly FileRow[]): Uint8Array => {
  const { headers, cells } = tableOf(rows);
  return writeCsv(headers, cells);
};

/** Imports a file as the administrator does. The sample's own files have no bad row: one would be a fault of the sample. */
export const importRows = async (
  desk: Desk,
  admin: StaffActor,
  kind: "parties" | "policies",
  filename: string,
  rows: readonly FileRow[],
): Promise<void> => {
  const view = await act(desk, admin, runImport, {
    params: { kind },
    query: { dryRun: "false" },
    file: { filename, mediaType: "text/csv", content: csvOf(rows) },
  });
  if (view.status === "applied") return;
  const [first] = view.problems;
  throw new Error(
    `${filename}: row ${first?.row} ${first?.column}: ${first?.zh} (${view.bad} bad rows of ${view.rows})`,
  );
};
