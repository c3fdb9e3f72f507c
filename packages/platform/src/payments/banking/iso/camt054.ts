import { reasonWords } from "../codes.ts";
import type { ResultProblem, ResultRow } from "../result.ts";
import { amountOf, type BatchSaying, problemAt, type Reader, under } from "./message.ts";
import { all, at, type Element, textAt } from "./xml.ts";

/** Entries are booked, or only announced; older versions give the code without its choice. */
const statusOf = (entry: Element): string => textAt(entry, "Sts", "Cd") || textAt(entry, "Sts");

interface Direction {
  readonly outcome: "settled" | "returned";
  readonly reason: string;
  readonly code: string | null;
}

/** Money out is an order paid; money in, under an order's number, is that order's money come back. */
const directionOf = (detail: Element, entry: Element): Direction | ResultProblem => {
  const element = at(detail, "CdtDbtInd") ?? at(entry, "CdtDbtInd");
  const said = element?.text.trim() ?? "";
  if (said !== "DBIT" && said !== "CRDT")
    return problemAt(element ?? entry, said, "借贷标志应为 DBIT 或 CRDT", "CdtDbtInd must be DBIT or CRDT");
  const back = said === "CRDT";
  if (!back) return { outcome: "settled", reason: "", code: null };
  const returned = at(detail, "RtrInf");
  const given = textAt(returned, "Rsn", "Cd");
  const code = /^[A-Z0-9]{4}$/.test(given) ? given : null;
  const words = [
    textAt(returned, "Rsn", "Prtry"),
    ...all(returned, "AddtlInf").map(({ text }) => text.trim()),
    textAt(detail, "AddtlTxInf"),
  ].filter((text) => text !== "");
  const reason = reasonWords(code, words.join("；")) || "款项退回，银行未说明原因（MS03）";
  return { outcome: "returned", reason, code: code ?? (words.length === 0 ? "MS03" : null) };
};

interface Read {
  readonly row?: ResultRow;
  readonly batch?: BatchSaying;
  readonly problem?: ResultProblem;
}

const referenceOf = (detail: Element, entry: Element): string =>
  [
    textAt(detail, "Refs", "EndToEndId"),
    textAt(detail, "Refs", "InstrId"),
    textAt(entry, "NtryRef"),
    textAt(entry, "AcctSvcrRef"),
  ].find((text) => text !== "" && text !== "NOTPROVIDED") ?? "";

const detailOf = (detail: Element, entry: Element, booked: boolean, single: boolean): Read => {
  const direction = directionOf(detail, entry);
  if (!("outcome" in direction)) return { problem: direction };
  const own = at(detail, "Amt") ?? at(detail, "AmtDtls", "TxAmt", "Amt");
  const amount = amountOf(own ?? (single ? at(entry, "Amt") : undefined));
  if ("problem" in amount) return amount;
  return {
    row: {
      row: detail.line,
      number: referenceOf(detail, entry),
      ...amount,
      ...direction,
      outcome: booked ? direction.outcome : "pending",
      moneyBack: direction.outcome === "returned",
    },
  };
};

/** One entry that stands for a whole batch, without its transactions. */
const batchOf = (batch: Element, entry: Element): Read => {
  const amount = amountOf(at(batch, "TtlAmt") ?? at(entry, "Amt"));
  if ("problem" in amount) return amount;
  const direction = directionOf(batch, entry);
  if (!("outcome" in direction)) return { problem: direction };
  const number = textAt(batch, "PmtInfId") || textAt(batch, "MsgId");
  return {
    batch: {
      row: entry.line,
      batch: number,
      ...amount,
      ...direction,
      moneyBack: direction.outcome === "returned",
    },
  };
};

const entryOf = (entry: Element): readonly Read[] => {
  const booked = statusOf(entry) === "BOOK";
  const details = under(entry, "NtryDtls", "TxDtls");
  if (details.length > 0)
    return details.map((detail) => detailOf(detail, entry, booked, details.length === 1));
  const batch = under(entry, "NtryDtls", "Btch")[0];
  if (batch && booked) return [batchOf(batch, entry)];
  return [detailOf(entry, entry, booked, true)];
};

/**
 * camt.054, 借贷记通知, any version. Only booked entries move an order; one of another reference is some other movement of the
 * account.
 */
export const camt054: Reader = {
  format: "camt.054",
  body: "BkToCstmrDbtCdtNtfctn",
  read: (body) => {
    const reads = under(body, "Ntfctn", "Ntry").flatMap(entryOf);
    return {
      rows: reads.flatMap(({ row }) => row ?? []),
      batches: reads.flatMap(({ batch }) => batch ?? []),
      problems: reads.flatMap(({ problem }) => problem ?? []),
    };
  },
};
