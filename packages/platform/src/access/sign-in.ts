import type { EntryContext } from "../http/index.ts";
import { orRefuse, type Refusal, refuse } from "../kernel/refusal.ts";
import type { StaffActor, Tx } from "../store/index.ts";
import { record } from "./audit/index.ts";
import type { StaffSession } from "./contract.ts";
import { DEVICE_MS, deviceOf, newDevice } from "./device.ts";
import {
  afterFailure,
  type Counted,
  countedBy,
  type Failures,
  forgetFailures,
  readFailures,
  writeFailures,
} from "./lockout.ts";
import { isPassword } from "./password.ts";
import { openSession, STAFF_SESSION_MS } from "./sessions.ts";
import { profileOf, readStaff, type StaffProfile, sessionView } from "./staff.ts";

/** Signs a member of staff in: sets the session, marks the device, notes it, forgets earlier failures. */
export const signInStaff = async (
  context: EntryContext,
  given: { login: string; password: string },
): Promise<StaffSession> => {
  // A refusal is returned out of the transaction, not thrown, so that the count of failures stays.
  const profile = orRefuse(await context.store.entry((tx) => admit(context, tx, given)));
  await note(context, profile.actor, "access.signIn");
  return sessionView(profile);
};

/** What still keeps a try waiting, the longest first. */
const waiting = (counts: readonly Count[], now: Date): Refusal | undefined =>
  counts
    .flatMap(({ failures: { lockedUntil }, counted: { throttle } }) =>
      lockedUntil && lockedUntil > now ? [{ until: lockedUntil, throttle }] : [],
    )
    .sort((a, b) => b.until.getTime() - a.until.getTime())
    .map(({ until, throttle }) => refusals[throttle.name](until, now))[0];

interface Count {
  readonly counted: Counted;
  readonly failures: Failures;
}

const admit = async (
  context: EntryContext,
  tx: Tx,
  { login, password }: { login: string; password: string },
): Promise<StaffProfile | Refusal> => {
  const now = context.clock.now();
  const device = deviceOf(context.device, login);
  const counted = countedBy({ login, address: context.address, device });
  const before: Count[] = [];
  for (const one of counted) before.push({ counted: one, failures: await readFailures(tx, one, now) });
  const early = waiting(before, now);
  if (early) return early;
  const row = await readStaff(tx, { login });
  if (!(await isPassword(password, row?.password_hash)) || !row) {
    const after = before.map((one) => ({
      ...one,
      failures: afterFailure(one.failures, now, one.counted.throttle),
    }));
    for (const one of after) await writeFailures(tx, one.counted, one.failures);
    // A try that is merely to be slowed down hears that it was wrong; only a lock is said at once.
    return (
      waiting(
        after.filter((one) => one.counted.throttle.name === "lock"),
        now,
      ) ?? wrongPassword()
    );
  }
  await forgetFailures(tx, counted);
  const profile = await profileOf(tx, row);
  const { institutionId, staffId } = profile.actor;
  const owner = { kind: "staff", institutionId, staffId } as const;
  context.setSession(await openSession(tx, owner, { now, lasts_ms: STAFF_SESSION_MS }));
  if (device === null)
    context.setDevice({ mark: newDevice(login), expiresAt: new Date(now.getTime() + DEVICE_MS) });
  return profile;
};

const note = ({ store, clock, newId }: EntryContext, actor: StaffActor, action: string) =>
  store.within({ institutionId: actor.institutionId }, (tx) =>
    record({ tx, actor, clock, newId }, { action, subject: { kind: "staff", id: actor.staffId } }),
  );

const wrongPassword = () =>
  refuse("unauthenticated", "access.wrong-password", {
    zh: "账号或密码不正确。",
    en: "The login or the password is not right.",
  });

const secondsUntil = (until: Date, now: Date): number =>
  Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1000));

const refusals: Readonly<Record<Counted["throttle"]["name"], (until: Date, now: Date) => Refusal>> = {
  lock: (until, now) => {
    const retryAfterSeconds = secondsUntil(until, now);
    const minutes = Math.ceil(retryAfterSeconds / 60);
    return refuse(
      "too-many",
      "access.locked",
      {
        zh: `这里多次登录失败，为保护账号已暂停登录，请 ${minutes} 分钟后再试；在您用过的其他设备上可以照常登录。`,
        en: `Too many failures from here; to protect the account signing in is paused. Try again in ${minutes} minutes, or from a device you have used before.`,
      },
      { retryAfterSeconds },
    );
  },
  slow: (until, now) => {
    const retryAfterSeconds = secondsUntil(until, now);
    return refuse(
      "too-many",
      "access.slow-down",
      {
        zh: `这个账号近来登录失败较多，请 ${retryAfterSeconds} 秒后再试；在您用过的设备上可以照常登录。`,
        en: `There were many failures for this login lately. Try again in ${retryAfterSeconds} seconds, or from a device you have used before.`,
      },
      { retryAfterSeconds },
    );
  },
};
