import type { InstitutionId } from "../../kernel/ids.ts";
import { vault } from "../vault.ts";

/** A note as the chain binds it: its place, and every column of it in one text that the database wrote (`NOTE`). */
export interface ChainedNote {
  readonly partyId: string;
  readonly auditId: string;
  readonly content: string;
}

/** How far a chain reaches: the last link's number (0: there is none) and its hash. */
export interface Head {
  readonly seq: bigint;
  readonly hash: Buffer;
}

/** Before the first link. */
export const START: Head = { seq: 0n, hash: Buffer.alloc(32) };

/**
 * The next link: a keyed hash (HMAC-SHA-256) over the link before, its own number and the note's whole content. Who may
 * write to the database but does not have the key can make none that fits.
 */
export const linked = ({ seq, hash }: Head, institutionId: InstitutionId, note: ChainedNote): Head => ({
  seq: seq + 1n,
  hash: vault.blind(
    "audit-link",
    JSON.stringify([institutionId, `${seq + 1n}`, hash.toString("hex"), note.content]),
  ),
});

/** The proof that the chain was let end here. It is another kind of hash than a link's, so no link can pass for it. */
export const sealOf = (institutionId: InstitutionId, { seq, hash }: Head): Buffer =>
  vault.blind("audit-head", JSON.stringify([institutionId, `${seq}`, hash.toString("hex")]));

/** A head in one line, for a person to keep: `42:9f86d0…`. */
export const headText = ({ seq, hash }: Head): string => `${seq}:${hash.toString("hex")}`;

/** A kept head again; undefined where the text is none. */
export const parseHead = (text: string): Head | undefined => {
  const [, seq, hash] = /^(\d{1,18}):([0-9a-f]{64})$/.exec(text.trim()) ?? [];
  return seq === undefined || hash === undefined
    ? undefined
    : { seq: BigInt(seq), hash: Buffer.from(hash, "hex") };
};
