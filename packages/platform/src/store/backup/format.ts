import { z } from "zod";

/**
 * A backup is text, compressed with gzip: a line that says what it is, a line about it, PostgreSQL's own COPY text of every
 * table, and a last line that says how much there was and what it came to. A file that was cut or altered is found.
 */
export const FIRST_LINE = "-- goodfaith backup 1";
export const END = "-- end ";
export const COPY_END = "\\.";

/** About a backup. */
export const About = z.object({
  at: z.iso.datetime({ offset: true }),
  /** One of the keys, wrapped by the master. The master itself is never in a backup; who has it can read the backup. */
  key: z.string(),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
  institutions: z.array(z.object({ institutionId: z.string(), name: z.string() })),
});
export type About = z.infer<typeof About>;

/** How a backup ends. */
export const Ending = z.object({
  rows: z.record(z.string(), z.number().int().min(0)),
  /** Of everything before the last line. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type Ending = z.infer<typeof Ending>;

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
export const columnList = (columns: readonly string[]) => columns.map(quoted).join(", ");

export const copyLine = (table: string, columns: readonly string[]) =>
  `COPY ${quoted(table)} (${columnList(columns)}) FROM stdin;`;

/** The table and the columns of a COPY line; undefined where the line is none. */
export const parseCopyLine = (line: string): { table: string; columns: string[] } | undefined => {
  const [, table, list] =
    /^COPY "([a-z_0-9]+)" \(("[a-z_0-9]+"(?:, "[a-z_0-9]+")*)\) FROM stdin;$/.exec(line) ?? [];
  if (table === undefined || list === undefined) return undefined;
  return { table, columns: list.split(", ").map((name) => name.slice(1, -1)) };
};

/** A backup that cannot be used, in words for a person. */
export class BackupError extends Error {}
