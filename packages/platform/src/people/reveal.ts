import { record, vault } from "../access/index.ts";
import type { PartyId } from "../kernel/ids.ts";
import { Refused, refuse } from "../kernel/refusal.ts";
import type { Context } from "../store/index.ts";
import { noParty } from "./refusals.ts";

const KINDS = { phone: "手机号", wechat: "微信号", address: "地址", "bank-account": "银行账号" } as const;

interface Sealed {
  readonly sealed: string;
  /** In words, for the record of openings. */
  readonly what: string;
}

const sealedIdentity = async (context: Context, partyId: PartyId): Promise<Sealed | null> => {
  const row = await context.tx
    .selectFrom("party")
    .select("identity_sealed")
    .where("party_id", "=", partyId)
    .executeTakeFirst();
  if (!row) throw noParty(partyId);
  return row.identity_sealed === null ? null : { sealed: row.identity_sealed, what: "证件号码" };
};

const sealedContact = async (
  context: Context,
  partyId: PartyId,
  contactId: string,
): Promise<Sealed | null> => {
  const row = await context.tx
    .selectFrom("contact")
    .select(["sealed", "kind", "masked"])
    .where("party_id", "=", partyId)
    .where("contact_id", "=", contactId)
    .executeTakeFirst();
  return row ? { sealed: row.sealed, what: `${KINDS[row.kind]} ${row.masked}` } : null;
};

/** Opens one masked value, and in the same transaction notes who did, for what, where the person sees it. */
export const revealValue = async (
  context: Context,
  partyId: PartyId,
  what: string,
  purpose: string,
): Promise<string> => {
  const found =
    what === "identity"
      ? await sealedIdentity(context, partyId)
      : await sealedContact(context, partyId, what);
  if (!found)
    throw new Refused(
      refuse(
        "missing",
        "people.nothing-to-reveal",
        { zh: "没有登记这项信息。", en: "There is no such value on record." },
        { partyId, what },
      ),
    );
  const value = vault.open(found.sealed);
  await record(context, {
    action: "people.reveal",
    subject: { kind: what === "identity" ? "identity" : "contact", id: what === "identity" ? partyId : what },
    partyId,
    purpose,
    detail: { what: found.what },
  });
  return value;
};
