/** The explanation of a decision on the exact path: `explain` with all that never changes made once. */
import { fit, type Line, reachOf, type Weight } from "../../explain/lines.ts";
import type { DecisionGraph } from "../../ir/decisionGraph.ts";
import type { Node } from "../../ir/node.ts";
import type { Clause, Effect, Formula } from "../../terms/model.ts";
import type { Resolved } from "../../terms/resolve.ts";
import type { BenefitDecision, ExplanationLine } from "../decision.ts";
import { type Code, call1, call2, choose, constant, joined, template } from "./code.ts";
import { Figures } from "./figures.ts";
import { isFalse, type TruthOf } from "./logic.ts";
import type { Program } from "./program.ts";

type LineOf = Code<Line | null>;

const NO_LINE: Code<null> = constant(null);

/** What of the decision itself an explanation tells. */
export interface Decided {
  readonly declined: TruthOf;
  readonly benefits: Code<readonly BenefitDecision[]>;
}

export function explanationOf(
  resolved: Resolved,
  graph: DecisionGraph,
  program: Program,
  decided: Decided,
): Code<readonly ExplanationLine[]> {
  const { clauses } = resolved.doc;
  const writer = new Writer(graph, program, decided);
  const reach = clauses.map((c) => (defines(c) ? null : reachOf(c, resolved)));
  const lines = clauses.map((c) => writer.line(c));
  // What a clause defines is told where a line that tells more reads it.
  const readers = clauses.map((c) =>
    defines(c) ? reach.flatMap((r, i) => (r?.has(c.id) ? [i] : [])) : null,
  );
  return call1(finish, {
    run: () => run(lines, readers),
    print: (p) => p.block(lines, printed(lines, readers)),
  });
}

const defines = (c: Clause): boolean => c.effect.kind === "define" || c.effect.kind === "table";

type Readers = readonly (readonly number[] | null)[];

function run(lines: readonly LineOf[], readers: Readers): readonly (Line | null)[] {
  const made = lines.map((l, i) => (readers[i] === null ? l.run() : null));
  return lines.map((l, i) => {
    const read = readers[i]?.some((r) => made[r] !== null) ?? false;
    return read ? l.run() : (made[i] ?? null);
  });
}

const printed =
  (lines: readonly LineOf[], readers: Readers) =>
  (p: Parameters<LineOf["print"]>[0]): string => {
    const first: string[] = [];
    const then: string[] = [];
    lines.forEach((line, i) => {
      const read = readers[i] ?? null;
      if (read === null) first.push(`const l${i} = ${line.print(p)};`);
      else if (read.length === 0) first.push(`const l${i} = null;`);
      else
        then.push(
          `const l${i} = ${read.map((r) => `l${r} !== null`).join(" || ")} ? ${line.print(p)} : null;`,
        );
    });
    return `${[...first, ...then].join("\n")} return [${lines.map((_, i) => `l${i}`).join(", ")}];`;
  };

function finish(made: readonly (Line | null)[]): readonly ExplanationLine[] {
  const kept: Line[] = [];
  for (const line of made) if (line !== null) kept.push(line);
  return fit(kept).map(({ clause, text, shows }) => ({ clause, text, shows }));
}

class Writer {
  private readonly graph: DecisionGraph;
  private readonly program: Program;
  private readonly figures: Figures;
  private readonly decided: Decided;

  constructor(graph: DecisionGraph, program: Program, decided: Decided) {
    this.graph = graph;
    this.program = program;
    this.figures = new Figures(graph, program);
    this.decided = decided;
  }

  line(c: Clause): LineOf {
    const node = this.graph.nodes.active(c);
    const active = this.program.truth(node);
    if (c.when === null) {
      const body = this.body(c, c.effect, null);
      return node.data.op === "const" && node.data.value === true
        ? body
        : choose(isFalse(active), NO_LINE, body);
    }
    const guard = this.figures.in(c.when);
    const holds = choose(active, constant<boolean | null>(true), this.truth(c.when));
    const prefix = choose(holds, constant(""), template(["如 ", "："], [guard]));
    const not = say(c, 3, template(["不适用：", ""], [guard]));
    const inactive = defines(c) ? NO_LINE : choose(this.decided.declined, NO_LINE, not);
    return choose(isFalse(active), inactive, this.body(c, c.effect, prefix));
  }

