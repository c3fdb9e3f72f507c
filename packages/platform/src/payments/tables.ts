import type { ColumnType } from "kysely";
import type { Json } from "../store/index.ts";
import type { PaymentStatus } from "./contract.ts";
import type { Account, Booked } from "./ledger.ts";
import type { PayeeAccount, PaymentEvent, PaymentPurpose } from "./model.ts";

/** A line as it is stored: its amount in 分, as text, because JSON has no integers of that size. */
export interface StoredLine {
  policyId: string;
  policyNumber: string;
  product: string;
  benefit: string;
  amount: string;
  clause: string;
}

export interface PaymentOrderTable {
  party_id: string;
  payment_id: string;
  institution_id: string;
  version: number;
  number: string;
  idempotency_key: string;
  fingerprint: string;
  replaces: string | null;
  case_id: string;
  case_number: string;
  title: string;
  purpose: PaymentPurpose;
  amount: bigint;
  lines: Json<StoredLine[]>;
  payee_party_id: string;
  payee_name: string;
  account_holder: string;
  account_kind: PayeeAccount["kind"];
  bank: string;
  bank_code: string | null;
  account_sealed: string;
  account_masked: string;
  account_blind: Buffer | null;
  prepared_by: string | null;
  prepared_by_name: string;
  prepared_at: Date;
  status: PaymentStatus;
  approved_by: string | null;
  approved_by_name: string | null;
  approved_at: Date | null;
  rejected_by: string | null;
  rejected_by_name: string | null;
  rejected_at: Date | null;
  batch_id: string | null;
  sent_at: Date | null;
  sent_by: string | null;
  sent_by_name: string | null;
  settled_at: Date | null;
  settled_by: string | null;
  settled_by_name: string | null;
  returned_at: Date | null;
  returned_by: string | null;
  returned_by_name: string | null;
  reason: string | null;
  reason_code: string | null;
  overrides: Json<unknown>;
  hold_ids: string[];
  booked: Booked | null;
  recovery: ColumnType<unknown, string | null, string | null>;
}

export interface PaymentHoldTable {
  party_id: string;
  hold_id: string;
  institution_id: string;
  reason: string;
  placed_by: string | null;
  placed_by_name: string;
  placed_at: Date;
  lifted_by: string | null;
  lifted_by_name: string | null;
  lifted_at: Date | null;
  lifted_reason: string | null;
}

/** A movement that the bank named by a reference which is no order of ours. */
export interface StoredUnknown {
  row: number;
  reference: string;
  /** Yuan; null where the bank gave none. */
  amount: string | null;
  outcome: "settled" | "returned" | "pending";
}

export interface BankAnswerTable {
  institution_id: string;
  answer_id: string;
  format: "csv" | "xlsx" | "pain.002" | "camt.054";
  filename: string;
  message_id: string | null;
  batch_id: string | null;
  sha256: string;
  settled: number;
  returned: number;
  pending: number;
  changed: number;
  unknown: Json<StoredUnknown[]>;
  read_at: Date;
  read_by: string | null;
  read_by_name: string;
}

export interface PaymentEventTable {
  party_id: string;
  payment_id: string;
  version: number;
  institution_id: string;
  type: PaymentEvent["type"];
  data: Json<unknown>;
  at: Date;
}

export interface LedgerEntryTable {
  party_id: string;
  payment_id: string;
  version: number;
  line: number;
  institution_id: string;
  debit_account: Account;
  credit_account: Account;
  amount: bigint;
  at: Date;
}

export interface PayerAccountTable {
  institution_id: string;
  payer_account_id: string;
  holder: string;
  bank: string;
  bank_code: string | null;
  account_sealed: string;
  account_masked: string;
  template: string;
  active: boolean;
}

export interface PaymentBatchTable {
  institution_id: string;
  batch_id: string;
  number: string;
  bank: string;
  template: string;
  count: number;
  total: bigint;
  created_at: Date;
  created_by: string | null;
  created_by_name: string;
}

export interface PaymentBatchOrderTable {
  party_id: string;
  payment_id: string;
  institution_id: string;
  batch_id: string;
  position: number;
}

export interface PaymentBatchFileTable {
  institution_id: string;
  batch_id: string;
  format: "pain.001" | "csv" | "xlsx";
  filename: string;
  media_type: string;
  sha256: string;
  bytes: number;
  content_sealed: string;
}

declare module "../store/context.ts" {
  interface Tables {
    payment_order: PaymentOrderTable;
    payment_event: PaymentEventTable;
    ledger_entry: LedgerEntryTable;
    payer_account: PayerAccountTable;
    payment_batch: PaymentBatchTable;
    payment_batch_order: PaymentBatchOrderTable;
    payment_batch_file: PaymentBatchFileTable;
    payment_hold: PaymentHoldTable;
    bank_answer: BankAnswerTable;
  }
}
