import type { CaseId, PartyId } from "../kernel/ids.ts";
import type { CaseRow } from "./model.ts";

/** A case as lists show it. */
export interface CaseStoredRow
  extends Omit<CaseRow, "handler" | "clocks" | "noticeSentAt" | "decidedAt" | "paidAt"> {
  readonly partyId: PartyId;
  readonly caseId: CaseId;
  readonly version: number;
  readonly handlerName: string | null;
  readonly nextDue: { readonly name: string; readonly due: string } | null;
}
