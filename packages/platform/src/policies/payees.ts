import { PartyId, type PolicyId } from "../kernel/ids.ts";
import type { Tx } from "../store/index.ts";

/** 收款账户, its number sealed; what a payment order takes as it is. */
export interface StoredAccount {
  readonly holder: string;
  readonly kind: "card" | "account";
  readonly bank: string;
  readonly bankCode: string | null;
  readonly sealed: string;
  readonly masked: string;
}
/** 受益人 */
export interface Beneficiary {
  readonly partyId: PartyId;
  readonly name: string;
  readonly kinship: string | null;
  /** 受益份额 in hundredths of a percent: 10000n is all of it. Weights for `split`. */
  readonly share: bigint;
  readonly account: StoredAccount | null;
}

/** The named beneficiaries of one policy, in their order; empty where none is named (then 保险法 42 decides). */
export const beneficiariesOf = async (
  tx: Tx,
  partyId: PartyId,
  policyId: PolicyId,
): Promise<Beneficiary[]> => {
  const rows = await tx
    .selectFrom("policy_role")
    .selectAll()
    .where("party_id", "=", partyId)
    .where("policy_id", "=", policyId)
    .where("role", "=", "beneficiary")
    .orderBy("position")
    .execute();
  return rows.map((row) => ({
    partyId: PartyId.parse(row.other_party_id),
    name: row.name,
    kinship: row.kinship,
    share: BigInt(Math.round(Number(row.share ?? "0") * 100)),
    account: accountOf(row),
  }));
};

interface AccountColumns {
  readonly account_holder: string | null;
  readonly account_kind: "card" | "account" | null;
  readonly bank: string | null;
  readonly bank_code: string | null;
  readonly account_sealed: string | null;
  readonly account_masked: string | null;
}

const accountOf = (row: AccountColumns): StoredAccount | null => {
  const {
    account_holder: holder,
    account_kind: kind,
    bank,
    account_sealed: sealed,
    account_masked: masked,
  } = row;
  if (holder === null || kind === null || bank === null || sealed === null || masked === null) return null;
  return { holder, kind, bank, bankCode: row.bank_code, sealed, masked };
};