  private truth(f: Formula): TruthOf {
    return this.program.truth(this.graph.nodes.expr(f.expr));
  }

  private withResult(f: Formula): Code<string> {
    return withResult(this.figures.in(f), this.figures.of(this.graph.nodes.expr(f.expr)));
  }

  private body(c: Clause, e: Effect, prefix: Code<string> | null): LineOf {
    const line = (weight: Weight, shows: Code<string>): Code<Line> =>
      say(c, weight, prefix === null ? shows : template(["", "", ""], [prefix, shows]));
    const unlessDeclined = (own: LineOf): LineOf => choose(this.decided.declined, NO_LINE, own);
    switch (e.kind) {
      case "define":
        return line(1, this.define(c, e));
      case "table":
        return line(1, this.table(c, e));
      case "require":
      case "exclude":
      case "refer": {
        const text = this.figures.in(e.value);
        const [bad, good] = e.kind === "require" ? ["不成立", "成立"] : ["成立", "不成立"];
        const ending = (weight: Weight, by: string): Code<Line> => line(weight, template(["", by], [text]));
        const value = this.truth(e.value);
        const bites = e.kind === "require" ? isFalse(value) : value;
        const met = e.kind === "require" ? value : isFalse(value);
        return choose(
          bites,
          ending(0, `：${bad}，${e.reason}`),
          choose(met, unlessDeclined(ending(2, `：${good}`)), ending(0, "：无法计算")),
        );
      }
      case "pay":
        return unlessDeclined(line(0, this.pay(c, e)));
      case "cap":
        return unlessDeclined(line(0, template(["合计以 ", " 为限"], [this.withResult(e.value)])));
      case "flag":
        return choose(this.truth(e.value), line(2, this.flag(e)), NO_LINE);
      case "promise":
      case "step":
      case "gives":
      case "none":
        return NO_LINE;
    }
  }

  private value(c: Clause, name: string): Code<string | null> {
    const node: Node | undefined = this.graph.nodes.defined(c).get(name);
    return node === undefined || node.sort === "other" ? constant(null) : this.figures.of(node);
  }

  private table(c: Clause, e: Extract<Effect, { kind: "table" }>): Code<string> {
    const outputs = e.names.map((n) => withResult(constant(n), this.value(c, n)));
    if (c.forEach !== null) return joined(outputs, "，");
    const inputs = e.on.map((on) =>
      withResult(constant(on.source.trim()), this.figures.of(this.graph.nodes.expr(on.expr))),
    );
    return template(["", " → ", ""], [joined(inputs, "，"), joined(outputs, "，")]);
  }

  private define(c: Clause, e: Extract<Effect, { kind: "define" }>): Code<string> {
    const entries = e.entries.map((d) => {
      const own = c.forEach === null ? this.figures.in(d.value) : constant(d.value.source.trim());
      return template([`${d.name} = `, ""], [withResult(own, this.value(c, d.name))]);
    });
    return joined(entries, "；");
  }

  private pay(c: Clause, e: Extract<Effect, { kind: "pay" }>): Code<string> {
    const due = call1((benefits) => dueText(c, benefits), this.decided.benefits);
    const own = this.withResult(e.value);
    return e.upTo === null
      ? template([`${e.name} = `, "", ""], [own, due])
      : template([`${e.name} = `, "，以 ", " 为限", ""], [own, this.withResult(e.upTo), due]);
  }

  private flag(e: Extract<Effect, { kind: "flag" }>): Code<string> {
    const text = this.figures.in(e.value);
    return e.points === null
      ? template([`${e.name}：`, ""], [text])
      : template([`${e.name}：`, "，", " 分"], [text, this.figures.in(e.points)]);
  }
}

const say = (c: Clause, weight: Weight, shows: Code<string>): Code<Line> =>
  call1((own) => ({ clause: c.id, text: c.text, shows: own, weight }), shows);

function dueText(c: Clause, benefits: readonly BenefitDecision[]): string {
  const b = benefits.find((x) => x.clause === c.id);
  if (b === undefined) return "";
  if (b.most === null) return `，应付 ${b.least} 以上`;
  return b.least === b.most ? `，应付 ${b.least}` : `，应付 ${b.least} ~ ${b.most}`;
}

const withResult = (text: Code<string>, value: Code<string | null>): Code<string> =>
  call2(
    (shown, result) => (result === null || result === shown ? shown : `${shown} = ${result}`),
    text,
    value,
  );
