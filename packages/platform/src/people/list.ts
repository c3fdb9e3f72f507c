import { type SelectQueryBuilder, sql } from "kysely";
import { PartyId } from "../kernel/ids.ts";
import type { Context, Tables } from "../store/index.ts";
import { mainsOf, membersOf } from "./joins/store.ts";
import { readQuery } from "./query.ts";
import { badCursor } from "./refusals.ts";
import type { PersonSources } from "./sources.ts";
import { type Summary, summarise } from "./summary.ts";

interface Page {
  readonly q?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

const writeCursor = (name: string, partyId: string): string =>
  Buffer.from(JSON.stringify([name, partyId])).toString("base64url");

const readCursor = (cursor: string): { name: string; partyId: PartyId } => {
  try {
    const [name, partyId]: unknown[] = JSON.parse(Buffer.from(cursor, "base64url").toString());
    // No name on record holds a zero; PostgreSQL would refuse to compare one.
    if (typeof name === "string" && !name.includes("\0")) return { name, partyId: PartyId.parse(partyId) };
  } catch {
    // not one of ours: said below
  }
  throw badCursor();
};

type Parties = SelectQueryBuilder<Tables, "party", unknown>;

/** Each person once: a record that was joined to another is found by what it holds and shown under that one. */
const listed = (context: Context): Parties =>
  context.tx.selectFrom("party").where(
    sql<boolean>`not exists (select from party_verdict v
      where v.party_id = party.party_id and v.verdict = 'same' and v.undone_at is null)`,
  );

const named = (words: string) =>
  sql<boolean>`(position(${words} in name) > 0 or party_id in (
    select v.main_party_id from party_verdict v join party j on j.party_id = v.party_id
    where v.verdict = 'same' and v.undone_at is null and position(${words} in j.name) > 0))`;

/** Parties that answer to what was typed: by exact key where one fits, by part of the name otherwise. */
const matching = async (context: Context, q: string | undefined): Promise<Parties | null> => {
  const { keys, words } = readQuery(q);
  const parties = listed(context);
  if (keys.length > 0) {
    const found = await context.tx
      .selectFrom("party_lookup")
      .select("party_id")
      .distinct()
      .where((eb) => eb.or(keys.map(({ kind, blind }) => eb.and({ kind, blind }))))
      .execute();
    const main = await mainsOf(
      context.tx,
      found.map((row) => PartyId.parse(row.party_id)),
    );
    if (found.length > 0) return parties.where("party_id", "in", [...new Set(main.values())]);
    if (words === null) return null;
  }
  return words === null ? parties : parties.where(named(words));
};

/** More than anybody looks through: a search that names so many has to be narrower. */
const MOST_FOUND = 500;

/** Every record of the people that answer to what was typed. */
export const searchParties = async (context: Context, q: string): Promise<PartyId[]> => {
  const parties = await matching(context, q);
  if (parties === null) return [];
  const rows = await parties.select("party_id").orderBy("name").limit(MOST_FOUND).execute();
  const mains = rows.map((row) => PartyId.parse(row.party_id));
  return [...(await membersOf(context.tx, mains)).values()].flat();
};

/** One page of people, by name, with how many policies and open cases each has. */
export const listParties = async (
  context: Context,
  sources: Pick<PersonSources, "policies" | "openCases">,
  page: Page,
): Promise<{ items: Summary[]; next: string | null; total: number }> => {
  const parties = await matching(context, page.q);
  if (parties === null) return { items: [], next: null, total: 0 };
  const { total } = await parties
    .select((eb) => eb.fn.countAll<bigint>().as("total"))
    .executeTakeFirstOrThrow();
  let query = parties
    .selectAll("party")
    .orderBy("name")
    .orderBy("party_id")
    .limit(page.limit + 1);
  if (page.cursor !== undefined) {
    const after = readCursor(page.cursor);
    query = query.where(sql<boolean>`(name, party_id) > (${after.name}, ${after.partyId}::uuid)`);
  }
  const rows = await query.execute();
  const shown = rows.slice(0, page.limit);
  const last = shown.at(-1);
  return {
    items: await summarise(
      context,
      sources,
      shown,
      await membersOf(
        context.tx,
        shown.map((row) => PartyId.parse(row.party_id)),
      ),
    ),
    next: rows.length > page.limit && last ? writeCursor(last.name, last.party_id) : null,
    total: Number(total),
  };
};
