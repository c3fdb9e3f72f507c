/** Claims of which two facts are known only within bounds. */
import { compile, type FactsInput, type Terms } from "@goodfaith/clauses";
import type { Claim } from "./claim.ts";
import { type Engine, engine } from "./engines/engine.ts";

export const BOUNDED = "@goodfaith/clauses, two facts bounded";

const DAY_MS = 86_400_000;
const WIDTH = 5_000;

/** The admission within three days of each other, the costs outside the catalogue within 5,000 yuan. */
function loosened(c: Claim): FactsInput {
  const day = Date.parse(c.入院日期);
  const iso = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
  const from = iso(Math.max(day - DAY_MS, Date.UTC(2024, 0, 1)));
  const to = iso(Math.min(day + DAY_MS, Date.UTC(2024, 11, 31)));
  const most = Math.round((c.目录外费用 + WIDTH) * 100) / 100;
  return { ...c, 入院日期: { between: [from, to] }, 目录外费用: { between: [c.目录外费用, most] } };
}

/** The facts of every claim are made beforehand, as those of the other rounds are. Its answers are ranges: none to compare. */
export function bounded(terms: Terms, claims: readonly Claim[]): Engine {
  const decide = compile(terms, { explain: false });
  const facts = new Map(claims.map((c) => [c, loosened(c)]));
  const of = (claim: Claim): FactsInput => {
    const found = facts.get(claim);
    if (found === undefined) throw new Error("a claim that was not loosened");
    return found;
  };
  return engine(
    BOUNDED,
    5_000,
    (claim) => decide(of(claim)),
    ({ payable }) => ({ outcome: "pay", payable: payable.least }),
  );
}
