import { mask, vault } from "../access/index.ts";
import { type AccountNumber, maskOf } from "./contact-data.ts";
import { type Identity, residentCheck } from "./identity.ts";
import type { ContactTable, PartyTable } from "./tables.ts";

/** What an institution's records say of one party, checked, not yet sealed. */
export interface PartyRecord {
  readonly kind: PartyTable["kind"];
  readonly name: string;
  readonly identity: Identity | null;
  /** 客户号 */
  readonly customerNumber: string | null;
  readonly bornOn: string | null;
  readonly countyCode: string | null;
  readonly phone: string | null;
  readonly wechat: string | null;
  readonly address: string | null;
  readonly account: (AccountNumber & { readonly holder: string; readonly bank: string }) | null;
}

/** What a blind index of a document is made from: the same number of two kinds of document is two people's. */
export const identityBlind = ({ kind, number }: Identity): Buffer =>
  vault.blind("identity", `${kind}:${number}`);
/**
 * The same number under two kinds of document (a child's 户口簿 and 身份证), or as it was before 1999 and since, is one
 * person's: an old number of 15 digits is indexed in its form of 18.
 */
export const numberBlind = ({ number }: Identity): Buffer =>
  vault.blind("document-number", /^\d{15}$/.test(number) ? longNumber(number) : number);
const longNumber = (old: string): string => {
  const first17 = `${old.slice(0, 6)}19${old.slice(6)}`;
  return first17 + residentCheck(first17);
};
/** Numbers that institutions give are compared without spaces and in capitals. */
export const compact = (number: string): string => number.replace(/\s/g, "").toUpperCase();
export const customerBlind = (customerNumber: string): Buffer =>
  vault.blind("customer", compact(customerNumber));
export const phoneBlind = (phone: string): Buffer => vault.blind("phone", phone);
export const policyBlind = (number: string): Buffer => vault.blind("policy", compact(number));

/** Changes when anything in the record does, and says nothing about it to one without the key. */
export const recordDigest = (record: PartyRecord): Buffer =>
  vault.blind("party-record", JSON.stringify(record));

export const maskIdentity = ({ kind, number }: Identity): string =>
  kind === "credit-code" ? number : mask.identity(number);

export interface ContactValue {
  readonly kind: ContactTable["kind"];
  readonly text: string;
  readonly holder: string | null;
  readonly bank: string | null;
}

/** The ways to reach or pay a party that the record holds. */
export const contactsOf = (record: PartyRecord): ContactValue[] => {
  const plain = (kind: "phone" | "wechat" | "address", text: string | null): ContactValue[] =>
    text === null ? [] : [{ kind, text, holder: null, bank: null }];
  const { account } = record;
  return [
    ...plain("phone", record.phone),
    ...plain("wechat", record.wechat),
    ...plain("address", record.address),
    ...(account
      ? [{ kind: "bank-account" as const, text: account.number, holder: account.holder, bank: account.bank }]
      : []),
  ];
};

export const maskContact = ({ kind, text }: ContactValue): string => maskOf[kind](text);
export const contactBlind = ({ kind, text }: ContactValue): Buffer => vault.blind(kind, text);
