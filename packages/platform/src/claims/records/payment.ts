import type { FactsJson } from "../facts/gather.ts";

/** What the institution's records hold of one payee. */
export interface PayeeRecord {
  readonly name: string;
  readonly kinship: string | null;
  readonly identified: boolean;
  /** The account's holder; null where no account is on record. */
  readonly accountHolder: string | null;
  /** Whether that holder is the payee. */
  readonly ownAccount: boolean;
}
/** The payees of one policy; `shareOfAll` says that their shares come to the whole. */
export interface PolicyPayees {
  readonly payees: readonly PayeeRecord[];
  readonly shareOfAll: boolean;
}

/**
 * What the records say to `claim-payment`: each fact is known only where it holds of every payee of every policy, and is
 * unknown otherwise, so that it is asked. Records alone never say no.
 */
export const paymentFacts = (policies: readonly PolicyPayees[]): FactsJson => {
  const payees = policies.flatMap((policy) => policy.payees);
  const named =
    policies.length > 0 && policies.every((policy) => policy.payees.length > 0 && policy.shareOfAll);
  const every = (holds: (payee: PayeeRecord) => boolean): boolean => named && payees.every(holds);
  const facts: Readonly<Record<string, boolean>> = {
    受益人已确认: named,
    与被保险人关系已核实: every(({ kinship }) => kinship !== null),
    受益人身份已核验: every(({ identified }) => identified),
    收款账户已核验: every(({ ownAccount }) => ownAccount),
  };
  return Object.fromEntries(Object.entries(facts).filter(([, holds]) => holds));
};
