/**
 * Deciding by boxes of completions in whole numbers: some facts known, others bounded or unknown. It says what §2
 * says, exactly and tight, or nothing: then the full engine decides. Property tests hold it to the enumeration of
 * completions and to the full engine.
 */
import type { DecisionGraph } from "../../ir/decisionGraph.ts";
import type { Resolved } from "../../terms/resolve.ts";
import { askOf } from "../assemble.ts";
import type { Ask, Decision, Outcome } from "../decision.ts";
import { Beyond, beyond } from "../exact/frame.ts";
import type { Exact } from "../exact/index.ts";
import { Asking } from "./asks.ts";
import { NO, YES } from "./board.ts";
import type { Fact } from "./box.ts";
import { Cells } from "./cells.ts";
import { boxReader } from "./input.ts";
import { Outputs } from "./outputs.ts";
import { Search } from "./search.ts";

/** Boxes that one decision may look at. */
const BOXES = 2000;

/** The boxes of a document whose graph (for some lengths of its lists) is given. */
export function boxesOf(resolved: Resolved, graph: DecisionGraph): Exact {
  const cells = new Cells(graph);
  const read = boxReader(resolved.doc, cells);
  const decider = new Decider(resolved, cells);
  return (facts) => {
    try {
      const given = read(facts);
      return given === null ? null : decider.decide(given.governsOpen);
    } catch (e) {
      if (e instanceof Beyond) return null;
      throw e;
    }
  };
}

class Decider {
  private readonly resolved: Resolved;
  private readonly cells: Cells;
  private readonly graph: DecisionGraph;
  private readonly search: Search;
  private readonly outputs: Outputs;
  private readonly asking: Asking;
  /** Where declining completions need not share a reason, they differ in their reasons too. */
  private readonly askingReasons: Asking;
  private readonly asks: (Ask | undefined)[] = [];
  private readonly decline: number;

  constructor(resolved: Resolved, cells: Cells) {
    this.resolved = resolved;
    this.cells = cells;
    this.graph = cells.graph;
    this.search = new Search(cells);
    this.outputs = new Outputs(this.search);
    const { outcome, least, most, declines } = cells.graph;
    const amounts = least === most ? [outcome, least] : [outcome, least, most];
    this.asking = new Asking(this.search, amounts);
    this.askingReasons = new Asking(this.search, [...amounts, ...declines.map((r) => r.holds)]);
    this.decline = cells.codes.get("decline") ?? -1;
  }

  decide(governsOpen: boolean): Decision {
    this.cells.begin();
    this.search.begin(BOXES);
    this.markFlags();
    this.outputs.look();
    const common = this.hasCommonReason();
    const asked = this.asked(common);
    const own = this.outputs.parts();
    const outcome = !governsOpen && asked.length === 0 ? this.outcomeAnywhere() : null;
    const settled = outcome !== null && (outcome !== "decline" || common);
    return {
      terms: this.resolved.doc.id,
      digest: this.resolved.doc.digest,
      outcome: settled ? outcome : "open",
      settled,
      tight: true,
      payable: own.payable,
      benefits: own.benefits,
      reasons: own.reasons,
      values: own.values,
      promises: own.promises,
      flags: own.flags,
      points: own.points,
      steps: own.steps,
      asks: this.asksOf(asked, governsOpen),
    };
  }

  /** Flags that are certain count towards `points`; this is found before anything reads `points`. */
  private markFlags(): void {
    for (const f of this.graph.flags) {
      const fact = this.cells.box.facts[f.certain];
      if (fact !== undefined) fact.mask = this.search.certain(f.holds) ? YES : NO;
    }
  }

  /** Whether one reason holds in every completion that declines. */
  private hasCommonReason(): boolean {
    const { declines, lacking, outcome } = this.graph;
    if (!this.search.root.of(outcome).codes.includes(this.decline)) return true;
    const holding = declines.filter((r) => (this.search.root.of(r.holds).mask & YES) !== 0);
    if (holding.length < 2) return true;
    return holding.some((r) => {
      const other = lacking.get(r);
      return other === undefined || !this.search.may(other);
    });
  }

  /** Those of which one answer can settle the decision first, then in the document's order. */
  private asked(common: boolean): readonly Fact[] {
    const asking = common ? this.asking : this.askingReasons;
    const reached = asking.begin();
    const all = this.cells.box.free.filter((f) => (f.bit & reached) !== 0 && asking.asks(f));
    if (all.length < 2) return all;
    const { corners } = this.search;
    if (!common) this.asking.begin();
    const first = all.filter((f) => this.asking.settles(f, all, () => common || this.hasReasonHere()));
    this.search.corners = corners;
    return [...first, ...all.filter((f) => !first.includes(f))];
  }

  /** Whether, should the box be declined, one reason holds in all of it. */
  private hasReasonHere(): boolean {
    const { declines, lacking, outcome } = this.graph;
    if (!this.cells.judged(outcome).codes.includes(this.decline)) return true;
    return declines.some((r) => {
      const other = lacking.get(r);
      return other === undefined || this.search.never(() => this.search.can(other, YES));
    });
  }

  private asksOf(asked: readonly Fact[], governsOpen: boolean): readonly Ask[] {
    const { slots } = this.graph;
    const order = asked.map((f) => f.index);
    const governing = governsOpen ? slots.findIndex((s) => s.path === this.resolved.doc.governs) : -1;
    const all = governing < 0 ? order : [governing, ...order.filter((i) => i !== governing)];
    return all.map((i) => this.asks[i] ?? this.ask(i));
  }

  private ask(index: number): Ask {
    const slot = this.graph.slots[index] ?? beyond();
    const ask = askOf(slot, this.resolved);
    this.asks[index] = ask;
    return ask;
  }

  /** The outcome of some completion. */
  private outcomeAnywhere(): Outcome {
    const { box } = this.cells;
    const mark = box.mark;
    for (const f of box.free) if (!f.fixed) box.toEnd(f, false);
    const cell = this.cells.judged(this.graph.outcome);
    const code = cell.known ? (cell.codes[0] ?? 0) : beyond();
    box.undo(mark);
    const text = this.cells.textOf(code);
    return OUTCOMES.find((o) => o === text) ?? beyond();
  }
}

const OUTCOMES: readonly Outcome[] = ["decline", "refer", "pay", "nothing", "accept"];
