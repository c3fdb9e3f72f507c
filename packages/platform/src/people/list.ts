import { type SelectQueryBuilder, sql } from "kysely";
import type { z } from "zod";
import { PartyId } from "../kernel/ids.ts";
import { Refused, refuse } from "../kernel/refusal.ts";
import type { Context, Tables } from "../store/index.ts";
import type { PartySummary } from "./contract.ts";
import { readQuery } from "./query.ts";
import type { PersonSources } from "./sources.ts";

export type Summary = z.output<typeof PartySummary>;
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
  throw new Refused(
    refuse("invalid", "people.cursor", {
      zh: "翻页标记不对，请从第一页重新开始。",
      en: "The cursor is not one of this list's; start again from the first page.",
    }),
  );
};

type Parties = SelectQueryBuilder<Tables, "party", unknown>;

/** Parties that answer to what was typed: by exact key where one fits, by part of the name otherwise. */
const matching = async (context: Context, q: string | undefined): Promise<Parties | null> => {
  const { keys, words } = readQuery(q);
  const parties = context.tx.selectFrom("party");
  if (keys.length > 0) {
    const found = await context.tx
      .selectFrom("party_lookup")
      .select("party_id")
      .distinct()
      .where((eb) => eb.or(keys.map(({ kind, blind }) => eb.and({ kind, blind }))))
      .execute();
    if (found.length > 0)
      return parties.where(
        "party_id",
        "in",
        found.map((row) => row.party_id),
      );
    if (words === null) return null;
  }
  return words === null ? parties : parties.where(sql<boolean>`position(${words} in name) > 0`);
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
    items: await summarise(context, sources, shown),
    next: rows.length > page.limit && last ? writeCursor(last.name, last.party_id) : null,
    total: Number(total),
  };
};

/** The short form of each party, in order. */
export const summarise = async (
  context: Context,
  sources: Pick<PersonSources, "policies" | "openCases">,
  rows: readonly Tables["party"][],
): Promise<Summary[]> => {
  const ids = rows.map((row) => PartyId.parse(row.party_id));
  if (ids.length === 0) return [];
  const policies = await sources.policies(context, ids);
  const openCases = await sources.openCases(context, ids);
  const phones = await context.tx
    .selectFrom("contact")
    .select(["party_id", "masked"])
    .where("party_id", "in", ids)
    .where("kind", "=", "phone")
    .orderBy(sql`status = 'good'`)
    .orderBy("created_at")
    .execute();
  const phoneOf = new Map(phones.map((row) => [row.party_id, row.masked]));
  return rows.map((row, at) => ({
    partyId: PartyId.parse(row.party_id),
    name: row.name,
    kind: row.kind,
    identityMasked: row.identity_masked,
    born: row.born_on,
    phoneMasked: phoneOf.get(row.party_id) ?? null,
    policies: policies.get(ids[at] ?? PartyId.parse(row.party_id)) ?? 0,
    openCases: openCases.get(ids[at] ?? PartyId.parse(row.party_id)) ?? 0,
    sample: row.sample,
  }));
};
