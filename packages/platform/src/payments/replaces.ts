import type { CaseId, PartyId, PaymentId } from "../kernel/ids.ts";
import { type Refusal, Refused, refuse } from "../kernel/refusal.ts";
import type { Context } from "../store/index.ts";
import { isLive, type PaymentOrder } from "./model.ts";
import { lockOrder } from "./orders.ts";
import { statusName } from "./words.ts";

interface Replacing {
  readonly partyId: PartyId;
  readonly caseId: CaseId;
  readonly idempotencyKey: string;
  readonly replaces?: PaymentId;
}

const notOfThisCase = (replaces: PaymentId): Refusal =>
  refuse(
    "missing",
    "payments.replaces-missing",
    {
      zh: "要重新付款的原指令不在这个案件中。",
      en: "The order to be made good is not one of this case.",
    },
    { replaces },
  );

const stillLive = ({ terms, progress: { status } }: PaymentOrder): Refusal =>
  refuse(
    "conflict",
    "payments.replaces-live",
    {
      zh: `原指令 ${terms.number} 为“${statusName[status].zh}”，没有退回，不能重新付款。`,
      en: `Order ${terms.number} is ${statusName[status].en}; only a returned or rejected one is made good.`,
    },
    { number: terms.number, status },
  );

const madeGoodBy = ({ terms }: PaymentOrder, by: string): Refusal =>
  refuse(
    "conflict",
    "payments.replaced-already",
    {
      zh: `原指令 ${terms.number} 已由 ${by} 重新付款。`,
      en: `Order ${terms.number} has been made good by ${by} already.`,
    },
    { number: terms.number, by },
  );

/**
 * What an order that makes another good must find: that other in the same case, returned or rejected, and not made good before.
 * The other's row stays locked, so that of two who would replace it one waits and is then refused.
 * @throws Refused `payments.replaces-missing`, `.replaces-live`, `.replaced-already`
 */
export const checkReplaced = async ({ tx }: Context, input: Replacing): Promise<void> => {
  const { partyId, replaces } = input;
  if (replaces === undefined) return;
  const replaced = await lockOrder(tx, partyId, replaces);
  if (!replaced || replaced.terms.caseId !== input.caseId) throw new Refused(notOfThisCase(replaces));
  if (isLive(replaced.progress.status)) throw new Refused(stillLive(replaced));
  const other = await tx
    .selectFrom("payment_order")
    .select("number")
    .where("party_id", "=", partyId)
    .where("replaces", "=", replaces)
    .where("idempotency_key", "<>", input.idempotencyKey)
    .executeTakeFirst();
  if (other) throw new Refused(madeGoodBy(replaced, other.number));
};
