/** @goodfaith/clauses: read terms, check them, decide by what is known, explain. Pure: no clock, no I/O. */
export type * from "./decide/decision.ts";
export type { Segment } from "./explain/segment.ts";
export { type FactProblem, FactsError } from "./facts/errors.ts";
export type { ClauseDescription, EffectKind, FactDescription, FactKind } from "./terms/describe.ts";
export { problemLine, TermsError, type TermsProblem } from "./terms/errors.ts";

import type { Decide, FactsInput } from "./decide/decision.ts";
import type { Segment } from "./explain/segment.ts";
import type { ClauseDescription, FactDescription } from "./terms/describe.ts";
import type { TermsProblem } from "./terms/errors.ts";

/** A document read and found right. Opaque: ask the functions below. */
export interface Terms {
  /** family/edition */
  readonly id: string;
  readonly title: string;
  readonly kind: "product" | "programme";
  readonly effective: { readonly from: string; readonly to: string | null };
  /** The fact that chooses the edition, or null. */
  readonly governs: string | null;
  readonly source: string | null;
  /** `sha256:…` of the text without BOM, lines ended by LF. */
  readonly digest: string;
  /** The YAML as read (BOM removed, LF), for showing and storing. */
  readonly text: string;
}

/** Reads a document. `file` names it in errors. Throws `TermsError` with every error. */
export declare function readTerms(yaml: string, options?: { readonly file?: string }): Terms;
/** Makes the decision function of a document; do it once. It throws `FactsError` on wrong facts. */
export declare function compile(terms: Terms, options?: { readonly explain?: boolean }): Decide;
/** Errors and warnings of a set of documents: all that `goodfaith check` says, in file and line order. */
export declare function check(
  documents: readonly { readonly file: string; readonly text: string }[],
): readonly TermsProblem[];
/** The facts of a document, in its order, for forms and case pages. */
export declare function describeFacts(terms: Terms): readonly FactDescription[];
/** The clauses of a document, in its order, with their effect as readable text. */
export declare function describeClauses(terms: Terms): readonly ClauseDescription[];
/**
 * How the decision changes along one fact inside its present bounds, the others as given: for the bar and the
 * time line of a case. At most 64 segments, from the least value to the greatest.
 */
export declare function whatIf(terms: Terms, facts: FactsInput, fact: string): readonly Segment[];
