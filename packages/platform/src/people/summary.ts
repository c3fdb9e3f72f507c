import { sql } from "kysely";
import type { z } from "zod";
import { PartyId } from "../kernel/ids.ts";
import type { Context, Tables } from "../store/index.ts";
import type { PartySummary } from "./contract.ts";
import type { PersonSources } from "./sources.ts";

export type Summary = z.output<typeof PartySummary>;
type Counts = Pick<PersonSources, "policies" | "openCases">;
/** The records that are counted with each; a record left out is counted by itself. */
export type Members = ReadonlyMap<PartyId, readonly PartyId[]>;

/** The short form of each party, in order. */
export const summarise = async (
  context: Context,
  sources: Counts,
  rows: readonly Tables["party"][],
  members: Members = new Map(),
): Promise<Summary[]> => {
  const owned = rows.map((row) => {
    const partyId = PartyId.parse(row.party_id);
    return { row, partyId, ids: members.get(partyId) ?? [partyId] };
  });
  const ids = [...new Set(owned.flatMap((one) => one.ids))];
  if (ids.length === 0) return [];
  const policies = await sources.policies(context, ids);
  const openCases = await sources.openCases(context, ids);
  const phones = await phonesOf(context, ids);
  const sum = (of: readonly PartyId[], counts: ReadonlyMap<PartyId, number>): number =>
    of.reduce((total, id) => total + (counts.get(id) ?? 0), 0);
  return owned.map(({ row, partyId, ids: of }) => ({
    partyId,
    name: row.name,
    kind: row.kind,
    identityMasked: row.identity_masked,
    born: row.born_on,
    phoneMasked: of.map((id) => phones.get(id)).find((phone) => phone !== undefined) ?? null,
    policies: sum(of, policies),
    openCases: sum(of, openCases),
    sample: row.sample,
  }));
};

/** The latest phone of each, one in use before one that is not. */
const phonesOf = async ({ tx }: Context, ids: readonly PartyId[]): Promise<ReadonlyMap<string, string>> => {
  const rows = await tx
    .selectFrom("contact")
    .select(["party_id", "masked"])
    .where("party_id", "in", ids)
    .where("kind", "=", "phone")
    .orderBy(sql`status = 'good'`)
    .orderBy("created_at")
    .execute();
  return new Map(rows.map((row) => [row.party_id, row.masked]));
};
