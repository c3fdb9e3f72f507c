import { randomBytes } from "node:crypto";
import { Refused } from "../../kernel/refusal.ts";
import type { Context, StaffActor } from "../../store/index.ts";
import { record } from "../audit/index.ts";
import { newRecoveryCode, RECOVERY_CODES, recoveryHash } from "../factors/recovery.ts";
import { base32, enrolmentUri, SECRET_BYTES, stepOfCode } from "../factors/totp.ts";
import { settingOf } from "../settings.ts";
import { vault } from "../vault.ts";
import { askPassword, openWhatWaited, ownTotp } from "./own.ts";
import { accountRefusals, notAProgram } from "./refusals.ts";

const noted = (context: Context<StaffActor>, action: string) =>
  record(context, { action, subject: { kind: "staff", id: context.actor.staffId } });

/** A new secret for the authenticator app, in place of any before; it counts from its first code on (`confirm`). */
export const begin = async (context: Context<StaffActor>, password: string) => {
  const { login } = await askPassword(context, password);
  const { tx, actor, clock } = context;
  const bytes = randomBytes(SECRET_BYTES);
  const values = {
    secret: vault.seal(bytes.toString("base64")),
    last_step: 0n,
    confirmed_at: null,
    created_at: clock.now(),
  };
  await tx
    .insertInto("staff_totp")
    .values({ institution_id: actor.institutionId, staff_id: actor.staffId, ...values })
    .onConflict((conflict) => conflict.columns(["institution_id", "staff_id"]).doUpdateSet(values))
    .execute();
  const { name } = await tx.selectFrom("institution").select("name").executeTakeFirstOrThrow();
  const secret = base32(bytes);
  await noted(context, "access.begin-totp");
  return { secret, uri: enrolmentUri(secret, login, name) };
};

/** Takes the first code: from now on each sign-in asks for one. Gives new recovery codes; earlier ones open nothing more. */
export const confirm = async (context: Context<StaffActor>, code: string) => {
  notAProgram(context.actor);
  const { tx, actor, clock } = context;
  const totp = await ownTotp(context);
  if (!totp || totp.confirmed_at) throw new Refused(accountRefusals.notBegun());
  const secret = Buffer.from(vault.open(totp.secret), "base64");
  const step = stepOfCode(secret, code, clock.now(), Number(totp.last_step));
  if (step === null) throw new Refused(accountRefusals.wrongCode());
  await tx
    .updateTable("staff_totp")
    .set({ confirmed_at: clock.now(), last_step: BigInt(step) })
    .where("staff_id", "=", actor.staffId)
    .execute();
  const recoveryCodes = await newCodes(context);
  await noted(context, "access.confirm-totp");
  await openWhatWaited(context);
  return { recoveryCodes };
};

const newCodes = async ({ tx, actor }: Context<StaffActor>): Promise<string[]> => {
  const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode);
  await tx.deleteFrom("staff_recovery_code").where("staff_id", "=", actor.staffId).execute();
  await tx
    .insertInto("staff_recovery_code")
    .values(
      codes.map((code) => ({
        institution_id: actor.institutionId,
        staff_id: actor.staffId,
        code_hash: recoveryHash(actor.staffId, code),
        used_at: null,
      })),
    )
    .execute();
  return codes;
};

/** @throws Refused `access.second-factor-required` where the institution asks everybody for one */
export const remove = async (context: Context<StaffActor>, password: string): Promise<void> => {
  await askPassword(context, password);
  const { tx, actor } = context;
  const setting = await settingOf(tx, actor.institutionId);
  if (setting.second_factor === "required") throw new Refused(accountRefusals.required());
  await forgetSecondStep(context, actor.staffId);
  await noted(context, "access.remove-totp");
};

/** Takes away authenticator and recovery codes. */
export const forgetSecondStep = async (
  { tx }: Pick<Context<StaffActor>, "tx">,
  staffId: string,
): Promise<void> => {
  await tx.deleteFrom("staff_totp").where("staff_id", "=", staffId).execute();
  await tx.deleteFrom("staff_recovery_code").where("staff_id", "=", staffId).execute();
};
