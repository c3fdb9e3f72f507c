import type { EntryContext } from "../http/index.ts";
import { InstitutionId, StaffId } from "../kernel/ids.ts";
import { orRefuse, type Refusal, refuse } from "../kernel/refusal.ts";
import type { StaffActor, Tx } from "../store/index.ts";
import { record } from "./audit/index.ts";
import { browserWords } from "./browser.ts";
import type { StaffSession } from "./contract.ts";
import { DEVICE_MS, deviceOf, newDevice } from "./device.ts";
import { secondStep } from "./factors/second-step.ts";
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
import { settingOf } from "./settings.ts";
import { profileOf, readStaff, type StaffProfile, type StaffRow, sessionView } from "./staff.ts";

interface Given {
  readonly login: string;
  readonly password: string;
  /** The second step: six digits, or a recovery code. */
  readonly code?: string | undefined;
}

/** Signs a member of staff in: sets the session, marks the device, notes it, forgets earlier failures. */
export const signInStaff = async (context: EntryContext, given: Given): Promise<StaffSession> => {
  // A refusal is returned out of the transaction, not thrown, so that the count of failures stays.
  const profile = orRefuse(await context.store.entry((tx) => admit(context, tx, given)));
  await noteSignIn(context, profile.actor, "access.signIn");
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
  { login, password, code }: Given,
): Promise<StaffProfile | Refusal> => {
  const now = context.clock.now();
  const device = deviceOf(context.device, login);
  const counted = countedBy({ login, address: context.address, device });
  const before: Count[] = [];
  for (const one of counted) before.push({ counted: one, failures: await readFailures(tx, one, now) });
  const early = waiting(before, now);
  if (early) return early;
  const row = await readStaff(tx, { login });
  if (!(await isPassword(password, row?.password_hash)) || !row)
    return countFailure(tx, before, now, wrongPassword());
  const step = await secondStep(tx, row, code, now);
  if (step === "asked") return secondStepAsked();
  if (step === "wrong") return countFailure(tx, before, now, wrongSecondStep());
  await forgetFailures(tx, counted);
  if (device === null)
    context.setDevice({ mark: newDevice(login), expiresAt: new Date(now.getTime() + DEVICE_MS) });
  return letIn(context, tx, row, await mustSetUp(tx, row, step));
};

/** Opens the session of someone who has shown who they are. */
export const letIn = async (
  context: EntryContext,
  tx: Tx,
  row: StaffRow,
  mustEnrol: boolean,
): Promise<StaffProfile> => {
  const now = context.clock.now();
  const owner = {
    kind: "staff",
    institutionId: InstitutionId.parse(row.institution_id),
    staffId: StaffId.parse(row.staff_id),
  } as const;
  const device = browserWords(context.browser);
  const opened = await openSession(tx, owner, { now, lasts_ms: STAFF_SESSION_MS, device, mustEnrol });
  context.setSession(opened);
  const session = {
    session_id: opened.sessionId,
    kind: "staff",
    scopes: null,
    must_enrol: mustEnrol,
  } as const;
  return profileOf(tx, row, session, now);
};

/** Whether something must be set up first: a password of one's own, or the second step that the institution asks for. */
const mustSetUp = async (tx: Tx, row: StaffRow, step: "passed" | "none"): Promise<boolean> =>
  row.password_temporary ||
  (step === "none" && (await settingOf(tx, row.institution_id)).second_factor === "required");

/** Counts a failure on every count; where that locks, the lock is what is said. */
const countFailure = async (
  tx: Tx,
  before: readonly Count[],
  now: Date,
  wrong: Refusal,
): Promise<Refusal> => {
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
    ) ?? wrong
  );
};

export const noteSignIn = ({ store, clock, newId }: EntryContext, actor: StaffActor, action: string) =>
  store.within({ institutionId: actor.institutionId }, (tx) =>
    record({ tx, actor, clock, newId }, { action, subject: { kind: "staff", id: actor.staffId } }),
  );

const wrongPassword = () =>
  refuse("unauthenticated", "access.wrong-password", {
    zh: "账号或密码不正确。",
    en: "The login or the password is not right.",
  });

const secondStepAsked = () =>
  refuse("unauthenticated", "access.second-step-asked", {
    zh: "请输入身份验证器上的 6 位动态口令，或一个恢复码。",
    en: "Enter the six digits of your authenticator, or one recovery code.",
  });
const wrongSecondStep = () =>
  refuse("unauthenticated", "access.wrong-second-step", {
    zh: "动态口令不正确或已用过；请等下一组数字，或使用恢复码。",
    en: "The code is not right or was used already; wait for the next digits, or use a recovery code.",
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
