/** Expressions with their figures in place, cut into fixed pieces and figures once a document. */
import { inWords, pretty, truthIn } from "../../explain/figures.ts";
import { collectNames, type NamePlace } from "../../explain/places.ts";
import { wholeDomain } from "../../facts/domain.ts";
import { Num } from "../../feel/value.ts";
import type { DecisionGraph } from "../../ir/decisionGraph.ts";
import type { Node, Unit, Val } from "../../ir/node.ts";
import type { Slot } from "../../ir/slots.ts";
import type { Formula } from "../../terms/model.ts";
import type { JsonValue } from "../decision.ts";
import { jsonOf } from "../render.ts";
import { rounder } from "./arithmetic.ts";
import { type Code, call1, choose, constant, template } from "./code.ts";
import { beyond, UNREAD } from "./frame.ts";
import { Kept } from "./kept.ts";
import type { Program } from "./program.ts";
import { decimalText, orderedJson } from "./texts.ts";

const NOTHING = "（无）";
/** Figures beyond the sixth decimal tell nobody anything. */
const PLACES = 6;
/** Without white space and quotes, which are made regular. */
const PLAIN = /^[^\s"]*$/;
/** Stands for a figure while the white space around it is made regular. */
const MARK = "\uE000";

/** The figures of one document, each made once a decision however often it is shown. */
export class Figures {
  private readonly known = new Map<Node, Kept<string | null>>();
  private readonly graph: DecisionGraph;
  private readonly program: Program;

  constructor(graph: DecisionGraph, program: Program) {
    this.graph = graph;
    this.program = program;
  }

  /** What a node is, null where it has no short text. */
  of(node: Node): Code<string | null> {
    const found = this.known.get(node);
    if (found !== undefined) return found.read();
    const made = new Kept(this.make(node), this.program.frame);
    this.known.set(node, made);
    return made.read();
  }

  private make(node: Node): Code<string | null> {
    const { program } = this;
    const { unit } = node;
    if (node.sort === "boolean") return call1(truthText, program.truth(node));
    const scale = program.scales.of(node);
    if (scale === null || node.sort !== "ordered")
      return call1((v) => valueText(v, unit), program.value(node));
    const f = program.number(node, scale);
    if (unit !== "number")
      return call1((x) => (Number.isNaN(x) ? NOTHING : inText(orderedJson(x, scale, unit), unit)), f);
    const places = Math.min(scale, PLACES);
    return call1(
      (x) => {
        if (Number.isNaN(x)) return NOTHING;
        return Number.isFinite(x) ? decimalText(x, places) : String(x);
      },
      scale <= PLACES ? f : call1(rounder("half-even", scale - PLACES), f),
    );
  }

  /** The source of a formula with figures for its names. */
  in(formula: Formula): Code<string> {
    const { source } = formula;
    const texts: Code<string>[] = [];
    let marked = "";
    let at = 0;
    let plain = !source.includes(MARK);
    for (const p of collectNames(formula)) {
      if (p.from < at) continue;
      const text = p.kind === "sign" ? null : this.named(p);
      if (p.kind === "name" && text === null) continue;
      marked += source.slice(at, p.from) + (p.kind === "sign" ? p.text : MARK);
      at = p.to;
      if (text === null) continue;
      texts.push(text.shown);
      plain &&= text.plain;
    }
    marked += source.slice(at);
    const pieces = pretty(marked).split(MARK);
    // A figure that may itself hold white space or quotes, or stands inside what is made regular, would come out otherwise.
    return plain && pieces.length === texts.length + 1
      ? template(pieces, texts)
      : call1(pretty, template(marked.split(MARK), texts));
  }

  private named(p: NamePlace): NameFigure | null {
    const node = this.graph.nodes.env.lookup(p.name);
    if (node === undefined || node.sort === "other") return null;
    const known = this.of(node);
    const figure =
      node.data.op === "fact" && this.graph.slots[node.data.index] !== undefined
        ? choose(this.isUnread(node.data.index), constant(null), known)
        : known;
    return { shown: call1(inPlaceOf(p.name, node), figure), plain: PLAIN.test(p.name) && this.isPlain(node) };
  }

  /** Its figure never holds white space or quotes: one of the members of a fact, say, but not any text. */
  private isPlain(node: Node): boolean {
    if (node.sort !== "text") return true;
    if (node.data.op === "const") return PLAIN.test(String(node.data.value));
    const decl = node.data.op === "fact" ? this.graph.slots[node.data.index]?.decl : undefined;
    return decl?.type.kind === "one of" && decl.type.members.every((m) => PLAIN.test(String(m)));
  }

  /** A fact of which nothing is known keeps its name. */
  private isUnread(index: number): Code<boolean> {
    const named = keepsName(this.graph.slots[index]);
    return this.program.fact(index, (cell) => cell === UNREAD && (named || beyond()));
  }
}

/** The figure of a node where its name stood. A range cannot appear where all is known, but a text may look like one. */
function inPlaceOf(name: string, node: Node): (text: string | null) => string {
  switch (node.sort) {
    case "boolean":
      return (text) => (text === null || text === name ? name : truthIn(name, text));
    case "text":
      return (text) =>
        text !== null && text !== name && text.includes(" ~ ") ? `(${text})` : (text ?? name);
    default:
      return (text) => text ?? name;
  }
}

/** Of some facts the declaration alone tells a figure, which only the full engine finds. */
function keepsName(slot: Slot | undefined): boolean {
  if (slot === undefined) return false;
  const whole = wholeDomain(slot.decl);
  return whole.kind !== "finite" || (whole.values.length > 1 && !whole.values.some((v) => v instanceof Num));
}

const truthText = (v: boolean | null): string => (v === null ? NOTHING : v ? "是" : "否");

const inText = (json: JsonValue, unit: Unit | null): string | null =>
  typeof json === "string" ? inWords(json, unit) : null;

function valueText(v: Val, unit: Unit | null): string | null {
  if (v === null) return NOTHING;
  if (typeof v === "boolean") return truthText(v);
  if (v instanceof Num && unit === "number") return v.toDecimalPlaces(PLACES).toFixed();
  return inText(jsonOf(v, unit), unit);
}

interface NameFigure {
  readonly shown: Code<string>;
  /** Never holds white space or quotes. */
  readonly plain: boolean;
}
