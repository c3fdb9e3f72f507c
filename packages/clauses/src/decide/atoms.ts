/** What is still undecided about a node: the first condition or fact on which its value hangs. */
import { Num } from "../feel/value.ts";
import type { Node } from "../ir/node.ts";
import { isOne, mayBeNull } from "./abs.ts";
import type { Region } from "./region.ts";

/** Something a region can be forked on. */
export type Atom =
  /** A comparison of numbers, or the kink of a `max`, `min`, `abs` or quotient. */
  | { readonly kind: "comparison"; readonly node: Node }
  /** A fact with a few values, or a text, or one that may have no value. */
  | { readonly kind: "fact"; readonly index: number }
  /** A node that only its facts can decide. */
  | { readonly kind: "closed"; readonly node: Node };

/** Visits undecided nodes below a node, skipping what cannot matter; `visit` answers whether to stop. */
export function undecided(
  node: Node,
  region: Region,
  seen: Set<number>,
  visit: (n: Node) => boolean,
): boolean {
  if (seen.has(node.id) || region.isKnown(node)) return false;
  seen.add(node.id);
  for (const child of relevant(node, region)) if (undecided(child, region, seen, visit)) return true;
  return visit(node);
}

/** The children that a node's value still hangs on. */
export function relevant(node: Node, region: Region): readonly Node[] {
  const { args } = node;
  if (node.data.op === "if") {
    const [condition, then, otherwise] = args;
    if (condition === undefined) return [];
    const c = region.abs(condition);
    const branch = isOne(c) ? (c.value === true ? then : otherwise) : undefined;
    if (isOne(c)) return branch === undefined ? [] : [branch];
    return args;
  }
  if (node.data.op === "or else") {
    const [a] = args;
    return a !== undefined && !mayBeNull(region.abs(a)) ? [a] : args;
  }
  if (node.data.op === "max" || node.data.op === "min") {
    const kink = region.space.graph.nodes.graph.kink(node);
    const c = kink === undefined ? null : region.abs(kink);
    const [a, b] = args;
    if (c !== null && isOne(c) && typeof c.value === "boolean" && a !== undefined && b !== undefined)
      return [c.value === (node.data.op === "max") ? b : a];
  }
  return args;
}

/** The first thing to fork on below a node; null where only smooth sums and products remain. */
export function firstAtom(node: Node, region: Region): Atom | null {
  let atom: Atom | null = null;
  undecided(node, region, new Set(), (n) => {
    atom = atomOf(n, region);
    return atom !== null;
  });
  return atom;
}

export function atomOf(node: Node, region: Region): Atom | null {
  const { op } = node.data;
  switch (op) {
    case "fact":
      return factAtom(node, region);
    case "lt":
    case "le":
    case "eq":
    case "is null":
      return { kind: "comparison", node };
    case "max":
    case "min":
    case "abs":
    case "div": {
      const kink = region.space.graph.nodes.graph.kink(node);
      return kink !== undefined && !region.isKnown(kink) ? { kind: "comparison", node: kink } : null;
    }
    case "foreign":
      return { kind: "closed", node };
    default:
      return null;
  }
}

/** Ordered facts are left to the conditions that read them, unless they may have no value. */
function factAtom(node: Node, region: Region): Atom | null {
  if (node.data.op !== "fact") return null;
  const { index } = node.data;
  const domain = region.domains[index];
  if (domain === undefined || domain.kind === "unknown list") return null;
  if (domain.kind === "finite") {
    const numbers = domain.values.every((v) => v instanceof Num);
    return numbers && domain.values.length > 8 ? null : { kind: "fact", index };
  }
  return domain.kind === "text" || domain.nullable ? { kind: "fact", index } : null;
}

/** The facts that some undecided part of the nodes still hangs on. */
export function reachedFacts(nodes: readonly Node[], region: Region): ReadonlySet<number> {
  const facts = new Set<number>();
  const seen = new Set<number>();
  for (const n of nodes)
    undecided(n, region, seen, (x) => {
      if (x.data.op === "fact") facts.add(x.data.index);
      return false;
    });
  return facts;
}
