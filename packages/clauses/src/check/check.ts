/** All that `goodfaith check` says of a set of documents (§4). */
import type { TermsProblem } from "../terms/errors.ts";
import { readResolved } from "../terms/read.ts";
import { Problems } from "../terms/report.ts";
import type { Resolved } from "../terms/resolve.ts";
import { checkConflicts } from "./conflicts.ts";
import { checkEditions } from "./editions.ts";
import { checkExamples } from "./examples.ts";
import { checkReach } from "./reach.ts";
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
  return read.flatMap(({ file, resolved, problems }) => {
    const own = editions.filter((p) => p.file === file);
    const deep = resolved === null ? [] : checkResolved(resolved);
    return [...problems, ...own, ...deep].sort((a, b) => a.line - b.line);
  });
}

/** What only a document that can be decided by can be asked. */
function checkResolved(resolved: Resolved): readonly TermsProblem[] {
  const problems = new Problems(resolved.doc.file);
  const wholes = new Wholes(resolved);
  checkUnused(resolved, problems.report);
  checkTables(resolved, wholes, problems.report);
  checkConflicts(resolved, wholes, problems.report);
  checkReach(resolved, wholes, problems.report);
  checkExamples(resolved, problems.report);
  return problems.sorted();
}
