import type { Refusal } from "../../kernel/refusal.ts";
import type { ClaimEvent } from "../model/events.ts";
import type { ClaimState } from "../model/state.ts";
import type { World } from "../model/world.ts";
import { lifeRefusals } from "./refusals.ts";

const isDay = (text: string): boolean => {
  const at = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
};

/**
 * 达成给付协议 (保险法 23): the ten days for payment run from this day. One that nobody records is taken to stand from the day
 * of determination, which is the earliest and so binds the insurer. A later record replaces an earlier one.
 */
export const agree = (
  state: ClaimState,
  given: { readonly on: string; readonly with: string; readonly source: string },
  { now }: Pick<World, "now">,
): readonly ClaimEvent[] | Refusal => {
  const covered = state.decided?.policies.some(({ outcome }) => outcome === "pay") ?? false;
  if (state.settledAt === null || !covered) return lifeRefusals.notCovered();
  const from = state.settledAt.slice(0, 10);
  const to = now.slice(0, 10);
  if (!isDay(given.on) || given.on < from || given.on > to)
    return lifeRefusals.agreementDay(given.on, from, to);
  return [{ type: "agreed", ...given }];
};

/** The day of agreement that the clocks count from, given the day of determination; an agreement on an earlier decision is none. */
export const agreedOn = ({ agreement }: Pick<ClaimState, "agreement">, settledOn: string): string =>
  agreement && agreement.on >= settledOn ? agreement.on : settledOn;
