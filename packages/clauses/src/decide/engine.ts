/** Deciding for every completion of the facts (§2). */
import type { Domain } from "../facts/domain.ts";
import { isKnown, known } from "../facts/domain.ts";
import { type Facts, readFactsInput } from "../facts/read.ts";
import type { Num } from "../feel/value.ts";
import { type DecisionGraph, decisionGraph, type ReasonNode } from "../ir/decisionGraph.ts";
import type { Node, Val } from "../ir/node.ts";
import type { Resolved } from "../terms/resolve.ts";
import { Aim, defaultOf, endOf, within } from "./aim.ts";
import { type Decisive, type Matters, matters } from "./asks.ts";
import type { Outcome } from "./decision.ts";
import { Effort } from "./effort.ts";
import { type Optimum, optimise, Pool, possible } from "./optimise.ts";
import { Region } from "./region.ts";
import { settlers } from "./settle.ts";
import { Space } from "./space.ts";

/** Regions a whole decision may look at: far more than an ordinary one needs. */
const TOTAL = 6000;
const QUERY = 600;
/** What its questions may cost, whatever the size of the document: see `Meter`. */
const WORK = 800_000;
/** For one question of a decision that is no longer tight. */
const DOUBTED = 16;

/** The decision function's machine: one document, one graph (another for each shape of its lists). */
export class Engine {
  readonly resolved: Resolved;
  private readonly spaces = new Map<string, Space>();

  constructor(resolved: Resolved) {
    this.resolved = resolved;
  }

  facts(input: unknown): Facts {
    return readFactsInput(this.resolved.doc, input);
  }

  space(lengths: ReadonlyMap<string, number>): Space {
    const key = [...lengths].map(([n, l]) => `${n}=${l}`).join(";");
    const found = this.spaces.get(key);
    if (found !== undefined) return found;
    const space = new Space(decisionGraph(this.resolved, lengths));
    // Graphs of long lists are not kept: the next list has another length.
    if (this.spaces.size < 16) this.spaces.set(key, space);
    return space;
  }

  study(facts: Facts): Study {
    const space = this.space(facts.lengths);
    const domains = space.graph.slots.map(
      (s): Domain => facts.domains.get(s.path) ?? { kind: "unknown list" },
    );
    return new Study(space, domains, facts.governsOpen);
  }
}

export interface Range {
  readonly low: Num;
  readonly high: Num;
}

/** Everything that can be said about one decision; each question is answered once and only when asked. */
export class Study {
  readonly space: Space;
  readonly graph: DecisionGraph;
  readonly region: Region;
  readonly pool = new Pool();
  readonly governsOpen: boolean;
  private readonly effort = new Effort(TOTAL);
  /** What may be asked: metered, so that the amounts are never short of effort. */
  private readonly asking: Effort;
  /** Bounds not known to be reached and questions not answered within the effort. */
  readonly doubts: string[] = [];
  private readonly ends = new Map<string, Num>();
  private readonly asked: ReadonlyMap<number, Matters>;
  readonly decisive: Decisive;
  private readonly commonDecline: boolean;

  constructor(space: Space, domains: readonly Domain[], governsOpen: boolean) {
    this.space = space;
    this.graph = space.graph;
    this.governsOpen = governsOpen;
    // Studies of one space follow one another: each has the whole of it.
    space.meter.work = 0;
    space.meter.most = WORK;
    this.asking = this.effort.share(TOTAL, space.meter);
    const certain = this.graph.flags.map((): Domain => known(false));
    const first = Region.whole(space, [...domains, ...certain]);
    this.region = first.withDomains(this.certainFlags(first));
    this.pool.clear();
    this.seed();
    this.commonDecline = this.findCommonDecline();
    const reasons = this.commonDecline ? [] : this.graph.declines.map((r) => r.holds);
    this.decisive = { nodes: [this.graph.outcome, this.graph.least, this.graph.most, ...reasons] };
    this.asked = this.findAsks();
  }

  /** Flags that are certain count towards `points`; this is found before anything reads `points`. */
  private certainFlags(region: Region): ReadonlyMap<number, Domain> {
    const changes = new Map<number, Domain>();
    for (const f of this.graph.flags) {
      const may = possible(f.holds, false, region, this.pool, this.effort.share(QUERY));
      if (may === "unknown") this.doubts.push(`flag ${f.clause}`);
      if (may === "no") changes.set(f.certain, known(true));
    }
    return changes;
  }

  /** A few completions to begin with: everything least, everything greatest, and the aims of the payable ends. */
  private seed(): void {
    const { region } = this;
    for (const values of [region.domains.map(defaultOf), region.domains.map((d) => endOf(d, true))])
      this.try(values);
    if (this.known) return;
    for (const up of [false, true]) {
      const aim = new Aim(region);
      aim.number(up ? this.graph.most : this.graph.least, up);
      this.try(aim.completion(null));
    }
  }

  private try(values: Val[]): void {
    if (this.region.domains.every((d, i) => within(d, values[i] ?? null))) this.pool.add(values);
    else if (this.known) this.pool.add(values);
  }

  /** Every fact has one value: nothing to search. */
  get known(): boolean {
    return this.region.domains.every(isKnown);
  }

  private get declineNode(): Node {
    return this.graph.outcome;
  }

