/** The part of a document that is right where another is wrong: what can be said of it need not wait. */
import type { TermsProblem } from "../terms/errors.ts";
import type { Place } from "../terms/located.ts";
import type { Clause, Example, TermsDocument } from "../terms/model.ts";
import { Problems } from "../terms/report.ts";
import { definedNames, namesRead, type Resolved, resolve } from "../terms/resolve.ts";

/** The clauses that are right and hang on nothing that is wrong, as a document; null where none can be had. */
export function soundPart(doc: TermsDocument, errors: readonly TermsProblem[]): Resolved | null {
  const lines = errors.filter((p) => p.severity === "error").map((p) => p.line);
  const end = sectionEnd(doc, "clauses");
  const facts = new Set([...doc.facts.values()].filter((f) => lines.includes(f.at.line)).map((f) => f.name));
  const wrong = new Set(doc.clauses.filter((c, i) => isHit(c.at, doc.clauses[i + 1]?.at.line ?? end, lines)));
  for (let grew = true; grew; ) {
    const more = doc.clauses.filter((c) => !wrong.has(c) && hangsOn(c, wrong, facts, doc));
    for (const c of more) wrong.add(c);
    grew = more.length > 0;
  }
  const clauses = doc.clauses.filter((c) => !wrong.has(c));
  if (clauses.length === 0) return null;
  const scratch = new Problems(doc.file);
  const resolved = resolve({ ...doc, clauses, examples: [] }, scratch.report);
  return scratch.errors.length > 0 ? null : resolved;
}

/** The examples that are well formed where only examples are wrong; none otherwise. */
export function soundExamples(doc: TermsDocument, errors: readonly TermsProblem[]): readonly Example[] {
  const lines = errors.filter((p) => p.severity === "error").map((p) => p.line);
  const from = doc.sections.get("examples")?.line;
  const end = sectionEnd(doc, "examples");
  if (from === undefined || lines.some((l) => l < from || l >= end)) return [];
  return doc.examples.filter((e, i) => !isHit(e.at, doc.examples[i + 1]?.at.line ?? end, lines));
}

const isHit = (at: Place, end: number, lines: readonly number[]): boolean =>
  lines.some((l) => l >= at.line && (l < end || l === at.line));

/** The line at which the next key of the document begins. */
function sectionEnd(doc: TermsDocument, key: string): number {
  const own = doc.sections.get(key)?.line ?? 0;
  const later = [...doc.sections.values()].map((p) => p.line).filter((l) => l > own);
  return Math.min(...later, Number.POSITIVE_INFINITY);
}

/** It reads what came to nothing or what a wrong clause defines, or it and a wrong clause stand for one another. */
function hangsOn(
  c: Clause,
  wrong: ReadonlySet<Clause>,
  facts: ReadonlySet<string>,
  doc: TermsDocument,
): boolean {
  const defined = new Set(doc.clauses.flatMap(definedNames));
  const doubtful = new Set([...wrong].flatMap(definedNames));
  const reads = [...namesRead(c), ...(c.effect.kind === "gives" ? c.effect.names : [])];
  const lost = (n: string): boolean =>
    facts.has(n) || doubtful.has(n) || (doc.attempted.has(n) && !doc.facts.has(n) && !defined.has(n));
  if (reads.some(lost)) return true;
  const ids = new Set([...wrong].map((w) => w.id));
  if (c.insteadOf !== null && (ids.has(c.insteadOf) || !doc.clauses.some((o) => o.id === c.insteadOf)))
    return true;
  return (c.over ?? []).some((id) => ids.has(id)) || [...wrong].some((w) => w.insteadOf === c.id);
}
