import { sweepSessions } from "../access/index.ts";
import type { Clock } from "../kernel/clock.ts";
import type { Store } from "../store/index.ts";

const DAY_MS = 86_400_000;
/** A repeat of a request comes within hours; done work is kept a week for whoever asks what happened. */
const IDEMPOTENCY_DAYS = 2;
const OUTBOX_DAYS = 7;

/** Removes what is of no use any more: expired sessions and codes, old answers, work long done. */
export const keepHouse = async (store: Store, clock: Clock): Promise<void> => {
  const now = clock.now();
  const ago = (days: number) => new Date(now.getTime() - days * DAY_MS);
  await store.entry((tx) => sweepSessions(tx, now));
  for (const { institutionId } of await store.institutions())
    await store.within({ institutionId }, async (tx) => {
      await tx.deleteFrom("idempotency").where("created_at", "<", ago(IDEMPOTENCY_DAYS)).execute();
      await tx.deleteFrom("outbox").where("done_at", "<", ago(OUTBOX_DAYS)).execute();
    });
};
