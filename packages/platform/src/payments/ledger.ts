import { type Cents, cents, ZERO } from "../kernel/money.ts";
import { never } from "../kernel/never.ts";
import type { PaymentStatus } from "./contract.ts";
import type { PaymentEvent } from "./model.ts";

/** 赔付支出, 应付赔款, 在途资金, 银行存款 */
export const ACCOUNTS = ["claims-expense", "claims-payable", "cash-in-transit", "bank"] as const;
export type Account = (typeof ACCOUNTS)[number];

export const accountName: Readonly<Record<Account, string>> = {
  "claims-expense": "赔付支出",
  "claims-payable": "应付赔款",
  "cash-in-transit": "在途资金",
  bank: "银行存款",
};

/** One balanced entry: one amount, two sides. It cannot be written unbalanced. */
export interface Posting {
  readonly debit: Account;
  readonly credit: Account;
  readonly amount: Cents;
}

/**
 * What an event posts. Preparing and rejecting post nothing. A return reverses both the sending and the approval: the
 * order is spent, what is owed stands again on the case, and the order that makes it good posts its own entries.
 */
export const postings = (event: PaymentEvent["type"], amount: Cents): readonly Posting[] => {
  switch (event) {
    case "prepared":
    case "rejected":
    case "held":
    case "released":
      return [];
    case "approved":
      return [{ debit: "claims-expense", credit: "claims-payable", amount }];
    case "sent":
      return [{ debit: "claims-payable", credit: "cash-in-transit", amount }];
    case "settled":
      return [{ debit: "cash-in-transit", credit: "bank", amount }];
    case "returned":
      return [
        { debit: "cash-in-transit", credit: "claims-payable", amount },
        { debit: "claims-payable", credit: "claims-expense", amount },
      ];
    // 退汇: what had left the bank's account is in it again.
    case "bounced":
      return [
        { debit: "bank", credit: "claims-payable", amount },
        { debit: "claims-payable", credit: "claims-expense", amount },
      ];
    default:
      return never(event);
  }
};

/** Debits less credits of each account, 分. Their sum is zero for any postings. */
export type Balances = Readonly<Record<Account, Cents>>;

const NOTHING: Balances = {
  "claims-expense": ZERO,
  "claims-payable": ZERO,
  "cash-in-transit": ZERO,
  bank: ZERO,
};

export const balancesOf = (entries: Iterable<Posting>): Balances => {
  const total: Record<Account, Cents> = { ...NOTHING };
  for (const { debit, credit, amount } of entries) {
    total[debit] = cents(total[debit] + amount);
    total[credit] = cents(total[credit] - amount);
  }
  return total;
};

/** The balances that one order in a state must have left: what the ledger is compared with. */
export const balancesDue = (status: PaymentStatus, amount: Cents): Balances => {
  const minus = cents(-amount);
  switch (status) {
    case "pending":
    case "rejected":
    case "returned":
      return NOTHING;
    case "approved":
      return { ...NOTHING, "claims-expense": amount, "claims-payable": minus };
    case "sent":
      return { ...NOTHING, "claims-expense": amount, "cash-in-transit": minus };
    case "settled":
      return { ...NOTHING, "claims-expense": amount, bank: minus };
    default:
      return never(status);
  }
};

export const addBalances = (a: Balances, b: Balances): Balances => ({
  "claims-expense": cents(a["claims-expense"] + b["claims-expense"]),
  "claims-payable": cents(a["claims-payable"] + b["claims-payable"]),
  "cash-in-transit": cents(a["cash-in-transit"] + b["cash-in-transit"]),
  bank: cents(a.bank + b.bank),
});

export const NO_BALANCES = NOTHING;
