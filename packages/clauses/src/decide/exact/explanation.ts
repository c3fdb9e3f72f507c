/** The explanation of a decision in which every fact is known: `explain` with all that never changes made once. */
import { fit, type Line, reachOf, type Weight } from "../../explain/lines.ts";
import type { DecisionGraph } from "../../ir/decisionGraph.ts";
import type { Clause, Effect, Formula } from "../../terms/model.ts";
import type { Resolved } from "../../terms/resolve.ts";
import type { Decision, ExplanationLine } from "../decision.ts";
import { figure, figures, type TextOf } from "./figures.ts";
import type { TruthOf } from "./logic.ts";
import type { Program } from "./program.ts";

interface Body {
  readonly weight: Weight;
  readonly shows: string;
}

type BodyOf = (decision: Decision) => Body | null;

export function explainer(
  resolved: Resolved,
  graph: DecisionGraph,
  program: Program,
): (decision: Decision) => readonly ExplanationLine[] {
  const { clauses } = resolved.doc;
  const writer = new Writer(graph, program);
  const lines = clauses.map((c) => writer.line(c));
  const reach = clauses.map((c) => reachOf(c, resolved));
  return (decision) => {
    const made: (Line | null)[] = [];
    const read = new Set<string>();
    for (let i = 0; i < lines.length; i++) {
      const line = lines[i]?.(decision) ?? null;
      made.push(line);
      if (line !== null && line.weight !== 1) for (const id of reach[i] ?? []) read.add(id);
    }
    const kept = made.filter((l): l is Line => l !== null && (l.weight !== 1 || read.has(l.clause)));
    return fit(kept).map(({ clause, text, shows }) => ({ clause, text, shows }));
  };
}

class Writer {
  private readonly graph: DecisionGraph;
  private readonly program: Program;

  constructor(graph: DecisionGraph, program: Program) {
    this.graph = graph;
    this.program = program;
  }

  line(c: Clause): (decision: Decision) => Line | null {
    const active = this.program.truth(this.graph.nodes.active(c));
    const guarded = c.when !== null && c.effect.kind !== "define" && c.effect.kind !== "table";
    const guard = c.when === null ? () => "" : this.figures(c.when);
    const holds: TruthOf = c.when === null ? () => true : this.truth(c.when);
    const body = this.body(c, c.effect);
    const line = (weight: Weight, shows: string): Line => ({ clause: c.id, text: c.text, shows, weight });
    return (decision) => {
      const now = active();
      if (now === false)
        return guarded && decision.outcome !== "decline" ? line(3, `不适用：${guard()}`) : null;
      const own = body?.(decision) ?? null;
      if (own === null) return null;
      const open = now === true || holds() === true ? "" : `如 ${guard()}：`;
      return line(own.weight, open + own.shows);
    };
  }

  private figures(f: Formula): TextOf {
    return figures(f, this.graph, this.program);
  }

  private truth(f: Formula): TruthOf {
    return this.program.truth(this.graph.nodes.expr(f.expr));
  }

  private shown(f: Formula): () => string | null {
    return figure(this.graph.nodes.expr(f.expr), this.program);
  }

  private withResult(f: Formula): TextOf {
    return withResult(this.figures(f), this.shown(f));
  }

  private body(c: Clause, e: Effect): BodyOf | null {
    switch (e.kind) {
      case "define":
      case "table": {
        const shows = e.kind === "table" ? this.table(c, e) : this.define(c, e);
        return () => ({ weight: 1, shows: shows() });
      }
      case "require":
      case "exclude":
      case "refer":
        return this.condition(e);
      case "pay":
        return this.pay(c, e);
      case "cap": {
        const limit = this.withResult(e.value);
        return (d) => (d.outcome === "decline" ? null : { weight: 0, shows: `合计以 ${limit()} 为限` });
      }
      case "flag":
        return this.flag(e);
      case "promise":
      case "step":
      case "gives":
      case "none":
        return null;
    }
  }

  private value(c: Clause, name: string): () => string | null {
    const node = this.graph.nodes.defined(c).get(name);
    return node === undefined || node.sort === "other" ? () => null : figure(node, this.program);
  }

  private table(c: Clause, e: Extract<Effect, { kind: "table" }>): TextOf {
    const outputs = e.names.map((n) => withResult(() => n, this.value(c, n)));
    if (c.forEach !== null) return joined(outputs, "，");
    const inputs = e.on.map((on) => {
      const source = on.source.trim();
      return withResult(() => source, this.shown(on));
    });
    const [left, right] = [joined(inputs, "，"), joined(outputs, "，")];
    return () => `${left()} → ${right()}`;
  }

  private define(c: Clause, e: Extract<Effect, { kind: "define" }>): TextOf {
    return joined(
      e.entries.map((d) => {
        const source = d.value.source.trim();
        const own = c.forEach === null ? this.figures(d.value) : () => source;
        const text = withResult(own, this.value(c, d.name));
        return () => `${d.name} = ${text()}`;
      }),
      "；",
    );
  }

  private condition(e: Extract<Effect, { kind: "require" | "exclude" | "refer" }>): BodyOf {
    const value = this.truth(e.value);
    const text = this.figures(e.value);
    const [bad, good] = e.kind === "require" ? ["不成立", "成立"] : ["成立", "不成立"];
    return (d) => {
      const v = value();
      if (v === null) return { weight: 0, shows: `${text()}：无法计算` };
      if (v === (e.kind !== "require")) return { weight: 0, shows: `${text()}：${bad}，${e.reason}` };
      return d.outcome === "decline" ? null : { weight: 2, shows: `${text()}：${good}` };
    };
  }

  private pay(c: Clause, e: Extract<Effect, { kind: "pay" }>): BodyOf {
    const own = this.withResult(e.value);
    const limit = e.upTo === null ? null : this.withResult(e.upTo);
    return (d) => {
      if (d.outcome === "decline") return null;
      const upTo = limit === null ? "" : `，以 ${limit()} 为限`;
      return { weight: 0, shows: `${e.name} = ${own()}${upTo}${due(c, d)}` };
    };
  }

  private flag(e: Extract<Effect, { kind: "flag" }>): BodyOf {
    const value = this.truth(e.value);
    const text = this.figures(e.value);
    const points = e.points === null ? null : this.figures(e.points);
    return () =>
      value() === true
        ? { weight: 2, shows: `${e.name}：${text()}${points === null ? "" : `，${points()} 分`}` }
        : null;
  }
}

function due(c: Clause, d: Decision): string {
  const b = d.benefits.find((x) => x.clause === c.id);
  if (b === undefined) return "";
  if (b.most === null) return `，应付 ${b.least} 以上`;
  return b.least === b.most ? `，应付 ${b.least}` : `，应付 ${b.least} ~ ${b.most}`;
}

const withResult =
  (text: TextOf, value: () => string | null): TextOf =>
  () => {
    const shown = text();
    const result = value();
    return result === null || result === shown ? shown : `${shown} = ${result}`;
  };

function joined(texts: readonly TextOf[], by: string): TextOf {
  const [only, second] = texts;
  if (only !== undefined && second === undefined) return only;
  return () => texts.map((t) => t()).join(by);
}
