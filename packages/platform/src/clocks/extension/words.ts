import { never } from "../../kernel/never.ts";
import type { ExtensionEvent } from "./events.ts";

/** What happened to a request, in words. */
export const extensionWords = (event: ExtensionEvent): { readonly zh: string; readonly en: string } => {
  switch (event.type) {
    case "extension-requested":
      return {
        zh: `申请把“${event.lane}”从 ${event.due} 延长到 ${event.until}：${event.reason}`,
        en: `Asked to extend “${event.lane}” from ${event.due} to ${event.until}: ${event.reason}`,
      };
    case "extension-approved":
      return { zh: `批准延长，并告知 ${event.to}`, en: `Extension approved; ${event.to} is being told` };
    case "extension-told":
      return {
        zh: "延长的告知已送达，时限自此顺延",
        en: "The person was told of the extension; the clock moves",
      };
    case "extension-untold":
      return {
        zh: "延长的告知没有送达，时限不变",
        en: "Word of the extension did not arrive; the clock stays",
      };
    case "extension-refused":
      return { zh: `不同意延长：${event.reason}`, en: `Extension refused: ${event.reason}` };
    default:
      return never(event);
  }
};
