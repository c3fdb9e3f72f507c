import { sql } from "kysely";
import type { InstitutionId } from "../../kernel/ids.ts";
import type { Tx } from "../../store/index.ts";
import { type Head, headText, linked, START, sealOf } from "./chain.ts";
import { NOTE } from "./note.ts";
import "./tables.ts";

export interface AuditVerification {
  readonly links: bigint;
  /** Notes of the last moments that are not yet in the chain. */
  readonly waiting: number;
  /** The end of the chain, `seq:hash`: kept elsewhere, it proves later that nothing up to here was changed. */
  readonly head: string;
  /** What is not as it was written, one line each; none in a sound audit. */
  readonly differs: readonly string[];
}

interface Row {
  readonly seq: bigint;
  readonly hash: Buffer;
  readonly partyId: string;
  readonly auditId: string;
  /** null where the note is gone. */
  readonly content: string | null;
}

const BATCH = 2_000;
/** Lines told; beyond, only their number. */
const MOST_LINES = 100;

/**
 * Goes through an institution's chain from the first link and says where it differs from what was noted: notes changed,
 * taken away or put in past the chain, links changed or missing, a chain cut short. Reads only; chaining waits until it is
 * done, noting does not.
 * @param kept a head noted down earlier, that must still be in the chain
 */
export const verifyAudit = async (
  tx: Tx,
  institutionId: InstitutionId,
  kept?: Head,
): Promise<AuditVerification> => {
  const head = await tx.selectFrom("audit_head").selectAll().forShare().executeTakeFirst();
  const { at, differs } = await walk(tx, institutionId, kept);
  const [end] = at;
  differs.push(...headDiffers(head, institutionId, at), ...(await outside(tx)));
  const { waiting } = await tx
    .selectFrom("audit_waiting")
    .select(({ fn }) => fn.countAll<bigint>().as("waiting"))
    .executeTakeFirstOrThrow();
  const more = differs.length - MOST_LINES;
  return {
    links: end.seq,
    waiting: Number(waiting),
    head: headText(end),
    differs: more > 0 ? [...differs.slice(0, MOST_LINES), `… and ${more} more`] : differs,
  };
};

/** Where the chain stands: the last link as it is stored and, where that one is wrong, also as it should be. */
type Standing = readonly [stored: Head, ...right: Head[]];

/** Every link in order: each must follow from the one before and from its note. */
const walk = async (tx: Tx, institutionId: InstitutionId, kept: Head | undefined) => {
  const differs: string[] = [];
  let at: Standing = [START];
  for (;;) {
    const rows = await nextLinks(tx, at[0].seq);
    for (const row of rows) {
      const judged = judge(at, institutionId, row);
      if (judged.wrong) differs.push(judged.wrong);
      if (kept?.seq === row.seq && !kept.hash.equals(row.hash))
        differs.push(`link ${row.seq}: it is not the one that was kept; the chain was written anew`);
      at = judged.at;
    }
    if (rows.length < BATCH) break;
  }
  if (kept && kept.seq > at[0].seq)
    differs.push(`the chain ends at link ${at[0].seq}; link ${kept.seq}, which was kept, is gone`);
  return { at, differs };
};

/** After a changed note the next link follows from the stored hash; after a changed link from the right one. */
const judge = (
  before: Standing,
  institutionId: InstitutionId,
  row: Row,
): { at: Standing; wrong?: string } => {
  const stored = { seq: row.seq, hash: row.hash };
  const [{ seq }] = before;
  if (row.seq !== seq + 1n) {
    const [from, to] = [seq + 1n, row.seq - 1n];
    const gone = from === to ? `link ${from} is` : `links ${from} to ${to} are`;
    return { at: [stored], wrong: `${gone} gone, before the note ${nameOf(row)}` };
  }
  if (row.content === null)
    return { at: [stored], wrong: `link ${row.seq}: its note ${nameOf(row)} is gone` };
  const note = { ...row, content: row.content };
  const right = before.map((head) => linked(head, institutionId, note));
  if (right.some(({ hash }) => hash.equals(row.hash))) return { at: [stored] };
  return {
    at: [stored, ...right],
    wrong: `link ${row.seq}: the note ${nameOf(row)} or its link was changed`,
  };
};

const nameOf = ({ partyId, auditId }: { partyId: string; auditId: string }) =>
  `${auditId} (party ${partyId})`;

const nextLinks = async (tx: Tx, after: bigint): Promise<readonly Row[]> => {
  const { rows } = await sql<Row>`
    select l.seq, l.hash, l.noted_under as "partyId", l.audit_id as "auditId",
      case when e.audit_id is not null then ${NOTE} end as content
    from audit_link l left join audit_entry e on e.party_id = l.noted_under and e.audit_id = l.audit_id
    where l.seq > ${after} order by l.seq limit ${BATCH}`.execute(tx);
  return rows;
};

const headDiffers = (
  head: (Head & { readonly mac: Buffer }) | undefined,
  institutionId: InstitutionId,
  [end, ...right]: Standing,
): string[] => {
  if (!head) return end.seq === 0n ? [] : ["the head of the chain is gone"];
  if (!sealOf(institutionId, head).equals(head.mac)) return ["the head of the chain was changed"];
  return [end, ...right].some(({ seq, hash }) => head.seq === seq && head.hash.equals(hash))
    ? []
    : [`the chain ends at link ${end.seq}, but was let end at link ${head.seq}`];
};

/** Notes that no link and no waiting row knows of, and waiting rows whose note is gone. */
const outside = async (tx: Tx): Promise<string[]> => {
  const { rows } = await sql<{ partyId: string; auditId: string; there: boolean }>`
    select coalesce(e.party_id, w.party_id) as "partyId", coalesce(e.audit_id, w.audit_id) as "auditId",
      e.audit_id is not null as there
    from audit_entry e full join audit_waiting w on w.party_id = e.party_id and w.audit_id = e.audit_id
    left join audit_link l on l.noted_under = e.party_id and l.audit_id = e.audit_id
    where (w.audit_id is null and l.audit_id is null) or e.audit_id is null
    order by 1, 2 limit ${MOST_LINES + 1}`.execute(tx);
  return rows.map((row) =>
    row.there
      ? `the note ${nameOf(row)} was put in past the chain`
      : `the note ${nameOf(row)} is gone before it was chained`,
  );
};
