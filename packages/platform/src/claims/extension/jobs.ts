import type { z } from "zod";
import { lockCase } from "../../cases/index.ts";
import { type Job, job } from "../../jobs/index.ts";
import { timeInChina } from "../../kernel/clock.ts";
import { ExtensionId, type PartyId } from "../../kernel/ids.ts";
import { type Context, enqueue } from "../../store/index.ts";
import type { ClaimEvent } from "../model/events.ts";
import { deliveryOf } from "../records/message.ts";
import { commitPlain } from "../shell/commit.ts";
import { loadClaim } from "../shell/load.ts";
import { Follow, LOOK_AGAIN_MS } from "../shell/notice.ts";

export const FOLLOW_EXTENSION = "claims.follow-extension";
const FollowExtension = Follow.extend({ extensionId: ExtensionId });

/** Notes that the claimant was told of an extension, and the clock moves; or that word of it did not arrive, and it stays. */
const follow = async (
  context: Context,
  payload: z.output<typeof FollowExtension>,
  partyId: PartyId,
): Promise<void> => {
  const { caseId, extensionId, messageId } = payload;
  const delivery = await deliveryOf(context, payload.addressee, messageId);
  if (!delivery) throw new Error(`claims: message ${messageId} of extension ${extensionId} is gone`);
  const now = context.clock.now();
  if (delivery.status === "queued") {
    const runAt = new Date(now.getTime() + LOOK_AGAIN_MS);
    await enqueue(context, partyId, FOLLOW_EXTENSION, { ...payload }, { runAt });
    return;
  }
  await lockCase(context, { partyId, caseId });
  const { state } = await loadClaim(context, caseId);
  const extension = state.extensions.find((one) => one.extensionId === extensionId);
  if (extension?.status !== "approved" || extension.message?.messageId !== messageId) return;
  const deliveredAt = timeInChina(delivery.finishedAt ?? now);
  const event: ClaimEvent =
    delivery.status === "delivered"
      ? { type: "extension-told", extensionId, messageId, deliveredAt }
      : { type: "extension-untold", extensionId, messageId };
  await commitPlain(context, state, [event], { action: `claims.${event.type}`, detail: { extensionId } });
};

export const extensionJobs: Job[] = [
  job(FOLLOW_EXTENSION, FollowExtension, (context, payload, run) => follow(context, payload, run.partyId)),
];
