/** @goodfaith/clauses: read terms, check them, decide by what is known, explain. Pure: no clock, no I/O. */
export type { Coverage, CoveragePoint } from "./check/coverage/index.ts";
export type { PointKind } from "./check/coverage/points.ts";
export type {
  AxisPiece,
  PieceEnd,
  Run,
  TableAxis,
  TableDescription,
  TableFinding,
  TableRowRegion,
} from "./check/regions.ts";
export type * from "./decide/decision.ts";
export type { Change, ExplainedClause, ExplainOptions, Explanation } from "./explain/explanation.ts";
export type { Segment } from "./explain/segment.ts";
export { type FactProblem, FactsError } from "./facts/errors.ts";
export type { ClauseDescription, EffectKind, FactDescription, FactKind } from "./terms/describe.ts";
export { problemLine, TermsError, type TermsProblem } from "./terms/errors.ts";

import { type Coverage, coverageOf } from "./check/coverage/index.ts";
import { type TableDescription, tableDescriptions } from "./check/regions.ts";
import { compileResolved } from "./decide/compile.ts";
import type { Decide, FactsInput } from "./decide/decision.ts";
import type { ExplainOptions, Explanation } from "./explain/explanation.ts";
import { readable } from "./explain/readable.ts";
import type { Segment } from "./explain/segment.ts";
import { segments } from "./explain/whatIf.ts";
import {
  type ClauseDescription,
  clauseDescriptions,
  type FactDescription,
  factDescriptions,
} from "./terms/describe.ts";
import { resolvedOf, type Terms } from "./terms/terms.ts";

export { type CheckInput, check } from "./check/check.ts";
export { AXIS_PIECES_MAX, GRID_CELLS_MAX, rowsAt } from "./check/regions.ts";
export { type FactsDocument, FactsSyntaxError, readFactsJson } from "./facts/document.ts";
export { readTerms, type Terms } from "./terms/terms.ts";

/** Makes the decision function of a document; do it once. It throws `FactsError` on wrong facts. */
export const compile = (terms: Terms, options: { readonly explain?: boolean } = {}): Decide =>
  compileResolved(resolvedOf(terms), options);

/** The facts of a document, in its order, for forms and case pages. */
export const describeFacts = (terms: Terms): readonly FactDescription[] =>
  factDescriptions(resolvedOf(terms));

/** The clauses of a document, in its order, with their effect as readable text. */
export const describeClauses = (terms: Terms): readonly ClauseDescription[] =>
  clauseDescriptions(resolvedOf(terms));

/** Which ways of coming out (clauses applied or not, rows, limits) the examples of a document reach. */
export const coverage = (terms: Terms): Coverage => coverageOf(resolvedOf(terms));

/** The tables of a document with the regions of their rows, for a picture of gaps and overlaps. */
export const describeTables = (terms: Terms): readonly TableDescription[] =>
  tableDescriptions(resolvedOf(terms));

/**
 * How the decision changes along one fact inside its present bounds, the others as given: for the bar and the
 * time line of a case. At most 64 segments, from the least value to the greatest; none for a fact that has no
 * order or is known. Throws `FactsError` on wrong facts.
 */
export const whatIf = (terms: Terms, facts: FactsInput, fact: string): readonly Segment[] =>
  segments(resolvedOf(terms), facts, fact);

/**
 * A decision explained to the person it concerns, in Chinese or English: what is paid or why not, the clauses quoted
 * with their figures, and the nearest change of one fact that would change the outcome. Throws `FactsError` on wrong
 * facts.
 */
export const explain = (terms: Terms, facts: FactsInput, options: ExplainOptions = {}): Explanation =>
  readable(resolvedOf(terms), facts, options);
