import { sql } from "kysely";
import { vault } from "../../access/index.ts";
import { type KnownOwner, sameWhereShown } from "../../evidence/index.ts";
import { PartyId } from "../../kernel/ids.ts";
import { phoneBlind } from "../../people/index.ts";
import type { Context } from "../../store/index.ts";

type Reader = Pick<Context, "tx">;

interface Contact {
  readonly kind: string;
  readonly blind: Buffer;
  readonly masked: string;
}

const contactsOf = ({ tx }: Reader, partyId: PartyId, kinds: readonly ("phone" | "wechat")[]) =>
  tx
    .selectFrom("contact")
    .select(["kind", "blind", "masked"])
    .where("party_id", "=", partyId)
    .where("kind", "in", kinds)
    .execute();

/** A mark in brackets such as （示例） is no part of a name. */
const bare = (name: string): string => name.replace(/[（(].*$/u, "").trim();

const matchesPhone = (contacts: readonly Contact[], text: string): boolean =>
  text.includes("*")
    ? contacts.some(({ masked }) => sameWhereShown(masked, text))
    : contacts.some(({ blind }) => blind.equals(phoneBlind(text)));

/** Compares by blind index and by masked form, so that no number is opened. */
export const knownOwner = async (reader: Reader, partyId: PartyId, name: string): Promise<KnownOwner> => {
  const contacts = await contactsOf(reader, partyId, ["phone", "wechat"]);
  const phones = contacts.filter(({ kind }) => kind === "phone");
  const wechats = contacts.filter(({ kind }) => kind === "wechat");
  const isName = (text: string): boolean => sameWhereShown(bare(name), bare(text));
  return {
    knows: (kind, text) => {
      switch (kind) {
        case "phone":
          return phones.length === 0 ? null : matchesPhone(phones, text);
        case "alipay":
          return phones.length === 0 || text.includes("@") ? null : matchesPhone(phones, text);
        case "wechat":
          if (isName(text)) return true;
          return wechats.length === 0
            ? null
            : wechats.some(({ blind }) => blind.equals(vault.blind("wechat", text)));
        case "name":
          return isName(text);
      }
    },
  };
};

export interface Insured {
  readonly name: string;
  readonly sample: boolean;
  readonly identified: boolean;
}

/** The party's name, and whether an identity document is on record; null where there is no such party. */
export const readInsured = async (reader: Reader, partyId: PartyId): Promise<Insured | null> =>
  (await readInsuredAll(reader, [partyId])).get(partyId) ?? null;

/** The same of many parties, in one statement; those that are not there are left out. */
export const readInsuredAll = async (
  { tx }: Reader,
  partyIds: readonly PartyId[],
): Promise<ReadonlyMap<PartyId, Insured>> => {
  if (partyIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom("party")
    .select(["party_id", "name", "sample", "identity_kind"])
    .where(sql<boolean>`party_id = any(${[...new Set(partyIds)]}::uuid[])`)
    .execute();
  return new Map(
    rows.map((row) => [
      PartyId.parse(row.party_id),
      { name: row.name, sample: row.sample, identified: row.identity_kind !== null },
    ]),
  );
};

/** A phone to write to, still sealed; null where the party has none that is good. */
export const sealedPhoneOf = async ({ tx }: Reader, partyId: PartyId): Promise<string | null> => {
  const row = await tx
    .selectFrom("contact")
    .select("sealed")
    .where("party_id", "=", partyId)
    .where("kind", "=", "phone")
    .where("status", "<>", "stale")
    .orderBy("created_at", "desc")
    .orderBy("contact_id")
    .limit(1)
    .executeTakeFirst();
  return row?.sealed ?? null;
};
