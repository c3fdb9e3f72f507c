/** Looks for a leap of the amount, by one completion: what a full decision then confirms. */
import { Concrete } from "../../decide/concrete.ts";
import type { Region } from "../../decide/region.ts";
import type { Domain } from "../../facts/domain.ts";
import { Num, num } from "../../feel/value.ts";
import type { Val } from "../../ir/node.ts";
import { farEnd, nearEnd } from "./outward.ts";
import type { Varying } from "./varying.ts";

/** What a completion pays with one fact at a value; null where that is no amount. */
export function paid({ study }: Varying, index: number, value: Val): Num | null {
  const [base] = study.pool.values;
  if (base === undefined || (value instanceof Num && !value.isFinite())) return null;
  const concrete = new Concrete(base.map((old, i) => (i === index ? value : old)));
  const amount = concrete.read(study.graph.least);
  return concrete.read(study.graph.outcome) === "pay" && amount instanceof Num ? amount : null;
}

/** Goes from one stretch of a fact to the next, and remembers what was paid at the end of the last. */
export class Scout {
  private readonly v: Varying;
  private readonly index: number;
  private readonly leap: Num;
  private readonly now: Num;
  private before: Num;

  constructor(v: Varying, index: number, leap: Num) {
    this.v = v;
    this.index = index;
    this.leap = leap;
    this.now = num(v.now.payable.least);
    this.before = this.now;
  }

  /** The stretch, where the amount leaps at its near end. */
  first(piece: Region, up: boolean): Domain | null {
    const domain = piece.domains[this.index];
    if (domain === undefined) return null;
    const near = this.paid(nearEnd(domain, up));
    const far = this.paid(farEnd(domain, up));
    const before = this.before;
    this.before = far ?? near ?? before;
    if (near === null) return null;
    const leapt = near.minus(before);
    if (leapt.lessThan(this.leap) || near.minus(this.now).lessThan(this.leap)) return null;
    return leapt.greaterThan(this.slope(domain, near, up).times(2)) ? domain : null;
  }

  /** How much the amount grows in one step on the stretch itself. */
  private slope(domain: Domain, near: Num, up: boolean): Num {
    if (domain.kind !== "range") return num(0);
    const next = up ? domain.low.plus(domain.step) : domain.high.minus(domain.step);
    return this.paid(next)?.minus(near) ?? num(0);
  }

  private paid(at: Num): Num | null {
    return paid(this.v, this.index, at);
  }
}
