import type { Tx } from "../store/index.ts";
import { vault } from "./vault.ts";

/** After five failures in a row within a quarter of an hour nobody signs in to that login for a quarter of an hour. */
export const MAX_FAILURES = 5;
export const LOCK_MS = 15 * 60_000;

export interface Failures {
  readonly failures: number;
  readonly lastAt: Date;
  readonly lockedUntil: Date | null;
}

/** What one more failure makes of the count. Pure. */
export const afterFailure = (before: Failures | undefined, now: Date): Failures => {
  const recent = before !== undefined && now.getTime() - before.lastAt.getTime() < LOCK_MS;
  const failures = recent && !isOver(before, now) ? before.failures + 1 : 1;
  return {
    failures,
    lastAt: now,
    lockedUntil: failures >= MAX_FAILURES ? new Date(now.getTime() + LOCK_MS) : null,
  };
};

const isOver = ({ lockedUntil }: Failures, now: Date) => lockedUntil !== null && lockedUntil <= now;

/** Logins are counted by blind index, known or not, so that neither the table nor the answer tells which are known. */
const blindLogin = (login: string) => vault.blind("login", login.toLowerCase());

/** Takes the login's count until the transaction ends: tries at the same moment are counted one after the other. */
export const readFailures = async (tx: Tx, login: string, now: Date): Promise<Failures> => {
  const loginBlind = blindLogin(login);
  await tx
    .insertInto("sign_in_failure")
    .values({ login_blind: loginBlind, failures: 0, last_at: now, locked_until: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await tx
    .selectFrom("sign_in_failure")
    .selectAll()
    .where("login_blind", "=", loginBlind)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return { failures: row.failures, lastAt: row.last_at, lockedUntil: row.locked_until };
};

export const writeFailures = async (tx: Tx, login: string, now: Failures): Promise<void> => {
  await tx
    .updateTable("sign_in_failure")
    .set({ failures: now.failures, last_at: now.lastAt, locked_until: now.lockedUntil })
    .where("login_blind", "=", blindLogin(login))
    .execute();
};

export const forgetFailures = async (tx: Tx, login: string): Promise<void> => {
  await tx.deleteFrom("sign_in_failure").where("login_blind", "=", blindLogin(login)).execute();
};
