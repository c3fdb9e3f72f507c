/** Facts and clauses described for pages and forms: nothing here decides anything. */
import { show } from "../feel/index.ts";
import { Num, type Value } from "../feel/value.ts";
import type { Clause, Effect, FactDecl, FactType, Formula } from "./model.ts";
import type { Resolved } from "./resolve.ts";

export type FactKind =
  | "boolean"
  | "number"
  | "money"
  | "date"
  | "date and time"
  | "days and time duration"
  | "years and months duration"
  | "string"
  | "one of"
  | "list";

/** A declared fact, for a form. `min`, `max`, `step` are literals as facts write them (yuan for money). */
export interface FactDescription {
  readonly name: string;
  readonly type: FactKind;
  readonly ask: string | null;
  readonly from: string | null;
  readonly optional: boolean;
  readonly min: string | null;
  readonly max: string | null;
  readonly step: string | null;
  /** The members of a `one of`. */
  readonly options: readonly (string | number)[] | null;
  /** What a list holds: one unnamed description, or one a field. */
  readonly elements: readonly FactDescription[] | null;
}

export type EffectKind =
  | "define"
  | "table"
  | "require"
  | "exclude"
  | "pay"
  | "cap"
  | "refer"
  | "promise"
  | "flag"
  | "step"
  | "gives"
  | "none";

/** A clause, its wording and its effect as readable text (FEEL as written). */
export interface ClauseDescription {
  readonly id: string;
  readonly text: string;
  readonly law: readonly string[];
  readonly kind: EffectKind;
  /** For example `给付 max(0, 目录内费用 - 15000) * 目录内比例，以 1500000 - 本年已赔 为限`. */
  readonly effect: string;
  readonly when: string | null;
  readonly insteadOf: string | null;
  readonly over: readonly string[] | null;
  readonly line: number;
}

export const factDescriptions = (resolved: Resolved): readonly FactDescription[] =>
  [...resolved.doc.facts.values()].map(describeFact);

function describeFact(d: FactDecl): FactDescription {
  const { type } = d;
  return {
    name: d.name,
    type: type.kind === "records" ? "list" : type.kind,
    ask: d.ask,
    from: d.from,
    optional: d.optional,
    min: literal(d.min),
    max: literal(d.max),
    step: literal(d.step),
    options: type.kind === "one of" ? type.members.map((m) => (m instanceof Num ? m.toNumber() : m)) : null,
    elements: elements(type),
  };
}

function elements(type: FactType): readonly FactDescription[] | null {
  if (type.kind === "list") return [describeFact(type.of)];
  return type.kind === "records" ? [...type.fields.values()].map(describeFact) : null;
}

const literal = (v: Value): string | null => (v === null ? null : show(v));

export const clauseDescriptions = (resolved: Resolved): readonly ClauseDescription[] =>
  resolved.doc.clauses.map((c) => ({
    id: c.id,
    text: c.text,
    law: c.law,
    kind: c.effect.kind,
    effect: effectText(c),
    when: c.when?.source ?? null,
    insteadOf: c.insteadOf,
    over: c.over,
    line: c.at.line,
  }));

const src = (f: Formula): string => f.source.trim();

function effectText(c: Clause): string {
  const body = bodyText(c.effect);
  return c.forEach === null ? body : `对 ${src(c.forEach.source)} 中的每个 ${c.forEach.name}：${body}`;
}

function bodyText(e: Effect): string {
  switch (e.kind) {
    case "define":
      return e.entries.map((d) => `${d.name} = ${src(d.value)}`).join("；");
    case "table":
      return `按表（${e.on.map(src).join("、")}）得出 ${e.names.join("、")}，共 ${e.rows.length} 行`;
    case "require":
      return `须 ${src(e.value)}，否则：${e.reason}`;
    case "exclude":
      return `除外 ${src(e.value)}：${e.reason}`;
    case "refer":
      return `转人工 ${src(e.value)}：${e.reason}`;
    case "pay":
      return `给付 ${e.name} = ${src(e.value)}${e.upTo === null ? "" : `，以 ${src(e.upTo)} 为限`}`;
    case "cap":
      return `合计以 ${src(e.value)} 为限`;
    case "promise": {
      const within = e.within.kind === "duration" ? src(e.within.value) : `${src(e.within.value)} 个工作日`;
      return `承诺 ${e.lane}：自 ${src(e.from)} 起 ${within} 内`;
    }
    case "flag":
      return `警示 ${e.name}：${src(e.value)}${e.points === null ? "" : `（${src(e.points)} 分）`}`;
    case "step":
      return `步骤 ${e.channel}${e.after === null ? "" : `，在上一步之后 ${src(e.after)}`}`;
    case "gives":
      return `给出 ${e.names.join("、")}`;
    case "none":
      return "不适用所替代的条款";
  }
}
