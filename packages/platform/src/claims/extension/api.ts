import { type Bound, bind } from "../../http/index.ts";
import * as contract from "../contract.ts";
import { readClaimView } from "../view/view.ts";
import { approve, askToExtend, refuse } from "./steps.ts";

/** The operations of extending a case's clocks. */
export const extensionApi: Bound[] = [
  bind(contract.requestExtension, async (context, { params, body }) =>
    readClaimView(context, (await askToExtend(context, { ...params, ...body })).caseId),
  ),
  bind(contract.approveExtension, async (context, { params, body }) =>
    readClaimView(context, (await approve(context, { ...params, ...body })).caseId),
  ),
  bind(contract.refuseExtension, async (context, { params, body }) =>
    readClaimView(context, (await refuse(context, { ...params, ...body })).caseId),
  ),
];
