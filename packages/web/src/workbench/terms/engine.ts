/**
 * The language itself, in the browser: the same code that decides cases. It is fetched only with the pages that use it.
 */
import * as clauses from "@goodfaith/clauses";

export const { check, compile, describeClauses, describeFacts, describeTables, readTerms, rowsAt, whatIf } =
  clauses;
export type {
  ClauseDescription,
  Decide,
  Decision,
  FactDescription,
  Segment,
  TableDescription,
  Terms,
  TermsProblem,
} from "@goodfaith/clauses";
export { FactsError, TermsError } from "@goodfaith/clauses";
