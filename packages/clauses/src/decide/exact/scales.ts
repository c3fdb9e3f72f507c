/** Which nodes are whole numbers of a fixed decimal unit, and of which. */
import { Num, num } from "../../feel/value.ts";
import type { Node } from "../../ir/node.ts";
import type { Slot } from "../../ir/slots.ts";
import { MAX_SCALE } from "./frame.ts";

/** Functions whose numbers are always whole. */
const WHOLE = new Set(["working days between", "full years between", "full months between", "age"]);

const DEFAULT_PLACES = 6;
const MAX_FACTOR_PLACES = 6;

/** Scales of the nodes of one graph, found once. */
export class Scales {
  private readonly slots: readonly Slot[];
  private readonly known: (number | null | undefined)[] = [];

  constructor(slots: readonly Slot[]) {
    this.slots = slots;
  }

  /** The decimal places of a node's values, null where they are not fixed: then it is computed in decimals. */
  of(node: Node): number | null {
    if (node.sort !== "ordered") return isNothing(node) ? 0 : null;
    const found = this.known[node.id];
    if (found !== undefined) return found;
    const scale = this.find(node);
    const own = scale !== null && scale <= MAX_SCALE ? scale : null;
    this.known[node.id] = own;
    return own;
  }

  /** The same for a fact; null too where there is none. */
  ofSlot(index: number): number | null {
    const slot = this.slots[index];
    return slot === undefined ? null : this.of(slot.node);
  }

  private find(node: Node): number | null {
    const { data } = node;
    const [a, b, c] = node.args;
    switch (data.op) {
      case "const":
        return placesOf(data.value instanceof Num ? data.value : null);
      case "fact":
        return placesOfFact(this.slots[data.index]);
      case "add":
      case "sub":
      case "max":
      case "min":
      case "or else":
        return this.widest(a, b);
      case "mul":
        return this.sum(a, b);
      case "div":
        return this.quotient(a, b);
      case "abs":
        return a === undefined ? null : this.of(a);
      case "round": {
        const own = a === undefined ? null : this.of(a);
        if (data.scale < 0) return own === null ? null : 0;
        return own === null ? data.scale : Math.min(own, data.scale);
      }
      case "if":
        return this.widest(b, c);
      case "foreign":
        return node.unit !== "number" || WHOLE.has(data.foreign.key) ? 0 : null;
      default:
        return null;
    }
  }

  private widest(a: Node | undefined, b: Node | undefined): number | null {
    const [x, y] = this.both(a, b);
    return x === null || y === null ? null : Math.max(x, y);
  }

  private sum(a: Node | undefined, b: Node | undefined): number | null {
    const [x, y] = this.both(a, b);
    return x === null || y === null ? null : x + y;
  }

  private both(a: Node | undefined, b: Node | undefined): readonly [number | null, number | null] {
    return [a === undefined ? null : this.of(a), b === undefined ? null : this.of(b)];
  }

  private quotient(a: Node | undefined, b: Node | undefined): number | null {
    const factor = inverse(b);
    const own = a === undefined ? null : this.of(a);
    return factor === null || own === null ? null : own + factor.decimalPlaces();
  }
}

const isNothing = (n: Node): boolean => n.data.op === "const" && n.data.value === null;

/** What dividing by a constant multiplies by, where that is a short decimal: 0.01 for 100. */
export function inverse(divisor: Node | undefined): Num | null {
  const by = divisor?.data.op === "const" ? divisor.data.value : null;
  if (!(by instanceof Num) || by.isZero() || !by.isFinite()) return null;
  const factor = num(1).div(by);
  return factor.decimalPlaces() <= MAX_FACTOR_PLACES && factor.times(by).equals(1) ? factor : null;
}

function placesOf(value: Num | null): number | null {
  if (value === null || !value.isFinite()) return 0;
  return value.precision(true) <= MAX_SCALE ? value.decimalPlaces() : null;
}

function placesOfFact(slot: Slot | undefined): number | null {
  if (slot === undefined) return null;
  const { type, step } = slot.decl;
  switch (type.kind) {
    case "money":
      return 2;
    case "number":
      return step instanceof Num ? step.decimalPlaces() : DEFAULT_PLACES;
    case "one of":
      return Math.max(0, ...type.members.map((m) => (m instanceof Num ? m.decimalPlaces() : 0)));
    default:
      return 0;
  }
}
