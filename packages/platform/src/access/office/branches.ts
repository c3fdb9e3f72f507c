import { sql } from "kysely";
import { Refused } from "../../kernel/refusal.ts";
import type { Context, StaffActor } from "../../store/index.ts";
import { record } from "../audit/index.ts";
import { officeRefusals } from "./refusals.ts";
import "../tables.ts";

type Office = Context<StaffActor>;

/** Branches that are open, by name, with how many work there. */
export const branches = async ({ tx }: Pick<Office, "tx">) => {
  const rows = await tx
    .selectFrom("branch as b")
    .leftJoin("staff as s", (join) =>
      join
        .onRef("s.branch_id", "=", "b.branch_id")
        .onRef("s.institution_id", "=", "b.institution_id")
        .on("s.disabled_at", "is", null),
    )
    .select(["b.branch_id", "b.name", sql<bigint>`count(s.staff_id)`.as("staff")])
    .where("b.closed_at", "is", null)
    .groupBy(["b.institution_id", "b.branch_id", "b.name"])
    .orderBy("b.name")
    .execute();
  return rows.map((row) => ({ branchId: row.branch_id, name: row.name, staff: Number(row.staff) }));
};

/** A name that was closed opens again under its old id. @throws Refused `access.branch-taken` */
export const openBranch = async (context: Office, name: string) => {
  const { tx, actor, clock, newId } = context;
  const opened = await tx
    .insertInto("branch")
    .values({
      institution_id: actor.institutionId,
      branch_id: newId(),
      name,
      closed_at: null,
      created_at: clock.now(),
    })
    .onConflict((conflict) =>
      conflict
        .columns(["institution_id", "name"])
        .doUpdateSet({ closed_at: null })
        .where("branch.closed_at", "is not", null),
    )
    .returning("branch_id")
    .executeTakeFirst();
  if (!opened) throw new Refused(officeRefusals.branchTaken(name));
  const { branch_id: branchId } = opened;
  await record(context, {
    action: "access.open-branch",
    subject: { kind: "branch", id: branchId },
    detail: { name },
  });
  return { branchId, name, staff: 0 };
};

/** @throws Refused `access.no-branch`, `access.branch-in-use` */
export const closeBranch = async (context: Office, branchId: string): Promise<void> => {
  const found = (await branches(context)).find((one) => one.branchId === branchId);
  if (!found) throw new Refused(officeRefusals.noBranch());
  if (found.staff > 0) throw new Refused(officeRefusals.branchInUse(found.staff));
  await context.tx
    .updateTable("branch")
    .set({ closed_at: context.clock.now() })
    .where("branch_id", "=", branchId)
    .execute();
  await record(context, {
    action: "access.close-branch",
    subject: { kind: "branch", id: branchId },
    detail: { name: found.name },
  });
};
