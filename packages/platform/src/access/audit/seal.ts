import { sql } from "kysely";
import type { InstitutionId } from "../../kernel/ids.ts";
import type { Store, Tx } from "../../store/index.ts";
import { type ChainedNote, type Head, linked, START, sealOf } from "./chain.ts";
import { NOTE } from "./note.ts";
import "./tables.ts";

const BATCH = 1_000;

/**
 * Puts what waits into the institution's chain (成链), in the order of its time. Processes that do it at once do it one
 * after the other; a crash leaves it waiting or chained, never half.
 * @returns how many notes were chained
 */
export const sealAudit = async (store: Store, institutionId: InstitutionId): Promise<number> => {
  for (let count = 0; ; ) {
    const sealed = await store.within({ institutionId }, (tx) => sealSome(tx, institutionId));
    count += sealed;
    if (sealed < BATCH) return count;
  }
};

/** The same for every institution here. */
export const sealAudits = async (store: Store): Promise<number> => {
  let count = 0;
  for (const { institutionId } of await store.institutions()) count += await sealAudit(store, institutionId);
  return count;
};

const sealSome = async (tx: Tx, institutionId: InstitutionId): Promise<number> => {
  const anything = await tx.selectFrom("audit_waiting").select("audit_id").limit(1).executeTakeFirst();
  if (!anything) return 0;
  let head = await lockHead(tx, institutionId);
  const notes = await readWaiting(tx);
  if (notes.length === 0) return 0; // another process was first
  const links: Head[] = [];
  for (const note of notes) {
    head = linked(head, institutionId, note);
    links.push(head);
  }
  await insertLinks(tx, institutionId, notes, links);
  await tx
    .updateTable("audit_head")
    .set({ ...head, mac: sealOf(institutionId, head) })
    .where("institution_id", "=", institutionId)
    .execute();
  return notes.length;
};

/** The end of the chain; until the transaction ends nobody else adds to it. */
const lockHead = async (tx: Tx, institutionId: InstitutionId): Promise<Head> => {
  await tx
    .insertInto("audit_head")
    .values({ institution_id: institutionId, ...START, mac: sealOf(institutionId, START) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return tx.selectFrom("audit_head").select(["seq", "hash"]).forUpdate().executeTakeFirstOrThrow();
};

/** What waits, with the notes' content; a waiting row whose note is gone is left for `verifyAudit` to tell. */
const readWaiting = async (tx: Tx): Promise<ChainedNote[]> => {
  const { rows } = await sql<ChainedNote>`
    select w.party_id as "partyId", w.audit_id as "auditId", ${NOTE} as content
    from audit_waiting w join audit_entry e on e.party_id = w.party_id and e.audit_id = w.audit_id
    order by e.at, w.party_id, w.audit_id limit ${BATCH}`.execute(tx);
  return rows;
};

/** Writes the links and takes their notes from the waiting ones. */
const insertLinks = async (
  tx: Tx,
  institutionId: InstitutionId,
  notes: readonly ChainedNote[],
  links: readonly Head[],
): Promise<void> => {
  const parties = notes.map((note) => note.partyId);
  const audits = notes.map((note) => note.auditId);
  await sql`insert into audit_link (institution_id, seq, noted_under, audit_id, hash)
    select ${institutionId}::uuid, l.seq, l.party_id, l.audit_id, l.hash
    from unnest(${links.map((link) => link.seq)}::bigint[], ${parties}::uuid[], ${audits}::uuid[],
      ${links.map((link) => link.hash)}::bytea[]) as l (seq, party_id, audit_id, hash)`.execute(tx);
  await sql`delete from audit_waiting w
    using unnest(${parties}::uuid[], ${audits}::uuid[]) as l (party_id, audit_id)
    where w.party_id = l.party_id and w.audit_id = l.audit_id`.execute(tx);
};
