import { type Cents, cents, ZERO } from "../kernel/money.ts";
import { never } from "../kernel/never.ts";
import type { PaymentEvent, PaymentOrder } from "./model.ts";
import { outstanding, received } from "./recovery/model.ts";

/** 赔付支出, 预付赔款, 应付赔款, 在途资金, 银行存款, 应收追回款, 追回核销损失 */
export const ACCOUNTS = [
  "claims-expense",
  "claims-advance",
  "claims-payable",
  "cash-in-transit",
  "bank",
  "recoverable",
  "recovery-loss",
] as const;
export type Account = (typeof ACCOUNTS)[number];

/** Where an approval's debit may stand: an advance is one until the decision stands. */
export type Booked = Extract<Account, "claims-expense" | "claims-advance">;

export const accountName: Readonly<Record<Account, string>> = {
  "claims-expense": "赔付支出",
  "claims-advance": "预付赔款",
  "claims-payable": "应付赔款",
  "cash-in-transit": "在途资金",
  bank: "银行存款",
  recoverable: "应收追回款",
  "recovery-loss": "追回核销损失",
};

/** One balanced entry: one amount, two sides. It cannot be written unbalanced. */
export interface Posting {
  readonly debit: Account;
  readonly credit: Account;
  readonly amount: Cents;
}

/** 冲抵: what of an advance is asked back has left it already. */
const netting = (amount: Cents): readonly Posting[] =>
  amount === ZERO ? [] : [{ debit: "claims-expense", credit: "claims-advance", amount }];

/**
 * What an event posts on an order as it stood before it. Preparing and rejecting post nothing. A return reverses both the
 * sending and the approval: the order is spent, what is owed stands again on the case, and the order that makes it good posts
 * its own entries.
 */
export const postings = (
  event: PaymentEvent,
  { terms: { amount }, booked, recovery }: Pick<PaymentOrder, "terms" | "booked" | "recovery">,
): readonly Posting[] => {
  const own = booked ?? "claims-expense";
  switch (event.type) {
    case "prepared":
    case "rejected":
    case "held":
    case "released":
    case "recovery-promised":
    case "write-off-proposed":
      return [];
    case "approved":
      return [{ debit: event.booked, credit: "claims-payable", amount }];
    case "revoked":
      return [{ debit: "claims-payable", credit: own, amount }];
    case "netted":
      return netting(cents(amount - (recovery?.amount ?? ZERO)));
    case "sent":
      return [{ debit: "claims-payable", credit: "cash-in-transit", amount }];
    case "settled":
      return [{ debit: "cash-in-transit", credit: "bank", amount }];
    case "returned":
      return [
        { debit: "cash-in-transit", credit: "claims-payable", amount },
        { debit: "claims-payable", credit: own, amount },
      ];
    // 退汇: what had left the bank's account is in it again.
    case "bounced":
      return [
        { debit: "bank", credit: "claims-payable", amount },
        { debit: "claims-payable", credit: own, amount },
      ];
    case "recovery-requested":
      return [{ debit: "recoverable", credit: own, amount: event.amount }];
    case "recovery-received":
      return [{ debit: "bank", credit: "recoverable", amount: event.amount }];
    case "written-off":
      return [{ debit: "recovery-loss", credit: "recoverable", amount: event.amount }];
    default:
      return never(event);
  }
};

/** Debits less credits of each account, 分. Their sum is zero for any postings. */
export type Balances = Readonly<Record<Account, Cents>>;

const NOTHING: Balances = {
  "claims-expense": ZERO,
  "claims-advance": ZERO,
  "claims-payable": ZERO,
  "cash-in-transit": ZERO,
  bank: ZERO,
  recoverable: ZERO,
  "recovery-loss": ZERO,
};

export const balancesOf = (entries: Iterable<Posting>): Balances => {
  const total: Record<Account, Cents> = { ...NOTHING };
  for (const { debit, credit, amount } of entries) {
    total[debit] = cents(total[debit] + amount);
    total[credit] = cents(total[credit] - amount);
  }
  return total;
};

const onTheWay = ({ terms: { amount }, progress, booked }: PaymentOrder): Balances => {
  const minus = cents(-amount);
  const own = booked ?? "claims-expense";
  switch (progress.status) {
    case "pending":
    case "rejected":
    case "returned":
      return NOTHING;
    case "approved":
      return { ...NOTHING, [own]: amount, "claims-payable": minus };
    case "sent":
      return { ...NOTHING, [own]: amount, "cash-in-transit": minus };
    case "settled":
      return { ...NOTHING, [own]: amount, bank: minus };
    default:
      return never(progress);
  }
};

/** The balances that one order as it stands must have left: what the ledger is compared with. */
export const balancesDue = (order: PaymentOrder): Balances => {
  const { recovery } = order;
  const due = onTheWay(order);
  if (!recovery) return due;
  const writtenOff = recovery.writtenOff?.amount ?? ZERO;
  return addBalances(due, {
    ...NOTHING,
    [order.booked ?? "claims-expense"]: cents(-recovery.amount),
    bank: received(recovery),
    recoverable: outstanding(recovery),
    "recovery-loss": writtenOff,
  });
};

export const addBalances = (a: Balances, b: Balances): Balances => {
  const total: Record<Account, Cents> = { ...a };
  for (const account of ACCOUNTS) total[account] = cents(a[account] + b[account]);
  return total;
};

export const NO_BALANCES = NOTHING;
