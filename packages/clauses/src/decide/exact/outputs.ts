/** The parts of a decision as codes, made once a document: what `assemble` says where all is known. */
import type { BenefitNodes } from "../../ir/benefits.ts";
import type { DecisionGraph, PromiseNode, ReasonNode, StepNode } from "../../ir/decisionGraph.ts";
import type { Node } from "../../ir/node.ts";
import type {
  BenefitDecision,
  Decision,
  FlagDecision,
  JsonValue,
  MoneyRange,
  PromiseDecision,
  Reason,
  StepDecision,
} from "../decision.ts";
import { jsonOf } from "../render.ts";
import { all, type Code, call1, call2, call3, constant } from "./code.ts";
import { beyond } from "./frame.ts";
import { Kept } from "./kept.ts";
import type { Program } from "./program.ts";
import { centsText, orderedJson } from "./texts.ts";
import { where } from "./where.ts";

export interface Parts {
  readonly payable: Code<MoneyRange>;
  readonly benefits: readonly Code<BenefitDecision>[];
  readonly reasons: Code<readonly Reason[]>;
  readonly values: Code<Decision["values"]>;
  readonly promises: Code<readonly PromiseDecision[]>;
  readonly flags: Code<readonly FlagDecision[]>;
  readonly points: Code<Decision["points"]>;
  readonly steps: Code<readonly StepDecision[]>;
}

/** Everything but the outcome and the explanation. */
export function partsOf(graph: DecisionGraph, program: Program): Parts {
  const money = new Money(program);
  return {
    payable: money.range(graph.least, graph.most),
    benefits: graph.benefits.map((b) => new Kept(benefitOf(b, graph, program, money), program.frame).read()),
    reasons: reasonsOf([...graph.declines, ...graph.refers], program),
    values: valuesOf(graph, program),
    promises: where(
      graph.promises.map((p) => promiseOf(p, program)),
      graph.promises.map((p) => program.truth(p.applies)),
    ),
    flags: where(
      graph.flags.map((f) => flagOf(f.clause, f.name, f.points, program)),
      graph.flags.map((f) => program.truth(f.holds)),
    ),
    points: pointsOf(graph.points, program),
    steps: where(
      graph.steps.map((s) => stepOf(s, program)),
      graph.steps.map((s) => program.truth(s.applies)),
    ),
  };
}

/** Amounts as texts, each made once however often a decision shows it. */
class Money {
  private readonly texts = new Map<Node, Kept<string | null>>();
  private readonly program: Program;

  constructor(program: Program) {
    this.program = program;
  }

  range(least: Node, most: Node): Code<MoneyRange> {
    if (least === most) return call1((x) => ({ least: x ?? "0.00", most: x }), this.text(least));
    return call2((x, y) => ({ least: x ?? "0.00", most: y }), this.text(least), this.text(most));
  }

  private text(node: Node): Code<string | null> {
    const found = this.texts.get(node);
    if (found !== undefined) return found.read();
    const made = new Kept(call1(centsText, this.program.number(node, 2)), this.program.frame);
    this.texts.set(node, made);
    return made.read();
  }
}

/** Each reason once, however many conditions give it. */
function reasonsOf(reasons: readonly ReasonNode[], program: Program): Code<readonly Reason[]> {
  const holding = where(
    reasons.map(({ clause, text }) => constant(Object.freeze({ clause, text }))),
    reasons.map((r) => program.truth(r.holds)),
  );
  const distinct = new Set(reasons.map((r) => `${r.clause}\u0000${r.text}`)).size === reasons.length;
  return distinct ? holding : call1(unique, holding);
}

const unique = (reasons: readonly Reason[]): readonly Reason[] =>
  reasons.filter((r, i) => reasons.findIndex((x) => x.clause === r.clause && x.text === r.text) === i);

function benefitOf(
  b: BenefitNodes,
  graph: DecisionGraph,
  program: Program,
  money: Money,
): Code<BenefitDecision> {
  const range = money.range(b.least, b.most);
  const reasons = reasonsOf(
    graph.ofBenefits.filter((r) => r.over?.includes(b.root)),
    program,
  );
  const usual = b.payers.find((p) => p.clause === b.root) ?? b.payers[0];
  const clause = usual?.clause.id ?? b.root.id;
  const name = usual?.name ?? b.root.id;
  if (b.payers.length < 2)
    return call2(({ least, most }, own) => ({ clause, name, least, most, reasons: own }), range, reasons);
  const active = all(b.payers.map((p) => program.truth(p.active)));
  return call3(
    (holds, { least, most }, own) => {
      const payer = b.payers[holds.indexOf(true)];
      return {
        clause: payer?.clause.id ?? clause,
        name: payer?.name ?? name,
        least,
        most,
        reasons: own,
      };
    },
    active,
    range,
    reasons,
  );
}

const NO_VALUES: { readonly [name: string]: JsonValue } = Object.freeze({});

function valuesOf(graph: DecisionGraph, program: Program): Code<Decision["values"]> {
  if (graph.values.size === 0) return constant(NO_VALUES);
  const names = [...graph.values.keys()];
  const values = all([...graph.values.values()].map((node) => jsonCode(node, program)));
  return call1((own) => {
    const out: Record<string, JsonValue> = {};
    for (let i = 0; i < names.length; i++) out[names[i] ?? ""] = own[i] ?? null;
    return out;
  }, values);
}

/** A node as decisions write it. */
export function jsonCode(node: Node, program: Program): Code<JsonValue> {
  const scale = program.scales.of(node);
  const { unit } = node;
  if (scale === null || node.sort !== "ordered") return call1((v) => jsonOf(v, unit), program.value(node));
  return call1((x) => (Number.isNaN(x) ? null : orderedJson(x, scale, unit)), program.number(node, scale));
}

/** What is counted without a value has no ends: the engine's way of saying so. */
function pointsOf(node: Node, program: Program): Code<string> {
  if (node.data.op === "const") return constant(String(jsonCode(node, program).run() ?? beyond()));
  const json = call1((j) => (j === null ? beyond() : String(j)), jsonCode(node, program));
  const scale = program.scales.of(node);
  if (scale === null) return json;
  return call2((text, x) => (Number.isFinite(x) ? text : beyond()), json, program.number(node, scale));
}

const flagOf = (clause: string, name: string, node: Node, program: Program): Code<FlagDecision> =>
  call1((points) => ({ clause, name, points }), pointsOf(node, program));

function promiseOf({ clause, lane, due }: PromiseNode, program: Program): Code<PromiseDecision> {
  return call1(
    (json) => ({ clause, lane, due: json === null ? null : String(json) }),
    jsonCode(due, program),
  );
}

function stepOf(s: StepNode, program: Program): Code<StepDecision> {
  const { clause, channel } = s;
  if (s.after === null) return constant(Object.freeze({ clause, channel, after: null }));
  return call1(
    (json) => ({ clause, channel, after: json === null ? null : String(json) }),
    jsonCode(s.after, program),
  );
}
