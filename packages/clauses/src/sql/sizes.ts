/** How many digits the numbers of a node can have: where they fit in 34, PostgreSQL's exact sums are the engine's. */
import { Num } from "../feel/value.ts";
import { constOf, type Node } from "../ir/node.ts";

/** Digits before and after the point at most, and whether it can be without bound. */
export interface Size {
  readonly whole: number;
  readonly places: number;
  readonly endless: boolean;
}

export const DIGITS = 34;

export class Sizes {
  private readonly memo = new Map<number, Size>();
  private readonly ofFact: (index: number) => Size;
  private readonly ofFold: (node: Node, of: (node: Node) => Size) => Size | null;

  constructor(
    ofFact: (index: number) => Size,
    ofFold: (node: Node, of: (node: Node) => Size) => Size | null,
  ) {
    this.ofFact = ofFact;
    this.ofFold = ofFold;
  }

  of(node: Node): Size {
    const found = this.memo.get(node.id);
    if (found !== undefined) return found;
    const size = this.compute(node);
    this.memo.set(node.id, size);
    return size;
  }

  /** The size before rounding to 34 digits. */
  exact(node: Node): Size {
    const [a, b] = node.args.map((x) => this.of(x));
    if (a === undefined || b === undefined) return DAYS;
    const endless = a.endless || b.endless;
    switch (node.data.op) {
      case "mul":
        return { whole: a.whole + b.whole, places: a.places + b.places, endless };
      case "div":
        return { whole: a.whole + b.places, places: DIGITS + a.places + b.whole, endless };
      default:
        return {
          whole: Math.max(a.whole, b.whole) + 1,
          places: Math.max(a.places, b.places),
          endless,
        };
    }
  }

  /** `a` where the node is `a` times a number, divided by it again without rounding: days between two dates. */
  multiple(node: Node): Node | null {
    const [dividend, divisor] = node.args;
    const [a, factor] = dividend?.data.op === "mul" ? dividend.args : [];
    if (dividend === undefined || a === undefined || factor?.data.op !== "const") return null;
    const [by, own] = [divisor === undefined ? null : constOf(divisor), factor.data.value];
    if (!(by instanceof Num && own instanceof Num && by.equals(own)) || by.isZero()) return null;
    const { whole, places, endless } = this.exact(dividend);
    return endless || whole + places > DIGITS ? null : a;
  }

  private compute(node: Node): Size {
    const { data, args } = node;
    switch (data.op) {
      case "const":
        return data.value instanceof Num ? sizeOf(data.value) : NONE;
      case "fact":
        return this.ofFact(data.index);
      case "add":
      case "sub":
      case "mul":
      case "div": {
        const multiple = data.op === "div" ? this.multiple(node) : null;
        if (multiple !== null) return this.of(multiple);
        const size = this.exact(node);
        // Rounding to 34 digits may carry into one more.
        return size.whole + size.places > DIGITS ? { ...size, whole: size.whole + 1 } : size;
      }
      case "round": {
        const a = this.argument(args[0]);
        return { ...a, whole: a.whole + 1, places: Math.max(0, Math.min(a.places, data.scale)) };
      }
      case "min": {
        const sizes = args.map((a) => this.of(a));
        return { ...larger(sizes), endless: sizes.every((s) => s.endless) };
      }
      case "if":
        return larger(args.slice(1).map((a) => this.of(a)));
      case "max":
      case "abs":
      case "or else":
        return larger(args.map((a) => this.of(a)));
      case "foreign":
        return this.ofFold(node, (n) => this.of(n)) ?? ofUnit(node);
      default:
        return ofUnit(node);
    }
  }

  private argument(node: Node | undefined): Size {
    return node === undefined ? DAYS : this.of(node);
  }
}

const NONE: Size = { whole: 0, places: 0, endless: false };
const DAYS: Size = { whole: 8, places: 0, endless: false };
/** What an expression that is opened here gives: seconds of an instant or a duration, to the nanosecond. */
const SECONDS: Size = { whole: 25, places: 9, endless: false };

const ofUnit = (node: Node): Size =>
  node.unit === "date and time" || node.unit === "days and time duration" ? SECONDS : DAYS;

export function larger(sizes: readonly Size[]): Size {
  return sizes.reduce(
    (a, b) => ({
      whole: Math.max(a.whole, b.whole),
      places: Math.max(a.places, b.places),
      endless: a.endless || b.endless,
    }),
    NONE,
  );
}

export function sizeOf(n: Num): Size {
  if (!n.isFinite()) return { whole: 0, places: 0, endless: true };
  return { whole: Math.max(1, n.e + 1), places: n.decimalPlaces(), endless: false };
}
