import { sql } from "kysely";
import type { Place } from "../../http/index.ts";
import { timeInChina } from "../../kernel/clock.ts";
import { StaffId } from "../../kernel/ids.ts";
import { cents, yuan } from "../../kernel/money.ts";
import { Refused } from "../../kernel/refusal.ts";
import type { Context, StaffActor } from "../../store/index.ts";
import { Role } from "../role/contract.ts";
import type { TemporaryRoleTable } from "../tables.ts";
import type { TemporaryRole } from "./contract.ts";
import { heldRefusals } from "./refusals.ts";

export interface HeldFilter {
  readonly kind?: TemporaryRoleTable["kind"] | undefined;
  /** Emergencies that are over and wait for their review. */
  readonly waiting?: boolean;
}
type Asker = Context<StaffActor>;

const seesAll = ({ permissions }: StaffActor) =>
  permissions.has("access.manage") || permissions.has("access.review");

const filtered = ({ tx, actor, clock }: Asker, { kind, waiting }: HeldFilter) => {
  let query = tx.selectFrom("temporary_role as t");
  if (kind) query = query.where("t.kind", "=", kind);
  if (!seesAll(actor))
    query = query.where((eb) =>
      eb.or([eb("t.staff_id", "=", actor.staffId), eb("t.from_staff_id", "=", actor.staffId)]),
    );
  if (waiting)
    query = query
      .where("t.kind", "=", "break-glass")
      .where("t.reviewed_at", "is", null)
      .where((eb) => eb.or([eb("t.ended_at", "is not", null), eb("t.ends_at", "<=", clock.now())]));
  return query;
};

const rowsOf = (asker: Asker, filter: HeldFilter) =>
  filtered(asker, filter)
    .innerJoin("staff as holder", (join) =>
      join
        .onRef("holder.institution_id", "=", "t.institution_id")
        .onRef("holder.staff_id", "=", "t.staff_id"),
    )
    .leftJoin("staff as giver", (join) =>
      join
        .onRef("giver.institution_id", "=", "t.institution_id")
        .onRef("giver.staff_id", "=", "t.from_staff_id"),
    )
    .leftJoin("staff as reviewer", (join) =>
      join
        .onRef("reviewer.institution_id", "=", "t.institution_id")
        .onRef("reviewer.staff_id", "=", "t.reviewed_by"),
    )
    .selectAll("t")
    .select(["holder.name as staff", "giver.name as from", "reviewer.name as reviewer"])
    .orderBy("t.starts_at", "desc")
    .orderBy("t.temporary_role_id", "desc");
export type HeldRow = Awaited<ReturnType<ReturnType<typeof rowsOf>["executeTakeFirstOrThrow"]>>;

/** Where it stands at an instant. */
export const stateOf = (
  row: Pick<HeldRow, "starts_at" | "ends_at" | "ended_at">,
  now: Date,
): TemporaryRole["state"] => {
  if (row.ended_at) return "ended";
  if (row.ends_at <= now) return "over";
  return row.starts_at > now ? "coming" : "running";
};

const reviewOf = (row: HeldRow): TemporaryRole["review"] =>
  row.verdict && row.reviewed_at
    ? {
        verdict: row.verdict,
        by: row.reviewer ?? "",
        at: timeInChina(row.reviewed_at),
        note: row.review_note ?? "",
      }
    : null;

export const viewOf = (row: HeldRow, { actor, clock }: Asker): TemporaryRole => {
  const state = stateOf(row, clock.now());
  const open = state === "coming" || state === "running";
  const own = row.staff_id === actor.staffId || row.from_staff_id === actor.staffId;
  return {
    temporaryRoleId: row.temporary_role_id,
    kind: row.kind,
    staffId: StaffId.parse(row.staff_id),
    staff: row.staff,
    from: row.from,
    roles: row.roles.flatMap((role) => Role.safeParse(role).data ?? []),
    approvalLimit: row.approval_limit_cents === null ? null : yuan(cents(row.approval_limit_cents)),
    reason: row.reason,
    startsAt: timeInChina(row.starts_at),
    endsAt: timeInChina(row.ended_at ?? row.ends_at),
    state,
    review: reviewOf(row),
    mayEnd: open && (own || actor.permissions.has("access.manage")),
    mayReview:
      row.kind === "break-glass" &&
      !open &&
      row.reviewed_at === null &&
      row.staff_id !== actor.staffId &&
      actor.permissions.has("access.review"),
  };
};

/** What is and was held for a time, the newest first: one's own, or everybody's for who manages or reviews. */
export const listHeld = async (
  asker: Asker,
  filter: HeldFilter,
  page: { readonly after: Place | null; readonly limit: number },
): Promise<{ readonly item: TemporaryRole; readonly place: Place }[]> => {
  let query = rowsOf(asker, filter).limit(page.limit);
  if (page.after) {
    const { at, id } = page.after;
    query = query.where(sql<boolean>`(t.starts_at, t.temporary_role_id) < (${at}::timestamptz, ${id}::uuid)`);
  }
  const rows = await query.execute();
  return rows.map((row) => ({
    item: viewOf(row, asker),
    place: { at: row.starts_at, id: row.temporary_role_id },
  }));
};

export const countHeld = async (asker: Asker, filter: HeldFilter): Promise<number> => {
  const { n } = await filtered(asker, filter).select(sql<bigint>`count(*)`.as("n")).executeTakeFirstOrThrow();
  return Number(n);
};

/** @throws Refused `access.no-temporary-role`, also where it is none of the asker's */
export const readHeld = async (asker: Asker, temporaryRoleId: string): Promise<HeldRow> => {
  const row = await rowsOf(asker, {}).where("t.temporary_role_id", "=", temporaryRoleId).executeTakeFirst();
  if (!row) throw new Refused(heldRefusals.noTemporaryRole());
  return row;
};
