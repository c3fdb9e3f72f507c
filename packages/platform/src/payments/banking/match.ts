import { yuan } from "../../kernel/money.ts";
import { isRefusal } from "../../kernel/refusal.ts";
import { decide } from "../decide.ts";
import type { PaymentCommand, PaymentEvent, PaymentOrder, Person } from "../model.ts";
import { statusName } from "../words.ts";
import type { ResultProblem, ResultRow } from "./result.ts";

type BankEvent = Extract<PaymentEvent, { type: "settled" | "returned" }>;
/** A row that changes its order. */
export interface ResultStep {
  readonly order: PaymentOrder;
  readonly event: BankEvent;
}

/** Who reads the answer, when, and of which batch. */
export interface Reading {
  readonly by: Person;
  readonly at: Date;
  readonly batchId: Extract<PaymentCommand, { type: "settle" }>["batchId"];
}

interface Judged {
  readonly step: ResultStep | null;
  readonly problem: ResultProblem | null;
}

const problemOf = (row: ResultRow, column: string, value: string, zh: string, en: string): Judged => ({
  step: null,
  problem: { row: row.row, column, value, zh, en },
});

const judge = (row: ResultRow, order: PaymentOrder | undefined, reading: Reading): Judged => {
  if (!order) return problemOf(row, "指令编号", row.number, "不在这个批次中", "Not an order of this batch");
  const { amount } = order.terms;
  if (row.amount !== amount)
    return problemOf(
      row,
      "金额",
      yuan(row.amount),
      `与指令金额 ${yuan(amount)} 元不一致`,
      `The order is for ${yuan(amount)} yuan`,
    );
  // What the bank has said before, said again, changes nothing.
  if (order.progress.status === row.outcome) return { step: null, problem: null };
  const { by, at, batchId } = reading;
  const event = decide(
    row.outcome === "settled"
      ? { type: "settle", by, at, batchId }
      : { type: "return", by, at, batchId, reason: row.reason },
    order,
  );
  if (isRefusal(event)) return problemOf(row, "结果", statusName[row.outcome].zh, event.zh, event.en);
  if (event.type !== "settled" && event.type !== "returned")
    throw new Error(`payments: a bank's answer gave ${event.type}`);
  return { step: { order, event }, problem: null };
};

/** Lays the bank's rows beside the batch's orders: what each would change, and what does not fit. */
export const matchResult = (
  rows: readonly ResultRow[],
  orders: readonly PaymentOrder[],
  reading: Reading,
): { steps: readonly ResultStep[]; problems: readonly ResultProblem[] } => {
  const byNumber = new Map(orders.map((order) => [order.terms.number, order]));
  const judged = rows.map((row) => judge(row, byNumber.get(row.number), reading));
  return {
    steps: judged.flatMap(({ step }) => (step ? [step] : [])),
    problems: judged.flatMap(({ problem }) => (problem ? [problem] : [])),
  };
};
