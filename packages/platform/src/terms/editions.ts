import { readTerms } from "@goodfaith/clauses";
import { Refused, refuse } from "../kernel/refusal.ts";
import type { Context } from "../store/index.ts";
import { type Edition, editionOf, type TermsLibrary, terms } from "./library.ts";
import { signedEditions, termsOf } from "./signed.ts";

export interface TermsEditionTable {
  terms_id: string;
  digest: string;
  source: string;
  first_used_at: Date;
}
declare module "../store/context.ts" {
  interface Tables {
    terms_edition: TermsEditionTable;
  }
}
type Reader = Pick<Context, "tx">;

const changed = (id: string, kept: string, now: string): Refused =>
  new Refused(
    refuse(
      "conflict",
      "terms.edition-changed",
      {
        zh: `条款 ${id} 已被案件引用，却被改动了（引用时 ${kept}，现在 ${now}）。请恢复原文，另立新版本。`,
        en: `The terms ${id} have been used by decisions and were changed since (${kept} then, ${now} now). Restore the text and make a new edition.`,
      },
      { terms: id, kept, now },
    ),
  );

/**
 * Keeps the text of editions that a decision is about to use. From then on the edition never changes: another text under
 * the same id is refused. An edition that the institution has signed is kept already, and for itself alone.
 * @throws Refused `terms.edition-changed`
 */
export const keepEditions = async (
  context: Pick<Context, "tx" | "clock">,
  ids: readonly string[],
): Promise<void> => {
  const library = await termsOf(context);
  const editions = [...new Set(ids)].map((id) => library.need(id));
  const wanted = editions.flatMap(({ terms: document, signing }) => (signing === null ? [document] : []));
  if (wanted.length === 0) return;
  await context.tx
    .insertInto("terms_edition")
    .values(
      wanted.map(({ id, digest, text }) => ({
        terms_id: id,
        digest,
        source: text,
        first_used_at: context.clock.now(),
      })),
    )
    .onConflict((conflict) => conflict.column("terms_id").doNothing())
    .execute();
  await compareKept(
    context,
    terms,
    wanted.map(({ id }) => id),
  );
};

const compareKept = async (
  { tx }: Reader,
  library: TermsLibrary,
  ids: readonly string[] | null,
): Promise<void> => {
  let query = tx.selectFrom("terms_edition").select(["terms_id", "digest"]).orderBy("terms_id");
  if (ids !== null) query = query.where("terms_id", "in", ids);
  for (const kept of await query.execute()) {
    const now = library.get(kept.terms_id)?.terms.digest;
    if (now !== undefined && now !== kept.digest) throw changed(kept.terms_id, kept.digest, now);
  }
};

/**
 * At the start: every edition that decisions used is as it was. @throws Refused `terms.edition-changed`, naming the
 * document, its digest then and now
 */
export const verifyEditions = (context: Reader, library: TermsLibrary = terms): Promise<void> =>
  compareKept(context, library, null);

const compiled = new Map<string, Edition>();

/** The very text that a decision used, by its digest, even where the document has since been taken away; else null. */
export const editionUsed = async ({ tx }: Reader, id: string, digest: string): Promise<Edition | null> => {
  const current = terms.get(id);
  if (current?.terms.digest === digest) return current;
  const cached = compiled.get(digest);
  if (cached) return cached;
  const signed = (await signedEditions({ tx })).get(id);
  if (signed?.terms.digest === digest) return signed;
  const kept = await tx
    .selectFrom("terms_edition")
    .select("source")
    .where("terms_id", "=", id)
    .where("digest", "=", digest)
    .executeTakeFirst();
  if (!kept || readTerms(kept.source, { file: id }).digest !== digest) return null;
  const edition = editionOf({ file: `${id}.yaml`, text: kept.source });
  compiled.set(digest, edition);
  return edition;
};

/** True where decisions have used an edition of this id, whatever became of its document. */
export const isUsed = async ({ tx }: Reader, id: string): Promise<boolean> =>
  (await tx.selectFrom("terms_edition").select("terms_id").where("terms_id", "=", id).executeTakeFirst()) !==
  undefined;
