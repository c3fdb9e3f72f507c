import type { Row } from "../tabular/index.ts";
import type { Columns } from "./locate.ts";
import type { Line } from "./model.ts";
import { automaticPayments, byHand, neutral, notPaid, received, refund } from "./rules.ts";

/** The words a rule may read: what the payment was for and to whom, not which purse it came from. */
const words = (columns: Columns, row: Row): string =>
  ["type", "party", "goods", "note"].map((role) => columns.cell(row, role)).join(" ");

/** Whether a bill's row is a payment that somebody made by hand, and why. */
export const judgePayment = (columns: Columns, row: Row): { signOfLife: boolean; why: Line } => {
  const flow = columns.cell(row, "flow");
  const text = words(columns, row);
  const no = (why: Line) => ({ signOfLife: false, why });
  if (refund.words.test(columns.cell(row, "type"))) return no(refund.why);
  if (flow === "收入") return no(refund.words.test(text) ? refund.why : received);
  if (notPaid.words.test(columns.cell(row, "state"))) return no(notPaid.why);
  const automatic = automaticPayments.find((rule) => rule.words.test(text));
  if (automatic) return no(automatic.why);
  return flow === "支出" ? { signOfLife: true, why: byHand } : no(neutral);
};

/** The row in words: `商户消费 · 便民早餐店（示例） ¥12.50`. */
export const describePayment = (columns: Columns, row: Row): string => {
  const type = columns.cell(row, "type");
  const party = columns.cell(row, "party");
  const amount = columns.cell(row, "amount").replace(/^[¥￥?]?\s*/, "¥");
  return [[type, party].filter((part) => part !== "" && part !== "/").join(" · "), amount].join(" ").trim();
};
