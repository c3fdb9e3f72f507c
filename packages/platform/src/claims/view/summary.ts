import type { CaseStoredRow } from "../../cases/index.ts";
import { timeInChina } from "../../kernel/clock.ts";
import { yuan } from "../../kernel/money.ts";
import type { ClaimSummary } from "../contract.ts";

/** A case as lists show it. */
export const summaryOf = (row: CaseStoredRow): ClaimSummary => ({
  caseId: row.caseId,
  number: row.number,
  title: row.title,
  status: row.status,
  insuredName: row.subjectName,
  partyId: row.partyId,
  openedAt: timeInChina(row.openedAt),
  handler: row.handlerName,
  payable: { least: yuan(row.least), most: row.most === null ? null : yuan(row.most) },
  ordered: yuan(row.ordered),
  settled: row.settled,
  asks: [...row.asks],
  nextDue: row.nextDue,
});
