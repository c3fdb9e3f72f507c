import { sql } from "kysely";
import type { Place } from "../../http/index.ts";
import { timeInChina } from "../../kernel/clock.ts";
import { CaseId, PartyId, StaffId } from "../../kernel/ids.ts";
import { Refused } from "../../kernel/refusal.ts";
import type { Context, StaffActor } from "../../store/index.ts";
import { record } from "../audit/index.ts";
import type { Directory } from "../directory.ts";
import type { Recusal } from "./contract.ts";
import { heldRefusals } from "./refusals.ts";
import "../tables.ts";

type Asker = Context<StaffActor>;
export type About =
  | { readonly kind: "party"; readonly partyId: PartyId }
  | { readonly kind: "case"; readonly caseId: CaseId };

const filtered = ({ tx, actor }: Asker) => {
  const query = tx.selectFrom("recusal as r");
  return actor.permissions.has("access.manage") ? query : query.where("r.staff_id", "=", actor.staffId);
};

const rowsOf = (asker: Asker) =>
  filtered(asker)
    .innerJoin("staff as s", (join) =>
      join.onRef("s.institution_id", "=", "r.institution_id").onRef("s.staff_id", "=", "r.staff_id"),
    )
    .selectAll("r")
    .select("s.name as staff")
    .orderBy("r.declared_at", "desc")
    .orderBy("r.recusal_id", "desc");
type Row = Awaited<ReturnType<ReturnType<typeof rowsOf>["executeTakeFirstOrThrow"]>>;

const viewOf = (row: Row): Recusal => ({
  recusalId: row.recusal_id,
  staffId: StaffId.parse(row.staff_id),
  staff: row.staff,
  partyId: PartyId.parse(row.party_id),
  caseId: row.case_id === null ? null : CaseId.parse(row.case_id),
  about: row.about,
  reason: row.reason,
  since: timeInChina(row.declared_at),
  liftedAt: row.lifted_at ? timeInChina(row.lifted_at) : null,
});

export const listRecusals = async (
  asker: Asker,
  page: { readonly after: Place | null; readonly limit: number },
): Promise<{ readonly item: Recusal; readonly place: Place }[]> => {
  let query = rowsOf(asker).limit(page.limit);
  if (page.after) {
    const { at, id } = page.after;
    query = query.where(sql<boolean>`(r.declared_at, r.recusal_id) < (${at}::timestamptz, ${id}::uuid)`);
  }
  const rows = await query.execute();
  return rows.map((row) => ({ item: viewOf(row), place: { at: row.declared_at, id: row.recusal_id } }));
};

export const countRecusals = async (asker: Asker): Promise<number> => {
  const { n } = await filtered(asker).select(sql<bigint>`count(*)`.as("n")).executeTakeFirstOrThrow();
  return Number(n);
};

/** What it is about, in words; the party that owns it. @throws Refused `access.recuse-what` */
const aboutOf = async (context: Asker, directory: Directory, about: About) => {
  if (about.kind === "case") {
    const found = await directory.describeCase(context, about.caseId);
    if (found)
      return { partyId: found.partyId, caseId: about.caseId, words: `${found.number} ${found.name}` };
  } else {
    const found = await directory.describe(context, about.partyId);
    if (found) return { partyId: about.partyId, caseId: null, words: found.name };
  }
  throw new Refused(heldRefusals.nothing());
};

/** 申报回避. @throws Refused */
export const recuse = async (
  context: Asker,
  directory: Directory,
  given: { readonly staffId?: StaffId | undefined; readonly about: About; readonly reason: string },
): Promise<Recusal> => {
  const { tx, actor, clock, newId } = context;
  const staffId = given.staffId ?? actor.staffId;
  if (staffId !== actor.staffId && !actor.permissions.has("access.manage"))
    throw new Refused(heldRefusals.othersRecusal());
  const someone = await tx
    .selectFrom("staff")
    .select("staff_id")
    .where("staff_id", "=", staffId)
    .executeTakeFirst();
  if (!someone) throw new Refused(heldRefusals.noColleague());
  const { partyId, caseId, words } = await aboutOf(context, directory, given.about);
  const standing = await tx
    .selectFrom("recusal")
    .select("recusal_id")
    .where("party_id", "=", partyId)
    .where("staff_id", "=", staffId)
    .where("case_id", "is not distinct from", caseId)
    .where("lifted_at", "is", null)
    .executeTakeFirst();
  if (standing) throw new Refused(heldRefusals.recusedAlready());
  const recusalId = newId();
  // Noted first: from the next line on, one who declares it for themselves leaves no note there any more.
  await record(context, {
    action: "access.recuse",
    subject: { kind: "staff", id: staffId },
    partyId,
    detail: { recusalId, caseId, reason: given.reason },
  });
  await tx
    .insertInto("recusal")
    .values({
      party_id: partyId,
      recusal_id: recusalId,
      institution_id: actor.institutionId,
      staff_id: staffId,
      about: words,
      case_id: caseId,
      reason: given.reason,
      declared_by: actor.staffId,
      declared_at: clock.now(),
      lifted_at: null,
      lifted_by: null,
    })
    .execute();
  return viewOf(await rowsOf(context).where("r.recusal_id", "=", recusalId).executeTakeFirstOrThrow());
};

/** @throws Refused `access.no-recusal`, `access.own-recusal` */
export const lift = async (context: Asker, recusalId: string): Promise<Recusal> => {
  const row = await rowsOf(context)
    .where("r.recusal_id", "=", recusalId)
    .where("r.lifted_at", "is", null)
    .executeTakeFirst();
  if (!row) throw new Refused(heldRefusals.noRecusal());
  if (row.staff_id === context.actor.staffId) throw new Refused(heldRefusals.ownRecusal());
  const liftedAt = context.clock.now();
  await context.tx
    .updateTable("recusal")
    .set({ lifted_at: liftedAt, lifted_by: context.actor.staffId })
    .where("party_id", "=", row.party_id)
    .where("recusal_id", "=", recusalId)
    .execute();
  await record(context, {
    action: "access.lift-recusal",
    subject: { kind: "staff", id: row.staff_id },
    partyId: PartyId.parse(row.party_id),
    detail: { recusalId },
  });
  return viewOf({ ...row, lifted_at: liftedAt });
};
