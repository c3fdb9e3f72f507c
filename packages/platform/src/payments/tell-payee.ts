import { record, vault } from "../access/index.ts";
import { messageText, send } from "../messages/index.ts";
import type { Context } from "../store/index.ts";
import type { PaymentListener } from "./listener.ts";
import type { PaymentOrder } from "./model.ts";

const institutionName = async ({ tx, actor }: Context): Promise<string> => {
  const { name } = await tx
    .selectFrom("institution")
    .select("name")
    .where("institution_id", "=", actor.institutionId)
    .executeTakeFirstOrThrow();
  return name;
};

/** The payee's newest phone that is not known to be stale, opened for this message and on record; null where there is none. */
const openPhone = async (context: Context, { terms }: PaymentOrder): Promise<string | null> => {
  const row = await context.tx
    .selectFrom("contact")
    .select("sealed")
    .where("party_id", "=", terms.payee.partyId)
    .where("kind", "=", "phone")
    .where("status", "<>", "stale")
    .orderBy("created_at", "desc")
    .orderBy("contact_id")
    .limit(1)
    .executeTakeFirst();
  if (!row) return null;
  await record(context, {
    action: "payments.open-phone",
    subject: { kind: "payment", id: terms.paymentId },
    partyId: terms.payee.partyId,
    purpose: "告知收款人给付进度（系统使用，不显示）",
  });
  return vault.open(row.sealed);
};

/** Tells the payee that the order went to the bank, and that it arrived; a listener beside the case's own. */
export const tellPayee: PaymentListener = async (context, { order, to }) => {
  if (to !== "sent" && to !== "settled") return;
  const phone = await openPhone(context, order);
  if (phone === null) return;
  const { payee, account, amount, caseNumber } = order.terms;
  const write = to === "sent" ? messageText.paymentSent : messageText.paymentSettled;
  await send(context, {
    partyId: payee.partyId,
    channel: "sms",
    purpose: "payment",
    to: phone,
    text: write({
      institution: await institutionName(context),
      name: payee.name,
      caseNumber,
      amount,
      bank: account.bank,
      accountMasked: account.masked,
    }),
  });
};
