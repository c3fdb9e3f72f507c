import { gunzipSync, gzipSync } from "node:zlib";
import { vault } from "../../access/index.ts";
import type { ImportId } from "../../kernel/ids.ts";
import type { Context } from "../../store/index.ts";
import "../tables.ts";

/** Packed and sealed part by part, so that a large file is never held sealed as a whole. */
const PART_BYTES = 4 << 20;

/** Keeps a file as it was brought, until its import has ended. */
export const keepFile = async (
  { tx, actor }: Context,
  importId: ImportId,
  content: Uint8Array,
): Promise<void> => {
  for (let at = 0, part = 0; at < content.length; at += PART_BYTES, part += 1) {
    const packed = gzipSync(content.subarray(at, at + PART_BYTES), { level: 1 });
    const sealed = vault.seal(packed.toString("base64"));
    await tx
      .insertInto("import_file")
      .values({ institution_id: actor.institutionId, import_id: importId, part, sealed })
      .execute();
    // Packing a part takes a moment; others who wait for this process come first.
    await new Promise(setImmediate);
  }
};

/** The file as it was brought. */
export const readFile = async ({ tx }: Context, importId: ImportId): Promise<Uint8Array> => {
  const parts: Buffer[] = [];
  for (;;) {
    const row = await tx
      .selectFrom("import_file")
      .select("sealed")
      .where("import_id", "=", importId)
      .where("part", "=", parts.length)
      .executeTakeFirst();
    if (!row) return Buffer.concat(parts);
    parts.push(gunzipSync(Buffer.from(vault.open(row.sealed), "base64")));
  }
};
