import { vault } from "../access/index.ts";
import type { PartyId } from "../kernel/ids.ts";
import type { Cents } from "../kernel/money.ts";
import type { PolicyStatus } from "./model.ts";

/** 收款账户, checked, not yet sealed. */
export interface RecordAccount {
  readonly holder: string;
  readonly kind: "card" | "account";
  readonly bank: string;
  /** 联行号, 12 digits. */
  readonly bankCode: string | null;
  readonly number: string;
}
export interface RecordRole {
  readonly partyId: PartyId;
  readonly name: string;
}
export interface RecordBeneficiary extends RecordRole {
  /** 与被保险人关系 */
  readonly kinship: string | null;
  /** 受益份额, percent with at most two decimals: `50`, `33.33`. */
  readonly share: string;
  readonly account: RecordAccount | null;
}

/** What an institution's records say of one policy, checked, its people found. Amounts in 分, dates ISO 8601. */
export interface PolicyRecord {
  readonly insured: RecordRole;
  readonly holder: RecordRole | null;
  readonly beneficiaries: readonly RecordBeneficiary[];
  readonly number: string;
  readonly termsId: string;
  readonly product: string;
  readonly status: PolicyStatus;
  readonly statusSince: string;
  readonly contractFormedOn: string;
  readonly effectiveOn: string;
  readonly maturesOn: string | null;
  readonly lastReinstatedOn: string | null;
  readonly sumInsured: Cents | null;
  readonly premiumsPaid: Cents | null;
  readonly cashValue: Cents | null;
  readonly amountsOwed: Cents | null;
  readonly exclusionsExplained: boolean | null;
  /** Facts of the vocabulary without a column of their own, by the vocabulary's column. */
  readonly otherFacts: Readonly<Record<string, string | number | boolean>>;
  readonly premium: {
    readonly amount: Cents;
    readonly lastPaidOn: string | null;
    readonly nextDueOn: string | null;
  } | null;
}

const plain = (_: string, value: unknown): unknown => (typeof value === "bigint" ? value.toString() : value);

/** Changes when anything in the record does. */
export const policyDigest = (record: PolicyRecord): Buffer =>
  vault.blind("policy-record", JSON.stringify(record, plain));
