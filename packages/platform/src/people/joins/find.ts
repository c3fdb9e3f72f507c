import { sql } from "kysely";
import { z } from "zod";
import { PartyId } from "../../kernel/ids.ts";
import type { Context } from "../../store/index.ts";
import { JoinEvidence } from "./contract.ts";

export interface Pair {
  readonly a: PartyId;
  readonly b: PartyId;
  readonly evidence: readonly JoinEvidence[];
}
/** Where a page of pairs ended: they come strongest first, then by id. */
const Place = z.tuple([z.number().int(), z.uuid(), z.uuid()]);
export type Place = z.infer<typeof Place>;
export const writePlace = (place: Place): string => Buffer.from(JSON.stringify(place)).toString("base64url");
/** @throws SyntaxError or ZodError where it is no place of this list's */
export const readPlace = (cursor: string): Place =>
  Place.parse(JSON.parse(Buffer.from(cursor, "base64url").toString()));

/** A phone that more records than this share is a shop's or a village's, and says nothing of who is who. */
const MOST_SHARED = 8;

/**
 * Pairs of records that are likely one person's, strongest first: the same document number under two kinds of document or
 * in its old and new form; or the same name or day of birth together with a shared phone, WeChat id or account; or name and
 * day of birth. Two that have different document numbers are two people. What was judged already does not come again.
 */
export const findPairs = async (
  { tx }: Context,
  page: { readonly after: Place | null; readonly limit: number },
): Promise<{ pairs: Pair[]; next: Place | null; total: number }> => {
  const after = page.after
    ? sql`where (strength, a, b) > (${page.after[0]}, ${page.after[1]}::uuid, ${page.after[2]}::uuid)`
    : sql``;
  const { rows } = await sql<Row>`
    with ${CANDIDATES}, listed as (select *, count(*) over () as total from ranked)
    select * from listed ${after} order by strength, a, b limit ${page.limit + 1}`.execute(tx);
  const shown = rows.slice(0, page.limit);
  const last = shown.at(-1);
  return {
    pairs: shown.map((row) => ({
      a: PartyId.parse(row.a),
      b: PartyId.parse(row.b),
      evidence: JoinEvidence.options.filter((why) => row.evidence.includes(why)),
    })),
    next: rows.length > page.limit && last ? [last.strength, last.a, last.b] : null,
    total: Number(rows[0]?.total ?? 0n),
  };
};

interface Row {
  readonly a: string;
  readonly b: string;
  readonly evidence: readonly string[];
  /** The smaller the stronger. */
  readonly strength: number;
  readonly total: bigint;
}

const CANDIDATES = sql`
  shared as (
    select kind, blind, party_id, count(*) over (partition by kind, blind) as among
    from party_lookup where kind in ('number', 'phone', 'wechat', 'bank-account')),
  met as (
    select x.party_id as a, y.party_id as b, x.kind as why
    from shared x join shared y on y.kind = x.kind and y.blind = x.blind and x.party_id < y.party_id
    where x.among between 2 and ${MOST_SHARED} and y.among between 2 and ${MOST_SHARED}
    union all
    select x.party_id, y.party_id, null
    from party x join party y on y.name = x.name and y.born_on = x.born_on and x.party_id < y.party_id),
  pairs as (
    select a, b, array_agg(distinct why) filter (where why is not null) as why from met group by a, b),
  ranked as (
    select p.a, p.b,
      coalesce(p.why, '{}') || case when x.name = y.name then array['name'] else '{}' end
        || case when x.born_on = y.born_on then array['born'] else '{}' end as evidence,
      case when 'number' = any (p.why) then 0 else 1 end * 8
        - coalesce(cardinality(p.why), 0) - (x.name = y.name)::int - coalesce((x.born_on = y.born_on)::int, 0) as strength
    from pairs p
    join party x on x.party_id = p.a
    join party y on y.party_id = p.b and y.kind = x.kind
    where ('number' = any (p.why) or x.name = y.name or x.born_on = y.born_on)
      and ('number' = any (p.why) or not exists (
        select from party_lookup m join party_lookup n on n.kind = 'number' and n.party_id = p.b
        where m.kind = 'number' and m.party_id = p.a))
      and not exists (
        select from party_verdict v where v.undone_at is null
          and ((v.party_id = p.a and v.other_party_id = p.b) or (v.party_id = p.b and v.other_party_id = p.a)))
      and coalesce((select v.main_party_id from party_verdict v
            where v.party_id = p.a and v.verdict = 'same' and v.undone_at is null), p.a)
        <> coalesce((select v.main_party_id from party_verdict v
            where v.party_id = p.b and v.verdict = 'same' and v.undone_at is null), p.b))`;
