import { type Decision, FactsError } from "@goodfaith/clauses";
import type { Edition } from "../../terms/index.ts";
import { decisionDigest } from "../model/digest.ts";
import type { PaymentDecided } from "../model/events.ts";

export type Result = "same" | "words-differ" | "differs" | "edition-missing";
export interface Again {
  readonly result: Result;
  /** SHA-256 of the decision as it comes out today; null where there is none. */
  readonly digest: string | null;
}
type Snapshot = PaymentDecided & { readonly least?: string; readonly most?: string | null };

/** The decision computed anew; null where today's engine no longer takes the facts of then. */
const afresh = (edition: Edition, { facts }: Snapshot): Decision | null => {
  try {
    return edition.decideAfresh(facts);
  } catch (error) {
    if (error instanceof FactsError) return null;
    throw error;
  }
};

/**
 * Makes a decision again, afresh, by the edition and the facts of then. The same bytes are what is promised; where only the
 * words of the explanation differ, because the engine has since learned to say it better, that is told apart from another result.
 */
export const decideAgain = (edition: Edition | null, made: Snapshot): Again => {
  if (!edition) return { result: "edition-missing", digest: null };
  const decision = afresh(edition, made);
  if (!decision) return { result: "differs", digest: null };
  const digest = decisionDigest(decision);
  if (digest === made.decision) return { result: "same", digest };
  const substance = (outcome: string, settled: boolean, asks: readonly { fact: string }[]) =>
    JSON.stringify([outcome, settled, asks.map(({ fact }) => fact)]);
  const { least, most } = decision.payable;
  const paysTheSame = made.least === undefined || (made.least === least && made.most === most);
  const endsTheSame =
    substance(decision.outcome, decision.settled, decision.asks) ===
    substance(made.outcome, made.settled, made.asks);
  return { result: paysTheSame && endsTheSame ? "words-differ" : "differs", digest };
};
