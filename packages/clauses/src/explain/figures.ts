/** Expressions with their figures in place: the source as written, names replaced by what they are. */

import type { Study } from "../decide/engine.ts";
import { jsonOf } from "../decide/render.ts";
import { wholeDomain } from "../facts/domain.ts";
import { Num } from "../feel/value.ts";
import type { Node, Unit, Val } from "../ir/node.ts";
import type { Formula } from "../terms/model.ts";
import { durationWords } from "./durations.ts";
import { collectNames, type NamePlace } from "./places.ts";

/** What a node is in this decision: a value, `22500 ~ 45000`, or null where nothing is known of it. */
export function shown(node: Node, study: Study): string | null {
  const exact = exactly(node, study);
  if (exact !== undefined) return valueText(exact, node.unit);
  const abs = study.region.abs(node);
  if (abs.kind !== "span" || (!abs.low.isFinite() && !abs.high.isFinite())) return null;
  const end = (n: Num): string => (n.isFinite() ? (valueText(n, node.unit) ?? "") : "");
  if (!abs.high.isFinite()) return `${end(abs.low)} 以上`;
  return abs.low.isFinite() ? `${end(abs.low)} ~ ${end(abs.high)}` : `${end(abs.high)} 以下`;
}

/** The one value of a node, undefined where it may have several. */
export function exactly(node: Node, study: Study): Val | undefined {
  const [first] = study.pool.completions;
  if (study.known && first !== undefined) return first.value(node);
  const abs = study.region.abs(node);
  return abs.kind === "one" ? abs.value : undefined;
}

function valueText(value: Val, unit: Unit | null): string | null {
  if (value === null) return "（无）";
  if (typeof value === "boolean") return value ? "是" : "否";
  if (typeof value === "string") return value;
  // Figures beyond the sixth decimal tell nobody anything.
  if (value instanceof Num && unit === "number") return value.toDecimalPlaces(6).toFixed();
  const json = jsonOf(value, unit);
  return typeof json === "string" ? inWords(json, unit) : null;
}

/** A time or duration as people write it; every time of terms is China's. Other values as they are. */
export function inWords(json: string, unit: Unit | null): string {
  switch (unit) {
    case "date and time":
      return json.replace("T", " ").replace(/\+08:00$/, "");
    case "days and time duration":
    case "years and months duration":
      return durationWords(json, "zh");
    default:
      return json;
  }
}

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** The source with figures for names; what is not known keeps its name. Line breaks become spaces. */
export function inFigures(formula: Formula, study: Study): string {
  const edits = collectNames(formula).flatMap((p): readonly Edit[] =>
    p.kind === "sign" ? [p] : (named(p, formula.source, study) ?? []),
  );
  let text = "";
  let at = 0;
  for (const e of edits) {
    if (e.from < at) continue;
    text += formula.source.slice(at, e.from) + e.text;
    at = e.to;
  }
  return pretty(text + formula.source.slice(at));
}

/** White space made regular, dates and durations without their functions, durations in words. */
export const pretty = (text: string): string =>
  text
    .replace(/\s+/g, " ")
    .replace(/(date and time|date|duration)\("([^"]*)"\)/g, (_, of: string, value: string) =>
      of === "duration" ? durationWords(value, "zh") : value,
    )
    .trim();

/** A fact of which no more is known than its declaration says. */
function isUnknown(node: Node, study: Study): boolean {
  if (node.data.op !== "fact") return false;
  const domain = study.region.domains[node.data.index];
  const decl = study.graph.slots[node.data.index]?.decl;
  if (domain?.kind !== "range" || decl === undefined) return false;
  const whole = wholeDomain(decl);
  return whole.kind === "range" && whole.low.equals(domain.low) && whole.high.equals(domain.high);
}

/** A condition keeps its name: a bare “是” would tell nobody of what. */
export const truthIn = (name: string, text: string): string =>
  text.startsWith("（") ? name + text : `${name}（${text}）`;

function named(p: NamePlace, source: string, study: Study): readonly Edit[] | null {
  const node = study.graph.nodes.env.lookup(p.name);
  const text =
    node === undefined || node.sort === "other" || isUnknown(node, study) ? null : shown(node, study);
  if (text === null || text === p.name) return null;
  if (node?.sort === "boolean") return [{ from: p.from, to: p.to, text: truthIn(p.name, text) }];
  const enclosed = source[p.from - 1] === "(" && source[p.to] === ")";
  return [{ from: p.from, to: p.to, text: text.includes(" ~ ") && !enclosed ? `(${text})` : text }];
}
