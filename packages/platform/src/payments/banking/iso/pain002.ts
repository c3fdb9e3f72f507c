import { outcomeOf, reasonWords } from "../codes.ts";
import type { ResultProblem, ResultRow } from "../result.ts";
import { amountOf, type BatchSaying, problemAt, type Reader } from "./message.ts";
import { all, at, type Element, textAt } from "./xml.ts";

interface Said {
  readonly outcome: ResultRow["outcome"];
  readonly reason: string;
  readonly code: string | null;
}

const NOT_GIVEN = "NOTPROVIDED";

/** The reason elements of one status: the code of the first, the words of all. */
const reasonsOf = (element: Element): { code: string | null; words: string } => {
  const reasons = all(element, "StsRsnInf");
  const code = reasons.map((one) => textAt(one, "Rsn", "Cd")).find((text) => /^[A-Z0-9]{4}$/.test(text));
  const words = reasons.flatMap((one) => [
    textAt(one, "Rsn", "Prtry"),
    ...all(one, "AddtlInf").map(({ text }) => text.trim()),
  ]);
  return { code: code ?? null, words: words.filter((text) => text !== "").join("；") };
};

const statusOf = (element: Element, tag: string): Said | ResultProblem | null => {
  const status = at(element, tag);
  if (!status) return null;
  const text = status.text.trim();
  const outcome = outcomeOf(text);
  if (outcome === null) return problemAt(status, text, "不认识的付款状态代码", "An unknown payment status");
  if (outcome !== "returned") return { outcome, reason: "", code: null };
  const { code, words } = reasonsOf(element);
  // CANC needs no reason of its own: that it was cancelled is the reason.
  const reason = reasonWords(code, words) || (text === "CANC" ? "银行已撤销" : "银行未说明原因（MS03）");
  return { outcome, reason, code: code ?? (text === "CANC" ? null : "MS03") };
};

const isSaid = (said: Said | ResultProblem): said is Said => "outcome" in said;

const transactionOf = (element: Element): ResultRow | ResultProblem | null => {
  const said = statusOf(element, "TxSts");
  if (said === null || !isSaid(said)) return said;
  const reference = [textAt(element, "OrgnlEndToEndId"), textAt(element, "OrgnlInstrId")].find(
    (text) => text !== "" && text !== NOT_GIVEN,
  );
  if (reference === undefined)
    return problemAt(
      element,
      "",
      "缺少原指令编号 OrgnlEndToEndId",
      "The order's number (OrgnlEndToEndId) is missing",
    );
  const amount = amountOf(at(element, "OrgnlTxRef", "Amt", "InstdAmt"));
  if ("problem" in amount) return amount.problem;
  return { row: element.line, number: reference, ...said, ...amount, moneyBack: false };
};

const isRow = (read: ResultRow | ResultProblem): read is ResultRow => "number" in read;

/** A status of the whole message or payment block, which holds for what has none of its own. */
const wholeOf = (element: Element, tag: string, batch: string): BatchSaying | ResultProblem | null => {
  const said = statusOf(element, tag);
  if (said === null || !isSaid(said)) return said;
  // A part of a whole says nothing by itself: its transactions do.
  return said.outcome === "pending"
    ? null
    : { row: element.line, batch, amount: null, moneyBack: false, ...said };
};

/**
 * pain.002, 付款状态报告, any version. A status of one transaction stands before that of its block, and that before the message's.
 */
export const pain002: Reader = {
  format: "pain.002",
  body: "CstmrPmtStsRpt",
  read: (body) => {
    const rows: ResultRow[] = [];
    const batches: BatchSaying[] = [];
    const problems: ResultProblem[] = [];
    const whole = (read: BatchSaying | ResultProblem | null) => {
      if (read === null) return;
      if ("batch" in read) batches.push(read);
      else problems.push(read);
    };
    for (const block of all(body, "OrgnlPmtInfAndSts")) {
      whole(wholeOf(block, "PmtInfSts", textAt(block, "OrgnlPmtInfId")));
      for (const element of all(block, "TxInfAndSts")) {
        const read = transactionOf(element);
        if (read === null) continue;
        if (isRow(read)) rows.push(read);
        else problems.push(read);
      }
    }
    const group = at(body, "OrgnlGrpInfAndSts");
    if (group) whole(wholeOf(group, "GrpSts", textAt(group, "OrgnlMsgId")));
    return { rows, batches, problems };
  },
};
