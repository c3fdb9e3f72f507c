/** All that `goodfaith check` says of a set of documents (§4). */
import type { TermsProblem } from "../terms/errors.ts";
import type { TermsDocument } from "../terms/model.ts";
import { readResolved } from "../terms/read.ts";
import { Problems, withinDepth } from "../terms/report.ts";
import type { Resolved } from "../terms/resolve.ts";
import { checkConflicts } from "./conflicts.ts";
import { checkEditions } from "./editions.ts";
import { checkExamples } from "./examples.ts";
import { checkReach } from "./reach.ts";
import { soundExamples, soundPart } from "./sound.ts";
import { checkTables } from "./tables.ts";
import { checkUnused } from "./unused.ts";
import { Wholes } from "./whole.ts";

export interface CheckInput {
  readonly file: string;
  readonly text: string;
}

/** Errors and warnings, in the order of the files and their lines. */
export function check(documents: readonly CheckInput[]): readonly TermsProblem[] {
  const read = documents.map(({ file, text }) => ({ file, ...readResolved(text, file) }));
  const editions = checkEditions(read.flatMap((r) => (r.document === null ? [] : [r.document])));
  return read.flatMap(({ file, document, resolved, problems }) => {
    const own = editions.filter((p) => p.file === file);
    const deep = resolved !== null ? checkResolved(resolved) : checkPart(document, problems);
    return [...problems, ...own, ...deep].sort((a, b) => a.line - b.line);
  });
}

/** What only a document that can be decided by can be asked. */
function checkResolved(resolved: Resolved): readonly TermsProblem[] {
  const problems = new Problems(resolved.doc.file);
  checkUnused(resolved, problems.report);
  checkClauses(resolved, problems);
  withinDepth(() => checkExamples(resolved, problems.report), problems.report);
  return problems.sorted();
}

function checkClauses(resolved: Resolved, problems: Problems): void {
  withinDepth(() => {
    const wholes = new Wholes(resolved);
    checkTables(resolved, wholes, problems.report);
    checkConflicts(resolved, wholes, problems.report);
    checkReach(resolved, wholes, problems.report);
  }, problems.report);
}

/** The same of the clauses and examples that are right, where others are wrong. */
function checkPart(document: TermsDocument | null, errors: readonly TermsProblem[]): readonly TermsProblem[] {
  const part = document === null ? null : soundPart(document, errors);
  if (document === null || part === null) return [];
  const problems = new Problems(document.file);
  checkClauses(part, problems);
  const examples = soundExamples(document, errors);
  if (examples.length > 0) checkExamples({ ...part, doc: { ...part.doc, examples } }, problems.report);
  return problems.sorted();
}
