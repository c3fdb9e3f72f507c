import { createHash } from "node:crypto";
import { record, vault } from "../access/index.ts";
import { type CaseId, type PartyId, PaymentId } from "../kernel/ids.ts";
import { type Cents, yuan } from "../kernel/money.ts";
import { orRefuse, Refused, refuse } from "../kernel/refusal.ts";
import type { Context } from "../store/index.ts";
import { readAccountNumber } from "./checks.ts";
import { decide } from "./decide.ts";
import { holdNewOrder } from "./holding/place.ts";
import type { OrderTerms, Payee, PayeeAccount, PaymentLine, PaymentOrder, PaymentPurpose } from "./model.ts";
import { orderNumber } from "./number.ts";
import { actingPerson } from "./people.ts";
import { checkReplaced } from "./replaces.ts";
import { orderOf } from "./rows.ts";
import { writePrepared } from "./streams.ts";

export interface PrepareInput {
  /** Whose records the order stands in: the case's party, not the payee's. */
  readonly partyId: PartyId;
  readonly caseId: CaseId;
  readonly caseNumber: string;
  readonly title: string;
  readonly purpose: PaymentPurpose;
  readonly amount: Cents;
  readonly lines: readonly PaymentLine[];
  readonly payee: Payee;
  /** The number as the vault sealed it (`vault.seal`) and as `mask.bankCard` shows it. */
  readonly account: PayeeAccount;
  /** Unique for the party: a repeat gives the order that the first call made. */
  readonly idempotencyKey: string;
  /** The returned or rejected order that this one makes good. */
  readonly replaces?: PaymentId;
}

/** What two requests must have in common to be the same request. The sealed number is not: sealing twice differs. */
const fingerprintOf = ({ account, ...input }: PrepareInput): string => {
  const { holder, kind, bank, bankCode, masked } = account;
  const same = [
    [input.partyId, input.caseId, input.purpose, input.amount, input.replaces ?? null],
    [input.payee.partyId, input.payee.name, holder, kind, bank, bankCode, masked],
    input.lines.map((line) => [line.policyId, line.benefit, line.clause, line.amount]),
  ];
  const text = JSON.stringify(same, (_key, value: unknown) =>
    typeof value === "bigint" ? value.toString() : value,
  );
  return createHash("sha256").update(text).digest("hex");
};

/**
 * The account's number is opened here only to check its digits and to make its blind index, by the platform itself; nobody
 * sees it.
 */
const checkAccount = async (context: Context, terms: OrderTerms): Promise<Buffer> => {
  const number = orRefuse(readAccountNumber(vault.open(terms.account.sealed), terms.account.kind));
  await record(context, {
    action: "payments.check-account",
    subject: { kind: "payment", id: terms.paymentId },
    partyId: terms.payee.partyId,
    purpose: "付款前核对收款账号的位数与校验位（系统核对，不显示）",
    detail: { number: terms.number, account: terms.account.masked },
  });
  return vault.blind("bank-account", number);
};

/** The order already written under this key: the same request again gets it, another request is refused. */
const repeated = async (
  context: Context,
  input: PrepareInput,
  fingerprint: string,
): Promise<PaymentOrder | null> => {
  const row = await context.tx
    .selectFrom("payment_order")
    .selectAll()
    .where("party_id", "=", input.partyId)
    .where("idempotency_key", "=", input.idempotencyKey)
    .executeTakeFirst();
  if (!row) return null;
  if (row.fingerprint !== fingerprint)
    throw new Refused(
      refuse(
        "conflict",
        "payments.key-reused",
        {
          zh: `同一个幂等键已用于另一笔付款（${row.number}）。`,
          en: `This idempotency key has been used for another payment (${row.number}).`,
        },
        { number: row.number, idempotencyKey: input.idempotencyKey },
      ),
    );
  return orderOf(row);
};

const termsOf = (input: PrepareInput, paymentId: PaymentId, at: Date): OrderTerms => ({
  partyId: input.partyId,
  paymentId,
  number: orderNumber(paymentId, at),
  caseId: input.caseId,
  caseNumber: input.caseNumber,
  title: input.title,
  purpose: input.purpose,
  amount: input.amount,
  lines: input.lines,
  payee: input.payee,
  account: input.account,
  replaces: input.replaces ?? null,
});

/**
 * Writes a payment order that waits for another person's approval (提交给付), inside the caller's transaction. The caller
 * appends its own event; the listener hears of later steps only. Where a hold stands, the order is held from its first moment. A repeat under the same key gives the same order.
 * @throws Refused `payments.*`: not the payee's own account, amount and lines, account number, a key used before, what it replaces
 */
export const prepare = async (context: Context, input: PrepareInput): Promise<PaymentOrder> => {
  const fingerprint = fingerprintOf(input);
  const before = await repeated(context, input, fingerprint);
  if (before) return before;
  const at = context.clock.now();
  const terms = termsOf(input, PaymentId.parse(context.newId()), at);
  const event = orRefuse(decide({ type: "prepare", terms, by: actingPerson(context), at }, null));
  if (event.type !== "prepared") throw new Error(`payments: preparing gave ${event.type}`);
  await checkReplaced(context, input);
  const accountBlind = await checkAccount(context, terms);
  const order = await writePrepared(context, event, {
    idempotencyKey: input.idempotencyKey,
    fingerprint,
    accountBlind,
  });
  if (!order) {
    // Another transaction wrote it between the look and the insert, and has committed.
    const other = await repeated(context, input, fingerprint);
    if (!other) throw new Error("payments: an idempotency key is taken by an order that cannot be seen");
    return other;
  }
  await record(context, {
    action: "payments.prepare",
    subject: { kind: "payment", id: terms.paymentId },
    partyId: terms.partyId,
    detail: { number: terms.number, amount: yuan(terms.amount), caseId: terms.caseId },
  });
  return holdNewOrder(context, order);
};
