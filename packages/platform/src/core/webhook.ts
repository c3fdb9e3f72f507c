import type { z } from "zod";
import type { EntryContext } from "../http/index.ts";
import { standing } from "../kernel/clock.ts";
import { orRefuse, Refused, refuse } from "../kernel/refusal.ts";
import type { Context, SystemActor } from "../store/index.ts";
import type { CoreMessage } from "./contract.ts";
import { readLink } from "./link.ts";
import { takeAnswer } from "./request.ts";
import { fits, signatureOf, signedLines } from "./sign.ts";
import { ownerOf } from "./store.ts";

/** A message much older than its signature says, or from the future, is not taken: it may be one that was recorded. */
const WINDOW_MS = 5 * 60_000;

/** One answer for every way in which a message may not be proven, so that nothing is learnt by trying. */
const unproven = (): Refused =>
  new Refused(
    refuse("unauthenticated", "core.unproven", {
      zh: "签名、时间或机构不对，消息未被接收。请核对密钥与时钟（允许相差 5 分钟）。",
      en: "The signature, the time or the institution does not fit; the message was not taken. Check the secret and the clock (5 minutes are allowed).",
    }),
  );

/**
 * Takes a signed message of an institution's core: all of its answers or none. The same message again changes nothing.
 * @throws Refused `core.unproven`, `core.no-instruction`
 */
export const takeMessage = (
  entry: EntryContext,
  message: z.output<typeof CoreMessage>,
): Promise<{ repeated: boolean; changed: number }> =>
  entry.store.within({ institutionId: message.institutionId }, async (tx) => {
    const actor: SystemActor = { kind: "system", name: "核心系统", institutionId: message.institutionId };
    const context: Context<SystemActor> = { tx, actor, clock: standing(entry.clock), newId: entry.newId };
    await prove(context, message);
    if (await wasTaken(context, message.messageId)) return { repeated: true, changed: 0 };
    let changed = 0;
    for (const { instructionId, answer, reference, reason } of message.answers) {
      const partyId = await ownerOf(context, instructionId);
      const before = await versionOf(context, instructionId);
      const after = orRefuse(
        await takeAnswer(
          context,
          { partyId, instructionId },
          { answer, by: actor.name, reference: reference || null, reason: reason || null },
        ),
      );
      if (after.version !== before) changed += 1;
    }
    return { repeated: false, changed };
  });

const prove = async (context: Context, message: z.output<typeof CoreMessage>): Promise<void> => {
  const { mode, secret } = await readLink(context);
  if (mode !== "rest" || secret === null) throw unproven();
  const apart = Math.abs(context.clock.now().getTime() - Date.parse(message.sentAt));
  if (apart > WINDOW_MS || !fits(message.signature, signatureOf(secret, signedLines(message))))
    throw unproven();
};

const wasTaken = async (context: Context<SystemActor>, messageId: string): Promise<boolean> => {
  const inserted = await context.tx
    .insertInto("core_message")
    .values({
      institution_id: context.actor.institutionId,
      message_id: messageId,
      received_at: context.clock.now(),
    })
    .onConflict((conflict) => conflict.columns(["institution_id", "message_id"]).doNothing())
    .returning("message_id")
    .executeTakeFirst();
  return inserted === undefined;
};

const versionOf = async ({ tx }: Context, instructionId: string): Promise<number> => {
  const { version } = await tx
    .selectFrom("core_instruction")
    .select("version")
    .where("instruction_id", "=", instructionId)
    .executeTakeFirstOrThrow();
  return version;
};
