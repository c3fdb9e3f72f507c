/** What a reader's language needs at hand: the figures of one decision, the types of its document, and the names of things. */
import type { Study } from "../decide/engine.ts";
import { wholeDomain } from "../facts/domain.ts";
import type { Expr } from "../feel/ast.ts";
import { Num } from "../feel/value.ts";
import type { Node, Val } from "../ir/node.ts";
import type { Resolved } from "../terms/resolve.ts";
import { exactly } from "./figures.ts";
import type { Language } from "./function-words.ts";
import { grouped, valueText } from "./values.ts";

export interface Reader {
  readonly study: Study;
  readonly resolved: Resolved;
  readonly language: Language;
  readonly names: ReadonlyMap<string, string>;
}

/** What a name is called: as given for the language, else as written; in English set apart from the words around it. */
export function label(name: string, reader: Reader): string {
  const found = reader.names.get(name);
  if (found !== undefined) return reader.language === "zh" ? found : `'${found}'`;
  return reader.language === "zh" || !/[^\p{ASCII}]/u.test(name) ? name : `「${name}」`;
}

/** A text that is a value: one of a fact's options, say. */
export const textLabel = (text: string, reader: Reader): string =>
  reader.language === "zh" ? `“${text}”` : label(text, reader);

/** One value in words. */
export function valueLabel(value: Val, node: Node, reader: Reader): string | null {
  if (typeof value === "string") return textLabel(value, reader);
  return valueText(value, node.unit, reader.language);
}

/** What a node is: a value, both ends of a range, or null where nothing is known of it. */
export function nodeText(node: Node, reader: Reader): string | null {
  const { study, language } = reader;
  const exact = exactly(node, study);
  if (node.sort === "other") return listText(exact, reader);
  if (exact !== undefined) return valueLabel(exact, node, reader);
  const abs = study.region.abs(node);
  if (abs.kind !== "span" || (!abs.low.isFinite() && !abs.high.isFinite())) return null;
  const end = (n: Num): string => valueText(n, node.unit, language) ?? "";
  const zh = language === "zh";
  if (!abs.high.isFinite()) return zh ? `不低于 ${end(abs.low)}` : `from ${end(abs.low)}`;
  if (!abs.low.isFinite()) return zh ? `不高于 ${end(abs.high)}` : `up to ${end(abs.high)}`;
  return zh ? `${end(abs.low)} 至 ${end(abs.high)}` : `${end(abs.low)} to ${end(abs.high)}`;
}

/** The figures of a list. */
function listText(value: Val | undefined, { language }: Reader): string | null {
  if (!Array.isArray(value) || value.length === 0) return null;
  const items = value.map((x) => (x instanceof Num ? valueText(x, "number", language) : null));
  return items.includes(null) ? null : items.join(language === "zh" ? "、" : ", ");
}

/** A fact of which no more is known than its declaration says. */
export function isUnknown(node: Node, study: Study): boolean {
  if (node.data.op !== "fact") return false;
  const domain = study.region.domains[node.data.index];
  const decl = study.graph.slots[node.data.index]?.decl;
  if (domain?.kind !== "range" || decl === undefined) return false;
  const whole = wholeDomain(decl);
  return whole.kind === "range" && whole.low.equals(domain.low) && whole.high.equals(domain.high);
}

/** A name's own figure, null where it has none to show. */
export function figureOf(name: string, reader: Reader): string | null {
  const { study, resolved } = reader;
  const node = study.graph.nodes.env.lookup(name);
  if (node === undefined || resolved.members.has(name) || isUnknown(node, study)) return null;
  return nodeText(node, reader);
}

/** The value of a part of a formula that reads no bound name; undefined where it is open or cannot be told. */
export function partValue(expr: Expr, reader: Reader): Val | undefined {
  if (expr.kind === "literal") return expr.value instanceof Num ? expr.value : undefined;
  return exactly(reader.study.graph.nodes.expr(expr), reader.study);
}

/** A number as a reader meets it. */
export const numberText = (n: Num): string => grouped(n.toDecimalPlaces(6).toFixed());

/** A fact, or a field of a list's element: `伤残项目[2].伤残等级` is 伤残项目第 2 项的伤残等级. */
export function factName(path: string, reader: Reader): string {
  const found = /^(.*)\[(\d+)\](?:\.(.*))?$/.exec(path);
  if (found === null) return label(path, reader);
  const [, list = "", position = "", field] = found;
  const of = label(list, reader);
  if (reader.language === "zh")
    return `${of}第 ${position} 项${field === undefined ? "" : `的${label(field, reader)}`}`;
  return `${field === undefined ? "" : `${label(field, reader)} of `}item ${position} of ${of}`;
}