  /** Whether one reason holds in every completion that declines. */
  private findCommonDecline(): boolean {
    const g = this.space.graph.nodes.graph;
    const declined = this.pool.completions.filter((c) => c.read(this.declineNode) === "decline");
    const abs = this.region.abs(this.declineNode);
    const mayDecline =
      abs.kind === "top" ||
      (abs.kind === "one"
        ? abs.value === "decline"
        : abs.kind === "texts" && (abs.open || abs.values.includes("decline")));
    if (!mayDecline) return true;
    const candidates = this.graph.declines.filter((r) => declined.every((c) => c.isTrue(r.holds)));
    let unsure = false;
    for (const r of candidates) {
      const other = this.graph.lacking.get(r);
      if (other === undefined || other === g.no) return true;
      const may = possible(other, true, this.region, this.pool, this.effort.share(QUERY));
      if (may === "no") return true;
      if (may === "unknown") unsure = true;
    }
    if (unsure) this.doubts.push("common reason");
    return false;
  }

  private findAsks(): ReadonlyMap<number, Matters> {
    const asked = new Map<number, Matters>();
    this.graph.slots.forEach((_, i) => {
      const d = this.region.domains[i];
      if (d === undefined || isKnown(d)) return;
      // Once one question is open the answer is no longer tight: the others are worth less effort.
      const lean = this.doubts.length > 0;
      const effort = lean ? this.asking.share(DOUBTED) : this.asking;
      const answer = matters(i, this.decisive, this.region, this.pool, effort, lean);
      if (answer === "no") return;
      if (answer === "unknown") this.doubts.push(`ask ${i}`);
      asked.set(i, answer);
    });
    return asked;
  }

  get settled(): boolean {
    return !this.governsOpen && this.asked.size === 0 && this.hasReason;
  }

  /** A refusal needs a reason that is certain. */
  private get hasReason(): boolean {
    const [first] = this.pool.completions;
    return first === undefined || first.read(this.graph.outcome) !== "decline" || this.commonDecline;
  }

  get outcome(): Outcome | "open" {
    if (!this.settled) return "open";
    const tried = this.pool.completions[0]?.read(this.graph.outcome);
    const abs = this.region.abs(this.graph.outcome);
    const value = tried ?? (abs.kind === "one" ? abs.value : null);
    return isOutcome(value) ? value : "open";
  }

  /** Fact indexes in the order of asking. */
  asks(): readonly number[] {
    const all = [...this.asked.keys()].sort((a, b) => a - b);
    if (all.length < 2) return all;
    const lean = this.doubts.length > 0;
    const effort = lean ? this.asking.share(DOUBTED * all.length) : this.asking;
    const amounts = { nodes: [this.graph.outcome, this.graph.least, this.graph.most] };
    const certain = (part: Region): boolean => this.commonDecline || this.hasReasonIn(part, effort);
    const first = settlers(all, amounts, this.region, this.pool, effort, lean, certain);
    return [...all.filter((i) => first.has(i)), ...all.filter((i) => !first.has(i))];
  }

  /** Whether, should a part be declined, one reason holds in all of it. */
  private hasReasonIn(part: Region, effort: Effort): boolean {
    const abs = part.abs(this.graph.outcome);
    if (abs.kind === "one" && abs.value !== "decline") return true;
    return this.graph.declines.some((r) => {
      const other = this.graph.lacking.get(r);
      return other === undefined || possible(other, true, part, new Pool(), effort.share(QUERY)) === "no";
    });
  }

  /** The ends of an amount over all completions. */
  amount(least: Node, most: Node): Range {
    return { low: this.end(least, false, true), high: this.end(most, true, true) };
  }

  /** The ends of any ordered value. */
  range(node: Node): Range {
    return { low: this.end(node, false, false), high: this.end(node, true, false) };
  }

  private end(node: Node, up: boolean, wholeCents: boolean): Num {
    const key = `${node.id}${up ? "+" : "-"}${wholeCents}`;
    const known = this.ends.get(key);
    if (known !== undefined) return known;
    const found = this.findEnd(node, up, wholeCents);
    this.ends.set(key, found);
    return found;
  }

  private findEnd(node: Node, up: boolean, wholeCents: boolean): Num {
    const optimum: Optimum = optimise(node, up, this.region, this.pool, this.effort.share(QUERY), wholeCents);
    if (!optimum.tight) this.doubts.push(`${up ? "most" : "least"} of ${node.id}`);
    return optimum.bound;
  }

  /** Whether a condition holds in every completion. */
  certain(node: Node): boolean {
    const answer = possible(node, false, this.region, this.pool, this.effort.share(QUERY));
    if (answer === "unknown") this.doubts.push(`condition ${node.id}`);
    return answer === "no";
  }

  /** Whether a condition holds in some completion; doubt counts as yes. */
  mayHold(node: Node): boolean {
    const answer = possible(node, true, this.region, this.pool, this.effort.share(QUERY));
    if (answer === "unknown") this.doubts.push(`condition ${node.id}`);
    return answer !== "no";
  }

  certainReasons(reasons: readonly ReasonNode[]): readonly ReasonNode[] {
    return reasons.filter((r) => this.certain(r.holds));
  }
}

const OUTCOMES: readonly string[] = ["decline", "refer", "pay", "nothing", "accept"];
const isOutcome = (v: Val): v is Outcome => typeof v === "string" && OUTCOMES.includes(v);
