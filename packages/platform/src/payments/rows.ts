import type { Insertable, Selectable } from "kysely";
import {
  BatchId,
  CaseId,
  HoldId,
  type InstitutionId,
  PartyId,
  PaymentId,
  PolicyId,
  StaffId,
} from "../kernel/ids.ts";
import { cents } from "../kernel/money.ts";
import { never } from "../kernel/never.ts";
import { asJson, Overrides, StoredRecovery } from "./events.ts";
import type { PaymentLine, PaymentOrder, Person, Progress, Stamp } from "./model.ts";
import type { PaymentOrderTable, StoredLine } from "./tables.ts";

type Row = Selectable<PaymentOrderTable>;

/** A stored row that the model says cannot be. The database's own checks should have refused it. */
export class DamagedRow extends Error {
  constructor(what: string) {
    super(`payment_order: ${what}`);
  }
}

export const linesOf = (stored: readonly StoredLine[]): PaymentLine[] =>
  stored.map((line) => ({
    ...line,
    policyId: PolicyId.parse(line.policyId),
    amount: cents(BigInt(line.amount)),
  }));

export const storedLines = (lines: readonly PaymentLine[]): StoredLine[] =>
  lines.map((line) => ({ ...line, amount: line.amount.toString() }));

const person = (id: string | null, name: string): Person => ({
  staffId: id === null ? null : StaffId.parse(id),
  name,
});

const stamp = (step: string, id: string | null, name: string | null, at: Date | null): Stamp => {
  if (name === null || at === null) throw new DamagedRow(`${step} has nobody or no time`);
  return { by: person(id, name), at };
};

const returnedOf = (row: Row, approved: Approval, sent: Sent): Progress => {
  const returned = {
    status: "returned",
    approved,
    sent,
    returned: stamp("returned", row.returned_by, row.returned_by_name, row.returned_at),
    reason: row.reason ?? "",
    code: row.reason_code,
  } as const;
  if (row.settled_at === null) return returned;
  return {
    ...returned,
    settled: stamp("settled", row.settled_by, row.settled_by_name, row.settled_at),
  };
};

type Approval = Extract<Progress, { status: "approved" }>["approved"];
type Sent = Extract<Progress, { status: "sent" }>["sent"];

const progressOf = (row: Row): Progress => {
  const approved = () => ({
    ...stamp("approved", row.approved_by, row.approved_by_name, row.approved_at),
    overrides: Overrides.parse(row.overrides),
  });
  const sent = () => ({
    ...stamp("sent", row.sent_by, row.sent_by_name, row.sent_at),
    batchId: BatchId.parse(row.batch_id),
  });
  switch (row.status) {
    case "pending":
      return { status: "pending" };
    case "rejected":
      return {
        status: "rejected",
        rejected: stamp("rejected", row.rejected_by, row.rejected_by_name, row.rejected_at),
        reason: row.reason ?? "",
      };
    case "approved":
      return { status: "approved", approved: approved() };
    case "sent":
      return { status: "sent", approved: approved(), sent: sent() };
    case "settled":
      return {
        status: "settled",
        approved: approved(),
        sent: sent(),
        settled: stamp("settled", row.settled_by, row.settled_by_name, row.settled_at),
      };
    case "returned":
      return returnedOf(row, approved(), sent());
    default:
      return never(row.status);
  }
};

/** The order that a row holds. */
export const orderOf = (row: Row): PaymentOrder => ({
  terms: {
    partyId: PartyId.parse(row.party_id),
    paymentId: PaymentId.parse(row.payment_id),
    number: row.number,
    caseId: CaseId.parse(row.case_id),
    caseNumber: row.case_number,
    title: row.title,
    purpose: row.purpose,
    amount: cents(row.amount),
    lines: linesOf(row.lines),
    payee: { partyId: PartyId.parse(row.payee_party_id), name: row.payee_name },
    account: {
      holder: row.account_holder,
      kind: row.account_kind,
      bank: row.bank,
      bankCode: row.bank_code,
      sealed: row.account_sealed,
      masked: row.account_masked,
    },
    replaces: row.replaces === null ? null : PaymentId.parse(row.replaces),
  },
  version: row.version,
  prepared: { by: person(row.prepared_by, row.prepared_by_name), at: row.prepared_at },
  progress: progressOf(row),
  holds: row.hold_ids.map((id) => HoldId.parse(id)),
  booked: row.booked,
  recovery: row.recovery === null ? null : StoredRecovery.parse(row.recovery),
});

