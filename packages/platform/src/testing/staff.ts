import { type InstitutionId, StaffId } from "../kernel/ids.ts";
import { cents } from "../kernel/money.ts";
import { PERMISSIONS, type Permission } from "../kernel/operation.ts";
import type { StaffActor } from "../store/index.ts";
import type { TestDatabase } from "./database.ts";

/** A member of staff who exists in the database; may do everything unless `permissions` says otherwise. Cannot sign in. */
export const testStaff = async (
  database: TestDatabase,
  given: {
    name?: string;
    institutionId?: InstitutionId;
    permissions?: readonly Permission[];
    approvalLimit?: bigint | null;
  } = {},
): Promise<StaffActor> => {
  const institutionId = given.institutionId ?? database.institutionId;
  const staffId = StaffId.parse(database.newId());
  const name = given.name ?? "理赔员（示例）";
  const approvalLimit = given.approvalLimit === undefined ? 200_000_000n : given.approvalLimit;
  await database.store.within({ institutionId }, (tx) =>
    tx
      .insertInto("staff")
      .values({
        institution_id: institutionId,
        staff_id: staffId,
        login: `test-${staffId}`,
        name,
        password_hash: "none",
        roles: [],
        approval_limit_cents: approvalLimit,
        branch_id: null,
        disabled_at: null,
        created_at: database.clock.now(),
      })
      .execute(),
  );
  return {
    kind: "staff",
    staffId,
    name,
    institutionId,
    sample: true,
    permissions: new Set(given.permissions ?? PERMISSIONS),
    approvalLimit: approvalLimit === null ? null : cents(approvalLimit),
  };
};
