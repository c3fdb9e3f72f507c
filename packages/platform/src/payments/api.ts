import { record } from "../access/index.ts";
import { type Bound, bind, cursorAt, placeAt } from "../http/index.ts";
import { Refused, refuse } from "../kernel/refusal.ts";
import type { Context } from "../store/index.ts";
import { recordBankResult as recordAnswer } from "./answer.ts";
import { countBatches, listBatches as listBatchRows } from "./batches.ts";
import * as contract from "./contract.ts";
import { paymentsWorkbook } from "./export.ts";
import { downloadFile } from "./files.ts";
import type { PaymentOrder } from "./model.ts";
import { countOrders, listOrders, type OrderFilter, type OrderPlace, readOrder } from "./orders.ts";
import { actingApprover } from "./people.ts";
import { createBatch as sendBatch } from "./send.ts";
import { approve, noSuchOrder, reject } from "./steps.ts";
import { eventsOf, postingsOf } from "./streams.ts";
import { batchView, ledgerView, viewOf } from "./view.ts";

const EXPORT_PAGE = 1000;

const placeOf = ({ prepared, terms }: PaymentOrder): OrderPlace => ({ at: prepared.at, id: terms.paymentId });

/** Reads page after page, so that no single statement holds the whole list. */
const allOrders = async (context: Context, filter: OrderFilter): Promise<PaymentOrder[]> => {
  const orders: PaymentOrder[] = [];
  let after: OrderPlace | null = null;
  for (;;) {
    const page: PaymentOrder[] = await listOrders(context, filter, { after, limit: EXPORT_PAGE });
    orders.push(...page);
    const last = page.at(-1);
    if (!last || page.length < EXPORT_PAGE) return orders;
    after = placeOf(last);
  }
};

const noFile = () =>
  new Refused(
    refuse("invalid", "payments.no-file", {
      zh: "请选择银行回盘文件（CSV 或 XLSX）。",
      en: "Choose the bank's answer, a CSV or XLSX file.",
    }),
  );

/** What the HTTP layer serves of payments. */
export const paymentsApi: Bound[] = [
  bind(contract.listPayments, async (context, { query }) => {
    const { status, cursor, limit } = query;
    const found = await listOrders(context, { status }, { after: placeAt(cursor), limit: limit + 1 });
    const items = found.slice(0, limit);
    const last = items.at(-1);
    const { count } = await countOrders(context, { status });
    return {
      items: items.map((order) => viewOf(order, actingApprover(context))),
      next: found.length > limit && last ? cursorAt(placeOf(last)) : null,
      total: count,
    };
  }),
  bind(contract.exportPayments, async (context, { query }) => {
    const orders = await allOrders(context, query);
    await record(context, {
      action: "payments.export",
      subject: { kind: "institution", id: context.actor.institutionId },
      detail: { rows: orders.length },
    });
    return paymentsWorkbook(orders);
  }),
  bind(contract.readPayment, async (context, { params }) => {
    const order = await readOrder(context, params.paymentId);
    if (!order) throw noSuchOrder(params.paymentId);
    const { partyId, paymentId } = order.terms;
    const entries = await postingsOf(context.tx, partyId, paymentId);
    const events = await eventsOf(context.tx, partyId, paymentId);
    return { ...viewOf(order, actingApprover(context)), ledger: [...ledgerView(entries, events)] };
  }),
  bind(contract.approvePayment, async (context, { params }) =>
    viewOf(await approve(context, params.paymentId), actingApprover(context)),
  ),
  bind(contract.rejectPayment, async (context, { params, body }) =>
    viewOf(await reject(context, params.paymentId, body.reason), actingApprover(context)),
  ),
  bind(contract.listBatches, async (context, { query }) => {
    const { cursor, limit } = query;
    const found = await listBatchRows(context.tx, { after: placeAt(cursor), limit: limit + 1 });
    const items = found.slice(0, limit);
    const last = items.at(-1);
    return {
      items: items.map(batchView),
      next: found.length > limit && last ? cursorAt({ at: last.createdAt, id: last.batchId }) : null,
      total: await countBatches(context.tx),
    };
  }),
  bind(contract.createBatch, async (context, { body }) => batchView(await sendBatch(context, body.payments))),
  bind(contract.downloadBatch, (context, { params, query }) =>
    downloadFile(context, params.batchId, query.format),
  ),
  bind(contract.recordBankResult, async (context, { params, file }) => {
    if (!file) throw noFile();
    const { batch, settled, returned } = await recordAnswer(context, params.batchId, file);
    return { batch: batchView(batch), settled, returned };
  }),
];
