import type { PartyId } from "../kernel/ids.ts";
import { messageText, send } from "../messages/index.ts";
import type { Context } from "../store/index.ts";
import type { PaymentListener } from "./listener.ts";

/** A person's phone in the clear, for a message to them; null where none is known to be theirs. */
export type PhoneOf = (context: Context, partyId: PartyId) => Promise<string | null>;

const institutionName = async ({ tx, actor }: Context): Promise<string> => {
  const { name } = await tx
    .selectFrom("institution")
    .select("name")
    .where("institution_id", "=", actor.institutionId)
    .executeTakeFirstOrThrow();
  return name;
};

/** Tells the payee that the order went to the bank, and that it arrived; a listener to compose beside the case's own. */
export const tellPayee =
  (phoneOf: PhoneOf): PaymentListener =>
  async (context, { order, to }) => {
    if (to !== "sent" && to !== "settled") return;
    const { payee, account, amount, caseNumber } = order.terms;
    const phone = await phoneOf(context, payee.partyId);
    if (phone === null) return;
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
