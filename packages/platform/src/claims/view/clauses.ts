import type { Decision } from "@goodfaith/clauses";
import type { z } from "zod";
import type { Edition } from "../../terms/index.ts";
import type { ClauseView, WhatIf } from "../contract.ts";
import type { FactsJson } from "../facts/gather.ts";
import { type Lit, litClauses } from "./lamps.ts";

export type ClauseShown = z.output<typeof ClauseView>;
export type WhatIfShown = z.output<typeof WhatIf>;

const value = (json: unknown): string => {
  if (typeof json === "boolean") return json ? "是" : "否";
  if (typeof json === "object" && json !== null && "between" in json && Array.isArray(json.between))
    return json.between.map((end: unknown) => String(end ?? "")).join(" ~ ");
  return json === null ? "尚不能确定" : String(json);
};

const named = (names: Readonly<Record<string, unknown>>): string =>
  Object.entries(names)
    .map(([name, json]) => `${name} = ${value(json)}`)
    .join("；");

/** Why a clause has its lamp, where the explanation had no room to say it. */
const wordsOf = ({ lamp, clause, probed, replacedBy }: Lit, decision: Decision): string => {
  const [declined] = decision.outcome === "decline" ? decision.reasons : [];
  if (lamp === "off" && replacedBy !== null) return `不适用：改按${replacedBy}`;
  if (lamp === "off" && probed.guard === false) return `不适用：${clause.when ?? ""} 不成立`;
  if (clause.kind === "define" || clause.kind === "table")
    return lamp === "off" ? "不影响这次的结论" : named(probed.names);
  if (clause.kind === "pay" && declined) return `不适用：依${declined.clause}不承担责任`;
  if (lamp === "off" && probed.condition !== false) return "不影响这次的结论";
  if (clause.kind === "require")
    return probed.condition === true ? "条件成立" : `尚不能确定：${clause.effect}`;
  if (clause.kind === "exclude" || clause.kind === "refer")
    return probed.condition === false ? "没有这种情形" : `尚不能确定：${clause.effect}`;
  return lamp === "depends" ? `取决于还不知道的事实：${clause.effect}` : clause.effect;
};

const explained = (decision: Decision): ReadonlyMap<string, string> => {
  const shows = new Map<string, string>();
  for (const { clause, shows: said } of decision.explanation ?? [])
    shows.set(clause, shows.has(clause) ? `${shows.get(clause)}；${said}` : said);
  return shows;
};

/**
 * Each clause with its lamp: `depends` where something open still decides it, `certain` where it applies whatever turns
 * out, `off` where it does not apply, with why.
 */
export const clauseViews = (
  edition: Edition,
  decision: Decision,
  facts: FactsJson,
): readonly ClauseShown[] => {
  const known = remembered.get(decision);
  if (known) return known;
  const views = viewsOf(edition, decision, facts);
  remembered.set(decision, views);
  return views;
};

/** Lighting clauses of a case with much unknown costs as much as deciding it; it lasts as long as the decision is remembered. */
const remembered = new WeakMap<Decision, readonly ClauseShown[]>();

const viewsOf = (edition: Edition, decision: Decision, facts: FactsJson): ClauseShown[] => {
  const shows = explained(decision);
  return litClauses(edition, decision, facts).map((lit) => ({
    id: lit.clause.id,
    text: lit.clause.text,
    lamp: lit.lamp,
    shows: shows.get(lit.clause.id) ?? wordsOf(lit, decision),
  }));
};
