import { sql } from "kysely";
import type { Place } from "../../http/index.ts";
import { timeInChina } from "../../kernel/clock.ts";
import { StaffId } from "../../kernel/ids.ts";
import { cents, yuan } from "../../kernel/money.ts";
import { Refused } from "../../kernel/refusal.ts";
import type { Context } from "../../store/index.ts";
import { Role } from "../role/contract.ts";
import type { StaffFilter, StaffMember } from "./contract.ts";
import { officeRefusals } from "./refusals.ts";
import "../tables.ts";

type Reader = Pick<Context, "tx" | "clock">;

/** `%` and `_` in what a person typed are letters, not patterns. */
const like = (text: string): string => `%${text.replace(/[\\%_]/g, (ch) => `\\${ch}`)}%`;

const filtered = ({ tx }: Reader, { q, role, branchId, ended }: StaffFilter) => {
  let query = tx.selectFrom("staff as s");
  if (q)
    query = query.where((where) =>
      where.or([where("s.name", "ilike", like(q)), where("s.login", "ilike", like(q))]),
    );
  if (role) query = query.where(sql<boolean>`${role} = any(s.roles)`);
  if (branchId) query = query.where("s.branch_id", "=", branchId);
  if (ended !== "all") query = query.where("s.disabled_at", ended === "no" ? "is" : "is not", null);
  return query;
};

const ANYBODY: StaffFilter = { ended: "all" };

const rowsOf = (reader: Reader, filter: StaffFilter) =>
  filtered(reader, filter)
    .leftJoin("branch as b", (join) =>
      join.onRef("b.branch_id", "=", "s.branch_id").onRef("b.institution_id", "=", "s.institution_id"),
    )
    .select(["s.staff_id", "s.login", "s.name", "s.roles", "s.branch_id", "s.approval_limit_cents"])
    .select(["s.disabled_at", "s.created_at", "b.name as branch"])
    .select((eb) => [
      eb
        .exists(
          eb
            .selectFrom("staff_totp as t")
            .select("t.staff_id")
            .whereRef("t.staff_id", "=", "s.staff_id")
            .where("t.confirmed_at", "is not", null),
        )
        .as("second_step"),
      eb
        .selectFrom("session as e")
        .select(sql<bigint>`count(*)`.as("n"))
        .whereRef("e.staff_id", "=", "s.staff_id")
        .where("e.expires_at", ">", reader.clock.now())
        .as("sessions"),
    ])
    .orderBy("s.created_at", "desc")
    .orderBy("s.staff_id", "desc");

type Row = Awaited<ReturnType<ReturnType<typeof rowsOf>["executeTakeFirstOrThrow"]>>;

const viewOf = (row: Row): StaffMember => ({
  staffId: StaffId.parse(row.staff_id),
  login: row.login,
  name: row.name,
  roles: row.roles.flatMap((role) => Role.safeParse(role).data ?? []),
  branchId: row.branch_id,
  branch: row.branch,
  approvalLimit: row.approval_limit_cents === null ? null : yuan(cents(row.approval_limit_cents)),
  secondStep: Boolean(row.second_step),
  endedAt: row.disabled_at ? timeInChina(row.disabled_at) : null,
  since: timeInChina(row.created_at),
  sessions: Number(row.sessions ?? 0n),
});

/** Members of staff, the newest first. */
export const listMembers = async (
  reader: Reader,
  filter: StaffFilter,
  page: { readonly after: Place | null; readonly limit: number },
): Promise<{ readonly member: StaffMember; readonly place: Place }[]> => {
  let query = rowsOf(reader, filter).limit(page.limit);
  if (page.after) {
    const { at, id } = page.after;
    query = query.where(sql<boolean>`(s.created_at, s.staff_id) < (${at}::timestamptz, ${id}::uuid)`);
  }
  const rows = await query.execute();
  return rows.map((row) => ({ member: viewOf(row), place: { at: row.created_at, id: row.staff_id } }));
};

export const countMembers = async (reader: Reader, filter: StaffFilter): Promise<number> => {
  const { n } = await filtered(reader, filter)
    .select(sql<bigint>`count(*)`.as("n"))
    .executeTakeFirstOrThrow();
  return Number(n);
};

/** @throws Refused `access.no-staff` */
export const readMember = async (reader: Reader, staffId: string): Promise<StaffMember> => {
  const row = await rowsOf(reader, ANYBODY).where("s.staff_id", "=", staffId).executeTakeFirst();
  if (!row) throw new Refused(officeRefusals.noStaff());
  return viewOf(row);
};
