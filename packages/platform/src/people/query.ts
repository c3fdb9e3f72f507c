import { vault } from "../access/index.ts";
import { readPhone } from "./contact-data.ts";
import { IDENTITY_KINDS } from "./identity.ts";
import { customerBlind, identityBlind, numberBlind, phoneBlind, policyBlind } from "./record.ts";
import type { PartyLookupTable } from "./tables.ts";

export interface Key {
  readonly kind: PartyLookupTable["kind"];
  readonly blind: Buffer;
}

/** What a person typed may be: keys to look up exactly, and words that a name may hold. */
export interface Query {
  readonly keys: readonly Key[];
  readonly words: string | null;
}

/**
 * Tells what was typed by its form: digits alone are a phone, a document, a customer or policy number and never a name;
 * words with a digit may be a number too; words without one are part of a name.
 */
export const readQuery = (typed: string | undefined): Query => {
  const text = (typed ?? "").trim();
  if (text === "") return { keys: [], words: null };
  const compact = text.replace(/\s/g, "").toUpperCase();
  if (!/\d/.test(compact)) return { keys: [], words: text };
  const phone = readPhone(text);
  const keys: Key[] = [
    { kind: "policy", blind: policyBlind(compact) },
    { kind: "customer", blind: customerBlind(compact) },
    ...IDENTITY_KINDS.map((kind) => ({
      kind: "identity" as const,
      blind: identityBlind({ kind, number: compact }),
    })),
    { kind: "number", blind: numberBlind({ kind: "other", number: compact }) },
    { kind: "bank-account", blind: vault.blind("bank-account", compact) },
  ];
  if (phone.ok) keys.push({ kind: "phone", blind: phoneBlind(phone.value) });
  return { keys, words: /^[\d+()（）-]+$/.test(compact) ? null : text };
};
