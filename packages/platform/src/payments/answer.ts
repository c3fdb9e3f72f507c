import { createHash } from "node:crypto";
import { record } from "../access/index.ts";
import type { BatchId } from "../kernel/ids.ts";
import type { UploadedFile } from "../kernel/operation.ts";
import { Refused, refuse } from "../kernel/refusal.ts";
import type { Context } from "../store/index.ts";
import { readTable } from "../tabular/index.ts";
import { matchResult } from "./banking/match.ts";
import { type ResultProblem, readResult } from "./banking/result.ts";
import { templateOf } from "./banking/template.ts";
import { type Batch, inLockOrder, lockOrders, membersOf, noSuchBatch, readBatch } from "./batches.ts";
import { actingPerson } from "./people.ts";
import { writeStep } from "./streams.ts";

const MOST_PROBLEMS_SHOWN = 100;
const MOST_ROWS = 20_000;

const refuseProblems = (filename: string, problems: readonly ResultProblem[]): Refused => {
  const [first] = problems;
  const where = first ? `第 ${first.row} 行“${first.column}”：${first.zh}` : "";
  const place = first ? `row ${first.row}, ${first.column}: ${first.en}` : "";
  return new Refused(
    refuse(
      "invalid",
      "payments.bank-result",
      {
        zh: `“${filename}”有 ${problems.length} 处问题，未作任何更改。${where}。`,
        en: `“${filename}” has ${problems.length} problems, and nothing was changed. First: ${place}.`,
      },
      { filename, bad: problems.length, problems: problems.slice(0, MOST_PROBLEMS_SHOWN) },
    ),
  );
};

export interface BankAnswer {
  readonly batch: Batch;
  /** How many orders this file says settled or came back, whether it said so before or not. */
  readonly settled: number;
  readonly returned: number;
}

/**
 * Reads the bank's answer (回盘), CSV or XLSX, all or nothing. The same answer again changes nothing and gives the same counts.
 * @throws Refused `payments.bank-result` naming the rows, `tabular.*` where it is no table, `payments.no-batch`
 */
export const recordBankResult = async (
  context: Context,
  batchId: BatchId,
  file: UploadedFile,
): Promise<BankAnswer> => {
  const batch = await readBatch(context.tx, batchId);
  if (!batch) throw noSuchBatch(batchId);
  const table = await readTable(file.content, file.filename, { rows: MOST_ROWS });
  const read = readResult(table, templateOf(batch.template));
  const orders = await lockOrders(context, await membersOf(context.tx, batchId));
  const reading = { by: actingPerson(context), at: context.clock.now(), batchId };
  const { steps, problems } = matchResult(read.rows, orders, reading);
  const all = [...read.problems, ...problems].sort((a, b) => a.row - b.row);
  if (all.length > 0) throw refuseProblems(file.filename, all);
  if (read.rows.length === 0)
    throw new Refused(
      refuse(
        "invalid",
        "payments.bank-result-empty",
        {
          zh: `“${file.filename}”里没有任何指令的结果。`,
          en: `“${file.filename}” says nothing about any order.`,
        },
        { filename: file.filename },
      ),
    );
  for (const { order, event } of inLockOrder(steps)) await writeStep(context, order, event);
  const count = (outcome: "settled" | "returned") =>
    read.rows.filter((row) => row.outcome === outcome).length;
  const counts = { settled: count("settled"), returned: count("returned") };
  await record(context, {
    action: "payments.bank-result",
    subject: { kind: "payment-batch", id: batchId },
    detail: {
      ...counts,
      changed: steps.length,
      sha256: createHash("sha256").update(file.content).digest("hex"),
    },
  });
  return { batch: (await readBatch(context.tx, batchId)) ?? batch, ...counts };
};
