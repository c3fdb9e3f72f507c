import { type Bound, bind } from "../../http/index.ts";
import { timeInChina } from "../../kernel/clock.ts";
import { Refused } from "../../kernel/refusal.ts";
import type { Context, StaffActor } from "../../store/index.ts";
import { record } from "../audit/index.ts";
import { hashPassword, isPassword } from "../password.ts";
import { settingOf } from "../settings.ts";
import * as contract from "./contract.ts";
import { askPassword, openWhatWaited, ownRow, ownTotp } from "./own.ts";
import { accountRefusals } from "./refusals.ts";
import { endSession, endSessionsOf, sessionsOf } from "./sessions.ts";
import { begin, confirm, remove } from "./totp.ts";

const codesLeft = async ({ tx, actor }: Context<StaffActor>): Promise<number> => {
  const rows = await tx
    .selectFrom("staff_recovery_code")
    .select("code_hash")
    .where("staff_id", "=", actor.staffId)
    .where("used_at", "is", null)
    .execute();
  return rows.length;
};

const passkeysOf = async ({ tx, actor }: Context<StaffActor>) => {
  const rows = await tx
    .selectFrom("staff_passkey")
    .select(["passkey_id", "name", "created_at", "used_at"])
    .where("staff_id", "=", actor.staffId)
    .orderBy("created_at")
    .execute();
  return rows.map((row) => ({
    passkeyId: row.passkey_id,
    name: row.name,
    since: timeInChina(row.created_at),
    usedAt: row.used_at && timeInChina(row.used_at),
  }));
};

const changePassword = async (context: Context<StaffActor>, given: { current: string; password: string }) => {
  const { password_hash } = await askPassword(context, given.current);
  if (await isPassword(given.password, password_hash)) throw new Refused(accountRefusals.samePassword());
  const { tx, actor } = context;
  await tx
    .updateTable("staff")
    .set({ password_hash: await hashPassword(given.password), password_temporary: false })
    .where("staff_id", "=", actor.staffId)
    .execute();
  const ended = await endSessionsOf(tx, actor.staffId, actor.session?.id);
  await record(context, {
    action: "access.change-password",
    subject: { kind: "staff", id: actor.staffId },
    detail: { ended },
  });
  await openWhatWaited(context);
  return { ended };
};

/** 我的账号: what each person does with their own ways in. */
export const accountApi: readonly Bound[] = [
  bind(contract.myAccount, async (context) => {
    const row = await ownRow(context);
    const totp = await ownTotp(context);
    return {
      login: row.login,
      name: row.name,
      branch: row.branch,
      secondFactor: (await settingOf(context.tx, context.actor.institutionId)).second_factor,
      passwordTemporary: row.password_temporary,
      totpSince: totp?.confirmed_at ? timeInChina(totp.confirmed_at) : null,
      passkeys: await passkeysOf(context),
      recoveryCodesLeft: await codesLeft(context),
      sessions: await sessionsOf(context, context.actor.staffId),
      permissions: [...context.actor.permissions].sort(),
    };
  }),
  bind(contract.beginTotp, (context, { body }) => begin(context, body.password)),
  bind(contract.confirmTotp, (context, { body }) => confirm(context, body.code)),
  bind(contract.removeTotp, async (context, { body }) => {
    await remove(context, body.password);
    return { removed: true };
  }),
  bind(contract.changePassword, (context, { body }) => changePassword(context, body)),
  bind(contract.endMySession, async (context, { params }) => {
    await endSession(context, params.sessionId, context.actor.staffId);
    return { ended: true };
  }),
];
