import { type InstitutionId, StaffId } from "../kernel/ids.ts";
import { cents, yuan } from "../kernel/money.ts";
import type { Permission } from "../kernel/operation.ts";
import { Refused, refuse } from "../kernel/refusal.ts";
import type { Context, StaffActor, SystemActor, Tx } from "../store/index.ts";
import { record } from "./audit/index.ts";
import { Role, type StaffSession } from "./contract.ts";
import { hashPassword } from "./password.ts";
import "./tables.ts";

/** A member of staff with what follows from their roles. */
export interface StaffProfile {
  readonly actor: StaffActor;
  readonly login: string;
  readonly roles: readonly Role[];
  readonly institution: string;
}

/** Reads one member of staff inside an entry transaction; null where there is none, or they have been let go. */
export const readStaff = async (tx: Tx, by: { staffId: string } | { login: string }) => {
  let query = tx
    .selectFrom("staff")
    .innerJoin("institution", "institution.institution_id", "staff.institution_id")
    .selectAll("staff")
    .select(["institution.name as institution", "institution.sample as sample"])
    .where("staff.disabled_at", "is", null);
  query =
    "login" in by
      ? query.where("staff.login", "=", by.login.toLowerCase())
      : query.where("staff_id", "=", by.staffId);
  return (await query.executeTakeFirst()) ?? null;
};
export type StaffRow = NonNullable<Awaited<ReturnType<typeof readStaff>>>;

export const profileOf = async (tx: Tx, row: StaffRow): Promise<StaffProfile> => {
  const permissions = await tx
    .selectFrom("role_permission")
    .select("permission")
    .distinct()
    .where("role", "in", row.roles.length > 0 ? row.roles : [""])
    .execute();
  return {
    login: row.login,
    roles: row.roles.flatMap((role) => Role.safeParse(role).data ?? []),
    institution: row.institution,
    actor: {
      kind: "staff",
      staffId: StaffId.parse(row.staff_id),
      name: row.name,
      institutionId: row.institution_id as InstitutionId,
      sample: row.sample,
      permissions: new Set(permissions.map(({ permission }) => permission as Permission)),
      approvalLimit: row.approval_limit_cents === null ? null : cents(row.approval_limit_cents),
    },
  };
};

export const sessionView = ({ actor, login, roles, institution }: StaffProfile): StaffSession => ({
  kind: "staff",
  staff: {
    staffId: actor.staffId,
    name: actor.name,
    login,
    roles: [...roles],
    permissions: [...actor.permissions].sort(),
    approvalLimit: actor.approvalLimit === null ? null : yuan(actor.approvalLimit),
  },
  institution: { institutionId: actor.institutionId, name: institution, sample: actor.sample },
});

export interface NewStaff {
  readonly login: string;
  readonly name: string;
  readonly password: string;
  readonly roles: readonly Role[];
  /** 分; null where nothing may be approved */
  readonly approvalLimit: bigint | null;
  readonly branchId?: string | null;
}

/** Adds a member of staff at the context's institution, and notes it. @throws Refused `access.login-taken` */
export const addStaff = async (
  context: Context<StaffActor | SystemActor>,
  given: NewStaff,
): Promise<StaffId> => {
  const staffId = StaffId.parse(context.newId());
  const added = await context.tx
    .insertInto("staff")
    .values({
      institution_id: context.actor.institutionId,
      staff_id: staffId,
      login: given.login.toLowerCase(),
      name: given.name,
      password_hash: await hashPassword(given.password),
      roles: [...given.roles],
      approval_limit_cents: given.approvalLimit,
      branch_id: given.branchId ?? null,
      disabled_at: null,
      created_at: context.clock.now(),
    })
    .onConflict((conflict) => conflict.column("login").doNothing())
    .executeTakeFirst();
  if (added.numInsertedOrUpdatedRows === 0n) throw new Refused(loginTaken(given.login));
  const detail = { roles: given.roles, approvalLimit: given.approvalLimit?.toString() ?? null };
  await record(context, { action: "access.addStaff", subject: { kind: "staff", id: staffId }, detail });
  return staffId;
};

const loginTaken = (login: string) =>
  refuse(
    "conflict",
    "access.login-taken",
    { zh: `登录名 ${login} 已有人使用，请换一个。`, en: `The login ${login} is taken; choose another.` },
    { login },
  );

/** Adds the institution that the context is bound to. */
export const addInstitution = async (
  context: Context<SystemActor>,
  given: { name: string; sample: boolean },
): Promise<InstitutionId> => {
  const { institutionId } = context.actor;
  await context.tx
    .insertInto("institution")
    .values({ institution_id: institutionId, ...given, created_at: context.clock.now() })
    .execute();
  await record(context, {
    action: "access.addInstitution",
    subject: { kind: "institution", id: institutionId },
  });
  return institutionId;
};
