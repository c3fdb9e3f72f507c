import { Refused } from "../../kernel/refusal.ts";
import type { Context, StaffActor } from "../../store/index.ts";
import { isPassword } from "../password.ts";
import { settingOf } from "../settings.ts";
import { accountRefusals, notAProgram } from "./refusals.ts";

/** Who asks, as their own row says. */
export const ownRow = ({ tx, actor }: Context<StaffActor>) =>
  tx
    .selectFrom("staff")
    .leftJoin("branch", (join) =>
      join
        .onRef("branch.branch_id", "=", "staff.branch_id")
        .onRef("branch.institution_id", "=", "staff.institution_id"),
    )
    .select(["staff.login", "staff.name", "staff.password_hash", "staff.password_temporary"])
    .select("branch.name as branch")
    .where("staff.staff_id", "=", actor.staffId)
    .executeTakeFirstOrThrow();

/** Their authenticator; undefined where there is none, not even one begun. */
export const ownTotp = ({ tx, actor }: Context<StaffActor>) =>
  tx
    .selectFrom("staff_totp")
    .select(["secret", "last_step", "confirmed_at"])
    .where("staff_id", "=", actor.staffId)
    .executeTakeFirst();

/** Before anything about the ways in changes: the person, not a program, with their password. @throws Refused */
export const askPassword = async (context: Context<StaffActor>, password: string) => {
  notAProgram(context.actor);
  const row = await ownRow(context);
  if (!(await isPassword(password, row.password_hash))) throw new Refused(accountRefusals.wrongPassword());
  return row;
};

/** Opens this person's sessions that waited for something to be set up, once nothing is missing any more. */
export const openWhatWaited = async (context: Context<StaffActor>): Promise<void> => {
  const { tx, actor } = context;
  const [row, totp, setting] = [
    await ownRow(context),
    await ownTotp(context),
    await settingOf(tx, actor.institutionId),
  ];
  if (row.password_temporary || (setting.second_factor === "required" && !totp?.confirmed_at)) return;
  await tx
    .updateTable("session")
    .set({ must_enrol: false })
    .where("staff_id", "=", actor.staffId)
    .where("must_enrol", "=", true)
    .execute();
};
