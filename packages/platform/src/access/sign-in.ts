import type { EntryContext } from "../http/index.ts";
import { orRefuse, type Refusal, refuse } from "../kernel/refusal.ts";
import type { StaffActor } from "../store/index.ts";
import { record } from "./audit/index.ts";
import type { StaffSession } from "./contract.ts";
import { afterFailure, forgetFailures, readFailures, writeFailures } from "./lockout.ts";
import { isPassword } from "./password.ts";
import { openSession, STAFF_SESSION_MS } from "./sessions.ts";
import { profileOf, readStaff, type StaffProfile, sessionView } from "./staff.ts";

/** Signs a member of staff in: sets the session, notes it, forgets earlier failures. */
export const signInStaff = async (
  context: EntryContext,
  given: { login: string; password: string },
): Promise<StaffSession> => {
  // A refusal is returned out of the transaction, not thrown, so that the count of failures stays.
  const profile = orRefuse(await context.store.entry((tx) => admit(context, tx, given)));
  await note(context, profile.actor, "access.signIn");
  return sessionView(profile);
};

const admit = async (
  context: EntryContext,
  tx: Parameters<typeof readStaff>[0],
  { login, password }: { login: string; password: string },
): Promise<StaffProfile | Refusal> => {
  const now = context.clock.now();
  const before = await readFailures(tx, login, now);
  if (before.lockedUntil && before.lockedUntil > now) return locked(before.lockedUntil, now);
  const row = await readStaff(tx, { login });
  if (!(await isPassword(password, row?.password_hash)) || !row) {
    const after = afterFailure(before, now);
    await writeFailures(tx, login, after);
    return after.lockedUntil ? locked(after.lockedUntil, now) : wrongPassword();
  }
  await forgetFailures(tx, login);
  const profile = await profileOf(tx, row);
  const { institutionId, staffId } = profile.actor;
  const owner = { kind: "staff", institutionId, staffId } as const;
  context.setSession(await openSession(tx, owner, { now, lasts_ms: STAFF_SESSION_MS }));
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

const locked = (until: Date, now: Date) => {
  const retryAfterSeconds = Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1000));
  const minutes = Math.ceil(retryAfterSeconds / 60);
  return refuse(
    "too-many",
    "access.locked",
    {
      zh: `多次登录失败，为保护账号已暂停登录，请 ${minutes} 分钟后再试。`,
      en: `Too many failures; to protect the account signing in is paused. Try again in ${minutes} minutes.`,
    },
    { retryAfterSeconds },
  );
};
