/** Expressions with their figures in place, cut into fixed pieces and figures once a document. */
import { inWords, pretty } from "../../explain/figures.ts";
import { collectNames, type NamePlace } from "../../explain/places.ts";
import { Num } from "../../feel/value.ts";
import type { DecisionGraph } from "../../ir/decisionGraph.ts";
import type { Node } from "../../ir/node.ts";
import type { Formula } from "../../terms/model.ts";
import { rounding } from "./arithmetic.ts";
import { jsonFunction } from "./outputs.ts";
import type { Program } from "./program.ts";
import { decimalText } from "./texts.ts";

export type TextOf = () => string;

/** What a node is, null where it has no short text. */
export function figure(node: Node, program: Program): () => string | null {
  if (node.sort === "boolean") {
    const f = program.truth(node);
    return () => {
      const v = f();
      return v === null ? NOTHING : v ? "是" : "否";
    };
  }
  const scale = node.unit === "number" ? program.scales.of(node) : null;
  if (scale !== null) return numberFigure(node, scale, program);
  const value = program.value(node);
  const json = jsonFunction(node, program);
  return () => {
    const v = value();
    if (v === null) return NOTHING;
    if (typeof v === "boolean") return v ? "是" : "否";
    if (v instanceof Num && node.unit === "number") return v.toDecimalPlaces(PLACES).toFixed();
    const text = json();
    return typeof text === "string" ? inWords(text, node.unit) : null;
  };
}

const NOTHING = "（无）";
/** Figures beyond the sixth decimal tell nobody anything. */
const PLACES = 6;

function numberFigure(node: Node, scale: number, program: Program): () => string {
  const f = program.number(node, scale);
  const shown = scale <= PLACES ? f : rounding(f, "half-even", scale - PLACES);
  const places = Math.min(scale, PLACES);
  return () => {
    const x = shown();
    if (Number.isNaN(x)) return NOTHING;
    return Number.isFinite(x) ? decimalText(x, places) : String(x);
  };
}

/** Stands for a figure while the white space around it is made regular. */
const MARK = "\uE000";

/** The source of a formula with figures for its names. */
export function figures(formula: Formula, graph: DecisionGraph, program: Program): TextOf {
  const { source } = formula;
  const places = collectNames(formula);
  const texts: (() => string | null)[] = [];
  let marked = "";
  let at = 0;
  let plain = !source.includes(MARK);
  for (const p of places) {
    if (p.from < at) continue;
    const text = p.kind === "sign" ? null : nameFigure(p, graph, program);
    if (p.kind === "name" && text === null) continue;
    marked += source.slice(at, p.from) + (p.kind === "sign" ? p.text : MARK);
    at = p.to;
    if (text === null) continue;
    texts.push(text.shown);
    plain &&= text.plain;
  }
  marked += source.slice(at);
  const pieces = (plain ? pretty(marked) : marked).split(MARK);
  // A figure inside what is made regular would come out otherwise.
  if (plain && pieces.length !== texts.length + 1) return general(marked, texts);
  return plain ? () => filled(pieces, texts) : general(marked, texts);
}

/** Figures that may hold white space or quotes themselves. */
const general = (marked: string, texts: readonly (() => string | null)[]): TextOf => {
  const pieces = marked.split(MARK);
  return () => pretty(filled(pieces, texts));
};

function filled(pieces: readonly string[], texts: readonly (() => string | null)[]): string {
  let out = pieces[0] ?? "";
  for (let i = 0; i < texts.length; i++) out += `${texts[i]?.() ?? ""}${pieces[i + 1] ?? ""}`;
  return out;
}

interface NameFigure {
  readonly shown: () => string;
  /** Never holds white space or quotes. */
  readonly plain: boolean;
}

function nameFigure(p: NamePlace, graph: DecisionGraph, program: Program): NameFigure | null {
  const node = graph.nodes.env.lookup(p.name);
  if (node === undefined || node.sort === "other") return null;
  const f = figure(node, program);
  // A range cannot appear where all is known, but a text may look like one.
  if (node.sort !== "text") return { shown: () => f() ?? p.name, plain: true };
  const shown = (): string => {
    const text = f() ?? p.name;
    return text !== p.name && text.includes(" ~ ") ? `(${text})` : text;
  };
  return { shown, plain: false };
}
