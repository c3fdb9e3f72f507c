import type { Json } from "../store/index.ts";

export interface PartyTable {
  party_id: string;
  institution_id: string;
  kind: "person" | "household" | "farm" | "company";
  name: string;
  identity_kind: string | null;
  identity_sealed: string | null;
  identity_masked: string | null;
  customer_number: string | null;
  born_on: string | null;
  county_code: string | null;
  /** As it is read, see search/sound.ts; null until computed. */
  name_sound: string | null;
  sample: boolean;
  import_digest: Buffer | null;
  created_at: Date;
  updated_at: Date;
}
export interface PartyLookupTable {
  institution_id: string;
  kind: "identity" | "number" | "customer" | "phone" | "wechat" | "bank-account" | "policy";
  blind: Buffer;
  party_id: string;
}
export interface ContactTable {
  party_id: string;
  contact_id: string;
  institution_id: string;
  kind: "phone" | "wechat" | "address" | "bank-account";
  sealed: string;
  blind: Buffer;
  masked: string;
  status: "good" | "stale" | "unknown";
  since: string | null;
  holder: string | null;
  bank: string | null;
  created_at: Date;
}
export interface PartyRelationTable {
  party_id: string;
  other_party_id: string;
  relation: "holder" | "beneficiary";
  policy_id: string;
  institution_id: string;
  other_name: string;
  policy_number: string;
  kinship: string | null;
  share: string | null;
}

/** 档案认定: what a named person found of two records. */
export interface PartyVerdictTable {
  party_id: string;
  verdict_id: string;
  institution_id: string;
  other_party_id: string;
  verdict: "same" | "different";
  main_party_id: string | null;
  reason: string;
  evidence: Json<readonly string[]>;
  by_id: string;
  by_name: string;
  at: Date;
  undone_by_id: string | null;
  undone_by_name: string | null;
  undone_at: Date | null;
  undone_reason: string | null;
}

declare module "../store/context.ts" {
  interface Tables {
    party: PartyTable;
    party_lookup: PartyLookupTable;
    contact: ContactTable;
    party_relation: PartyRelationTable;
    party_verdict: PartyVerdictTable;
  }
}
