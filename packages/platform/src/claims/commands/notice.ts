import type { Refusal } from "../../kernel/refusal.ts";
import type { ClaimEvent } from "../model/events.ts";
import { decisionNeeds, needInWords, paymentNeeds } from "../model/needs.ts";
import type { ClaimState } from "../model/state.ts";
import { refusals } from "../refusals.ts";

export interface NoticeContent {
  /** The facts asked for, the decision's and payment's. */
  readonly asks: readonly string[];
  readonly needs: readonly string[];
}

/** All that is still needed, once (保险法 22); a second notice is refused, and would not pause the clock (解释二 15). */
export const noticeContent = (state: ClaimState): NoticeContent | Refusal => {
  if (state.notice) return refusals.secondNotice(state.notice.sent.at);
  const asks = [...decisionNeeds(state), ...paymentNeeds(state)];
  if (asks.length === 0) return refusals.nothingToAsk();
  return { asks: asks.map(({ fact }) => fact), needs: asks.map(needInWords) };
};

export const noticeSent = (
  content: NoticeContent,
  sent: { readonly messageId: string; readonly to: string; readonly text: string },
): readonly ClaimEvent[] => [{ type: "notice-sent", ...sent, asks: [...content.asks] }];
