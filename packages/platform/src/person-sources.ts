import { listCases } from "./cases/index.ts";
import { timeInChina } from "./kernel/clock.ts";
import { PartyId } from "./kernel/ids.ts";
import { yuan } from "./kernel/money.ts";
import { messageTimeline } from "./messages/index.ts";
import { paymentTimeline } from "./payments/index.ts";
import type { CountSource, PersonSources, TimelineSource } from "./people/index.ts";
import { countPolicies, coversOf, policyTimeline } from "./policies/index.ts";

const CASE_STATUS = { open: "核定中", decided: "已核定", paid: "已支付", closed: "已结案" } as const;
const MOST_CASES = 100;

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
