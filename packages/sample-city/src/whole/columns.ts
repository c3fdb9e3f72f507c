import type { FileRow } from "../rows.ts";

/** Every column of example rows that together have all of them, in the order they first come. */
export const columnsOf = (examples: readonly FileRow[]): string[] => [
  ...new Set(examples.flatMap((row) => Object.keys(row))),
];
