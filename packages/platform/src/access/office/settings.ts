import type { z } from "zod";
import type { Context, StaffActor } from "../../store/index.ts";
import { record } from "../audit/index.ts";
import { settingOf } from "../settings.ts";
import type { AccessSettings } from "./contract.ts";

type Settings = z.output<typeof AccessSettings>;

export const readSettings = async ({ tx, actor }: Context<StaffActor>): Promise<Settings> => {
  const row = await settingOf(tx, actor.institutionId);
  return {
    secondFactor: row.second_factor,
    delegationDaysMax: row.delegation_days_max,
    breakGlassMinutes: row.break_glass_minutes,
  };
};

/** From now on; whoever is signed in stays so. */
export const changeSettings = async (context: Context<StaffActor>, given: Settings): Promise<Settings> => {
  const before = await readSettings(context);
  const values = {
    second_factor: given.secondFactor,
    delegation_days_max: given.delegationDaysMax,
    break_glass_minutes: given.breakGlassMinutes,
    changed_at: context.clock.now(),
  };
  await context.tx
    .insertInto("access_setting")
    .values({ institution_id: context.actor.institutionId, ...values })
    .onConflict((conflict) => conflict.column("institution_id").doUpdateSet(values))
    .execute();
  await record(context, {
    action: "access.change-settings",
    subject: { kind: "institution", id: context.actor.institutionId },
    detail: { before, after: given },
  });
  return given;
};
