import type { Json } from "../store/index.ts";
import type { EndorsementKind } from "./contract.ts";
import type { PolicyStatus } from "./model.ts";

export interface PolicyTable {
  party_id: string;
  policy_id: string;
  institution_id: string;
  number: string;
  terms_id: string;
  product: string;
  status: PolicyStatus;
  status_since: string;
  contract_formed_on: string;
  effective_on: string;
  matures_on: string | null;
  last_reinstated_on: string | null;
  sum_insured: bigint | null;
  premiums_paid: bigint | null;
  cash_value: bigint | null;
  amounts_owed: bigint | null;
  exclusions_explained: boolean | null;
  other_facts: Json<Record<string, unknown>>;
  sample: boolean;
  import_digest: Buffer | null;
  created_at: Date;
  updated_at: Date;
}
export interface PolicyStatusTable {
  party_id: string;
  policy_id: string;
  institution_id: string;
  since: string;
  status: PolicyStatus;
}
export interface PolicyRoleTable {
  party_id: string;
  policy_id: string;
  role: "holder" | "insured" | "beneficiary";
  position: number;
  institution_id: string;
  other_party_id: string;
  name: string;
  kinship: string | null;
  share: string | null;
  account_holder: string | null;
  account_kind: "card" | "account" | null;
  bank: string | null;
  bank_code: string | null;
  account_sealed: string | null;
  account_masked: string | null;
}
export interface PremiumDueTable {
  party_id: string;
  policy_id: string;
  due_on: string;
  institution_id: string;
  amount: bigint;
  paid_on: string | null;
}
/** 台账: a dated entry of a policy. */
export interface PolicyEntryTable {
  party_id: string;
  policy_id: string;
  kind: "rider" | "loan" | "loan-repaid" | "account-value" | "cash-value";
  name: string;
  on_day: string;
  institution_id: string;
  amount: bigint;
  until_day: string | null;
  rate: string | null;
}
/** 批单 */
export interface EndorsementTable {
  party_id: string;
  endorsement_id: string;
  institution_id: string;
  policy_id: string;
  kind: EndorsementKind;
  effective_on: string;
  note: string;
  instruction_id: string;
  requested_at: Date;
}
/** The columns of `policy_facts` that are not facts; the others are named in terms/vocabulary.yaml. */
export interface PolicyFactsView {
  party_id: string;
  policy_id: string;
  institution_id: string;
  terms_id: string;
  policy_number: string;
}

declare module "../store/context.ts" {
  interface Tables {
    policy: PolicyTable;
    policy_status: PolicyStatusTable;
    policy_role: PolicyRoleTable;
    premium_due: PremiumDueTable;
    policy_entry: PolicyEntryTable;
    endorsement: EndorsementTable;
    policy_facts: PolicyFactsView;
  }
}
