import type { Directory } from "./access/index.ts";
import { InstitutionId, PartyId } from "./kernel/ids.ts";
import { messageText, send } from "./messages/index.ts";
import "./people/index.ts";

/** How signing in learns whom a phone belongs to, and how the code goes out. */
export const directory: Directory = {
  findByPhone: async (tx, phoneBlind) => {
    const rows = await tx
      .selectFrom("party_lookup")
      .select(["institution_id", "party_id"])
      .where("kind", "=", "phone")
      .where("blind", "=", phoneBlind)
      .orderBy("institution_id")
      .orderBy("party_id")
      .limit(50)
      .execute();
    return rows.map((row) => ({
      institutionId: InstitutionId.parse(row.institution_id),
      partyId: PartyId.parse(row.party_id),
    }));
  },

  describe: async ({ tx }, partyId) => {
    const party = await tx
      .selectFrom("party")
      .select(["name", "sample"])
      .where("party_id", "=", partyId)
      .executeTakeFirst();
    if (!party) return null;
    const insured = await tx
      .selectFrom("party_relation")
      .select("other_party_id")
      .distinct()
      .where("party_id", "=", partyId)
      .where("relation", "=", "beneficiary")
      .execute();
    return { ...party, beneficiaryOf: insured.map((row) => PartyId.parse(row.other_party_id)) };
  },

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
