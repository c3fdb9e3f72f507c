import { type StaffActor, writeCsv } from "@goodfaith/platform";
import {
  approvePayment,
  createBatch,
  listClaims,
  listPayments,
  preparePayment,
  readClaim,
  recordBankResult,
} from "@goodfaith/platform/contract";
import type { Act } from "../desk.ts";
import type { Crew } from "../take-claim.ts";

/** More than there are in one batch of the sample. */
const LIMIT = 200;

/** Orders what every decided claim is owed; gives nothing where nothing is owed. */
const prepareAll = async (act: Act, handler: StaffActor): Promise<void> => {
  const { items } = await act(handler, listClaims, { query: { status: "decided", limit: LIMIT } });
  for (const { caseId } of items) {
    const params = { caseId };
    const { version, money } = await act(handler, readClaim, { params });
    if (Number(money.available) === 0) continue;
    await act(handler, preparePayment, { params, body: { version, amount: money.available } });
  }
};

/**
 * Pays what the decided claims of one institution are owed: prepared by one person, approved by a second, sent in one file, and
 * settled by the bank's answer. Within the transaction of `act`.
 */
export const payAll = async (act: Act, { handler, approver, payer }: Crew): Promise<number> => {
  await prepareAll(act, handler);
  const pending = await act(approver, listPayments, { query: { status: "pending", limit: LIMIT } });
  if (pending.items.length === 0) return 0;
  const payments = pending.items.map(({ paymentId }) => paymentId);
  for (const paymentId of payments) await act(approver, approvePayment, { params: { paymentId } });
  const batch = await act(payer, createBatch, { body: { payments } });
  const sent = await act(payer, listPayments, { query: { status: "sent", limit: LIMIT } });
  await act(payer, recordBankResult, {
    params: { batchId: batch.batchId },
    file: {
      filename: `回盘-${batch.number}.csv`,
      mediaType: "text/csv",
      content: writeCsv(
        ["指令编号", "金额", "结果", "原因"],
        sent.items.map((order) => [order.number, order.amount, "成功", ""]),
      ),
    },
  });
  return payments.length;
};
