/** What every region of one decision shares: the graph, who reads what, the texts that matter. */
import type { DecisionGraph } from "../ir/decisionGraph.ts";
import type { Node } from "../ir/node.ts";
import type { Meter } from "./effort.ts";
import { type Form, formOf } from "./form.ts";
import type { Region } from "./region.ts";

/** Built once for a graph; it remembers only what depends on the graph alone. */
export class Space {
  readonly graph: DecisionGraph;
  /** Texts that the document compares with. */
  readonly literals: readonly string[];
  /** Texts (by fact index) that something else than a comparison reads: the literals do not stand for all of them. */
  readonly opaqueTexts: ReadonlySet<number>;
  /** What the decision at hand has cost so far. */
  readonly meter: Meter = { work: 0, most: Number.POSITIVE_INFINITY };
  private readonly nodes: readonly Node[];
  private readonly readerLists = new Map<number, readonly number[]>();
  private readonly factIds: readonly number[];
  private readonly reads: readonly (ReadonlySet<number> | null)[];
  private readonly shared = new Map<number, boolean>();
  /** Sums that only larger sums read: those are bounded as a whole. */
  private readonly inner: ReadonlySet<number>;

  constructor(graph: DecisionGraph) {
    this.graph = graph;
    this.nodes = graph.nodes.graph.nodes;
    const factIds: number[] = [];
    for (const n of this.nodes) if (n.data.op === "fact") factIds[n.data.index] = n.id;
    this.factIds = factIds;
    this.literals = [
      ...new Set(
        this.nodes.flatMap((n) =>
          typeof constant(n) === "string" && constant(n) !== "" ? [String(constant(n))] : [],
        ),
      ),
    ].sort();
    this.reads = readSets(this.nodes);
    this.inner = innerSums(this.nodes);
    this.opaqueTexts = new Set(
      this.nodes
        .filter((n) => n.data.op === "foreign")
        .flatMap((n) => [...this.facts(n)].filter((i) => this.node(factIds[i] ?? -1)?.sort === "text")),
    );
  }

  node(id: number): Node | undefined {
    return this.nodes[id];
  }

  /** The facts (by index) that a node's value hangs on. */
  facts(node: Node): ReadonlySet<number> {
    return this.reads[node.id] ?? NONE;
  }

  /** The ids of the nodes that read a node, itself included. */
  readers(id: number): readonly number[] {
    const found = this.readerLists.get(id);
    if (found !== undefined) return found;
    const marked = new Set([id]);
    for (let i = id + 1; i < this.nodes.length; i++) {
      if (this.nodes[i]?.args.some((a) => marked.has(a.id))) marked.add(i);
    }
    const list = [...marked];
    this.readerLists.set(id, list);
    return list;
  }

  readersOfFact(index: number): readonly number[] {
    const id = this.factIds[index];
    return id === undefined ? [] : this.readers(id);
  }

  /** Whether two arguments of a node hang on one fact. */
  shares(node: Node): boolean {
    const found = this.shared.get(node.id);
    if (found !== undefined) return found;
    const [a, b] = node.args;
    const answer =
      !this.inner.has(node.id) && a !== undefined && b !== undefined && meets(this.facts(a), this.facts(b));
    this.shared.set(node.id, answer);
    return answer;
  }

  formOf(node: Node, region: Region): Form | null {
    return formOf(node, region);
  }
}

const NONE: ReadonlySet<number> = new Set();

const constant = (n: Node): unknown => (n.data.op === "const" ? n.data.value : null);

function meets(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  for (const x of a) if (b.has(x)) return true;
  return false;
}

function innerSums(nodes: readonly Node[]): ReadonlySet<number> {
  const isSum = (n: Node): boolean => n.data.op === "add" || n.data.op === "sub";
  const inside = new Set<number>();
  const elsewhere = new Set<number>();
  for (const n of nodes) for (const a of n.args) (isSum(n) ? inside : elsewhere).add(a.id);
  return new Set(nodes.filter((n) => isSum(n) && inside.has(n.id) && !elsewhere.has(n.id)).map((n) => n.id));
}

/** For each node the facts below it; nodes with the same facts share one set. */
function readSets(nodes: readonly Node[]): readonly (ReadonlySet<number> | null)[] {
  const sets: (ReadonlySet<number> | null)[] = [];
  for (const n of nodes) {
    if (n.data.op === "fact") {
      sets[n.id] = new Set([n.data.index]);
      continue;
    }
    let all: ReadonlySet<number> | null = null;
    for (const a of n.args) {
      const own = sets[a.id] ?? null;
      if (own === null) continue;
      all = all === null ? own : union(all, own);
    }
    sets[n.id] = all;
  }
  return sets;
}

function union(a: ReadonlySet<number>, b: ReadonlySet<number>): ReadonlySet<number> {
  if (a === b) return a;
  const out = new Set(a);
  for (const x of b) out.add(x);
  return out.size === a.size ? a : out;
}
