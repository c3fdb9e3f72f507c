import type { CaseId } from "../../kernel/ids.ts";
import { RefusalId } from "../../kernel/ids.ts";
import { orRefuse, type Refusal } from "../../kernel/refusal.ts";
import { messageText } from "../../messages/index.ts";
import { netAdvances } from "../../payments/index.ts";
import { type Context, enqueue } from "../../store/index.ts";
import type { ClaimEvent } from "../model/events.ts";
import type { ClaimState } from "../model/state.ts";
import type { World } from "../model/world.ts";
import { bareWorld } from "../records/gather.ts";
import { commitPlain, loadAt, loadShown, redecided } from "../shell/commit.ts";
import { decisionsOf } from "../shell/decisions.ts";
import { tellClaimant } from "../shell/tell.ts";
import { agree } from "./agree.ts";
import { close, reopen } from "./close.ts";
import { FOLLOW_REFUSAL, soon } from "./jobs.ts";
import { approveRefusal, type Person, proposeRefusal, returnRefusal } from "./refuse.ts";

interface At {
  readonly caseId: CaseId;
  readonly version: number;
}

const personOf = ({ actor }: Context): Person =>
  actor.kind === "staff" ? { id: actor.staffId, name: actor.name } : null;

/** 提出拒赔, on the records as they stand now. @throws Refused `claims.*` */
export const propose = async (
  context: Context,
  { caseId, version, words }: At & { readonly words: string },
): Promise<ClaimState> => {
  const before = await loadAt(context, caseId, version);
  const { state, events } = await redecided(context, before);
  const made = await decisionsOf(context, state);
  const decisions = new Map([...made].map(([policyId, { decision }]) => [policyId, decision]));
  const refusalId = RefusalId.parse(context.newId());
  const proposed = orRefuse(proposeRefusal(state, { refusalId, words, by: personOf(context) }, decisions));
  return commitPlain(context, before, [...events, ...proposed], {
    action: "claims.propose-refusal",
    detail: { refusalId },
  });
};

/**
 * 复核同意: the second person's approval is the determination, and the notice of refusal with its reasons goes out in the same
 * transaction, so that the law's three days cannot pass between the two (保险法 24).
 */
export const approve = async (
  context: Context,
  { caseId, version, refusalId }: At & { readonly refusalId: RefusalId },
): Promise<ClaimState> => {
  const before = await loadAt(context, caseId, version);
  const { state, events } = await redecided(context, before);
  const approved = orRefuse(approveRefusal(state, { refusalId, by: personOf(context) }));
  const refusal = state.refusals.find((one) => one.refusalId === refusalId);
  if (!refusal) throw new Error(`claims: refusal ${refusalId} was approved and is not there`);
  const told = await tellClaimant(context, state, {
    purpose: "claim",
    why: "发出拒绝给付通知书",
    write: (to) =>
      messageText.refusal({
        ...to,
        caseNumber: state.number,
        policies: refusal.policies,
        words: refusal.words,
      }),
  });
  const { addressee, messageId, to, text } = told;
  const follow = { caseId, refusalId, addressee, messageId };
  await enqueue(context, state.partyId, FOLLOW_REFUSAL, follow, { runAt: soon(context) });
  const notified: ClaimEvent = { type: "refusal-notified", refusalId, messageId, to, text };
  return commitPlain(context, before, [...events, ...approved, notified], {
    action: "claims.approve-refusal",
    detail: { refusalId, messageId },
  });
};

/** Runs a pure step that changes nothing that is known. */
const step = async (
  context: Context,
  state: ClaimState,
  action: string,
  run: (world: World) => readonly ClaimEvent[] | Refusal,
): Promise<ClaimState> =>
  commitPlain(context, state, orRefuse(run(bareWorld(context))), { action: `claims.${action}` });

/** 退回拒赔意见. @throws Refused `claims.*` */
export const sendBack = async (
  context: Context,
  { caseId, version, ...given }: At & { readonly refusalId: RefusalId; readonly reason: string },
): Promise<ClaimState> => {
  const state = await loadAt(context, caseId, version);
  return step(context, state, "return-refusal", () =>
    returnRefusal(state, { ...given, by: personOf(context) }),
  );
};

/** 登记给付协议. @throws Refused `claims.*` */
export const recordAgreed = async (
  context: Context,
  { caseId, version, ...given }: At & Parameters<typeof agree>[1],
): Promise<ClaimState> => {
  const state = await loadAt(context, caseId, version);
  return step(context, state, "agree", (world) => agree(state, given, world));
};

/** 结案 by hand, on the records as they stand now. @throws Refused `claims.*` */
export const closeByHand = async (
  context: Context,
  { caseId, version, ...given }: At & Parameters<typeof close>[1],
): Promise<ClaimState> => {
  const before = await loadAt(context, caseId, version);
  const { state, events } = await redecided(context, before);
  const closed = orRefuse(close(state, given));
  const after = await commitPlain(context, before, [...events, ...closed], {
    action: "claims.close",
    detail: { reason: given.reason, claimantWithdrew: given.claimantWithdrew },
  });
  // What was paid ahead is all there will be.
  await netAdvances(context, { partyId: after.partyId, caseId, against: after.number });
  return after;
};

/** 重开. What the institution's records came to say meanwhile is decided upon at once. @throws Refused `claims.*` */
export const reopenClosed = async (
  context: Context,
  { caseId, version, reason }: At & { readonly reason: string },
): Promise<ClaimState> => {
  const before = await loadShown(context, caseId, version);
  const opened = orRefuse(reopen(before, { reason }));
  const { events } = await redecided(context, before);
  return commitPlain(context, before, [...opened, ...events], {
    action: "claims.reopen",
    detail: { reason },
  });
};
