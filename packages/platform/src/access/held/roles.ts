import type { Tx } from "../../store/index.ts";
import type { TemporaryRoleTable } from "../tables.ts";

/** A role that someone holds for a time. */
export interface HeldRole {
  readonly kind: TemporaryRoleTable["kind"];
  readonly roles: readonly string[];
  /** 分; null where nothing may be approved */
  readonly limit: bigint | null;
  readonly until: Date;
  /** Whose; null in an emergency. */
  readonly from: string | null;
}

/** In an emergency: the role that reads what a case needs. */
export const EMERGENCY = "break-glass";

const least = (a: bigint | null, b: bigint | null): bigint | null =>
  a === null || b === null ? null : a < b ? a : b;

/**
 * What someone holds at an instant. A delegation never gives more than its giver has now: who was let go, lost the role or has
 * a lower limit passes on as much less.
 */
export const heldRoles = async (
  tx: Tx,
  { institution_id, staff_id }: { institution_id: string; staff_id: string },
  now: Date,
): Promise<HeldRole[]> => {
  const rows = await tx
    .selectFrom("temporary_role as t")
    .leftJoin("staff as giver", (join) =>
      join
        .onRef("giver.institution_id", "=", "t.institution_id")
        .onRef("giver.staff_id", "=", "t.from_staff_id")
        .on("giver.disabled_at", "is", null),
    )
    .select(["t.kind", "t.roles", "t.approval_limit_cents as limit", "t.ends_at"])
    .select(["giver.name as from", "giver.roles as givers", "giver.approval_limit_cents as givers_limit"])
    .where("t.institution_id", "=", institution_id)
    .where("t.staff_id", "=", staff_id)
    .where("t.starts_at", "<=", now)
    .where("t.ends_at", ">", now)
    .where("t.ended_at", "is", null)
    .execute();
  return rows.map((row) => ({
    kind: row.kind,
    roles: row.kind === "break-glass" ? [EMERGENCY] : row.roles.filter((role) => row.givers?.includes(role)),
    limit: row.kind === "break-glass" ? null : least(row.limit, row.givers_limit),
    until: row.ends_at,
    from: row.from,
  }));
};
