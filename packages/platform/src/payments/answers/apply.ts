import { createHash } from "node:crypto";
import { record } from "../../access/index.ts";
import { type BatchId, PartyId, PaymentId } from "../../kernel/ids.ts";
import { yuan } from "../../kernel/money.ts";
import type { UploadedFile } from "../../kernel/operation.ts";
import { Refused, refuse } from "../../kernel/refusal.ts";
import type { Context, Tx } from "../../store/index.ts";
import { type Matched, matchResult, type ResultStep } from "../banking/match.ts";
import type { ResultProblem, ResultRow } from "../banking/result.ts";
import { templateOf } from "../banking/template.ts";
import { type Batch, inLockOrder, lockOrders, membersOf, noSuchBatch, readBatch } from "../batches.ts";
import type { PaymentOrder } from "../model.ts";
import { actingPerson } from "../people.ts";
import { writeStep } from "../streams.ts";
import type { StoredUnknown } from "../tables.ts";
import { batchRows } from "./batch-rows.ts";
import { type BankFileRead, isXml, readIsoFile, readTableFile, refuseProblems } from "./read-file.ts";
import { type Answer, answerBefore, keepAnswer } from "./store.ts";

const sha256 = (content: Uint8Array): string => createHash("sha256").update(content).digest("hex");

const saysNothing = (filename: string): Refused =>
  new Refused(
    refuse(
      "invalid",
      "payments.bank-result-empty",
      {
        zh: `“${filename}”里没有任何指令的结果。`,
        en: `“${filename}” says nothing about any order.`,
      },
      { filename },
    ),
  );

/** Orders of the institution by the numbers that a bank names. */
const placesByNumber = async (tx: Tx, numbers: readonly string[]) => {
  if (numbers.length === 0) return [];
  const rows = await tx
    .selectFrom("payment_order")
    .select(["party_id", "payment_id"])
    .where("number", "in", [...new Set(numbers)])
    .execute();
  return rows.map((row) => ({
    partyId: PartyId.parse(row.party_id),
    paymentId: PaymentId.parse(row.payment_id),
  }));
};

/** The steps of one order follow one another; orders are taken in the order in which they were locked. */
const writeSteps = async (context: Context, steps: readonly ResultStep[]): Promise<void> => {
  const byOrder = new Map<string, ResultStep[]>();
  for (const step of steps) {
    const own = byOrder.get(step.order.terms.paymentId);
    if (own) own.push(step);
    else byOrder.set(step.order.terms.paymentId, [step]);
  }
  const firsts = [...byOrder.values()].flatMap(([first]) => first ?? []);
  for (const { order } of inLockOrder(firsts)) {
    let now = order;
    for (const { event } of byOrder.get(order.terms.paymentId) ?? [])
      now = await writeStep(context, now, event);
  }
};

const unknownOf = ({ row, number, amount, outcome }: ResultRow): StoredUnknown => ({
  row,
  reference: number,
  amount: amount === null ? null : yuan(amount),
  outcome,
});

/** Writes what a file changes and that it was read. All problems together refuse all of it. */
const apply = async (
  context: Context,
  file: UploadedFile,
  read: BankFileRead,
  { matched, batchId }: { readonly matched: Matched; readonly batchId: BatchId | null },
): Promise<Answer> => {
  const problems: readonly ResultProblem[] = [...read.problems, ...matched.problems];
  if (problems.length > 0) throw refuseProblems(file.filename, problems);
  const said = read.rows.length + read.batches.length;
  if (said === 0) throw saysNothing(file.filename);
  await writeSteps(context, matched.steps);
  const digest = sha256(file.content);
  const known = matched.known;
  const count = (outcome: ResultRow["outcome"]) =>
    new Set(known.filter((row) => row.outcome === outcome).map(({ number }) => number)).size;
  const counts = {
    settled: count("settled"),
    returned: count("returned"),
    pending: count("pending"),
    changed: new Set(matched.steps.map(({ order }) => order.terms.paymentId)).size,
  };
  const answer = await keepAnswer(context, {
    format: read.format,
    filename: file.filename,
    messageId: read.messageId,
    batchId,
    ...counts,
    unknown: matched.unknown.map(unknownOf),
    sha256: digest,
  });
  await record(context, {
    action: "payments.bank-result",
    subject: { kind: "bank-answer", id: answer.answerId },
    detail: { ...counts, unknown: matched.unknown.length, format: read.format, batchId, sha256: digest },
  });
  return answer;
};

