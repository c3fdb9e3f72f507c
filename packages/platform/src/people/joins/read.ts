import type { z } from "zod";
import { timeInChina } from "../../kernel/clock.ts";
import type { PartyId } from "../../kernel/ids.ts";
import type { Context, Tables } from "../../store/index.ts";
import { badCursor } from "../refusals.ts";
import type { PersonSources } from "../sources.ts";
import { type Summary, summarise } from "../summary.ts";
import type { JoinedRecord, LikelyDuplicate, RecordLine } from "./contract.ts";
import { findPairs, type Place, readPlace, writePlace } from "./find.ts";
import { standingVerdicts } from "./store.ts";

type Counts = Pick<PersonSources, "policies" | "openCases">;
type Line = z.output<typeof RecordLine>;

const line = (row: Tables["party"], summary: Summary): Line => ({
  ...summary,
  customerNumber: row.customer_number,
});

/** Each record by itself, with what it holds alone. */
const linesOf = async (
  context: Context,
  sources: Counts,
  rows: readonly Tables["party"][],
): Promise<ReadonlyMap<PartyId, Line>> => {
  const summaries = await summarise(context, sources, rows);
  return new Map(
    summaries.flatMap((summary, at) => {
      const row = rows[at];
      return row ? [[summary.partyId, line(row, summary)] as const] : [];
    }),
  );
};

/** The records of one person, the main one first, each with who joined it and why. */
export const joinedRecords = async (
  context: Context,
  sources: Counts,
  rows: readonly Tables["party"][],
  ids: readonly PartyId[],
): Promise<z.output<typeof JoinedRecord>[]> => {
  const lines = await linesOf(context, sources, rows);
  const joins = (await standingVerdicts(context.tx, ids)).filter(({ verdict }) => verdict === "same");
  return ids.flatMap((id, at) => {
    const found = lines.get(id);
    const join = joins.find(({ party }) => party === id);
    if (!found) return [];
    const joined = join
      ? {
          verdictId: join.verdictId,
          into: join.other,
          reason: join.reason,
          evidence: [...join.evidence],
          by: join.by,
          at: timeInChina(join.at),
        }
      : null;
    return [{ ...found, main: at === 0, joined }];
  });
};

const placeOf = (cursor: string | undefined): Place | null => {
  if (cursor === undefined) return null;
  try {
    return readPlace(cursor);
  } catch {
    throw badCursor();
  }
};

/** One page of records that are likely one person's, strongest first, the older record of each two first. */
export const likelyDuplicates = async (
  context: Context,
  sources: Counts,
  page: { readonly cursor?: string | undefined; readonly limit: number },
): Promise<{ items: z.output<typeof LikelyDuplicate>[]; next: string | null; total: number }> => {
  const { pairs, next, total } = await findPairs(context, { after: placeOf(page.cursor), limit: page.limit });
  const ids = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))];
  const rows =
    ids.length === 0
      ? []
      : await context.tx
          .selectFrom("party")
          .selectAll()
          .where("party_id", "in", ids)
          .orderBy("created_at")
          .orderBy("party_id")
          .execute();
  const lines = await linesOf(context, sources, rows);
  const items = pairs.flatMap(({ a, b, evidence }) => {
    const [first, second] = [...lines.values()].filter(({ partyId }) => partyId === a || partyId === b);
    return first && second ? [{ records: [first, second] as [Line, Line], evidence: [...evidence] }] : [];
  });
  return { items, next: next && writePlace(next), total };
};
