import { isUtf8 } from "node:buffer";
import { no } from "./refusals.ts";

const CHUNK_BYTES = 1 << 20;

export type Encoding = "utf-8" | "gb18030" | "utf-16le" | "utf-16be";

/** A share of zero bytes at even or odd places is what UTF-16 of mostly Latin text looks like. */
const zerosAt = (bytes: Uint8Array, parity: 0 | 1): number => {
  const end = Math.min(bytes.length, 4096);
  let zeros = 0;
  for (let at = parity; at < end; at += 2) if (bytes[at] === 0) zeros += 1;
  return end === 0 ? 0 : zeros / (end / 2);
};

/**
 * Which of the four encodings that carriers, banks and spreadsheets write this is: a byte order mark decides;
 * without one, valid UTF-8 is UTF-8, and what is left is GB18030 (which holds GBK and GB2312).
 */
export const detectEncoding = (bytes: Uint8Array): { encoding: Encoding; bom: number } => {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: "utf-8", bom: 3 };
  if (a === 0xff && b === 0xfe) return { encoding: "utf-16le", bom: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: "utf-16be", bom: 2 };
  if (zerosAt(bytes, 1) > 0.3 && zerosAt(bytes, 0) < 0.1) return { encoding: "utf-16le", bom: 0 };
  if (zerosAt(bytes, 0) > 0.3 && zerosAt(bytes, 1) < 0.1) return { encoding: "utf-16be", bom: 0 };
  if (isUtf8(bytes) || endsInsideCharacter(bytes)) return { encoding: "utf-8", bom: 0 };
  return { encoding: "gb18030", bom: 0 };
};

/** UTF-8 but for a last character that was cut: reading it as GB18030 would give nonsense instead of an error. */
const endsInsideCharacter = (bytes: Uint8Array): boolean => {
  for (let cut = 1; cut <= 3 && cut < bytes.length; cut += 1) {
    const head = bytes.subarray(0, bytes.length - cut);
    const last = bytes[bytes.length - cut] ?? 0;
    if (last >= 0xc0 && isUtf8(head)) return head.some((byte) => byte > 0x7f);
  }
  return false;
};

/** Decodes piece by piece. Bytes that are no character are refused, naming the row; control characters are no text. */
export function* decodeText(bytes: Uint8Array, filename: string): Generator<string> {
  const { encoding, bom } = detectEncoding(bytes);
  const decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  let row = 1;
  for (let at = bom; at < bytes.length; at += CHUNK_BYTES) {
    const piece = bytes.subarray(at, at + CHUNK_BYTES);
    const text = decodePiece(decoder, piece, at + CHUNK_BYTES >= bytes.length);
    if (text === null) throw no.encoding(filename, row);
    if (hasControl(text)) throw no.notTable(filename, "二进制文件 binary");
    row += lines(piece);
    yield text;
  }
}

const decodePiece = (
  decoder: { decode(bytes: Uint8Array, options: { stream: boolean }): string },
  piece: Uint8Array,
  last: boolean,
): string | null => {
  try {
    return decoder.decode(piece, { stream: !last });
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
};

const lines = (bytes: Uint8Array): number => {
  let count = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) count += 1;
  return count;
};

/** Zero and other control characters never stand in a table's text; tab, line feed and carriage return do. */
const hasControl = (text: string): boolean => {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== 12 && code !== 11) return true;
  }
  return false;
};
