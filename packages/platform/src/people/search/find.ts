import { type RawBuilder, sql } from "kysely";
import { PartyId } from "../../kernel/ids.ts";
import type { Context } from "../../store/index.ts";
import { mainsOf } from "../joins/store.ts";
import { type Key, readQuery } from "../query.ts";
import { type Summary, summarise } from "../summary.ts";
import { nearBlinds } from "./near.ts";
import { soundOf, soundPattern } from "./sound.ts";

export interface Hit extends Summary {
  readonly by: "itself" | "sound" | "near";
}

/** A search box needs no counts. */
const NO_COUNTS = { policies: async () => new Map(), openCases: async () => new Map() };
const LATIN = /^[a-z\s']+$/i;
/** Comes after every character that a name may go on with. */
const LAST = "\u{10ffff}";

/**
 * People by what was typed: as it stands; by its sound where that gives too few; by a number close to it where it gives none.
 * Every step is a range of an index, written so that row-level security lets the index be used (`like` does not).
 */
export const findPeople = async (context: Context, typed: string, most: number): Promise<Hit[]> => {
  const q = typed.trim();
  const digits = /\d/.test(q);
  const itself = LATIN.test(q)
    ? []
    : digits
      ? await byKeys(context, readQuery(q).keys, most)
      : await byName(context, q, most);
  const more = digits
    ? itself.length === 0
      ? await near(context, q, most)
      : []
    : itself.length < most
      ? await sounding(context, q, most)
      : [];
  const shown = await summaries(context, [...itself, ...more]);
  const first = new Set(itself);
  const exact = new Set((await mainsOf(context.tx, itself)).values());
  return shown.slice(0, most).map((one): Hit => {
    const typedIt = first.has(one.partyId) || exact.has(one.partyId);
    return { ...one, by: typedIt ? "itself" : digits ? "near" : "sound" };
  });
};

const idsOf = async ({ tx }: Context, query: RawBuilder<{ party_id: string }>): Promise<PartyId[]> =>
  (await query.execute(tx)).rows.map((row) => PartyId.parse(row.party_id));

const byKeys = async (context: Context, keys: readonly Key[], most: number): Promise<PartyId[]> => {
  const kinds = [...new Set(keys.map(({ kind }) => kind))];
  const blinds = keys.map(({ blind }) => blind);
  return idsOf(
    context,
    sql`select distinct party_id from party_lookup
      where kind = any(${kinds}::text[]) and blind = any(${blinds}::bytea[]) limit ${most}`,
  );
};

/** Names that begin so; where none does, names that hold it. */
const byName = async (context: Context, q: string, most: number): Promise<PartyId[]> => {
  const begins = await idsOf(
    context,
    sql`select party_id from party where name ~>=~ ${q} and name ~<~ ${q + LAST}
      order by name using ~<~, party_id limit ${most}`,
  );
  return begins.length > 0
    ? begins
    : idsOf(context, sql`select party_id from party where position(${q} in name) > 0 limit ${most}`);
};

/** By sound: characters as they are read, letters as the beginnings of syllables. */
const sounding = async (context: Context, q: string, most: number): Promise<PartyId[]> => {
  const latin = LATIN.test(q);
  const pattern = latin ? soundPattern(q) : null;
  const begins = pattern === null ? soundOf(q) : pattern.slice(1, 2);
  if (begins === "" || (latin && pattern === null)) return [];
  const fits = pattern === null ? sql`true` : sql`name_sound ~ ${pattern}`;
  return idsOf(
    context,
    sql`select party_id from party where name_sound ~>=~ ${begins} and name_sound ~<~ ${begins + LAST} and ${fits}
      order by name_sound using ~<~, party_id limit ${most}`,
  );
};

const near = async (context: Context, q: string, most: number): Promise<PartyId[]> => {
  const close = nearBlinds(q);
  if (!close) return [];
  return idsOf(
    context,
    sql`select distinct party_id from party_lookup
      where kind = ${close.kind} and blind = any(${close.blinds}::bytea[]) limit ${most}`,
  );
};

/** Each person once, by the main of their records, in the order they were found. */
const summaries = async (context: Context, ids: readonly PartyId[]): Promise<Summary[]> => {
  if (ids.length === 0) return [];
  const mains = await mainsOf(context.tx, [...new Set(ids)]);
  const wanted = [...new Set(ids.map((id) => mains.get(id) ?? id))];
  const rows = await context.tx.selectFrom("party").selectAll().where("party_id", "in", wanted).execute();
  const found = new Map((await summarise(context, NO_COUNTS, rows)).map((one) => [one.partyId, one]));
  return wanted.flatMap((id) => found.get(id) ?? []);
};
