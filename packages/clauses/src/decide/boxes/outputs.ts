/** The parts of a decision over all completions of a box: what `assemble` says, from exact ends. */

import type { Num } from "../../feel/value.ts";
import type { BenefitNodes } from "../../ir/benefits.ts";
import type { DecisionGraph, ReasonNode, StepNode } from "../../ir/decisionGraph.ts";
import type { Node } from "../../ir/node.ts";
import type { Decision, JsonValue, MoneyRange, PromiseDecision, Reason, StepDecision } from "../decision.ts";
import { beyond } from "../exact/frame.ts";
import { centsText, orderedJson } from "../exact/texts.ts";
import { jsonOf } from "../render.ts";
import { NONE } from "./board.ts";
import type { Cells } from "./cells.ts";
import type { Search } from "./search.ts";
import { valueIn } from "./values.ts";

type Parts = Omit<Decision, "terms" | "digest" | "outcome" | "settled" | "tight" | "asks" | "explanation">;
type Ends = string | { readonly between: readonly [string | null, string | null] };

export class Outputs {
  private readonly search: Search;
  private readonly cells: Cells;
  private readonly graph: DecisionGraph;
  private readonly always: readonly Node[];
  private readonly ofBenefits: readonly (readonly ReasonNode[])[];

  constructor(search: Search) {
    this.search = search;
    this.cells = search.cells;
    this.graph = search.cells.graph;
    const { outcome, least, most, benefits, declines, refers, flags, promises, steps } = this.graph;
    this.always = [
      ...[outcome, least, most, this.graph.points],
      ...benefits.flatMap((b) => [
        b.least,
        b.most,
        ...(b.payers.length > 1 ? b.payers.map((p) => p.active) : []),
      ]),
      ...[...declines, ...refers, ...this.graph.ofBenefits, ...flags].map((r) => r.holds),
      ...[...promises, ...steps].map((p) => p.applies),
    ];
    this.ofBenefits = this.graph.benefits.map((b) =>
      this.graph.ofBenefits.filter((r) => r.over?.includes(b.root)),
    );
  }

  /** Judges what every decision says while the whole box is at hand. */
  look(): void {
    const { root } = this.search;
    for (const n of this.always) root.of(n);
  }

  parts(): Parts {
    const { graph, search } = this;
    return {
      payable: this.money(graph.least, graph.most),
      benefits: graph.benefits.map((b, i) => this.benefit(b, this.ofBenefits[i] ?? [])),
      reasons: [...this.reasons(graph.declines), ...this.reasons(graph.refers)],
      values: this.values(),
      promises: graph.promises
        .filter((p) => search.certain(p.applies))
        .map((p) => ({ clause: p.clause, lane: p.lane, due: this.due(p.due) })),
      flags: graph.flags
        .filter((f) => search.certain(f.holds))
        .map((f) => ({ clause: f.clause, name: f.name, points: this.range(f.points) ?? beyond() })),
      points: this.range(graph.points) ?? beyond(),
      steps: graph.steps.filter((s) => search.certain(s.applies)).map((s) => this.step(s)),
    };
  }

  private money(least: Node, most: Node): MoneyRange {
    return {
      least: centsText(this.cents(least, false)) ?? "0.00",
      most: centsText(this.cents(most, true)),
    };
  }

  private cents(node: Node, up: boolean): number {
    const scale = this.cells.scales.of(node) ?? beyond();
    const units = this.search.end(node, up);
    if (Number.isNaN(units)) return beyond();
    return scale === 2 ? units : scale < 2 ? units * 10 ** (2 - scale) : beyond();
  }

  private benefit(b: BenefitNodes, reasons: readonly ReasonNode[]): Decision["benefits"][number] {
    const several = b.payers.length > 1;
    const certain = several ? b.payers.find((p) => this.search.certain(p.active)) : undefined;
    const named = certain ?? b.payers.find((p) => p.clause === b.root) ?? b.payers[0];
    return {
      clause: named?.clause.id ?? b.root.id,
      name: named?.name ?? b.root.id,
      ...this.money(b.least, b.most),
      reasons: this.reasons(reasons),
    };
  }

  /** Each once, however many conditions give it. */
  private reasons(all: readonly ReasonNode[]): readonly Reason[] {
    const out: Reason[] = [];
    for (const { clause, text, holds } of all)
      if (this.search.certain(holds) && !out.some((r) => r.clause === clause && r.text === text))
        out.push({ clause, text });
    return out;
  }

  private values(): { readonly [name: string]: JsonValue } {
    const out: Record<string, JsonValue> = {};
    for (const [name, node] of this.graph.values) out[name] = this.value(node);
    return out;
  }

  private value(node: Node): JsonValue {
    const cell = this.search.root.of(node);
    if (cell.known) return jsonOf(valueIn(node, cell, this.cells), node.unit);
    if (node.sort !== "ordered")
      return node.sort === "boolean" && !this.search.certain(node) ? null : beyond();
    const range = this.range(node);
    return typeof range === "object" && range !== null ? { between: [...range.between] } : range;
  }

  /** The ends of what is ordered; null where it never has a value. */
  private range(node: Node): Ends | null {
    const scale = this.cells.scales.of(node);
    if (scale === null) return this.decimalRange(node);
    const [low, high] = [this.search.end(node, false), this.search.end(node, true)];
    if (Number.isNaN(low) || Number.isNaN(high)) return null;
    const text = (x: number): string | null =>
      Number.isFinite(x) ? String(orderedJson(x, scale, node.unit)) : null;
    return low === high ? (text(low) ?? beyond()) : { between: [text(low), text(high)] };
  }

  private decimalRange(node: Node): Ends | null {
    const [low, high] = [this.search.decimalEnd(node, false), this.search.decimalEnd(node, true)];
    if (low === null || high === null) return null;
    const text = (x: Num): string => String(jsonOf(x, node.unit));
    return low.equals(high) ? text(low) : { between: [text(low), text(high)] };
  }

  /** Null while nothing bounds it, or where it may have no value. */
  private due(node: Node): PromiseDecision["due"] {
    const cell = this.search.root.of(node);
    const g = this.graph.nodes.graph;
    if (cell.mask === NONE) return null;
    if ((cell.mask & NONE) !== 0 && this.search.may(g.isNull(node))) return null;
    const range = this.range(node);
    const open =
      typeof range === "object" && range !== null && range.between[0] === null && range.between[1] === null;
    return open ? null : range;
  }

  private step(s: StepNode): StepDecision {
    const { clause, channel } = s;
    const cell = s.after === null ? null : this.search.root.of(s.after);
    if (s.after === null || cell === null || !cell.known) return { clause, channel, after: null };
    const json = jsonOf(valueIn(s.after, cell, this.cells), s.after.unit);
    return { clause, channel, after: json === null ? null : String(json) };
  }
}
