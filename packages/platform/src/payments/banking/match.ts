import type { BatchId } from "../../kernel/ids.ts";
import { yuan } from "../../kernel/money.ts";
import { isRefusal } from "../../kernel/refusal.ts";
import { decide } from "../decide.ts";
import { evolve } from "../evolve.ts";
import type { PaymentCommand, PaymentEvent, PaymentOrder, Person } from "../model.ts";
import { statusName } from "../words.ts";
import type { ResultProblem, ResultRow } from "./result.ts";

type BankEvent = Extract<PaymentEvent, { type: "settled" | "returned" | "bounced" }>;
/** A row that changes its order. */
export interface ResultStep {
  /** As it stood before the row; two rows of one file may move one order twice (到账, then 退汇). */
  readonly order: PaymentOrder;
  readonly event: BankEvent;
}

/** Who reads the answer, and when; of which batch, or null where a message may speak of any. */
export interface Reading {
  readonly by: Person;
  readonly at: Date;
  readonly batchId: BatchId | null;
}

interface Judged {
  readonly step: ResultStep | null;
  readonly problem: ResultProblem | null;
}
const NO_CHANGE: Judged = { step: null, problem: null };

const problemOf = (row: ResultRow, column: string, value: string, zh: string, en: string): Judged => ({
  step: null,
  problem: { row: row.row, column, value, zh, en },
});

/** What the bank has said before, said again, changes nothing; that it arrived stays said where it came back later. */
const saidBefore = ({ progress }: PaymentOrder, { outcome }: ResultRow): boolean =>
  progress.status === outcome ||
  (outcome === "settled" && progress.status === "returned" && "settled" in progress);

const commandOf = (
  row: ResultRow,
  order: PaymentOrder,
  { by, at, batchId }: Reading,
): Extract<PaymentCommand, { type: "settle" | "return" }> | null => {
  const own = "sent" in order.progress ? order.progress.sent.batchId : null;
  const of = batchId ?? own;
  if (of === null) return null;
  if (row.outcome === "settled") return { type: "settle", by, at, batchId: of };
  const { reason, code, moneyBack } = row;
  return { type: "return", by, at, batchId: of, reason, code, moneyBack };
};

const judge = (row: ResultRow, order: PaymentOrder, reading: Reading): Judged => {
  const { amount, number } = order.terms;
  if (row.amount !== null && row.amount !== amount)
    return problemOf(
      row,
      "金额",
      yuan(row.amount),
      `与指令 ${number} 的金额 ${yuan(amount)} 元不一致`,
      `Order ${number} is for ${yuan(amount)} yuan`,
    );
  if (row.outcome === "pending" || saidBefore(order, row)) return NO_CHANGE;
  const command = commandOf(row, order, reading);
  if (command === null)
    return problemOf(
      row,
      "指令编号",
      number,
      `当前为“${statusName[order.progress.status].zh}”，没有送过银行`,
      `It is ${statusName[order.progress.status].en} and never went to the bank`,
    );
  const event = decide(command, order);
  if (isRefusal(event)) return problemOf(row, "结果", statusName[row.outcome].zh, event.zh, event.en);
  if (event.type !== "settled" && event.type !== "returned" && event.type !== "bounced")
    throw new Error(`payments: a bank's answer gave ${event.type}`);
  return { step: { order, event }, problem: null };
};

export interface Matched {
  readonly steps: readonly ResultStep[];
  readonly problems: readonly ResultProblem[];
  /** Rows whose reference is no order that was given. */
  readonly unknown: readonly ResultRow[];
  /** Rows of orders that were given. */
  readonly known: readonly ResultRow[];
}

/** Lays the bank's rows beside the orders, in the file's order: what each would change, what does not fit, what is not ours. */
export const matchResult = (
  rows: readonly ResultRow[],
  orders: readonly PaymentOrder[],
  reading: Reading,
): Matched => {
  const byNumber = new Map(orders.map((order) => [order.terms.number, order]));
  const steps: ResultStep[] = [];
  const problems: ResultProblem[] = [];
  const unknown: ResultRow[] = [];
  for (const row of rows) {
    const order = byNumber.get(row.number);
    if (!order) {
      unknown.push(row);
      continue;
    }
    const { step, problem } = judge(row, order, reading);
    if (problem) problems.push(problem);
    if (!step) continue;
    steps.push(step);
    byNumber.set(row.number, evolve(order, step.event));
  }
  return { steps, problems, unknown, known: rows.filter(({ number }) => byNumber.has(number)) };
};
