/** A document's every completion at once, and what can be proven of it or shown by an example. */
import { ends } from "../decide/abs.ts";
import { Concrete } from "../decide/concrete.ts";
import { Effort } from "../decide/effort.ts";
import { optimise, Pool, possible } from "../decide/optimise.ts";
import { Region } from "../decide/region.ts";
import { Space } from "../decide/space.ts";
import { cut, type Domain, wholeDomain } from "../facts/domain.ts";
import { Num, num } from "../feel/value.ts";
import type { ClauseNodes } from "../ir/clauseNodes.ts";
import { type DecisionGraph, decisionGraph } from "../ir/decisionGraph.ts";
import type { Node, Val } from "../ir/node.ts";
import type { ListLengths, Slot } from "../ir/slots.ts";
import type { Resolved } from "../terms/resolve.ts";
import type { Words } from "../terms/where.ts";
import { everyCompletion } from "./enumerate.ts";
import { shownValues } from "./shown.ts";

const FAR = num("Infinity");
const DAY_SECONDS = 86_400;
const OFFSET_SECONDS = 28_800;
/** Examples kept: later questions try them first. */
const POOL_MAX = 60;

/** What is known of a condition: proven impossible, shown possible by an example, or neither. */
export type Answer = { readonly kind: "no" } | { readonly kind: "unknown" } | Yes;

export interface Yes {
  readonly kind: "yes";
  readonly example: Concrete;
}

export interface Smallest {
  readonly values: readonly Val[];
  readonly best: Yes;
}

/** Every completion that `effective` allows, lists of the lengths given; other lists are unknown. */
export class Whole {
  readonly nodes: ClauseNodes;
  /** The document's decision as nodes, and every list fact's length where it is opened. */
  readonly graph: DecisionGraph;
  readonly lengths: ListLengths;
  private readonly domains: readonly Domain[];
  private region: Region;
  private size: number;
  private pool = new Pool();

  constructor(resolved: Resolved, lengths: ListLengths) {
    this.lengths = lengths;
    this.graph = decisionGraph(resolved, lengths);
    this.nodes = this.graph.nodes;
    const flags = this.graph.flags.map((): Domain => ({ kind: "finite", values: [false, true] }));
    this.domains = [...this.graph.slots.map((s) => domainOf(s, resolved)), ...flags];
    this.region = Region.whole(new Space(this.graph), this.domains);
    this.size = this.nodes.graph.nodes.length;
  }

  /** Everything, as a region that knows every node made so far. */
  all(): Region {
    if (this.nodes.graph.nodes.length !== this.size) {
      this.region = Region.whole(new Space(this.graph), this.domains);
      this.size = this.nodes.graph.nodes.length;
    }
    return this.region;
  }

  /** Where the search ends without an answer and there are few completions, each is tried. */
  private tryAll(condition: Node): Answer {
    const facts = [...this.all().space.facts(condition)];
    const every = everyCompletion(facts, this.domains);
    if (every === null) return { kind: "unknown" };
    for (const completion of every) {
      const example = new Concrete(completion);
      const holds = example.read(condition);
      if (holds === undefined) return { kind: "unknown" };
      if (holds === true) return { kind: "yes", example };
    }
    return { kind: "no" };
  }

  /** What an ordered node can be at all: never narrower than it is. */
  range(node: Node): readonly [Num, Num] {
    return ends(this.all().abs(node)) ?? [FAR.neg(), FAR];
  }

  /** Whether some completion makes a condition true, looking at so many regions at most. */
  ask(condition: Node, regions: number): Answer {
    const answer = possible(condition, true, this.all(), this.pool, new Effort(regions));
    if (answer === "unknown") return this.tryAll(condition);
    if (answer === "no") return { kind: "no" };
    const example = this.pool.completions.find((c) => c.isTrue(condition));
    if (this.pool.completions.length > POOL_MAX) this.pool = new Pool();
    return example === undefined ? { kind: "unknown" } : { kind: "yes", example };
  }

