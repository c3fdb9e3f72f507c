import type { Line } from "../../evidence/index.ts";
import { never } from "../../kernel/never.ts";
import type { Ground, LifeEvent } from "./events.ts";

/** Why a case was closed, in words. */
export const groundNames: Readonly<Record<Ground, Line>> = {
  done: { zh: "该付的已到账，该告知的已告知", en: "all owed was paid and everybody told" },
  "nothing-due": { zh: "没有应付而未付的金额", en: "nothing was due" },
  "claimant-withdrew": { zh: "申请人撤回申请", en: "the claimant took the claim back" },
};

/** A step towards a case's end in words. */
export const lifeWords = (event: LifeEvent): Line => {
  switch (event.type) {
    case "refusal-proposed": {
      const numbers = event.policies.map(({ number }) => number).join("、");
      return {
        zh: `提出拒赔意见（保单 ${numbers}）：${event.words}`,
        en: `Refusal proposed (policy ${numbers}): ${event.words}`,
      };
    }
    case "refusal-approved":
      return { zh: "复核同意拒赔", en: "Refusal approved by a second person" };
    case "refusal-returned":
      return { zh: `退回拒赔意见：${event.reason}`, en: `Refusal returned: ${event.reason}` };
    case "refusal-notified":
      return { zh: `向 ${event.to} 发出拒绝给付通知书`, en: `Notice of refusal sent to ${event.to}` };
    case "refusal-delivered":
      return { zh: "拒绝给付通知书已送达", en: "The notice of refusal was delivered" };
    case "agreed":
      return {
        zh: `${event.on} 与${event.with}达成给付协议，依据：${event.source}`,
        en: `Agreed with ${event.with} on ${event.on} (${event.source})`,
      };
    case "closed": {
      const { zh, en } = groundNames[event.ground];
      return event.reason === null
        ? { zh: `自动结案：${zh}`, en: `Closed by itself: ${en}` }
        : { zh: `结案（${zh}）：${event.reason}`, en: `Closed (${en}): ${event.reason}` };
    }
    case "reopened":
      return { zh: `重开案件：${event.reason}`, en: `Reopened: ${event.reason}` };
    default:
      return never(event);
  }
};
