import { Refused } from "../kernel/refusal.ts";
import type { Actor, Context } from "../store/index.ts";
import { type Edition, editionOf, type TermsLibrary, terms, unknownTerms } from "./library.ts";

export interface TermsSignedTable {
  institution_id: string;
  terms_id: string;
  digest: string;
  source: string;
  draft_id: string;
  signed_at: Date;
  last_author: string;
  first_signer: string;
  first_signer_name: string;
  second_signer: string;
  second_signer_name: string;
}
declare module "../store/context.ts" {
  interface Tables {
    terms_signed: TermsSignedTable;
  }
}
type Reader = Pick<Context<Actor>, "tx">;

/** Compiled texts by their digest. Who may see one is asked of the database each time; what it says is the same for all. */
const compiled = new Map<string, Edition>();

const familyOf = (id: string): string => id.slice(0, id.indexOf("/"));
const shelfOf = (id: string): string =>
  terms.list().find(({ terms: other }) => familyOf(other.id) === familyOf(id))?.folder ?? "signed";

const editionFrom = (id: string, digest: string, source: string): Edition => {
  const edition = editionOf({ file: `${shelfOf(id)}/${id}.yaml`, text: source });
  if (edition.terms.digest !== digest || edition.terms.id !== id)
    throw new Error(`terms: the text kept of ${id} is not the one that was signed (${digest})`);
  return { ...edition, folder: shelfOf(id) };
};

const sourcesOf = async ({ tx }: Reader, digests: readonly string[]): Promise<void> => {
  if (digests.length === 0) return;
  const rows = await tx
    .selectFrom("terms_signed")
    .select(["terms_id", "digest", "source"])
    .where("digest", "in", digests)
    .execute();
  for (const { terms_id: id, digest, source } of rows) compiled.set(digest, editionFrom(id, digest, source));
};

/** The editions that this transaction's institution has signed itself, by id. */
export const signedEditions = async (reader: Reader): Promise<ReadonlyMap<string, Edition>> => {
  const rows = await reader.tx
    .selectFrom("terms_signed")
    .select(["terms_id", "digest", "signed_at", "first_signer_name", "second_signer_name"])
    .orderBy("terms_id")
    .execute();
  await sourcesOf(
    reader,
    rows.flatMap(({ digest }) => (compiled.has(digest) ? [] : [digest])),
  );
  return new Map(
    rows.flatMap((row): [string, Edition][] => {
      const edition = compiled.get(row.digest);
      const by = [row.first_signer_name, row.second_signer_name] as const;
      return edition ? [[row.terms_id, { ...edition, signing: { at: row.signed_at, by } }]] : [];
    }),
  );
};

/**
 * The documents of this transaction's institution: those of the folder, and beside them the editions it has signed itself.
 * Another institution's are not among them.
 */
export const termsOf = async (reader: Reader): Promise<TermsLibrary> => {
  const signed = await signedEditions(reader);
  if (signed.size === 0) return terms;
  const get = (id: string): Edition | null => signed.get(id) ?? terms.get(id);
  const need = (id: string): Edition => {
    const edition = get(id);
    if (!edition) throw new Refused(unknownTerms(id));
    return edition;
  };
  return {
    get,
    need,
    compile: (id) => need(id).decide,
    list: () => [...terms.list().filter(({ terms: { id } }) => !signed.has(id)), ...signed.values()],
    vocabulary: terms.vocabulary,
  };
};
