import type { CaseId, PartyId, PolicyId } from "../../kernel/ids.ts";
import { type Cents, cents, yuan } from "../../kernel/money.ts";
import { orRefuse, Refused } from "../../kernel/refusal.ts";
import { type PaymentLine, prepare, splitLines } from "../../payments/index.ts";
import { type Beneficiary, beneficiariesOf, type StoredAccount } from "../../policies/index.ts";
import type { Context } from "../../store/index.ts";
import { type Due, dueNow, replacedBy } from "../commands/payment.ts";
import type { ClaimEvent } from "../model/events.ts";
import type { ClaimState } from "../model/state.ts";
import { refusals } from "../refusals.ts";
import { commitPlain, loadAt, redecided } from "./commit.ts";
import { decisionsOf } from "./decisions.ts";

/** What one person is to be paid to one account. */
interface Order {
  readonly payee: { readonly partyId: PartyId; readonly name: string };
  readonly account: StoredAccount;
  readonly lines: PaymentLine[];
}

const paymentLines = (state: ClaimState, due: Due, policyId: PolicyId): PaymentLine[] => {
  const policy = state.policies.find((one) => one.policyId === policyId);
  if (!policy) throw new Error(`claims: a line of policy ${policyId}, which is not the case's`);
  return due.lines
    .filter((line) => line.policyId === policyId)
    .map((line) => ({ ...line, policyNumber: policy.number, product: policy.product }));
};

const accountOf = ({ name, account }: Beneficiary): StoredAccount => {
  if (!account) throw new Refused(refusals.noAccount(name));
  return account;
};

/** Divides what is due by each policy's beneficiaries and their shares: one order for each person and account. */
const ordersOf = async (context: Context, state: ClaimState, due: Due): Promise<readonly Order[]> => {
  const orders = new Map<string, Order>();
  for (const policyId of new Set(due.lines.map((line) => line.policyId))) {
    const beneficiaries = await beneficiariesOf(context.tx, state.partyId, policyId);
    if (beneficiaries.length === 0)
      throw new Refused(refusals.paymentNeeds(["保单没有登记受益人，请先登记领款人"]));
    const shares = beneficiaries.map((who) => ({ who, weight: who.share }));
    for (const { who, lines } of splitLines(paymentLines(state, due, policyId), shares)) {
      const account = accountOf(who);
      const key = [who.partyId, account.bank, account.masked, account.holder].join("|");
      const order = orders.get(key) ?? {
        payee: { partyId: who.partyId, name: who.name },
        account,
        lines: [],
      };
      order.lines.push(...lines);
      orders.set(key, order);
    }
  }
  return [...orders.values()];
};

const place = async (
  context: Context,
  state: ClaimState,
  due: Due,
  order: Order,
  at: number,
): Promise<ClaimEvent> => {
  const { partyId, caseId, number, title, version } = state;
  const amount = cents(order.lines.reduce((sum, line) => sum + line.amount, 0n));
  const replaces = replacedBy(state, order.payee.partyId, amount)?.paymentId ?? null;
  const { terms } = await prepare(context, {
    ...{ partyId, caseId, title, amount },
    caseNumber: number,
    purpose: due.purpose,
    lines: order.lines,
    payee: order.payee,
    account: order.account,
    idempotencyKey: `${caseId}:${version}:${at}`,
    ...(replaces === null ? {} : { replaces }),
  });
  return {
    type: "payment-prepared",
    paymentId: terms.paymentId,
    number: terms.number,
    purpose: terms.purpose,
    amount: yuan(terms.amount),
    payee: order.payee,
    replaces,
    lines: order.lines.map(({ policyId, benefit, clause, amount }) => ({
      policyId,
      benefit,
      clause,
      amount: yuan(amount),
    })),
  };
};

/** 提交给付: orders exactly what is certain and not yet ordered; another person approves. @throws Refused */
export const prepareDue = async (
  context: Context,
  input: { readonly caseId: CaseId; readonly version: number; readonly amount: Cents },
): Promise<ClaimState> => {
  const before = await loadAt(context, input.caseId, input.version);
  const { state, events: again } = await redecided(context, before);
  const decided = await decisionsOf(context, state);
  const decisions = new Map([...decided].map(([policyId, { decision }]) => [policyId, decision]));
  const due = orRefuse(dueNow(state, input.amount, decisions));
  const events: ClaimEvent[] = [...again];
  for (const [at, order] of (await ordersOf(context, state, due)).entries())
    events.push(await place(context, state, due, order, at));
  return commitPlain(context, before, events, {
    action: "claims.prepare-payment",
    detail: { amount: yuan(input.amount) },
  });
};
