import type { Tx } from "../store/index.ts";
import "./tables.ts";

/** What holds where an institution has said nothing. */
const DEFAULTS = { second_factor: "optional", delegation_days_max: 31, break_glass_minutes: 30 } as const;

/** What an institution asks of its own people; also inside an entry transaction. */
export const settingOf = async (tx: Tx, institutionId: string) =>
  (await tx
    .selectFrom("access_setting")
    .select(["second_factor", "delegation_days_max", "break_glass_minutes"])
    .where("institution_id", "=", institutionId)
    .executeTakeFirst()) ?? DEFAULTS;
