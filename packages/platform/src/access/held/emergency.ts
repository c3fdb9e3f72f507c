import { timeInChina } from "../../kernel/clock.ts";
import { Refused } from "../../kernel/refusal.ts";
import type { Context, StaffActor } from "../../store/index.ts";
import { notAProgram } from "../account/refusals.ts";
import { actionWords, record } from "../audit/index.ts";
import { settingOf } from "../settings.ts";
import type { TemporaryRole } from "./contract.ts";
import { readHeld, viewOf } from "./list.ts";
import { heldRefusals } from "./refusals.ts";

const MINUTE_MS = 60_000;
/** More acts than anybody does in an emergency. */
const MOST_ACTS = 2_000;

/** 应急访问: for the minutes that the institution's setting says, from now. */
export const breakGlass = async (context: Context<StaffActor>, reason: string): Promise<TemporaryRole> => {
  const { tx, actor, clock, newId } = context;
  notAProgram(actor);
  const now = clock.now();
  const running = await tx
    .selectFrom("temporary_role")
    .select("ends_at")
    .where("staff_id", "=", actor.staffId)
    .where("kind", "=", "break-glass")
    .where("ends_at", ">", now)
    .where("ended_at", "is", null)
    .executeTakeFirst();
  if (running) throw new Refused(heldRefusals.running(timeInChina(running.ends_at)));
  const { break_glass_minutes: minutes } = await settingOf(tx, actor.institutionId);
  const temporaryRoleId = newId();
  await tx
    .insertInto("temporary_role")
    .values({
      institution_id: actor.institutionId,
      temporary_role_id: temporaryRoleId,
      kind: "break-glass",
      staff_id: actor.staffId,
      from_staff_id: null,
      roles: [],
      approval_limit_cents: null,
      reason,
      starts_at: now,
      ends_at: new Date(now.getTime() + minutes * MINUTE_MS),
    })
    .execute();
  await record(context, {
    action: "access.break-glass",
    subject: { kind: "staff", id: actor.staffId },
    purpose: reason,
    detail: { temporaryRoleId, minutes },
  });
  return viewOf(await readHeld(context, temporaryRoleId), context);
};

/** What someone did while the emergency ran, as the audit has it. */
export const trailOf = async (context: Context<StaffActor>, temporaryRoleId: string) => {
  const row = await readHeld(context, temporaryRoleId);
  const notes = await context.tx
    .selectFrom("audit_entry")
    .select(["at", "action", "subject_kind", "subject_id", "purpose"])
    .where("actor_id", "=", row.staff_id)
    .where("at", ">=", row.starts_at)
    .where("at", "<=", row.ended_at ?? row.ends_at)
    .orderBy("at")
    .orderBy("audit_id")
    .limit(MOST_ACTS)
    .execute();
  return notes.map((note) => ({
    at: timeInChina(note.at),
    what: actionWords(note.action) ?? { zh: note.action, en: note.action },
    subject: { kind: note.subject_kind, id: note.subject_id },
    purpose: note.purpose,
  }));
};

/** 事后复核: by another than who had it, once, when it is over. */
export const review = async (
  context: Context<StaffActor>,
  temporaryRoleId: string,
  given: { readonly verdict: "justified" | "unjustified"; readonly note: string },
): Promise<TemporaryRole> => {
  const row = await readHeld(context, temporaryRoleId);
  if (row.staff_id === context.actor.staffId) throw new Refused(heldRefusals.ownReview());
  if (!viewOf(row, context).mayReview) throw new Refused(heldRefusals.notForReview());
  await context.tx
    .updateTable("temporary_role")
    .set({
      reviewed_at: context.clock.now(),
      reviewed_by: context.actor.staffId,
      verdict: given.verdict,
      review_note: given.note,
    })
    .where("temporary_role_id", "=", temporaryRoleId)
    .where("reviewed_at", "is", null)
    .execute();
  await record(context, {
    action: "access.review-break-glass",
    subject: { kind: "staff", id: row.staff_id },
    detail: { temporaryRoleId, ...given },
  });
  return viewOf(await readHeld(context, temporaryRoleId), context);
};
