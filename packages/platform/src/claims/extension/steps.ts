import {
  type Asker,
  type Clock,
  type ClockKey,
  mayApprove,
  refuseExtension,
  requestExtension,
} from "../../clocks/index.ts";
import { type CaseId, ExtensionId } from "../../kernel/ids.ts";
import { orRefuse } from "../../kernel/refusal.ts";
import { messageText } from "../../messages/index.ts";
import { type Context, enqueue } from "../../store/index.ts";
import { soon } from "../life/jobs.ts";
import { claimClocks } from "../model/clocks.ts";
import type { ClaimState } from "../model/state.ts";
import { worldOf } from "../records/gather.ts";
import { commitPlain, loadAt } from "../shell/commit.ts";
import { tellClaimant } from "../shell/tell.ts";
import { FOLLOW_EXTENSION } from "./jobs.ts";

interface At {
  readonly caseId: CaseId;
  readonly version: number;
}
const askerOf = ({ actor }: Context): Asker =>
  actor.kind === "staff" ? { id: actor.staffId, name: actor.name } : null;

const withClocks = async (context: Context, state: ClaimState) => ({
  extensions: state.extensions,
  clocks: claimClocks(state, await worldOf(context)) satisfies readonly Clock[],
});

/** 申请延长. @throws Refused `clocks.*`, `cases.changed` */
export const askToExtend = async (
  context: Context,
  { caseId, version, ...given }: At & ClockKey & { readonly reason: string },
): Promise<ClaimState> => {
  const state = await loadAt(context, caseId, version);
  const extensionId = ExtensionId.parse(context.newId());
  const command = { ...given, extensionId, by: askerOf(context) };
  const event = orRefuse(requestExtension(await withClocks(context, state), command));
  return commitPlain(context, state, [event], {
    action: "claims.request-extension",
    detail: { extensionId },
  });
};

/** 批准延长: the claimant is written to in the same step; the clock moves once that has arrived. @throws Refused `clocks.*` */
export const approve = async (
  context: Context,
  { caseId, version, extensionId }: At & { readonly extensionId: ExtensionId },
): Promise<ClaimState> => {
  const state = await loadAt(context, caseId, version);
  const allowed = orRefuse(
    mayApprove(await withClocks(context, state), { extensionId, by: askerOf(context) }),
  );
  const { extension, by, until } = allowed;
  const told = await tellClaimant(context, state, {
    purpose: "claim",
    why: "告知时限延长",
    write: (to) =>
      messageText.extension({
        ...to,
        caseNumber: state.number,
        lane: extension.lane,
        due: extension.due,
        until,
        reason: extension.reason,
      }),
  });
  const { addressee, messageId, to, text } = told;
  const follow = { caseId, extensionId, addressee, messageId };
  await enqueue(context, state.partyId, FOLLOW_EXTENSION, follow, { runAt: soon(context) });
  const event = { type: "extension-approved" as const, extensionId, approver: by, messageId, to, text };
  return commitPlain(context, state, [event], {
    action: "claims.approve-extension",
    detail: { extensionId, messageId },
  });
};

/** 不同意延长: the clock stays. @throws Refused `clocks.*` */
export const refuse = async (
  context: Context,
  { caseId, version, ...given }: At & { readonly extensionId: ExtensionId; readonly reason: string },
): Promise<ClaimState> => {
  const state = await loadAt(context, caseId, version);
  const event = orRefuse(refuseExtension(state.extensions, { ...given, by: askerOf(context) }));
  return commitPlain(context, state, [event], {
    action: "claims.refuse-extension",
    detail: { extensionId: given.extensionId },
  });
};
