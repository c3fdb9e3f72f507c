import { randomInt, timingSafeEqual } from "node:crypto";
import type { EntryContext } from "../http/index.ts";
import { orRefuse, type Refusal, refuse } from "../kernel/refusal.ts";
import type { Tx } from "../store/index.ts";
import { consumerOf } from "./consumers.ts";
import type { ConsumerSession } from "./contract.ts";
import type { Directory } from "./directory.ts";
import { mask } from "./mask.ts";
import { CONSUMER_SESSION_MS, openSession } from "./sessions.ts";
import { vault } from "./vault.ts";

export const CODE_LASTS_S = 300;
export const CODE_EVERY_S = 60;
export const CODE_TRIES = 5;

export const blindPhone = (phone: string): Buffer => vault.blind("phone", phone);
const hashCode = (phone: string, code: string) => vault.blind("one-time-code", `${phone} ${code}`);

/**
 * Sends a code of six digits to a phone. A number nobody has is answered, limited and remembered alike; only nothing is sent.
 */
export const sendCode = async (
  context: EntryContext,
  directory: Directory,
  phone: string,
): Promise<{ sentTo: string; expiresInSeconds: number }> => {
  const code = String(randomInt(1_000_000)).padStart(6, "0");
  const blind = blindPhone(phone);
  const known = orRefuse(
    await context.store.entry(async (tx) => {
      const tooSoon = await keepCode(context, tx, blind, hashCode(phone, code));
      return tooSoon ?? directory.findByPhone(tx, blind);
    }),
  );
  // One message is enough where several institutions know the number.
  const [first] = known;
  if (first) {
    const { clock, newId, store } = context;
    const { institutionId, partyId } = first;
    await store.within({ institutionId }, (tx) =>
      directory.sendCode(
        { tx, clock, newId, actor: { kind: "system", name: "access", institutionId } },
        { partyId, phone, code, minutes: CODE_LASTS_S / 60 },
      ),
    );
  }
  return { sentTo: mask.phone(phone), expiresInSeconds: CODE_LASTS_S };
};

const keepCode = async (
  { clock }: EntryContext,
  tx: Tx,
  phoneBlind: Buffer,
  codeHash: Buffer,
): Promise<Refusal | undefined> => {
  const now = clock.now();
  const values = {
    code_hash: codeHash,
    sent_at: now,
    expires_at: new Date(now.getTime() + CODE_LASTS_S * 1000),
    tries: 0,
  };
  const soonest = new Date(now.getTime() - CODE_EVERY_S * 1000);
  const kept = await tx
    .insertInto("one_time_code")
    .values({ phone_blind: phoneBlind, ...values })
    .onConflict((conflict) =>
      conflict.column("phone_blind").doUpdateSet(values).where("one_time_code.sent_at", "<=", soonest),
    )
    .returning("sent_at")
    .executeTakeFirst();
  return kept ? undefined : tooSoon();
};

/** Signs a consumer in with the code that their phone received. Each code opens once, and dies after five wrong tries. */
export const enterCode = async (
  context: EntryContext,
  directory: Directory,
  { phone, code }: { phone: string; code: string },
): Promise<ConsumerSession> => {
  const blind = blindPhone(phone);
  orRefuse(await context.store.entry((tx) => useCode(context, tx, blind, hashCode(phone, code))));
  const consumer = await consumerOf({ ...context, directory }, blind);
  if (!consumer) return orRefuse<ConsumerSession>(wrongCode());
  const owner = { kind: "consumer", phoneBlind: blind, phoneMasked: mask.phone(phone) } as const;
  context.setSession(
    await context.store.entry((tx) =>
      openSession(tx, owner, { now: context.clock.now(), lasts_ms: CONSUMER_SESSION_MS }),
    ),
  );
  return {
    kind: "consumer",
    name: consumer.name,
    phoneMasked: owner.phoneMasked,
    sample: consumer.grants.some(({ sample }) => sample),
  };
};

/** The try is counted before the code is compared: of two tries at the same moment neither is free. */
const useCode = async (
  { clock }: EntryContext,
  tx: Tx,
  phoneBlind: Buffer,
  given: Buffer,
): Promise<"right" | Refusal> => {
  const row = await tx
    .updateTable("one_time_code")
    .set((eb) => ({ tries: eb("tries", "+", 1) }))
    .where("phone_blind", "=", phoneBlind)
    .where("expires_at", ">", clock.now())
    .where("tries", "<", CODE_TRIES)
    .returning("code_hash")
    .executeTakeFirst();
  if (!row || !timingSafeEqual(row.code_hash, given)) return wrongCode();
  // Spent, but the row stays, so that the next code still comes a minute after this one at the earliest.
  await tx
    .updateTable("one_time_code")
    .set({ tries: CODE_TRIES })
    .where("phone_blind", "=", phoneBlind)
    .execute();
  return "right";
};

const wrongCode = () =>
  refuse("unauthenticated", "access.wrong-code", {
    zh: "验证码不正确或已失效；输错 5 次后需重新获取。",
    en: "The code is not right or no longer valid; after five wrong tries a new one is needed.",
  });
const tooSoon = () =>
  refuse(
    "too-many",
    "access.code-too-soon",
    {
      zh: "验证码每分钟只能发送一次，请稍后再试。",
      en: "A code is sent at most once a minute; try again shortly.",
    },
    { retryAfterSeconds: CODE_EVERY_S },
  );
