import { timeInChina } from "../kernel/clock.ts";
import { type InstitutionId, StaffId } from "../kernel/ids.ts";
import { cents, yuan } from "../kernel/money.ts";
import type { Permission } from "../kernel/operation.ts";
import { Refused, refuse } from "../kernel/refusal.ts";
import type { Context, StaffActor, SystemActor, Tx } from "../store/index.ts";
import { record } from "./audit/index.ts";
import { Role, type StaffSession } from "./contract.ts";
import { type HeldRole, heldRoles } from "./held/roles.ts";
import { hashPassword } from "./password.ts";
import type { SessionTable } from "./tables.ts";

/** A member of staff with what follows from their roles. */
export interface StaffProfile {
  readonly actor: StaffActor;
  readonly login: string;
  readonly roles: readonly Role[];
  readonly institution: string;
  /** What they hold for a time. */
  readonly held: readonly HeldRole[];
  /** True while nothing but setting up what is missing is open. */
  readonly mustEnrol: boolean;
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

/** The part of a session that says what may be done in it. */
export interface SessionBounds {
  readonly session_id: string;
  readonly kind: SessionTable["kind"];
  readonly scopes: readonly string[] | null;
  readonly must_enrol: boolean;
}

/** What follows from someone's own roles, those they hold for a time, and the bounds of the session. */
export const profileOf = async (
  tx: Tx,
  row: StaffRow,
  session: SessionBounds,
  now: Date,
): Promise<StaffProfile> => {
  const held = await heldRoles(tx, row, now);
  const roles = [...new Set([...row.roles, ...held.flatMap((one) => one.roles)])];
  const permissions = await tx
    .selectFrom("role_permission")
    .select("permission")
    .distinct()
    .where("role", "in", roles.length > 0 ? roles : [""])
    .execute();
  const allowed = permissions
    .map(({ permission }) => permission)
    .filter((one) => !session.must_enrol && (session.scopes?.includes(one) ?? true));
  const limit = highest([row.approval_limit_cents, ...held.map((one) => one.limit)]);
  return {
    held,
    mustEnrol: session.must_enrol,
    login: row.login,
    roles: row.roles.flatMap((role) => Role.safeParse(role).data ?? []),
    institution: row.institution,
    actor: {
      kind: "staff",
      staffId: StaffId.parse(row.staff_id),
      name: row.name,
      institutionId: row.institution_id as InstitutionId,
      sample: row.sample,
      permissions: new Set(allowed as Permission[]),
      approvalLimit: limit === null ? null : cents(limit),
      session: { id: session.session_id, kind: session.kind === "program" ? "program" : "staff" },
    },
  };
};

const highest = (limits: readonly (bigint | null)[]): bigint | null =>
  limits.reduce((most, one) => (one !== null && (most === null || one > most) ? one : most), null);

export const sessionView = ({
  actor,
  login,
  roles,
  institution,
  held,
  mustEnrol,
}: StaffProfile): StaffSession => ({
  kind: "staff",
  staff: {
    staffId: actor.staffId,
    name: actor.name,
    login,
    roles: [...roles],
    permissions: [...actor.permissions].sort(),
    approvalLimit: actor.approvalLimit === null ? null : yuan(actor.approvalLimit),
    mustEnrol,
    held: held.map(({ kind, roles: given, until, from }) => ({
      kind,
      roles: kind === "delegation" ? given.flatMap((role) => Role.safeParse(role).data ?? []) : [],
      until: timeInChina(until),
      from,
    })),
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
  /** True where they must choose their own before anything else. */
  readonly passwordTemporary?: boolean;
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
      password_temporary: given.passwordTemporary ?? false,
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
