/** The functions written by hand, measured like the engines. */

import { decideTuned } from "../handTuned.ts";
import { decideByHand, decideByHandTraced } from "../handWritten.ts";
import { type Engine, engine } from "./engine.ts";

export const BY_HAND = "by hand";
export const BY_HAND_TRACED = "by hand, with a trace";
export const BY_HAND_TUNED = "by hand, tuned for nothing but speed";

export const byHand = (): readonly Engine[] => [
  engine(BY_HAND, 100_000, decideByHand, (d) => d),
  engine(BY_HAND_TRACED, 50_000, decideByHandTraced, (d) => d),
  engine(BY_HAND_TUNED, 100_000, decideTuned, (d) => ({
    outcome: d.outcome,
    payable: (d.payable_cents / 100).toFixed(2),
  })),
];