  /**
   * An example of a condition in which each node in turn is as small as it can be; one without a least keeps the
   * example's value. `values` are those of the nodes.
   */
  smallest(condition: Node, nodes: readonly Node[], found: Yes, regions: number): Smallest {
    const g = this.nodes.graph;
    let [at, best] = [condition, found];
    const values = nodes.map((node) => {
      const now = best.example.read(node) ?? null;
      const least = node.sort === "ordered" && now !== null ? (this.least(node, at, regions) ?? now) : now;
      const fixed = g.and(at, least === null ? g.isNull(node) : g.equal(node, g.constant(least, node)));
      const own = this.ask(fixed, regions);
      if (own.kind !== "yes") return now;
      [at, best] = [fixed, own];
      return least;
    });
    return { values, best };
  }

  /** The least value of a node where a condition holds, if it is found; null otherwise. */
  private least(node: Node, condition: Node, regions: number): Val {
    const g = this.nodes.graph;
    const there = g.choose(g.isTrue(condition), node, g.nothing);
    const found = optimise(there, false, this.all(), new Pool(), new Effort(regions), false);
    if (found.tight) return found.bound.isFinite() ? found.bound : null;
    const every = everyCompletion([...this.all().space.facts(there)], this.domains) ?? [];
    return every.reduce<Num | null>((best, completion) => {
      const value = new Concrete(completion).read(there);
      return value instanceof Num && (best === null || value.lessThan(best)) ? value : best;
    }, null);
  }

  /** The facts behind a condition in its smallest example, in the document's order; but for those given. */
  factsText(condition: Node, found: Yes, regions: number, but: ReadonlySet<Node> = new Set()): Words {
    const slots = [...this.all().space.facts(condition)]
      .sort((a, b) => a - b)
      .flatMap((i) => this.graph.slots[i] ?? [])
      .filter((s) => !but.has(s.node));
    const nodes = slots.map((s) => s.node);
    const { values } = this.smallest(condition, nodes, found, regions);
    return shownValues(slots.map((s, i) => ({ name: s.path, value: values[i] ?? null, unit: s.node.unit })));
  }
}

/** The governing fact lies inside `effective`: outside, this edition decides nothing. */
function domainOf(slot: Slot, resolved: Resolved): Domain {
  const whole = wholeDomain(slot.decl);
  const { governs, effective } = resolved.doc;
  if (slot.path !== governs) return whole;
  const day = slot.decl.type.kind === "date";
  const start = (d: number): number => (day ? d : d * DAY_SECONDS - OFFSET_SECONDS);
  const low = effective.from === null ? FAR.neg() : num(start(effective.from));
  const last = effective.to;
  const high = last === null ? FAR : num(day ? last : start(last + 1) - 1);
  return cut(whole, low, high) ?? whole;
}

/** A document with its lists unknown, then of one element each, then of two. */
export class Wholes {
  private readonly resolved: Resolved;
  private readonly lists: readonly string[];
  private readonly made = new Map<number, Whole>();

  constructor(resolved: Resolved) {
    this.resolved = resolved;
    this.lists = [...resolved.doc.facts.values()].flatMap((f) =>
      f.type.kind === "list" || f.type.kind === "records" ? [f.name] : [],
    );
  }

  get hasLists(): boolean {
    return this.lists.length > 0;
  }

  /** Lists unknown. */
  get base(): Whole {
    return this.of(0);
  }

  /** Every list of this many elements; 0 for lists of which nothing is known. */
  of(length: number): Whole {
    const found = this.made.get(length);
    if (found !== undefined) return found;
    const lengths = length === 0 ? [] : this.lists.map((name) => [name, length] as const);
    const whole = new Whole(this.resolved, new Map(lengths));
    this.made.set(length, whole);
    return whole;
  }

  /**
   * The answer for lists of any length. A proof holds where nothing is known of the lists; an example may have
   * one element or two.
   */
  ask(
    condition: (whole: Whole) => Node | null,
    regions: number,
  ): { readonly answer: Answer; readonly whole: Whole } {
    const base = this.base;
    const first = condition(base);
    const answer: Answer = first === null ? { kind: "unknown" } : base.ask(first, regions);
    if (answer.kind !== "unknown" || !this.hasLists) return { answer, whole: base };
    for (const length of [1, 2]) {
      const whole = this.of(length);
      const node = condition(whole);
      const own = node === null ? answer : whole.ask(node, regions);
      if (own.kind === "yes") return { answer: own, whole };
    }
    return { answer, whole: base };
  }
}
