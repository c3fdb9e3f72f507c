import { type CaseId, type PaymentId, type StaffActor, writeCsv } from "@goodfaith/platform";
import {
  approvePayment,
  createBatch,
  listPayments,
  listPeople,
  preparePayment,
  readClaim,
  readParty,
  recordBankResult,
  reportClaim,
  sendNotice,
} from "@goodfaith/platform/contract";
import type { Reach } from "./claim-plans.ts";
import { act, type Desk } from "./desk.ts";

/** The people whose steps a claim takes. */
export interface Crew {
  readonly handler: StaffActor;
  readonly approver: StaffActor;
  readonly payer: StaffActor;
}
export interface Report {
  /** The insured's identity number, by which the handler finds the person. */
  readonly identityNumber: string;
  readonly policies: readonly string[];
  readonly eventKind: "death" | "illness" | "accident";
  readonly facts: Readonly<Record<string, unknown>>;
  readonly source: string;
  /** ISO 8601 with +08:00. */
  readonly at: string;
}

const later = (at: string, hours: number): string =>
  new Date(Date.parse(at) + hours * 3_600_000).toISOString();

/** Finds the insured and reports the claim at its time. Null where the person has a case already: it was loaded before. */
export const report = async (desk: Desk, { handler }: Crew, given: Report): Promise<CaseId | null> => {
  desk.clock.set(given.at);
  const found = await act(desk, handler, listPeople, { query: { q: given.identityNumber } });
  const [person] = found.items;
  if (!person) throw new Error(`nobody has the identity number of ${given.policies.join("、")}`);
  const view = await act(desk, handler, readParty, { params: { partyId: person.partyId } });
  if (view.cases.length > 0) return null;
  const policies = view.covers.filter(({ number }) => given.policies.includes(number));
  if (policies.length !== given.policies.length)
    throw new Error(`${given.policies.join("、")}: not all are theirs`);
  const claim = await act(desk, handler, reportClaim, {
    body: {
      partyId: person.partyId,
      eventKind: given.eventKind,
      reportedAt: given.at,
      policies: policies.map(({ policyId }) => policyId),
      facts: { ...given.facts },
      source: given.source,
    },
  });
  return claim.caseId;
};

/** Takes a reported claim as far as the plan says, each step by its person, some hours after the one before. */
export const takeClaim = async (
  desk: Desk,
  crew: Crew,
  caseId: CaseId,
  at: string,
  reach: Reach,
): Promise<void> => {
  if (reach === "reported") return;
  const params = { caseId };
  desk.clock.set(later(at, 2));
  const claim = await act(desk, crew.handler, readClaim, { params });
  if (reach === "noticed") {
    await act(desk, crew.handler, sendNotice, { params, body: { version: claim.version } });
    return;
  }
  desk.clock.set(later(at, 3));
  const prepared = await act(desk, crew.handler, preparePayment, {
    params,
    body: { version: claim.version, amount: claim.money.available },
  });
  if (reach === "prepared") return;
  desk.clock.set(later(at, 5));
  const payments = prepared.payments.map(({ paymentId }) => paymentId);
  for (const paymentId of payments) await act(desk, crew.approver, approvePayment, { params: { paymentId } });
  if (reach === "approved") return;
  await payAndSettle(desk, crew, payments, at);
};

/** The batch goes to the bank in the afternoon, and its answer is read the next morning: all arrived. */
const payAndSettle = async (
  desk: Desk,
  { payer }: Crew,
  payments: PaymentId[],
  at: string,
): Promise<void> => {
  desk.clock.set(later(at, 7));
  const batch = await act(desk, payer, createBatch, { body: { payments } });
  const orders = await act(desk, payer, listPayments, { query: { status: "sent", limit: 200 } });
  const answered = orders.items.filter((order) => order.batchId === batch.batchId);
  desk.clock.set(later(at, 22));
  await act(desk, payer, recordBankResult, {
    params: { batchId: batch.batchId },
    file: {
      filename: `回盘-${batch.number}.csv`,
      mediaType: "text/csv",
      content: writeCsv(
        ["指令编号", "金额", "结果", "原因"],
        answered.map((order) => [order.number, order.amount, "成功", ""]),
      ),
    },
  });
};