export interface AnswerRead {
  readonly answer: Answer;
  /** True where these very bytes were read before: nothing was looked at again. */
  readonly repeated: boolean;
}

/**
 * Reads a message of the bank's (pain.002 付款状态报告, camt.054 借贷记通知), all or nothing. It may speak of any batch; references
 * that are no order of ours are listed. The same bytes again change nothing and give the same counts.
 * @throws Refused `payments.bank-result` naming the lines, `payments.bank-result-empty`
 */
export const readAnswer = async (context: Context, file: UploadedFile): Promise<AnswerRead> => {
  const before = await answerBefore(context.tx, sha256(file.content));
  if (before) return { answer: before, repeated: true };
  const read = readIsoFile(file);
  const numbers = read.rows.map(({ number }) => number);
  const batches = await batchRows(context.tx, read.batches, numbers);
  const named = [...read.rows, ...batches.rows];
  const places = await placesByNumber(
    context.tx,
    named.map(({ number }) => number),
  );
  const orders = await lockOrders(context, places);
  const reading = { by: actingPerson(context), at: context.clock.now(), batchId: null };
  const matched = matchResult(named, orders, reading);
  const answer = await apply(
    context,
    file,
    { ...read, problems: [...read.problems, ...batches.problems] },
    {
      matched: { ...matched, unknown: [...matched.unknown, ...batches.unknown] },
      batchId: onlyBatch(orders),
    },
  );
  return { answer, repeated: false };
};

/** The batch that a message speaks of, where it is one. */
const onlyBatch = (orders: readonly PaymentOrder[]): BatchId | null => {
  const batches = new Set(
    orders.flatMap(({ progress }) => ("sent" in progress ? [progress.sent.batchId] : [])),
  );
  const [only] = batches;
  return batches.size === 1 && only !== undefined ? only : null;
};

const notOfBatch = (rows: readonly ResultRow[]): ResultProblem[] =>
  rows.map(({ row, number }) => ({
    row,
    column: "指令编号",
    value: number,
    zh: "不在这个批次中",
    en: "Not an order of this batch",
  }));

export interface BankAnswer extends AnswerRead {
  readonly batch: Batch;
}

/**
 * Reads the bank's answer to one batch (回盘): its own table, CSV or XLSX, or a message. All or nothing. In a table every row must
 * be an order of this batch. The same answer again changes nothing and gives the same counts.
 * @throws Refused `payments.bank-result` naming the rows, `tabular.*` where it is no table, `payments.no-batch`
 */
export const recordBankResult = async (
  context: Context,
  batchId: BatchId,
  file: UploadedFile,
): Promise<BankAnswer> => {
  const batch = await readBatch(context.tx, batchId);
  if (!batch) throw noSuchBatch(batchId);
  const again = async (read: AnswerRead): Promise<BankAnswer> => ({
    ...read,
    batch: (await readBatch(context.tx, batchId)) ?? batch,
  });
  if (isXml(file)) return again(await readAnswer(context, file));
  const before = await answerBefore(context.tx, sha256(file.content));
  if (before) return again({ answer: before, repeated: true });
  const read = await readTableFile(file, templateOf(batch.template));
  const orders = await lockOrders(context, await membersOf(context.tx, batchId));
  const reading = { by: actingPerson(context), at: context.clock.now(), batchId };
  const matched = matchResult(read.rows, orders, reading);
  const strange = notOfBatch(matched.unknown);
  const answer = await apply(
    context,
    file,
    { ...read, problems: [...read.problems, ...strange] },
    { matched, batchId },
  );
  return again({ answer, repeated: false });
};
