import { z } from "zod";
import { lockCase } from "../../cases/index.ts";
import { type Job, job } from "../../jobs/index.ts";
import { timeInChina } from "../../kernel/clock.ts";
import { CaseId, type PartyId, RefusalId } from "../../kernel/ids.ts";
import { netAdvances } from "../../payments/index.ts";
import { type Context, enqueue } from "../../store/index.ts";
import type { ClaimEvent } from "../model/events.ts";
import type { ClaimState } from "../model/state.ts";
import { paymentNewsOf } from "../records/message.ts";
import { commitPlain } from "../shell/commit.ts";
import { loadClaim } from "../shell/load.ts";
import { arrived, Follow, LOOK_AGAIN_MS } from "../shell/notice.ts";
import { isFinished } from "./close.ts";

export const FOLLOW_REFUSAL = "claims.follow-refusal";
const CLOSE = "claims.close-when-told";
const DELIVERY_TAKES_MS = 3000;

/** When a message that is written now will usually have been delivered. */
export const soon = ({ clock }: Pick<Context, "clock">): Date =>
  new Date(clock.now().getTime() + DELIVERY_TAKES_MS);

/** Looks, beside the step that finished the case, whether everybody has been told; then the case closes itself. */
export const closeWhenTold = async (context: Context, state: ClaimState): Promise<void> => {
  if (isFinished(state))
    await enqueue(context, state.partyId, CLOSE, { caseId: state.caseId }, { runAt: soon(context) });
};

type News = "told" | "on-its-way" | "untold";

/** Whether everybody who was paid has had word that it arrived. */
const newsOf = async (context: Context, { payments }: ClaimState): Promise<News> => {
  const found = new Set<News>();
  for (const { payee, settled } of payments)
    if (settled) found.add(await paymentNewsOf(context, payee.partyId, new Date(settled.at)));
  return found.has("on-its-way") ? "on-its-way" : found.has("untold") ? "untold" : "told";
};

/** Closes a finished case once word of every payment arrived. Where it cannot arrive, a person closes the case. */
const closeIfTold = async (context: Context, caseId: CaseId, partyId: PartyId): Promise<void> => {
  await lockCase(context, { partyId, caseId });
  const { state } = await loadClaim(context, caseId);
  if (!isFinished(state)) return;
  const news = await newsOf(context, state);
  if (news === "on-its-way") {
    const runAt = new Date(context.clock.now().getTime() + LOOK_AGAIN_MS);
    await enqueue(context, partyId, CLOSE, { caseId }, { runAt });
  }
  if (news !== "told") return;
  await commitPlain(context, state, [{ type: "closed", ground: "done", reason: null }], {
    action: "claims.close",
    detail: { ground: "done" },
  });
  await netAdvances(context, { partyId, caseId, against: state.number });
};

const Refusal = Follow.extend({ refusalId: RefusalId });
const Close = z.object({ caseId: CaseId });

/** Notes that the notice of refusal reached the claimant; it may have been the last thing that the case waited for. */
const followRefusal = async (
  context: Context,
  payload: z.output<typeof Refusal>,
  partyId: PartyId,
): Promise<void> => {
  const delivery = await arrived(context, FOLLOW_REFUSAL, payload, partyId);
  if (!delivery) return;
  const { caseId, refusalId, messageId } = payload;
  await lockCase(context, { partyId, caseId });
  const { state } = await loadClaim(context, caseId);
  const notice = state.refusals.find((one) => one.refusalId === refusalId)?.notice;
  if (notice?.messageId !== messageId || notice.deliveredAt !== null) return;
  const deliveredAt = timeInChina(delivery.finishedAt ?? context.clock.now());
  const event: ClaimEvent = { type: "refusal-delivered", refusalId, messageId, deliveredAt };
  await closeWhenTold(
    context,
    await commitPlain(context, state, [event], { action: "claims.refusal-delivered" }),
  );
};

export const lifeJobs: Job[] = [
  job(FOLLOW_REFUSAL, Refusal, (context, payload, run) => followRefusal(context, payload, run.partyId)),
  job(CLOSE, Close, (context, { caseId }, run) => closeIfTold(context, caseId, run.partyId)),
];
