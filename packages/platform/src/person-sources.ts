import { listCases } from "./cases/index.ts";
import { timeInChina } from "./kernel/clock.ts";
import { PartyId } from "./kernel/ids.ts";
import { yuan } from "./kernel/money.ts";
import { never } from "./kernel/never.ts";
import { messagesOfParty } from "./messages/index.ts";
import { ordersOfParty, type PaymentOrder, statusName } from "./payments/index.ts";
import type { CountSource, PersonSources, TimelineEntry, TimelineSource } from "./people/index.ts";
import { countPolicies, coversOf, policyTimeline } from "./policies/index.ts";

const CASE_STATUS = { open: "核定中", decided: "已核定", paid: "已支付", closed: "已结案" } as const;
const MOST_CASES = 100;
const CHANNEL = {
  sms: { zh: "短信", en: "text message" },
  wechat: { zh: "微信", en: "WeChat message" },
  letter: { zh: "信函", en: "letter" },
} as const;

const newestCases = { after: null, limit: MOST_CASES };

/** How many cases of each party are not done with. */
const openCases: CountSource = async ({ tx }, partyIds) => {
  const rows = await tx
    .selectFrom("case_state")
    .select(["party_id", (eb) => eb.fn.countAll<bigint>().as("count")])
    .where("party_id", "in", partyIds)
    .where("status", "in", ["open", "decided"])
    .groupBy("party_id")
    .execute();
  return new Map(rows.map((row) => [PartyId.parse(row.party_id), Number(row.count)]));
};

const caseTimeline: TimelineSource = async (context, partyId) => {
  const cases = await listCases(context, { partyId }, newestCases);
  return cases.map((one) => ({
    at: timeInChina(one.openedAt),
    kind: "claim",
    zh: `报案：${one.title}`,
    en: `Claim reported: ${one.title}`,
    link: `/claims/${one.caseId}`,
  }));
};

/** When an order last moved. */
const movedAt = ({ progress, prepared }: PaymentOrder): Date => {
  switch (progress.status) {
    case "pending":
      return prepared.at;
    case "rejected":
      return progress.rejected.at;
    case "approved":
      return progress.approved.at;
    case "sent":
      return progress.sent.at;
    case "settled":
      return progress.settled.at;
    case "returned":
      return progress.returned.at;
    default:
      return never(progress);
  }
};

const paymentTimeline: TimelineSource = async (context, partyId) =>
  (await ordersOfParty(context, partyId)).map((order): TimelineEntry => {
    const name = statusName[order.progress.status];
    const amount = yuan(order.terms.amount);
    return {
      at: timeInChina(movedAt(order)),
      kind: "payment",
      zh: `付款 ${amount} 元：${name.zh}`,
      en: `Payment of ${amount} yuan: ${name.en}`,
      link: `/payments/${order.terms.paymentId}`,
    };
  });

const messageTimeline: TimelineSource = async (context, partyId) =>
  (await messagesOfParty(context, partyId)).map((message) => ({
    at: timeInChina(message.at),
    kind: "message",
    zh: `向 ${message.toMasked} 发出${CHANNEL[message.channel].zh}`,
    en: `A ${CHANNEL[message.channel].en} went to ${message.toMasked}`,
    link: null,
  }));

/** What the Person page shows of policies, cases, payments and messages. */
export const personSources: PersonSources = {
  policies: countPolicies,
  openCases,
  covers: coversOf,
  cases: async (context, partyId) =>
    (await listCases(context, { partyId }, newestCases)).map((one) => ({
      caseId: one.caseId,
      number: one.number,
      title: one.title,
      status: CASE_STATUS[one.status],
      least: yuan(one.least),
      most: one.most === null ? null : yuan(one.most),
    })),
  timeline: [policyTimeline, caseTimeline, paymentTimeline, messageTimeline],
};
