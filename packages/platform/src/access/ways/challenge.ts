import type { Clock } from "../../kernel/clock.ts";
import type { Store, Tx } from "../../store/index.ts";
import { hashToken } from "../sessions.ts";
import type { SignInChallengeTable } from "../tables.ts";

const LASTS_MS = 5 * 60_000;

/** Keeps what was asked, by its hash, for five minutes. `detail` is whatever the answer must be checked against. */
export const keepChallenge = (
  { store, clock }: { readonly store: Store; readonly clock: Clock },
  kind: SignInChallengeTable["kind"],
  challenge: string,
  detail: string,
): Promise<unknown> =>
  store.entry((tx) =>
    tx
      .insertInto("sign_in_challenge")
      .values({
        challenge_hash: hashToken(challenge),
        kind,
        detail,
        expires_at: new Date(clock.now().getTime() + LASTS_MS),
      })
      .execute(),
  );

/** Takes a challenge back for its answer: once, and in time; undefined where there is none. */
export const takeChallenge = async (
  tx: Tx,
  kind: SignInChallengeTable["kind"],
  challenge: string,
  now: Date,
): Promise<string | undefined> => {
  const taken = await tx
    .deleteFrom("sign_in_challenge")
    .where("challenge_hash", "=", hashToken(challenge))
    .where("kind", "=", kind)
    .where("expires_at", ">", now)
    .returning("detail")
    .executeTakeFirst();
  return taken?.detail;
};
