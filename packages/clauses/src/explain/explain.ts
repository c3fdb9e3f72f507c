/** The clauses that matter to a decision, each quoted, with the figures in place. */
import type { Decision, ExplanationLine } from "../decide/decision.ts";
import type { Study } from "../decide/engine.ts";
import type { Clause, Effect } from "../terms/model.ts";
import type { Resolved } from "../terms/resolve.ts";
import { exactly, inFigures, shown } from "./figures.ts";
import { fit, type Line, reachOf, type Weight } from "./lines.ts";

export function explain(study: Study, resolved: Resolved, decision: Decision): readonly ExplanationLine[] {
  const { clauses } = resolved.doc;
  const lines = clauses.flatMap((c) => lineOf(c, study, decision) ?? []);
  const read = new Set(
    clauses.flatMap((c) =>
      lines.some((l) => l.weight !== 1 && l.clause === c.id) ? [...reachOf(c, resolved)] : [],
    ),
  );
  const kept = lines.filter((l) => l.weight !== 1 || read.has(l.clause));
  return fit(kept).map(({ clause, text, shows }) => ({ clause, text, shows }));
}

function lineOf(c: Clause, study: Study, decision: Decision): readonly Line[] | null {
  const active = exactly(study.graph.nodes.active(c), study);
  const line = (weight: Weight, shows: string): readonly Line[] => [
    { clause: c.id, text: c.text, shows, weight },
  ];
  if (active === false) {
    const guarded = c.when !== null && c.effect.kind !== "define" && c.effect.kind !== "table";
    return guarded && decision.outcome !== "decline" ? line(3, `不适用：${guard(c, study)}`) : null;
  }
  const certain =
    active === true || c.when === null || exactly(study.graph.nodes.expr(c.when.expr), study) === true;
  const open = certain || c.when === null ? "" : `如 ${inFigures(c.when, study)}：`;
  const body = effectLine(c, c.effect, study, decision);
  return body === null ? null : line(body.weight, open + body.shows);
}

const guard = (c: Clause, study: Study): string => (c.when === null ? "" : inFigures(c.when, study));

interface Body {
  readonly weight: Weight;
  readonly shows: string;
}

function effectLine(c: Clause, e: Effect, study: Study, decision: Decision): Body | null {
  const declined = decision.outcome === "decline";
  switch (e.kind) {
    case "define":
    case "table":
      return { weight: 1, shows: valuesLine(c, e, study) };
    case "require":
    case "exclude":
    case "refer":
      return conditionLine(e, study, declined);
    case "pay":
      return declined ? null : { weight: 0, shows: payLine(c, e, study, decision) };
    case "cap":
      return declined
        ? null
        : { weight: 0, shows: `合计以 ${withResult(inFigures(e.value, study), result(e, study))} 为限` };
    case "flag":
      return flagLine(e, study);
    case "promise":
    case "step":
    case "gives":
    case "none":
      return null;
  }
}

const withResult = (figures: string, value: string | null): string =>
  value === null || value === figures ? figures : `${figures} = ${value}`;

const result = (e: Extract<Effect, { kind: "cap" }>, study: Study): string | null =>
  shown(study.graph.nodes.expr(e.value.expr), study);

function valuesLine(c: Clause, e: Extract<Effect, { kind: "define" | "table" }>, study: Study): string {
  const values = study.graph.nodes.defined(c);
  const value = (name: string): string | null => {
    const node = values.get(name);
    return node === undefined || node.sort === "other" ? null : shown(node, study);
  };
  if (e.kind === "table") {
    const inputs = e.on.map((on) =>
      withResult(on.source.trim(), shown(study.graph.nodes.expr(on.expr), study)),
    );
    const inputText = c.forEach === null ? `${inputs.join("，")} → ` : "";
    return inputText + e.names.map((n) => withResult(n, value(n))).join("，");
  }
  return e.entries
    .map((d) => {
      const figures = c.forEach === null ? inFigures(d.value, study) : d.value.source.trim();
      return `${d.name} = ${withResult(figures, value(d.name))}`;
    })
    .join("；");
}

function conditionLine(
  e: Extract<Effect, { kind: "require" | "exclude" | "refer" }>,
  study: Study,
  declined: boolean,
): Body | null {
  const value = exactly(study.graph.nodes.expr(e.value.expr), study);
  const figures = inFigures(e.value, study);
  const bites = e.kind === "require" ? value === false : value === true;
  if (value === null) return { weight: 0, shows: `${figures}：无法计算` };
  if (bites)
    return { weight: 0, shows: `${figures}：${e.kind === "require" ? "不成立" : "成立"}，${e.reason}` };
  if (value === undefined) return declined ? null : { weight: 0, shows: `${figures}：尚不能确定` };
  if (declined) return null;
  return { weight: 2, shows: `${figures}：${e.kind === "require" ? "成立" : "不成立"}` };
}

function payLine(c: Clause, e: Extract<Effect, { kind: "pay" }>, study: Study, decision: Decision): string {
  const { nodes } = study.graph;
  const own = withResult(inFigures(e.value, study), shown(nodes.expr(e.value.expr), study));
  const limit =
    e.upTo === null
      ? ""
      : `，以 ${withResult(inFigures(e.upTo, study), shown(nodes.expr(e.upTo.expr), study))} 为限`;
  const benefit = decision.benefits.find((b) => b.clause === c.id);
  const due = benefit === undefined ? "" : `，应付 ${range(benefit.least, benefit.most)}`;
  return `${e.name} = ${own}${limit}${due}`;
}

function range(least: string, most: string | null): string {
  if (most === null) return `${least} 以上`;
  return least === most ? least : `${least} ~ ${most}`;
}

function flagLine(e: Extract<Effect, { kind: "flag" }>, study: Study): Body | null {
  if (exactly(study.graph.nodes.expr(e.value.expr), study) !== true) return null;
  const points = e.points === null ? "" : `，${inFigures(e.points, study)} 分`;
  return { weight: 2, shows: `${e.name}：${inFigures(e.value, study)}${points}` };
}
