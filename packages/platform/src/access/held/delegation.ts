import { dayInChina } from "../../kernel/clock.ts";
import type { StaffId } from "../../kernel/ids.ts";
import { type Refusal, Refused } from "../../kernel/refusal.ts";
import type { Context, StaffActor } from "../../store/index.ts";
import { notAProgram } from "../account/refusals.ts";
import { record } from "../audit/index.ts";
import type { Role } from "../role/contract.ts";
import { settingOf } from "../settings.ts";
import type { TemporaryRole } from "./contract.ts";
import { readHeld, viewOf } from "./list.ts";
import { heldRefusals } from "./refusals.ts";

const DAY_MS = 86_400_000;
const startOf = (day: string) => new Date(`${day}T00:00:00+08:00`);

export interface Delegation {
  readonly to: StaffId;
  readonly roles: readonly Role[];
  /** Days in China, both included. */
  readonly from: string;
  readonly until: string;
  readonly reason: string;
}

/** The days of a delegation, from its first moment to the moment after its last. Pure. */
export const spanOf = (
  { from, until }: Pick<Delegation, "from" | "until">,
  today: string,
  most: number,
): { readonly startsAt: Date; readonly endsAt: Date } | Refusal => {
  const startsAt = startOf(from);
  const endsAt = new Date(startOf(until).getTime() + DAY_MS);
  const days = (endsAt.getTime() - startsAt.getTime()) / DAY_MS;
  return from < today || days < 1 || days > most ? heldRefusals.days(most) : { startsAt, endsAt };
};

/** 转授权: of one's own roles, not of those one holds for another; the limit goes with them. */
export const delegate = async (context: Context<StaffActor>, given: Delegation): Promise<TemporaryRole> => {
  const { tx, actor, clock, newId } = context;
  notAProgram(actor);
  if (given.to === actor.staffId) throw new Refused(heldRefusals.toOneself());
  const people = await tx
    .selectFrom("staff")
    .select(["staff_id", "roles", "approval_limit_cents"])
    .where("staff_id", "in", [given.to, actor.staffId])
    .where("disabled_at", "is", null)
    .execute();
  const own = people.find((one) => one.staff_id === actor.staffId);
  if (!own || !people.some((one) => one.staff_id === given.to)) throw new Refused(heldRefusals.noColleague());
  const foreign = given.roles.filter((role) => !own.roles.includes(role));
  if (foreign.length > 0) throw new Refused(heldRefusals.notOwn(foreign));
  const { delegation_days_max: most } = await settingOf(tx, actor.institutionId);
  const span = spanOf(given, dayInChina(clock.now()), most);
  if ("refused" in span) throw new Refused(span);
  const temporaryRoleId = newId();
  await tx
    .insertInto("temporary_role")
    .values({
      institution_id: actor.institutionId,
      temporary_role_id: temporaryRoleId,
      kind: "delegation",
      staff_id: given.to,
      from_staff_id: actor.staffId,
      roles: [...given.roles],
      approval_limit_cents: own.approval_limit_cents,
      reason: given.reason,
      starts_at: span.startsAt,
      ends_at: span.endsAt,
    })
    .execute();
  const { to, ...detail } = given;
  await record(context, {
    action: "access.delegate",
    subject: { kind: "staff", id: to },
    detail: { ...detail, temporaryRoleId },
  });
  return viewOf(await readHeld(context, temporaryRoleId), context);
};

/** Ends what still runs, or has not begun. @throws Refused */
export const endHeld = async (
  context: Context<StaffActor>,
  temporaryRoleId: string,
): Promise<TemporaryRole> => {
  const view = viewOf(await readHeld(context, temporaryRoleId), context);
  if (view.state === "ended" || view.state === "over") throw new Refused(heldRefusals.over());
  if (!view.mayEnd) throw new Refused(heldRefusals.notYours());
  await context.tx
    .updateTable("temporary_role")
    .set({ ended_at: context.clock.now() })
    .where("temporary_role_id", "=", temporaryRoleId)
    .execute();
  await record(context, {
    action: "access.end-temporary-role",
    subject: { kind: "staff", id: view.staffId },
    detail: { temporaryRoleId, kind: view.kind },
  });
  return viewOf(await readHeld(context, temporaryRoleId), context);
};
