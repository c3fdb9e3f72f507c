import { record, vault } from "../access/index.ts";
import { BatchId, type PaymentId } from "../kernel/ids.ts";
import { cents, yuan } from "../kernel/money.ts";
import { isRefusal, type Refusal, Refused, refuse } from "../kernel/refusal.ts";
import type { Context } from "../store/index.ts";
import { type BankBatch, type BankItem, totalOf } from "./banking/batch.ts";
import { templateOf } from "./banking/template.ts";
import { type Batch, inLockOrder, lockOrders, placesOf, readBatch } from "./batches.ts";
import { decide } from "./decide.ts";
import { keepFiles, writeFiles } from "./files.ts";
import type { PaymentEvent, PaymentOrder } from "./model.ts";
import { batchNumber } from "./number.ts";
import { activePayer, type Payer } from "./payer.ts";
import { actingPerson } from "./people.ts";
import { noSuchOrder } from "./steps.ts";
import { writeStep } from "./streams.ts";

type SentEvent = Extract<PaymentEvent, { type: "sent" }>;
interface Sending {
  readonly order: PaymentOrder;
  readonly event: SentEvent;
}

const notReady = (refusals: readonly Refusal[]): Refusal =>
  refuse(
    "conflict",
    "payments.not-ready",
    {
      zh: `有 ${refusals.length} 笔不能送银行，整批未生成：${refusals.map(({ zh }) => zh).join("")}`,
      en: `${refusals.length} cannot be sent, so no batch was made: ${refusals.map(({ en }) => en).join(" ")}`,
    },
    { orders: refusals.map(({ facts }) => facts) },
  );

/** Locks the orders and decides for each; one that cannot be sent stops them all. */
const lockReady = async (
  context: Context,
  payments: readonly PaymentId[],
  batchId: BatchId,
): Promise<readonly Sending[]> => {
  const wanted = [...new Set(payments)];
  const places = await placesOf(context.tx, wanted);
  const seen = new Set(places.map(({ paymentId }) => paymentId));
  const absent = wanted.find((id) => !seen.has(id));
  if (absent !== undefined) throw noSuchOrder(absent);
  const locked = new Map((await lockOrders(context, places)).map((order) => [order.terms.paymentId, order]));
  const by = actingPerson(context);
  const at = context.clock.now();
  const sendings: Sending[] = [];
  const refusals: Refusal[] = [];
  for (const paymentId of wanted) {
    const order = locked.get(paymentId);
    if (!order) throw noSuchOrder(paymentId);
    const event = decide({ type: "send", by, at, batchId }, order);
    if (isRefusal(event)) refusals.push(event);
    else if (event.type === "sent") sendings.push({ order, event });
  }
  if (refusals.length > 0) throw new Refused(notReady(refusals));
  return sendings;
};

/** The one place where a payee's account number is opened: for the file, and on record for the payee to see. */
const openItem = async (context: Context, { terms }: PaymentOrder, batch: string): Promise<BankItem> => {
  await record(context, {
    action: "payments.open-account",
    subject: { kind: "payment", id: terms.paymentId },
    partyId: terms.payee.partyId,
    purpose: `写入付款批次 ${batch} 的银行文件`,
    detail: { number: terms.number, account: terms.account.masked },
  });
  return {
    number: terms.number,
    caseNumber: terms.caseNumber,
    payee: terms.account.holder,
    account: vault.open(terms.account.sealed).replaceAll(/[\s-]/g, ""),
    bank: terms.account.bank,
    bankCode: terms.account.bankCode,
    amount: terms.amount,
  };
};

const writeBatch = async (context: Context, batchId: BatchId, batch: BankBatch, payer: Payer) => {
  await context.tx
    .insertInto("payment_batch")
    .values({
      institution_id: context.actor.institutionId,
      batch_id: batchId,
      number: batch.number,
      bank: payer.bank,
      template: payer.template,
      count: batch.items.length,
      total: totalOf(batch.items),
      created_at: batch.createdAt,
      created_by: actingPerson(context).staffId,
      created_by_name: context.actor.name,
    })
    .execute();
  await keepFiles(context, batchId, await writeFiles(batch, templateOf(payer.template)));
};

const writeMembers = async (context: Context, batchId: BatchId, sendings: readonly Sending[]) => {
  await context.tx
    .insertInto("payment_batch_order")
    .values(
      sendings.map(({ order }, at) => ({
        party_id: order.terms.partyId,
        payment_id: order.terms.paymentId,
        institution_id: context.actor.institutionId,
        batch_id: batchId,
        position: at + 1,
      })),
    )
    .execute();
  for (const { order, event } of inLockOrder(sendings)) await writeStep(context, order, event);
};

/**
 * Puts approved orders into one bank file and marks them sent, all or none (生成付款批次). The files are made here, once.
 * @throws Refused `payments.not-ready` with each order's facts, `.missing`, `.no-payer`
 */
export const createBatch = async (context: Context, payments: readonly PaymentId[]): Promise<Batch> => {
  const batchId = BatchId.parse(context.newId());
  const sendings = await lockReady(context, payments, batchId);
  const payer = await activePayer(context);
  const createdAt = context.clock.now();
  const number = batchNumber(batchId, createdAt);
  const items: BankItem[] = [];
  for (const { order } of sendings) items.push(await openItem(context, order, number));
  const { sealed, template: _template, ...shown } = payer;
  const batch: BankBatch = { number, createdAt, items, payer: { ...shown, account: vault.open(sealed) } };
  if (new Set(items.map((item) => item.number)).size !== items.length)
    throw new Error(`payments: two orders of batch ${number} have one number`);
  await writeBatch(context, batchId, batch, payer);
  await writeMembers(context, batchId, sendings);
  await record(context, {
    action: "payments.send",
    subject: { kind: "payment-batch", id: batchId },
    detail: { number, count: items.length, total: yuan(cents(totalOf(items))) },
  });
  const made = await readBatch(context.tx, batchId);
  if (!made) throw new Error("payments: a batch just written cannot be read");
  return made;
};
