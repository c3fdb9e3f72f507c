import { sql } from "kysely";
import type { Place } from "../../http/index.ts";
import type { Context, StaffActor } from "../../store/index.ts";
import { SHOWN, sessionViewOf } from "../account/sessions.ts";
import "../tables.ts";

type Kind = "staff" | "program";

const open = ({ tx, clock }: Pick<Context, "tx" | "clock">, kind: Kind | undefined) => {
  const query = tx.selectFrom("session as e").where("e.expires_at", ">", clock.now());
  return kind ? query.where("e.kind", "=", kind) : query;
};

/** What is signed in at the institution now, the newest first. */
export const openSessions = async (
  context: Context<StaffActor>,
  kind: Kind | undefined,
  page: { readonly after: Place | null; readonly limit: number },
) => {
  let query = open(context, kind)
    .innerJoin("staff as s", (join) =>
      join.onRef("s.staff_id", "=", "e.staff_id").onRef("s.institution_id", "=", "e.institution_id"),
    )
    .select(SHOWN.map((column) => `e.${column}` as const))
    .select("s.name as staff")
    .orderBy("e.created_at", "desc")
    .orderBy("e.session_id", "desc")
    .limit(page.limit);
  if (page.after) {
    const { at, id } = page.after;
    query = query.where(sql<boolean>`(e.created_at, e.session_id) < (${at}::timestamptz, ${id}::uuid)`);
  }
  const rows = await query.execute();
  return rows.map((row) => ({
    place: { at: row.created_at, id: row.session_id },
    item: {
      ...sessionViewOf(row, context.actor.session?.id),
      staffId: row.staff_id ?? "",
      staff: row.staff,
    },
  }));
};

export const countSessions = async (
  context: Context<StaffActor>,
  kind: Kind | undefined,
): Promise<number> => {
  const { n } = await open(context, kind).select(sql<bigint>`count(*)`.as("n")).executeTakeFirstOrThrow();
  return Number(n);
};
