import { never } from "../../kernel/never.ts";
import type { ClockEvent } from "../model/events.ts";
import type { ExtensionEvent } from "./events.ts";

type Requested = Extract<ExtensionEvent, { type: "extension-requested" }>;
interface Stamp {
  readonly at: string;
  readonly by: string;
}

/** 延期申请: `told` has moved its clock; `approved` waits for the message to arrive. */
export interface Extension extends Omit<Requested, "type"> {
  readonly status: "requested" | "approved" | "told" | "untold" | "refused";
  readonly requested: Stamp;
  /** Who approved or refused it, and when. */
  readonly decided: Stamp | null;
  /** Why it was refused. */
  readonly refusedWhy: string | null;
  readonly message: { readonly messageId: string; readonly to: string; readonly text: string } | null;
  readonly toldAt: string | null;
}

const change = (extension: Extension, event: Exclude<ExtensionEvent, Requested>, stamp: Stamp): Extension => {
  switch (event.type) {
    case "extension-approved": {
      const { messageId, to, text } = event;
      return { ...extension, status: "approved", decided: stamp, message: { messageId, to, text } };
    }
    case "extension-told":
      return extension.message?.messageId === event.messageId
        ? { ...extension, status: "told", toldAt: event.deliveredAt }
        : extension;
    case "extension-untold":
      return extension.message?.messageId === event.messageId
        ? { ...extension, status: "untold" }
        : extension;
    case "extension-refused":
      return { ...extension, status: "refused", decided: stamp, refusedWhy: event.reason };
    default:
      return never(event);
  }
};

/** The requests after one more event. */
export const extended = (
  extensions: readonly Extension[],
  event: ExtensionEvent,
  stamp: Stamp,
): readonly Extension[] => {
  if (event.type !== "extension-requested")
    return extensions.map((one) => (one.extensionId === event.extensionId ? change(one, event, stamp) : one));
  const { type: _type, ...asked } = event;
  const open = { decided: null, refusedWhy: null, message: null, toldAt: null };
  return [...extensions, { ...asked, status: "requested", requested: stamp, ...open }];
};

/** What requests mean for the clocks: each moves its own once the person has been told. */
export const extensionClockEvents = (extensions: readonly Extension[]): readonly ClockEvent[] =>
  extensions.flatMap(({ toldAt, family, clause }): ClockEvent[] =>
    toldAt === null ? [] : [{ type: "extended", at: toldAt, family, clause }],
  );
