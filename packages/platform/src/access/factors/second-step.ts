import type { Tx } from "../../store/index.ts";
import type { StaffRow } from "../staff.ts";
import { vault } from "../vault.ts";
import { looksLikeRecovery, recoveryHash } from "./recovery.ts";
import { stepOfCode } from "./totp.ts";

/** What the second step came to. `none`: nothing is set up, and the institution's setting says whether that is enough. */
export type SecondStep = "passed" | "none" | "asked" | "wrong";

const totpOf = (tx: Tx, { institution_id, staff_id }: StaffRow) =>
  tx
    .selectFrom("staff_totp")
    .select(["secret", "last_step"])
    .where("institution_id", "=", institution_id)
    .where("staff_id", "=", staff_id)
    .where("confirmed_at", "is not", null)
    .executeTakeFirst();

/** Checks the second step after the password, inside an entry transaction. A code that was right is spent by it. */
export const secondStep = async (
  tx: Tx,
  row: StaffRow,
  code: string | undefined,
  now: Date,
): Promise<SecondStep> => {
  const totp = await totpOf(tx, row);
  if (!totp) return "none";
  if (code === undefined) return "asked";
  const spent = looksLikeRecovery(code)
    ? await spendRecovery(tx, row, code, now)
    : await spendCode(tx, row, totp, code, now);
  return spent ? "passed" : "wrong";
};

const spendCode = async (
  tx: Tx,
  row: StaffRow,
  totp: { secret: string; last_step: bigint },
  code: string,
  now: Date,
): Promise<boolean> => {
  const secret = Buffer.from(vault.open(totp.secret), "base64");
  const step = stepOfCode(secret, code.replaceAll(/\s/g, ""), now, Number(totp.last_step));
  if (step === null) return false;
  // Of two that come with the same code at once, one finds the step still free.
  const kept = await tx
    .updateTable("staff_totp")
    .set({ last_step: BigInt(step) })
    .where("institution_id", "=", row.institution_id)
    .where("staff_id", "=", row.staff_id)
    .where("last_step", "<", BigInt(step))
    .executeTakeFirst();
  return kept.numUpdatedRows === 1n;
};

const spendRecovery = async (tx: Tx, row: StaffRow, code: string, now: Date): Promise<boolean> => {
  const spent = await tx
    .updateTable("staff_recovery_code")
    .set({ used_at: now })
    .where("institution_id", "=", row.institution_id)
    .where("staff_id", "=", row.staff_id)
    .where("code_hash", "=", recoveryHash(row.staff_id, code))
    .where("used_at", "is", null)
    .executeTakeFirst();
  return spent.numUpdatedRows === 1n;
};
