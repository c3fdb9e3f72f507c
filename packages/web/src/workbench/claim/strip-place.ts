import type { Policy } from "./facts-of.ts";

type WhatIf = Policy["whatIfs"][number];

/** The clause under which a picture belongs: the last amber one that reads the fact, else the last lit one that names it. */
export const stripClause = (policy: Policy, whatIf: WhatIf): string => {
  const reading = new Set(policy.decision.asks.find(({ fact }) => fact === whatIf.fact)?.clauses ?? []);
  const amber = policy.clauses.filter(({ id, lamp }) => lamp === "depends" && reading.has(id));
  const naming = policy.clauses.filter(({ lamp, shows }) => lamp !== "off" && shows.includes(whatIf.fact));
  return (amber.at(-1) ?? naming.at(-1))?.id ?? "";
};
