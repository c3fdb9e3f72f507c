import type { FastifyRequest } from "fastify";
import type { UploadedFile } from "../kernel/operation.ts";
import { Refused, refuse } from "../kernel/refusal.ts";
import { refusals } from "./problem.ts";

/** Beside the file itself: the other fields and the boundaries between the parts. */
const OVERHEAD_BYTES = 256 * 1024;
/** A sender of more than this is not listened to until the end; the connection is closed after the answer. */
const PATIENCE_BYTES = 512 * 1024 * 1024;

export interface Upload {
  readonly file: UploadedFile;
  readonly fields: Record<string, string>;
}

/**
 * Reads a multipart request with one `file`. Once the file is over `maxBytes` nothing more of it is kept: the rest is read
 * and thrown away, so that the sender hears why, and memory stays flat.
 */
export const readUpload = async (request: FastifyRequest, maxBytes: number): Promise<Upload> => {
  if (!request.isMultipart()) throw new Refused(notMultipart());
  const announced = Number(request.headers["content-length"] ?? 0);
  if (announced > PATIENCE_BYTES) throw new Refused(refusals.tooLarge(maxBytes));
  const read = await readParts(request, maxBytes, announced > maxBytes + OVERHEAD_BYTES);
  if (read.tooLarge) throw new Refused(refusals.tooLarge(maxBytes));
  if (!read.file) throw new Refused(noFile());
  return { file: read.file, fields: read.fields };
};

const readParts = async (request: FastifyRequest, maxBytes: number, hopeless: boolean) => {
  const fields: Record<string, string> = {};
  let file: UploadedFile | undefined;
  let tooLarge = hopeless;
  try {
    const limits = { fileSize: maxBytes, files: 1, fields: 50, fieldSize: 64 * 1024, parts: 60 };
    for await (const part of request.parts({ limits })) {
      if (part.type === "field") {
        fields[part.fieldname] = String(part.value);
        continue;
      }
      const content = await gather(part.file, tooLarge);
      tooLarge ||= part.file.truncated === true;
      if (part.fieldname === "file" && !tooLarge)
        file = { filename: part.filename, mediaType: part.mimetype, content };
    }
  } catch {
    // The parser throws on a form that breaks off or is none; nothing else is done here that could throw.
    throw new Refused(badForm());
  }
  return { fields, file, tooLarge };
};

const gather = async (
  stream: AsyncIterable<Buffer> & { truncated?: boolean },
  discard: boolean,
): Promise<Uint8Array> => {
  let chunks: Buffer[] = [];
  for await (const chunk of stream) if (!discard) chunks.push(chunk);
  if (stream.truncated) chunks = [];
  return Buffer.concat(chunks);
};

const notMultipart = () =>
  refuse("invalid", "http.not-multipart", {
    zh: "请以 multipart/form-data 上传文件，字段名为 file。",
    en: "Send the file as multipart/form-data, in a field named file.",
  });
const badForm = () =>
  refuse("invalid", "http.bad-form", {
    zh: "上传的表单不完整，或字段过多。什么也没有保存。",
    en: "The uploaded form is incomplete or has too many fields. Nothing was saved.",
  });
const noFile = () =>
  refuse("invalid", "http.no-file", {
    zh: "没有收到文件：请放在名为 file 的字段里。",
    en: "No file was received: put it in a field named file.",
  });
