import { randomBytes } from "node:crypto";
import type { z } from "zod";
import type { StaffId } from "../../kernel/ids.ts";
import { parseYuan } from "../../kernel/money.ts";
import { type Refusal, Refused } from "../../kernel/refusal.ts";
import type { Context, StaffActor } from "../../store/index.ts";
import { endSessionsOf } from "../account/sessions.ts";
import { forgetSecondStep } from "../account/totp.ts";
import { record } from "../audit/index.ts";
import { hashPassword } from "../password.ts";
import type { Role } from "../role/contract.ts";
import { addStaff } from "../staff.ts";
import type { changeStaff, createStaff, StaffMember } from "./contract.ts";
import { readMember } from "./list.ts";
import { officeRefusals } from "./refusals.ts";

type Office = Context<StaffActor>;
type Changes = z.output<NonNullable<(typeof changeStaff)["body"]>>;
type Newcomer = z.output<NonNullable<(typeof createStaff)["body"]>>;

/** A first password: 96 bits of chance, easy enough to type once. */
const firstPassword = (): string => randomBytes(12).toString("base64url");

const limitOf = (limit: string | null) => (limit === null ? null : parseYuan(limit));

/** @throws Refused `access.no-branch` where it is not this institution's, or was closed */
const checkBranch = async ({ tx }: Office, branchId: string | null): Promise<void> => {
  if (branchId === null) return;
  const found = await tx
    .selectFrom("branch")
    .select("branch_id")
    .where("branch_id", "=", branchId)
    .where("closed_at", "is", null)
    .executeTakeFirst();
  if (!found) throw new Refused(officeRefusals.noBranch());
};

/** What stands against someone's ceasing to be what they are; null where nothing does. */
const againstLosing = async ({ tx, actor }: Office, staffId: string, role: Role): Promise<Refusal | null> => {
  if (staffId === actor.staffId) return officeRefusals.oneself();
  // Two who end each other at once wait here for one another.
  const rows = await tx
    .selectFrom("staff")
    .select(["staff_id", "roles"])
    .where("disabled_at", "is", null)
    .orderBy("staff_id")
    .forUpdate()
    .execute();
  const others = rows.filter((row) => row.roles.includes(role) && row.staff_id !== staffId);
  const has = rows.some((row) => row.staff_id === staffId && row.roles.includes(role));
  return has && others.length === 0 ? officeRefusals.lastAdministrator() : null;
};

const noted = (context: Office, action: string, staffId: string, detail: Record<string, unknown>) =>
  record(context, { action, subject: { kind: "staff", id: staffId }, detail });

/** Adds someone with a first password, which is told once. */
export const takeOn = async (
  context: Office,
  given: Newcomer,
): Promise<{ member: StaffMember; password: string }> => {
  await checkBranch(context, given.branchId);
  const password = firstPassword();
  const staffId = await addStaff(context, {
    ...given,
    password,
    approvalLimit: limitOf(given.approvalLimit),
    passwordTemporary: true,
  });
  return { member: await readMember(context, staffId), password };
};

/** Roles, limit and branch; in force with the next request of the person. */
export const change = async (context: Office, staffId: StaffId, given: Changes): Promise<StaffMember> => {
  const before = await readMember(context, staffId);
  if (staffId === context.actor.staffId) throw new Refused(officeRefusals.oneself());
  await checkBranch(context, given.branchId);
  if (!given.roles.includes("administrator")) {
    const against = await againstLosing(context, staffId, "administrator");
    if (against) throw new Refused(against);
  }
  await context.tx
    .updateTable("staff")
    .set({
      name: given.name,
      roles: [...given.roles],
      approval_limit_cents: limitOf(given.approvalLimit),
      branch_id: given.branchId,
    })
    .where("staff_id", "=", staffId)
    .execute();
  const after = await readMember(context, staffId);
  const told = ({ name, roles, approvalLimit, branch }: StaffMember) => ({
    name,
    roles,
    approvalLimit,
    branch,
  });
  await noted(context, "access.change-staff", staffId, { before: told(before), after: told(after) });
  return after;
};

/** Ends an account: no sign-in, and everything open is closed, programs' tokens among it. */
export const end = async (context: Office, staffId: StaffId, reason: string): Promise<StaffMember> => {
  const before = await readMember(context, staffId);
  if (before.endedAt !== null) throw new Refused(officeRefusals.alreadyEnded());
  const against = await againstLosing(context, staffId, "administrator");
  if (against) throw new Refused(against);
  await context.tx
    .updateTable("staff")
    .set({ disabled_at: context.clock.now() })
    .where("staff_id", "=", staffId)
    .execute();
  const sessions = await endSessionsOf(context.tx, staffId);
  await noted(context, "access.end-staff", staffId, { reason, sessions });
  return readMember(context, staffId);
};

export const letBackIn = async (context: Office, staffId: StaffId, reason: string): Promise<StaffMember> => {
  const before = await readMember(context, staffId);
  if (before.endedAt === null) throw new Refused(officeRefusals.notEnded());
  await context.tx.updateTable("staff").set({ disabled_at: null }).where("staff_id", "=", staffId).execute();
  await noted(context, "access.return-staff", staffId, { reason });
  return readMember(context, staffId);
};

/** For one who cannot come in any more: a new first password, no second step, no passkey, nothing left open. */
export const reset = async (context: Office, staffId: StaffId, reason: string): Promise<string> => {
  await readMember(context, staffId);
  if (staffId === context.actor.staffId) throw new Refused(officeRefusals.oneself());
  const password = firstPassword();
  await context.tx
    .updateTable("staff")
    .set({ password_hash: await hashPassword(password), password_temporary: true })
    .where("staff_id", "=", staffId)
    .execute();
  await forgetSecondStep(context, staffId);
  await context.tx.deleteFrom("staff_passkey").where("staff_id", "=", staffId).execute();
  const sessions = await endSessionsOf(context.tx, staffId);
  await noted(context, "access.reset-staff", staffId, { reason, sessions });
  return password;
};
