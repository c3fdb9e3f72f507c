import type { MoneyRange, Outcome } from "../decide/decision.ts";

/**
 * A stretch of one fact over which the decision does not change its kind: `from` and `to` are both included
 * and written as facts write them (a date, a time in +08:00, a decimal); null where the fact has no bound.
 */
export interface Segment {
  readonly from: string | null;
  readonly to: string | null;
  readonly outcome: Outcome | "open";
  readonly settled: boolean;
  readonly payable: MoneyRange;
}
