/** What a fact may be: all that a completion can choose from. */
import { Num, num, type Value } from "../feel/value.ts";
import type { Val } from "../ir/node.ts";
import { above, atLeast, atMost, below, compare } from "../ir/order.ts";
import { fromFeel } from "../ir/value.ts";
import type { FactDecl } from "../terms/model.ts";

/** Ordered values on a grid: `low`, `low + step`, … `high`; an end may be infinite. */
export interface RangeDomain {
  readonly kind: "range";
  readonly low: Num;
  readonly high: Num;
  readonly step: Num;
  /** A point of the grid. */
  readonly origin: Num;
  /** It may also have no value. */
  readonly nullable: boolean;
  /** Values that stand for the ends where these are infinite: a year 9999, or a very large number. */
  readonly far: readonly [Num, Num];
}

export type Domain =
  | { readonly kind: "finite"; readonly values: readonly Val[] }
  | RangeDomain
  /** Any text. */
  | { readonly kind: "text"; readonly nullable: boolean }
  /** A list of which nothing is known. */
  | { readonly kind: "unknown list" };

const FAR = num("Infinity");
const DAY_SECONDS = 86_400;

const REMOTE = num("1000000000000000");

/** Years 1 to 9999, and durations that stay within them. Numbers and money have no such ends. */
const LEAST: Readonly<Record<string, Num>> = {
  date: num(-719_162),
  "date and time": num(-719_162 * DAY_SECONDS),
  "days and time duration": num(-3_652_059 * DAY_SECONDS),
  "years and months duration": num(-119_988),
};
const GREATEST: Readonly<Record<string, Num>> = {
  date: num(2_932_896),
  "date and time": num(2_932_896 * DAY_SECONDS),
  "days and time duration": num(3_652_059 * DAY_SECONDS),
  "years and months duration": num(119_988),
};

export const known = (value: Val): Domain => ({ kind: "finite", values: [value] });

export const isKnown = (d: Domain): boolean => d.kind === "finite" && d.values.length === 1;

/** Everything that a declaration allows; with no value too where it is optional. */
export function wholeDomain(decl: FactDecl): Domain {
  const none: readonly Val[] = decl.optional ? [null] : [];
  switch (decl.type.kind) {
    case "boolean":
      return { kind: "finite", values: [false, true, ...none] };
    case "one of":
      return { kind: "finite", values: [...decl.type.members, ...none] };
    case "string":
      return { kind: "text", nullable: decl.optional };
    case "list":
    case "records":
      return { kind: "unknown list" };
    default:
      return limits(decl);
  }
}

function limits(decl: FactDecl): RangeDomain {
  const min = finite(decl.min);
  const max = finite(decl.max);
  const step = stepOf(decl);
  const origin = finite(decl.step) !== null && min !== null ? min : num(0);
  const range: RangeDomain = {
    kind: "range",
    low: min ?? FAR.neg(),
    high: max ?? FAR,
    far: [LEAST[decl.type.kind] ?? REMOTE.neg(), GREATEST[decl.type.kind] ?? REMOTE],
    step,
    origin,
    nullable: decl.optional,
  };
  return onGrid(range);
}

const finite = (value: Value): Num | null => {
  const v = fromFeel(value);
  return v instanceof Num ? v : null;
};

/** The distance between neighbouring values: 0.01 yuan, a day, a second, a month, 0.000001 of a plain number. */
function stepOf(decl: FactDecl): Num {
  const step = finite(decl.step);
  switch (decl.type.kind) {
    case "money":
      return step ?? num("0.01");
    case "number":
      return step ?? num("0.000001");
    case "date":
      return step === null ? num(1) : Num.max(1, step.div(DAY_SECONDS).floor());
    default:
      return step ?? num(1);
  }
}

/** The ends moved inwards to the grid. */
export const onGrid = (r: RangeDomain): RangeDomain => ({
  ...r,
  low: snap(r.low, r, true),
  high: snap(r.high, r, false),
});

function snap(x: Num, r: RangeDomain, up: boolean): Num {
  if (!x.isFinite()) return x;
  const steps = x.minus(r.origin).div(r.step);
  return (up ? steps.ceil() : steps.floor()).times(r.step).plus(r.origin);
}

/** The values of a domain between two ends, both included; null where there are none. */
export function cut(domain: Domain, low: Num, high: Num): Domain | null {
  if (domain.kind === "finite") {
    const values = domain.values.filter((v) => v instanceof Num && atLeast(v, low) && atMost(v, high));
    return values.length === 0 ? null : { kind: "finite", values };
  }
  if (domain.kind !== "range") return null;
  // The domain's own ends are on its grid already.
  const least = above(low, domain.low) ? snap(low, domain, true) : domain.low;
  const most = below(high, domain.high) ? snap(high, domain, false) : domain.high;
  const order = compare(least, most);
  if (order > 0) return null;
  return order === 0 ? known(least) : { ...domain, low: least, high: most, nullable: false };
}

/** Whether a domain has values outside the ends, or none at all as a value. */
export function reachesOutside(domain: Domain, low: Num, high: Num): boolean {
  if (domain.kind === "finite")
    return domain.values.some((v) => !(v instanceof Num) || below(v, low) || above(v, high));
  if (domain.kind !== "range") return true;
  return domain.nullable || below(domain.low, low) || above(domain.high, high);
}
