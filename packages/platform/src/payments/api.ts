import { record } from "../access/index.ts";
import { type Bound, bind, cursorAt, placeAt } from "../http/index.ts";
import { Refused, refuse } from "../kernel/refusal.ts";
import type { Context } from "../store/index.ts";
import { readAnswer, recordBankResult as recordAnswer } from "./answers/apply.ts";
import { countAnswers, listAnswers } from "./answers/store.ts";
import {
  countBatches,
  listBatches as listBatchRows,
  membersOf,
  noSuchBatch,
  readBatch as readBatchRow,
} from "./batches.ts";
import { checkRules, findingsFor } from "./checking/index.ts";
import * as contract from "./contract.ts";
import { paymentsWorkbook } from "./export.ts";
import { downloadFile } from "./files.ts";
import { liftHold, placeHold } from "./holding/place.ts";
import { activeHolds, countHolds, listHolds } from "./holding/read.ts";
import type { PaymentOrder } from "./model.ts";
import {
  countOrders,
  listOrders,
  type OrderFilter,
  type OrderPlace,
  readOrder,
  readOrders,
} from "./orders.ts";
import { actingApprover } from "./people.ts";
import { recoveryApi, recoveryView } from "./recovery/api.ts";
import { createBatch as sendBatch } from "./send.ts";
import { approve, noSuchOrder, reject } from "./steps.ts";
import { eventsOf, postingsOf } from "./streams.ts";
import { answerView, batchView, checksView, holdView, ledgerView, viewOf } from "./view.ts";

const EXPORT_PAGE = 1000;
/** A batch is answered by a few files; more than this are found in the list of answers. */
const MOST_ANSWERS = 100;

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

const filterOf = ({
  held,
  ...filter
}: Omit<OrderFilter, "held"> & { readonly held?: "true" | undefined }): OrderFilter => ({
  ...filter,
  held: held === "true",
});

const noFile = () =>
  new Refused(
    refuse("invalid", "payments.no-file", {
      zh: "请选择银行的答复文件（回盘 CSV、XLSX，或 pain.002、camt.054 报文）。",
      en: "Choose the bank's answer: a CSV or XLSX table, or a pain.002 or camt.054 message.",
    }),
  );

/** What the HTTP layer serves of payments. */
export const paymentsApi: Bound[] = [
  bind(contract.listPayments, async (context, { query }) => {
    const { cursor, limit, ...narrowed } = query;
    const filter = filterOf(narrowed);
    const found = await listOrders(context, filter, { after: placeAt(cursor), limit: limit + 1 });
    const items = found.slice(0, limit);
    const last = items.at(-1);
    const { count } = await countOrders(context, filter);
    return {
      items: items.map((order) => viewOf(order, actingApprover(context))),
      next: found.length > limit && last ? cursorAt(placeOf(last)) : null,
      total: count,
    };
  }),
  bind(contract.exportPayments, async (context, { query }) => {
    const orders = await allOrders(context, filterOf(query));
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
    const waiting = order.progress.status === "pending";
    const findings = waiting ? await findingsFor(context, order) : [];
    const holds = await activeHolds(context.tx, [partyId, order.terms.payee.partyId]);
    return {
      ...viewOf(order, actingApprover(context)),
      ledger: [...ledgerView(entries, events)],
      partyId,
      payeePartyId: order.terms.payee.partyId,
      ...checksView(checkRules(), findings, order),
      holds: holds.map(holdView),
      recovery: recoveryView(order),
    };
  }),
  bind(contract.approvePayment, async (context, { params, body }) =>
    viewOf(await approve(context, params.paymentId, body.overrides), actingApprover(context)),
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
    const { batch, answer, repeated } = await recordAnswer(context, params.batchId, file);
    return { batch: batchView(batch), answer: answerView(answer), repeated };
  }),
  bind(contract.readBankAnswer, async (context, { file }) => {
    if (!file) throw noFile();
    const { answer, repeated } = await readAnswer(context, file);
    return { answer: answerView(answer), repeated };
  }),
  bind(contract.listBankAnswers, async (context, { query }) => {
    const { cursor, limit, batchId } = query;
    const found = await listAnswers(context.tx, { batchId }, { after: placeAt(cursor), limit: limit + 1 });
    const items = found.slice(0, limit);
    const last = items.at(-1);
    return {
      items: items.map(answerView),
      next: found.length > limit && last ? cursorAt({ at: last.readAt, id: last.answerId }) : null,
      total: await countAnswers(context.tx, { batchId }),
    };
  }),
  bind(contract.readBatch, async (context, { params: { batchId } }) => {
    const batch = await readBatchRow(context.tx, batchId);
    if (!batch) throw noSuchBatch(batchId);
    const orders = await readOrders(context, await membersOf(context.tx, batchId));
    const answers = await listAnswers(context.tx, { batchId }, { after: null, limit: MOST_ANSWERS });
    return {
      ...batchView(batch),
      payments: orders.map((order) => viewOf(order, actingApprover(context))),
      answers: answers.map(answerView),
    };
  }),
  bind(contract.listHolds, async (context, { query }) => {
    const { cursor, limit, all } = query;
    const filter = { all: all === "true" };
    const found = await listHolds(context.tx, filter, { after: placeAt(cursor), limit: limit + 1 });
    const items = found.slice(0, limit);
    const last = items.at(-1);
    return {
      items: items.map(holdView),
      next: found.length > limit && last ? cursorAt({ at: last.at, id: last.holdId }) : null,
      total: await countHolds(context.tx, filter),
    };
  }),
  bind(contract.placeHold, async (context, { body }) => {
    const { hold, stopped, gone } = await placeHold(context, body);
    return {
      hold: holdView(hold),
      stopped: stopped.map(({ terms }) => terms.number),
      gone: [...gone],
    };
  }),
  bind(contract.liftHold, (context, { params, body }) =>
    liftHold(context, { holdId: params.holdId, reason: body.reason }),
  ),
  ...recoveryApi,
];