type StepColumns = Omit<Insertable<PaymentOrderTable>, keyof ReturnType<typeof termsColumns>>;

const NO_STEPS = {
  approved_by: null,
  approved_by_name: null,
  approved_at: null,
  rejected_by: null,
  rejected_by_name: null,
  rejected_at: null,
  batch_id: null,
  sent_by: null,
  sent_by_name: null,
  sent_at: null,
  settled_by: null,
  settled_by_name: null,
  settled_at: null,
  returned_by: null,
  returned_by_name: null,
  returned_at: null,
  reason: null,
  reason_code: null,
  overrides: "[]",
} as const;

/** The columns that a step changes. */
export const stepColumns = (order: PaymentOrder): StepColumns => {
  const { version, progress, holds, booked, recovery } = order;
  const columns: StepColumns = {
    ...NO_STEPS,
    version,
    status: progress.status,
    hold_ids: [...holds],
    booked,
    recovery: recovery && asJson(recovery),
  };
  if ("approved" in progress) {
    columns.approved_by = progress.approved.by.staffId;
    columns.approved_by_name = progress.approved.by.name;
    columns.approved_at = progress.approved.at;
    columns.overrides = JSON.stringify(progress.approved.overrides);
  }
  if ("rejected" in progress) {
    columns.rejected_by = progress.rejected.by.staffId;
    columns.rejected_by_name = progress.rejected.by.name;
    columns.rejected_at = progress.rejected.at;
  }
  if ("sent" in progress) {
    columns.batch_id = progress.sent.batchId;
    columns.sent_by = progress.sent.by.staffId;
    columns.sent_by_name = progress.sent.by.name;
    columns.sent_at = progress.sent.at;
  }
  if ("settled" in progress) {
    columns.settled_by = progress.settled.by.staffId;
    columns.settled_by_name = progress.settled.by.name;
    columns.settled_at = progress.settled.at;
  }
  if ("returned" in progress) {
    columns.returned_by = progress.returned.by.staffId;
    columns.returned_by_name = progress.returned.by.name;
    columns.returned_at = progress.returned.at;
  }
  if ("reason" in progress) columns.reason = progress.reason;
  if ("code" in progress) columns.reason_code = progress.code;
  return columns;
};

/** The columns that never change once an order is written. */
export const termsColumns = (
  { terms, prepared }: PaymentOrder,
  stored: { institutionId: InstitutionId; idempotencyKey: string; fingerprint: string; accountBlind: Buffer },
) => ({
  party_id: terms.partyId,
  payment_id: terms.paymentId,
  institution_id: stored.institutionId,
  number: terms.number,
  idempotency_key: stored.idempotencyKey,
  fingerprint: stored.fingerprint,
  replaces: terms.replaces,
  case_id: terms.caseId,
  case_number: terms.caseNumber,
  title: terms.title,
  purpose: terms.purpose,
  amount: terms.amount,
  lines: JSON.stringify(storedLines(terms.lines)),
  payee_party_id: terms.payee.partyId,
  payee_name: terms.payee.name,
  account_holder: terms.account.holder,
  account_kind: terms.account.kind,
  bank: terms.account.bank,
  bank_code: terms.account.bankCode,
  account_sealed: terms.account.sealed,
  account_masked: terms.account.masked,
  account_blind: stored.accountBlind,
  prepared_by: prepared.by.staffId,
  prepared_by_name: prepared.by.name,
  prepared_at: prepared.at,
});
