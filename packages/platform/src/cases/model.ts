import type { Clock } from "../clocks/index.ts";
import type { CaseId, PartyId } from "../kernel/ids.ts";
import type { Cents } from "../kernel/money.ts";

/** Who did it, as the event remembers it. */
export interface Doer {
  readonly kind: "staff" | "consumer" | "system";
  readonly id: string | null;
  readonly name: string;
}

/** An event as it stands in the stream. `at` is in +08:00. */
export interface StoredEvent {
  readonly version: number;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly at: string;
  readonly by: Doer;
}

export type CaseStatus = "open" | "decided" | "paid" | "closed";

/** What lists, searches and 今日 read of a case; written anew with every append. */
export interface CaseRow {
  readonly number: string;
  readonly title: string;
  readonly status: CaseStatus;
  readonly subjectName: string;
  readonly handler: { readonly id: string; readonly name: string } | null;
  readonly openedAt: Date;
  readonly least: Cents;
  readonly most: Cents | null;
  readonly ordered: Cents;
  readonly available: Cents;
  readonly paid: Cents;
  readonly settled: boolean;
  readonly asks: readonly string[];
  readonly askText: string | null;
  readonly nextDo: string;
  readonly noticeSentAt: Date | null;
  readonly decidedAt: Date | null;
  readonly paidAt: Date | null;
  readonly clocks: readonly Clock[];
}

export interface CaseKey {
  readonly partyId: PartyId;
  readonly caseId: CaseId;
}

/** A case as it stands: its key, its version, and the state that its events fold to. */
export interface StoredCase extends CaseKey {
  readonly version: number;
  readonly state: Readonly<Record<string, unknown>>;
}
