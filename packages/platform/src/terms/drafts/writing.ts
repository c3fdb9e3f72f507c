import { createHash } from "node:crypto";
import { readTerms, TermsError } from "@goodfaith/clauses";
import { isRefusal, type Refusal } from "../../kernel/refusal.ts";
import { isKeepable } from "../../kernel/text.ts";
import { DRAFT_MAX_BYTES } from "./contract.ts";
import type { Writing } from "./model.ts";
import { no } from "./refusals.ts";

/** The text whose digest counts (terms language §3): without byte order mark, lines ended by LF. */
const normal = (text: string): string => text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");

/** SHA-256 of a text, as decisions name it. */
export const digestOf = (text: string): string => `sha256:${createHash("sha256").update(text).digest("hex")}`;

const scalar = (text: string, key: "terms" | "title"): string => {
  const line = new RegExp(`^${key}:[ \\t]*(.*)$`, "m").exec(text)?.[1] ?? "";
  return line
    .replace(/\s+#.*$/, "")
    .replace(/^(["'])(.*)\1$/, "$2")
    .trim()
    .slice(0, 200);
};

/** What a text says of itself: as it is read, or, while it cannot be, what its own lines say. */
const selfOf = (text: string): Pick<Writing, "termsId" | "title"> => {
  try {
    const { id, title } = readTerms(text);
    return { termsId: id, title };
  } catch (error) {
    if (!(error instanceof TermsError)) throw error;
    return { termsId: scalar(text, "terms"), title: scalar(text, "title") };
  }
};

/** A person's text, made ready to be kept. It may have errors; it may not be too large, or no text at all. */
export const writingOf = (text: string): Writing | Refusal => {
  const source = normal(text);
  const bytes = Buffer.byteLength(source);
  if (bytes > DRAFT_MAX_BYTES) return no.tooLarge(bytes);
  if (!isKeepable(source)) return no.notText();
  return { source, digest: digestOf(source), ...selfOf(source) };
};

/** A file that is taken for a draft: UTF-8 that has a `terms` line. */
export const writingOfFile = (content: Uint8Array): Writing | Refusal => {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(content);
  } catch {
    // The decoder throws on bytes that are no UTF-8, and on nothing else.
    return no.notText();
  }
  const writing = writingOf(text);
  if (isRefusal(writing)) return writing;
  return /^terms:/m.test(writing.source) ? writing : no.noTerms();
};
