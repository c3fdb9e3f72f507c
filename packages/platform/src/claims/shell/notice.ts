import { z } from "zod";
import { record, vault } from "../../access/index.ts";
import { lockCase } from "../../cases/index.ts";
import { type Job, job } from "../../jobs/index.ts";
import { timeInChina } from "../../kernel/clock.ts";
import { CaseId, PartyId } from "../../kernel/ids.ts";
import { orRefuse, Refused } from "../../kernel/refusal.ts";
import { messageText, send } from "../../messages/index.ts";
import { beneficiariesOf } from "../../policies/index.ts";
import { type Context, enqueue } from "../../store/index.ts";
import { noticeContent, noticeSent } from "../commands/notice.ts";
import type { ClaimState } from "../model/state.ts";
import { deliveryOf } from "../records/message.ts";
import { sealedPhoneOf } from "../records/people.ts";
import { refusals } from "../refusals.ts";
import { commitPlain, loadAt, redecided } from "./commit.ts";
import { loadClaim } from "./load.ts";

const FOLLOW_NOTICE = "claims.follow-notice";
const LOOK_AGAIN_MS = 60_000;

interface Addressee {
  readonly partyId: PartyId;
  readonly name: string;
  readonly sealedPhone: string;
}

/** The first beneficiary with a phone; where the insured lives, the insured. */
const addresseeOf = async (context: Context, state: ClaimState): Promise<Addressee> => {
  const candidates = [];
  if (state.eventKind !== "death") candidates.push({ partyId: state.partyId, name: state.insuredName });
  for (const { policyId } of state.policies)
    candidates.push(...(await beneficiariesOf(context.tx, state.partyId, policyId)));
  for (const { partyId, name } of candidates) {
    const sealedPhone = await sealedPhoneOf(context, partyId);
    if (sealedPhone !== null) return { partyId, name, sealedPhone };
  }
  throw new Refused(refusals.noAddressee());
};

const institutionName = async ({ tx, actor }: Context): Promise<string> => {
  const row = await tx
    .selectFrom("institution")
    .select("name")
    .where("institution_id", "=", actor.institutionId)
    .executeTakeFirstOrThrow();
  return row.name;
};

/** 一次性补正通知: everything that the decision and payment still need, in one message to the claimant. */
export const sendNoticeOnce = async (
  context: Context,
  caseId: CaseId,
  version: number,
): Promise<ClaimState> => {
  const before = await loadAt(context, caseId, version);
  const { state, events: again } = await redecided(context, before);
  const content = orRefuse(noticeContent(state));
  const to = await addresseeOf(context, state);
  const institution = await institutionName(context);
  const text = messageText.notice({
    institution,
    name: to.name,
    caseNumber: state.number,
    needs: content.needs,
  });
  const phone = vault.open(to.sealedPhone);
  await record(context, {
    action: "claims.open-phone",
    subject: { kind: "case", id: caseId },
    partyId: to.partyId,
    purpose: "发出一次性补正通知（系统使用，不显示）",
  });
  const message = await send(context, {
    partyId: to.partyId,
    channel: "sms",
    purpose: "notice",
    to: phone,
    text,
  });
  const shownTo = `${to.name} ${message.to.masked}`;
  const sent = noticeSent(content, { messageId: message.messageId, to: shownTo, text });
  const { messageId } = message;
  await enqueue(context, state.partyId, FOLLOW_NOTICE, { caseId, addressee: to.partyId, messageId });
  return commitPlain(context, before, [...again, ...sent], {
    action: "claims.send-notice",
    detail: { messageId },
  });
};

const Follow = z.object({ caseId: CaseId, addressee: PartyId, messageId: z.string() });

/** Notes that the notice reached the claimant: only then does the clock pause (解释二 15). One that failed pauses nothing. */
const follow = async (
  context: Context,
  payload: z.output<typeof Follow>,
  partyId: PartyId,
): Promise<void> => {
  const { caseId, addressee, messageId } = payload;
  const delivery = await deliveryOf(context, addressee, messageId);
  if (delivery?.status === "queued") {
    const runAt = new Date(context.clock.now().getTime() + LOOK_AGAIN_MS);
    await enqueue(context, partyId, FOLLOW_NOTICE, { ...payload }, { runAt });
    return;
  }
  if (delivery?.status !== "delivered") return;
  await lockCase(context, { partyId, caseId });
  const { state } = await loadClaim(context, caseId);
  if (state.notice?.messageId !== messageId || state.notice.deliveredAt !== null) return;
  const deliveredAt = timeInChina(delivery.finishedAt ?? context.clock.now());
  await commitPlain(context, state, [{ type: "notice-delivered", messageId, deliveredAt }], {
    action: "claims.notice-delivered",
  });
};

export const claimsJobs: Job[] = [
  job(FOLLOW_NOTICE, Follow, (context, payload, run) => follow(context, payload, run.partyId)),
];
