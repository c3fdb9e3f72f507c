import type { ExtensionId } from "../../kernel/ids.ts";
import { isRefusal, type Refusal } from "../../kernel/refusal.ts";
import { type Clock, type ClockKey, isRunning } from "../model/clock.ts";
import type { ExtensionEvent } from "./events.ts";
import { extensionRefusals as refusals } from "./refusals.ts";
import type { Extension } from "./state.ts";

/** A member of staff; null where the platform itself acts. */
export type Asker = { readonly id: string; readonly name: string } | null;

/** The clock, its day and the day that one more extension gives, where the terms and the calendar allow one. */
const extendable = (
  clocks: readonly Clock[],
  key: ClockKey,
): { readonly clock: Clock; readonly due: string; readonly until: string } | Refusal => {
  const clock = clocks.find((one) => one.family === key.family && one.clause === key.clause);
  if (!clock || !(isRunning(clock) || clock.state === "paused")) return refusals.noClock(key.clause);
  const due = clock.due ?? clock.earliest;
  if (due === null || clock.extendsTo === null) return refusals.notExtendable(clock.lane);
  return clock.state === "breached" ? refusals.late(clock.lane, due) : { clock, due, until: clock.extendsTo };
};

const isOpen = ({ status }: Extension): boolean => status === "requested" || status === "approved";

/** 申请延长: with a reason; it waits for another person. */
export const requestExtension = (
  state: { readonly extensions: readonly Extension[]; readonly clocks: readonly Clock[] },
  command: ClockKey & { readonly extensionId: ExtensionId; readonly reason: string; readonly by: Asker },
): ExtensionEvent | Refusal => {
  const { extensionId, reason, by } = command;
  if (!by) return refusals.notNamed();
  const found = extendable(state.clocks, command);
  if (isRefusal(found)) return found;
  const { family, clause, lane } = found.clock;
  const other = state.extensions.find((one) => isOpen(one) && one.family === family && one.clause === clause);
  if (other) return refusals.waiting(lane, other.requester.name);
  const { due, until } = found;
  return {
    type: "extension-requested",
    extensionId,
    family,
    clause,
    lane,
    due,
    until,
    reason,
    requester: by,
  };
};

/** The request, if it waits and the one who decides did not make it. */
const waitingFor = (
  extensions: readonly Extension[],
  extensionId: ExtensionId,
  by: Asker,
): { readonly extension: Extension; readonly by: NonNullable<Asker> } | Refusal => {
  const extension = extensions.find((one) => one.extensionId === extensionId);
  if (!extension) return refusals.none(extensionId);
  if (extension.status !== "requested") return refusals.done(extension.status);
  if (!by) return refusals.notNamed();
  return by.id === extension.requester.id ? refusals.sameHand(extension.requester.name) : { extension, by };
};

/** Whether a second person may approve the request now: what has ended meanwhile is not extended any more. */
export const mayApprove = (
  state: { readonly extensions: readonly Extension[]; readonly clocks: readonly Clock[] },
  { extensionId, by }: { readonly extensionId: ExtensionId; readonly by: Asker },
): { readonly extension: Extension; readonly by: NonNullable<Asker>; readonly until: string } | Refusal => {
  const waiting = waitingFor(state.extensions, extensionId, by);
  if (isRefusal(waiting)) return waiting;
  const found = extendable(state.clocks, waiting.extension);
  return isRefusal(found) ? found : { ...waiting, until: found.until };
};

/** 不同意延长: the clock stays as it is. */
export const refuseExtension = (
  extensions: readonly Extension[],
  command: { readonly extensionId: ExtensionId; readonly reason: string; readonly by: Asker },
): ExtensionEvent | Refusal => {
  const { extensionId, reason } = command;
  const waiting = waitingFor(extensions, extensionId, command.by);
  return isRefusal(waiting)
    ? waiting
    : { type: "extension-refused", extensionId, reason, refuser: waiting.by };
};
