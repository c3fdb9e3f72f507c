import { Readable } from "node:stream";
import { crc32, createInflateRaw } from "node:zlib";
import { no } from "./refusals.ts";

/** One part of an XLSX package, unfolded only as it is read. */
export interface ZipPart {
  readonly name: string;
  readonly packedBytes: number;
  readonly inflatedBytes: number;
  readonly method: number;
  readonly crc: number;
  readonly offset: number;
}
export interface Zip {
  readonly parts: ReadonlyMap<string, ZipPart>;
  /** The part's bytes, checked against its length, its checksum and the package's limit. */
  read(part: ZipPart): AsyncGenerator<Uint8Array>;
}

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;

const findEnd = (view: DataView): number | null => {
  const least = Math.max(0, view.byteLength - 22 - 65_535);
  for (let at = view.byteLength - 22; at >= least; at -= 1)
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  return null;
};

/** Reads the package's directory, which stands at its end: a file cut short has none. */
export const openZip = (bytes: Uint8Array, filename: string, limitBytes: number): Zip => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === null) throw no.truncated(filename, "缺少目录 no directory at its end");
  const parts = new Map<string, ZipPart>();
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (at + 46 > end || view.getUint32(at, true) !== DIRECTORY_ENTRY)
      throw no.truncated(filename, "目录损坏 its directory is broken");
    const nameBytes = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameBytes));
    if ((view.getUint16(at + 8, true) & 1) === 1) throw no.oldExcel(filename);
    parts.set(name.replace(/^\//, ""), {
      name,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packedBytes: view.getUint32(at + 20, true),
      inflatedBytes: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  const budget = { left: limitBytes };
  return { parts, read: (part) => inflate({ bytes, view, filename, limitBytes, budget }, part) };
};

interface Open {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  readonly filename: string;
  readonly limitBytes: number;
  /** Shared by all parts, and counted as they unfold: what the directory declares may be a lie. */
  readonly budget: { left: number };
}

async function* inflate(zip: Open, part: ZipPart): AsyncGenerator<Uint8Array> {
  const packed = packedBytes(zip, part);
  const stream = part.method === STORED ? Readable.from([packed]) : deflated(packed);
  if (part.method !== STORED && part.method !== DEFLATED)
    throw no.truncated(zip.filename, `${part.name}: 压缩方式 method ${part.method}`);
  let sum = 0;
  let length = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      length += chunk.length;
      zip.budget.left -= chunk.length;
      if (zip.budget.left < 0) throw no.bomb(zip.filename, zip.limitBytes);
      sum = crc32(chunk, sum);
      yield chunk;
    }
  } catch (error) {
    if (isZlibError(error)) throw no.truncated(zip.filename, part.name);
    throw error;
  } finally {
    stream.destroy();
  }
  if (length !== part.inflatedBytes || sum !== part.crc) throw no.truncated(zip.filename, part.name);
}

const packedBytes = (zip: Open, part: ZipPart): Uint8Array => {
  const { view, filename } = zip;
  if (part.offset + 30 > view.byteLength || view.getUint32(part.offset, true) !== LOCAL_HEADER)
    throw no.truncated(filename, part.name);
  const start =
    part.offset + 30 + view.getUint16(part.offset + 26, true) + view.getUint16(part.offset + 28, true);
  if (start + part.packedBytes > view.byteLength) throw no.truncated(filename, part.name);
  return zip.bytes.subarray(start, start + part.packedBytes);
};

const deflated = (packed: Uint8Array): Readable => {
  const stream = createInflateRaw({ chunkSize: 1 << 18 });
  stream.end(packed);
  return stream;
};

const isZlibError = (error: unknown): boolean =>
  error instanceof Error && "code" in error && typeof error.code === "string" && error.code.startsWith("Z_");
