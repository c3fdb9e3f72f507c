import type { Tx } from "../store/index.ts";
import { networkOf } from "./network.ts";
import { vault } from "./vault.ts";

/**
 * Guessing passwords is made slow without giving strangers a way to lock a colleague out. Whoever locks a name as such lets
 * anybody who knows it keep its owner from working; so failures are counted where they come from:
 *
 * - **a device the person has signed in from** (it holds a mark given to that login) has a count of its own: five failures in a
 *   row rest that device for a quarter of an hour. What happens elsewhere never touches it.
 * - **a login from one address** without such a mark: five failures lock that pair for a quarter of an hour. A stranger locks out
 *   themselves, and at most those new devices that share their address.
 * - **a login from anywhere** without a mark: beyond twenty failures it is only slowed, one try in 1, 2, 4 … at most 30 seconds,
 *   so that guessing from many addresses stays hopeless (under 3,000 tries a day) and a person with a new device still comes in
 *   by trying again.
 *
 * Names are counted alike whether anybody has them, so that neither the table nor the answer tells which are known.
 */
export const MAX_FAILURES = 5;
export const LOCK_MS = 15 * 60_000;
export const FREE_FAILURES = 20;
const LONGEST_WAIT_MS = 30_000;

export interface Failures {
  readonly failures: number;
  readonly lastAt: Date;
  readonly lockedUntil: Date | null;
}

/** How one kind of count answers: how long to wait after so many failures, and whether a wait that is over begins anew. */
export interface Throttle {
  readonly name: "lock" | "slow";
  readonly wait_ms: (failures: number) => number;
  readonly forgives: boolean;
}
export const LOCK: Throttle = {
  name: "lock",
  wait_ms: (failures) => (failures >= MAX_FAILURES ? LOCK_MS : 0),
  forgives: true,
};
export const SLOW: Throttle = {
  name: "slow",
  wait_ms: (failures) =>
    failures < FREE_FAILURES ? 0 : Math.min(1000 * 2 ** (failures - FREE_FAILURES), LONGEST_WAIT_MS),
  forgives: false,
};

const isOver = ({ lockedUntil }: Failures, now: Date) => lockedUntil !== null && lockedUntil <= now;

/** What one more failure makes of a count; those more than a quarter of an hour apart do not add up. Pure. */
export const afterFailure = (
  before: Failures | undefined,
  now: Date,
  throttle: Throttle = LOCK,
): Failures => {
  const recent = before !== undefined && now.getTime() - before.lastAt.getTime() < LOCK_MS;
  const anew = !recent || (throttle.forgives && isOver(before, now));
  const failures = anew ? 1 : before.failures + 1;
  const wait = throttle.wait_ms(failures);
  return { failures, lastAt: now, lockedUntil: wait > 0 ? new Date(now.getTime() + wait) : null };
};

/** Something that failures are counted by. */
export interface Counted {
  readonly key: Buffer;
  readonly throttle: Throttle;
}

/** What a try is counted by: the person's own device alone, or else the address it comes from and the name as such. */
export const countedBy = (given: {
  readonly login: string;
  readonly address: string;
  /** The device's id where this login has signed in from it before. */
  readonly device: string | null;
}): readonly Counted[] => {
  const login = given.login.toLowerCase();
  const key = (text: string): Buffer => vault.blind("login", text);
  if (given.device !== null) return [{ key: key(`${login} device ${given.device}`), throttle: LOCK }];
  return [
    { key: key(`${login} from ${networkOf(given.address)}`), throttle: LOCK },
    { key: key(login), throttle: SLOW },
  ];
};

/** Takes a count until the transaction ends: tries at the same moment are counted one after the other. */
export const readFailures = async (tx: Tx, { key }: Counted, now: Date): Promise<Failures> => {
  await tx
    .insertInto("sign_in_failure")
    .values({ login_blind: key, failures: 0, last_at: now, locked_until: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await tx
    .selectFrom("sign_in_failure")
    .selectAll()
    .where("login_blind", "=", key)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return { failures: row.failures, lastAt: row.last_at, lockedUntil: row.locked_until };
};

export const writeFailures = async (tx: Tx, { key }: Counted, now: Failures): Promise<void> => {
  await tx
    .updateTable("sign_in_failure")
    .set({ failures: now.failures, last_at: now.lastAt, locked_until: now.lockedUntil })
    .where("login_blind", "=", key)
    .execute();
};

/** The person came in: what was counted of their device or address is forgotten. What slows strangers stays, and fades by itself. */
export const forgetFailures = async (tx: Tx, counted: readonly Counted[]): Promise<void> => {
  for (const { key } of counted.filter(({ throttle }) => throttle.forgives))
    await tx.deleteFrom("sign_in_failure").where("login_blind", "=", key).execute();
};
