import { record, vault } from "../access/index.ts";
import { messageText, send } from "../messages/index.ts";
import type { Context } from "../store/index.ts";
import { repairOf, returnedWhy } from "./banking/codes.ts";
import type { PaymentChange, PaymentListener } from "./listener.ts";
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

const writeFor = (event: PaymentChange["event"]) => {
  switch (event.type) {
    case "sent":
      return messageText.paymentSent;
    case "settled":
      return messageText.paymentSettled;
    case "returned":
    case "bounced":
      return (given: Parameters<typeof messageText.paymentSent>[0]) =>
        messageText.paymentReturned({ ...given, why: returnedWhy(event.code), repair: repairOf(event.code) });
    default:
      return null;
  }
};

/**
 * Tells the payee that the order went to the bank, that it arrived, or that it came back, why, and what to do now; a listener
 * beside the case's own.
 */
export const tellPayee: PaymentListener = async (context, { order, event }) => {
  const write = writeFor(event);
  if (!write) return;
  const phone = await openPhone(context, order);
  if (phone === null) return;
  const { payee, account, amount, caseNumber } = order.terms;
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
