import type { ClockBook } from "../../clocks/index.ts";
import type { PolicyId } from "../../kernel/ids.ts";
import type { Edition, Vocabulary } from "../../terms/index.ts";
import type { FactsJson } from "../facts/gather.ts";

/** Finds a document. @throws Refused `terms.unknown` */
export interface Book extends ClockBook {
  need(id: string): Edition;
}

/** All that a claim's rules need from outside, gathered before they run. */
export interface World {
  readonly book: Book;
  readonly vocabulary: Vocabulary;
  /** The programme that says what payment needs. */
  readonly paymentTerms: string;
  readonly records: {
    readonly policies: ReadonlyMap<PolicyId, FactsJson>;
    readonly payment: FactsJson;
  };
  /** +08:00 */
  readonly now: string;
  readonly by: string;
}

/** The programme that says what every claim's payment needs. */
export const PAYMENT_TERMS = "claim-payment/2024";
