import type { Context } from "../../store/index.ts";
import type { Finding, PaymentOrder } from "../model.ts";
import { actingApprover } from "../people.ts";
import { findingsOf } from "./findings.ts";
import { gatherAround } from "./gather.ts";
import { checkRules } from "./rules.ts";

export { checkRules } from "./rules.ts";

/** 付款前核对 of one order, for the one who asks. */
export const findingsFor = async (context: Context, order: PaymentOrder): Promise<readonly Finding[]> => {
  const rules = checkRules();
  return findingsOf(rules, order, await gatherAround(context, order, rules), actingApprover(context));
};
