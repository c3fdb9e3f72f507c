/**
 * The language itself, in the browser: the same code that decides cases. It is fetched only with the pages that use it.
 */
import * as clauses from "@goodfaith/clauses";

export const { compile, describeClauses, describeFacts, readTerms, whatIf } = clauses;
export type {
  ClauseDescription,
  Decide,
  Decision,
  FactDescription,
  Segment,
  Terms,
} from "@goodfaith/clauses";
export { FactsError, TermsError } from "@goodfaith/clauses";
