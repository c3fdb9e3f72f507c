import type { Policy } from "./facts-of.ts";

type WhatIf = Policy["whatIfs"][number];

/** 释义 explains words; the picture belongs to the clause that uses them. */
const isDefinition = (id: string): boolean => id.includes("释义");

/** The clause under which a picture belongs: the last amber one that reads the fact, else the last lit one that names it, else the last that pays. */
export const stripClause = (policy: Policy, whatIf: WhatIf): string => {
  const reading = new Set(policy.decision.asks.find(({ fact }) => fact === whatIf.fact)?.clauses ?? []);
  const amber = policy.clauses.filter(({ id, lamp }) => lamp === "depends" && reading.has(id));
  const naming = policy.clauses.filter(({ lamp, shows }) => lamp !== "off" && shows.includes(whatIf.fact));
  const paying = policy.clauses.filter(({ lamp, shows }) => lamp === "certain" && shows.includes("应付"));
  const using = amber.filter(({ id }) => !isDefinition(id));
  return (using.at(-1) ?? amber.at(-1) ?? naming.at(-1) ?? paying.at(-1))?.id ?? "";
};
