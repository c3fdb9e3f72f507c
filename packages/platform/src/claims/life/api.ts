import { type Bound, bind } from "../../http/index.ts";
import type { Context, StaffActor } from "../../store/index.ts";
import * as contract from "../contract.ts";
import type { ClaimState } from "../model/state.ts";
import { readClaimView } from "../view/view.ts";
import { approve, closeByHand, propose, recordAgreed, reopenClosed, sendBack } from "./steps.ts";

const shown = (context: Context<StaffActor>, { caseId }: ClaimState) => readClaimView(context, caseId);

/** The operations of a case's end. */
export const lifeApi: Bound[] = [
  bind(contract.proposeRefusal, async (context, { params, body }) =>
    shown(context, await propose(context, { ...params, ...body })),
  ),
  bind(contract.approveRefusal, async (context, { params, body }) =>
    shown(context, await approve(context, { ...params, ...body })),
  ),
  bind(contract.returnRefusal, async (context, { params, body }) =>
    shown(context, await sendBack(context, { ...params, ...body })),
  ),
  bind(contract.recordAgreement, async (context, { params, body }) =>
    shown(context, await recordAgreed(context, { ...params, ...body })),
  ),
  bind(contract.closeClaim, async (context, { params, body }) =>
    shown(context, await closeByHand(context, { ...params, ...body })),
  ),
  bind(contract.reopenClaim, async (context, { params, body }) =>
    shown(context, await reopenClosed(context, { ...params, ...body })),
  ),
];
