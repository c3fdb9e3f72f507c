import type { Directory } from "./access/index.ts";
import { describeCase } from "./cases/index.ts";
import { messageText, send } from "./messages/index.ts";
import { describeParty, findByPhone } from "./people/index.ts";

/** How signing in learns whom a phone belongs to, and how the code goes out. */
export const directory: Directory = {
  findByPhone,
  describe: describeParty,
  describeCase,

  sendCode: async (context, { partyId, phone, code, minutes }) => {
    const { name } = await context.tx
      .selectFrom("institution")
      .select("name")
      .where("institution_id", "=", context.actor.institutionId)
      .executeTakeFirstOrThrow();
    const text = messageText.oneTimeCode({ institution: name, code, minutes });
    await send(context, { partyId, channel: "sms", purpose: "one-time-code", to: phone, text });
  },
};
