import { z } from "zod";
import { lockCase } from "../../cases/index.ts";
import { type Job, job } from "../../jobs/index.ts";
import { timeInChina } from "../../kernel/clock.ts";
import { CaseId, PartyId } from "../../kernel/ids.ts";
import { orRefuse } from "../../kernel/refusal.ts";
import { messageText } from "../../messages/index.ts";
import { type Context, enqueue } from "../../store/index.ts";
import { noticeContent, noticeSent } from "../commands/notice.ts";
import type { ClaimState } from "../model/state.ts";
import { type Delivery, deliveryOf } from "../records/message.ts";
import { commitPlain, loadAt, redecided } from "./commit.ts";
import { loadClaim } from "./load.ts";
import { tellClaimant } from "./tell.ts";

const FOLLOW_NOTICE = "claims.follow-notice";
/** How long to wait before a message that is on its way is looked at again. */
export const LOOK_AGAIN_MS = 60_000;

/** 一次性补正通知: everything that the decision and payment still need, in one message to the claimant. */
export const sendNoticeOnce = async (
  context: Context,
  caseId: CaseId,
  version: number,
): Promise<ClaimState> => {
  const before = await loadAt(context, caseId, version);
  const { state, events: again } = await redecided(context, before);
  const content = orRefuse(noticeContent(state));
  const told = await tellClaimant(context, state, {
    purpose: "notice",
    why: "发出一次性补正通知",
    write: (to) => messageText.notice({ ...to, caseNumber: state.number, needs: content.needs }),
  });
  const { addressee, messageId, to, text } = told;
  const sent = noticeSent(content, { messageId, to, text });
  await enqueue(context, state.partyId, FOLLOW_NOTICE, { caseId, addressee, messageId });
  return commitPlain(context, before, [...again, ...sent], {
    action: "claims.send-notice",
    detail: { messageId },
  });
};

/** What a job that follows one message knows of it. */
export const Follow = z.object({ caseId: CaseId, addressee: PartyId, messageId: z.string() });
type Followed = z.output<typeof Follow>;

/** The message's delivery once it arrived; while it is on its way the task looks again in a minute. Null where it has not. */
export const arrived = async (
  context: Context,
  task: string,
  payload: Followed,
  partyId: PartyId,
): Promise<Delivery | null> => {
  const delivery = await deliveryOf(context, payload.addressee, payload.messageId);
  if (delivery?.status === "queued") {
    const runAt = new Date(context.clock.now().getTime() + LOOK_AGAIN_MS);
    await enqueue(context, partyId, task, { ...payload }, { runAt });
  }
  return delivery?.status === "delivered" ? delivery : null;
};

/** Notes that the notice reached the claimant: only then does the clock pause (解释二 15). One that failed pauses nothing. */
const follow = async (context: Context, payload: Followed, partyId: PartyId): Promise<void> => {
  const delivery = await arrived(context, FOLLOW_NOTICE, payload, partyId);
  if (!delivery) return;
  const { caseId, messageId } = payload;
  await lockCase(context, { partyId, caseId });
  const { state } = await loadClaim(context, caseId);
  if (state.notice?.messageId !== messageId || state.notice.deliveredAt !== null) return;
  const deliveredAt = timeInChina(delivery.finishedAt ?? context.clock.now());
  await commitPlain(context, state, [{ type: "notice-delivered", messageId, deliveredAt }], {
    action: "claims.notice-delivered",
  });
};

export const noticeJobs: Job[] = [
  job(FOLLOW_NOTICE, Follow, (context, payload, run) => follow(context, payload, run.partyId)),
];
