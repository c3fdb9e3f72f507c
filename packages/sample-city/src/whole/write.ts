import { createHash } from "node:crypto";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { cityRecords, NOBODY_ELSEWHERE } from "./bring.ts";
import { csvPieces } from "./csv.ts";
import type { CityFile } from "./files.ts";
import type { CitySize } from "./size.ts";

/** One file as it was written. */
export interface WrittenFile {
  /** From the folder, with `/`. */
  readonly path: string;
  readonly kind: CityFile["kind"];
  readonly bytes: number;
  readonly sha256: string;
}

const writeOne = async (path: string, file: CityFile): Promise<Pick<WrittenFile, "bytes" | "sha256">> => {
  const out = createWriteStream(path);
  const done = finished(out);
  const hash = createHash("sha256");
  let bytes = 0;
  for (const piece of csvPieces(file)) {
    const content = Buffer.from(piece);
    hash.update(content);
    bytes += content.length;
    if (!out.write(content)) await Promise.race([once(out, "drain"), done]);
  }
  out.end();
  await done;
  return { bytes, sha256: hash.digest("hex") };
};

/**
 * Writes what every institution of a city of this size brings, as files in a folder of each, and `manifest.json` with their
 * digests. Holds one piece of one file at a time. The same size, seed and day give the same bytes.
 * @param asOf the day that the policies' states are of, ISO 8601
 */
export const writeCity = async (
  folder: string,
  size: CitySize,
  asOf: string,
  onFile: (file: WrittenFile, done: number, total: number) => void = () => undefined,
): Promise<readonly WrittenFile[]> => {
  const institutions = cityRecords(size, asOf, NOBODY_ELSEWHERE);
  const total = institutions.reduce((sum, { files }) => sum + files.length, 0);
  const written: WrittenFile[] = [];
  for (const { name, files } of institutions) {
    await mkdir(join(folder, name), { recursive: true });
    for (const file of files) {
      const digest = await writeOne(join(folder, name, file.filename), file);
      const one = { path: `${name}/${file.filename}`, kind: file.kind, ...digest };
      written.push(one);
      onFile(one, written.length, total);
    }
  }
  const manifest = { ...size, asOf, files: written };
  await writeFile(join(folder, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  return written;
};
