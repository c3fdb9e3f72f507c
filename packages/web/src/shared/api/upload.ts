import type { Operation } from "@goodfaith/platform/contract";
import type { z } from "zod";
import { accept, type Input } from "./call.ts";
import { unreachable } from "./problem.ts";
import { idempotencyKey, urlOf } from "./request.ts";

export interface UploadOptions {
  readonly file: File;
  /** From 0 to 1, while the bytes leave. */
  readonly onProgress?: (part: number) => void;
  readonly key?: string;
  readonly signal?: AbortSignal;
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

const form = (body: unknown, file: File): FormData => {
  const data = new FormData();
  const fields: Record<string, unknown> = typeof body === "object" && body !== null ? { ...body } : {};
  for (const [name, value] of Object.entries(fields))
    if (value !== undefined && value !== null) data.append(name, String(value));
  data.append("file", file, file.name);
  return data;
};

/** Sends a file with its fields. Fields go before the file, so that a server may refuse before reading it. */
export const upload = <P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, O extends z.ZodType>(
  op: Operation<P, Q, B, O>,
  input: Input<P, Q, B>,
  { file, onProgress, key, signal }: UploadOptions,
): Promise<z.output<O>> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(op.method, urlOf(op.path, input.params, input.query));
    request.setRequestHeader("accept", "application/json");
    if (op.creates) request.setRequestHeader("idempotency-key", key ?? idempotencyKey());
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress?.(event.loaded / event.total);
    };
    request.onerror = () => reject(unreachable());
    request.onabort = () => reject(new DOMException("Aborted", "AbortError"));
    request.onload = () => {
      try {
        resolve(accept(op.id, op.output, request.status, parse(request.responseText)));
      } catch (problem) {
        reject(problem);
      }
    };
    signal?.addEventListener("abort", () => request.abort(), { once: true });
    request.send(form(input.body, file));
  });
