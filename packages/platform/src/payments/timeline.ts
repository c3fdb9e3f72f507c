import { timeInChina } from "../kernel/clock.ts";
import { yuan } from "../kernel/money.ts";
import type { TimelineEntry, TimelineSource } from "../people/index.ts";
import type { PaymentOrder } from "./model.ts";
import { ordersOfParty } from "./orders.ts";
import { statusName } from "./words.ts";

const entry = ({ terms }: PaymentOrder, at: Date, zh: string, en: string): TimelineEntry => ({
  at: timeInChina(at),
  kind: "payment",
  zh: `${zh} ${yuan(terms.amount)} 元给${terms.payee.name}（${terms.number}）`,
  en: `${en}: ${yuan(terms.amount)} yuan to ${terms.payee.name} (${terms.number})`,
  link: `/claims/${terms.caseId}`,
});

/** The steps of one order that a person's page tells: prepared, and each step since. */
const entriesOf = (order: PaymentOrder): TimelineEntry[] => {
  const { prepared, progress } = order;
  const entries = [entry(order, prepared.at, "提交给付", "Payment prepared")];
  const add = (status: keyof typeof statusName, at: Date) =>
    entries.push(entry(order, at, `给付${statusName[status].zh}`, `Payment ${statusName[status].en}`));
  if ("rejected" in progress) add("rejected", progress.rejected.at);
  if ("approved" in progress) add("approved", progress.approved.at);
  if ("sent" in progress) add("sent", progress.sent.at);
  if ("settled" in progress) add("settled", progress.settled.at);
  if ("returned" in progress) add("returned", progress.returned.at);
  return entries;
};

/** Payments in a party's records, for 一人一页. */
export const paymentTimeline: TimelineSource = async (context, partyId) =>
  (await ordersOfParty(context, partyId)).flatMap(entriesOf);
