/** What a change must come to, for the person concerned to be told of it. */
import { Num, num } from "../../feel/value.ts";
import type { Val } from "../../ir/node.ts";
import type { Short, Varying } from "./varying.ts";

export interface Goal {
  /** What it is now: an outcome of the same name is no change. `pay` is changed by a leap of the amount. */
  readonly leap: Num | null;
  /** Whether a completion's outcome is what is looked for. */
  wanted(outcome: Val): boolean;
  /** Whether a decision is; one that is open is where it may come to payment. */
  reached(decision: Short): boolean;
}

/** A leap of the amount smaller than this share of what is paid now is not told. */
const MATERIAL = num("0.1");
const ONE_YUAN = num(1);

const LEADS_TO: Readonly<Record<string, readonly string[]>> = {
  decline: ["pay", "accept", "refer"],
  nothing: ["pay", "refer"],
  refer: ["pay", "accept"],
};

/** Null where nothing is looked for: what is accepted, or paid without an upper end. */
export function goalOf(v: Varying): Goal | null {
  const { now } = v;
  const paying = v.study.graph.benefits.length > 0;
  if (now.outcome === "pay")
    return now.payable.least === now.payable.most ? leap(num(now.payable.least)) : null;
  const to = LEADS_TO[now.outcome];
  if (to === undefined) return null;
  return {
    leap: null,
    wanted: (outcome) => typeof outcome === "string" && to.includes(outcome),
    reached: (d) => (d.outcome === "open" ? !paying || d.payable.most !== "0.00" : to.includes(d.outcome)),
  };
}

function leap(paid: Num): Goal {
  const least = Num.max(paid.times(MATERIAL), ONE_YUAN);
  return {
    leap: least,
    wanted: () => false,
    reached: (d) => d.outcome === "pay" && d.settled && num(d.payable.least).minus(paid).gte(least),
  };
}
