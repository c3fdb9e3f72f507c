/** Reading a document for use: parsed, named, typed. */
import { TermsError, type TermsProblem } from "./errors.ts";
import type { TermsDocument } from "./model.ts";
import { readDocument } from "./readDocument.ts";
import { Problems, withinDepth } from "./report.ts";
import { type Resolved, resolve } from "./resolve.ts";

export interface ReadResult {
  readonly resolved: Resolved | null;
  readonly document: TermsDocument | null;
  readonly problems: readonly TermsProblem[];
}

/** Every problem that makes a document unfit to decide by, and the document where there is none. */
export function readResolved(text: string, file: string): ReadResult {
  const problems = new Problems(file);
  const document = withinDepth(() => readDocument(text, file, problems.report), problems.report);
  const fatal = document === null || (problems.errors.length > 0 && document.clauses.length === 0);
  const resolved = fatal ? null : withinDepth(() => resolve(document, problems.report), problems.report);
  const failed = problems.errors.length > 0;
  return { resolved: failed ? null : resolved, document, problems: problems.sorted() };
}

/** The same, throwing `TermsError` with every error. */
export function readOrThrow(text: string, file: string): Resolved {
  const { resolved, problems } = readResolved(text, file);
  if (resolved !== null) return resolved;
  throw new TermsError(problems.filter((p) => p.severity === "error"));
}
