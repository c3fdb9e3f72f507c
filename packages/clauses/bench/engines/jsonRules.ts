/** json-rules-engine: conditions and events in JSON; arithmetic is left to facts that are functions, as its users do. */
import { type Almanac, Engine as Rules } from "json-rules-engine";
import type { Claim } from "../claim.ts";
import { answerOf, asyncEngine, type Engine } from "./engine.ts";

const DAY_MS = 86_400_000;

export function jsonRules(): Engine {
  const rules = new Rules([
    {
      name: "waiting period",
      conditions: { all: [{ fact: "days since effective", operator: "lessThanInclusive", value: 30 }] },
      event: { type: "decline" },
    },
    {
      name: "benefit",
      conditions: {
        all: [
          { fact: "days since effective", operator: "greaterThan", value: 30 },
          { fact: "benefit", operator: "greaterThan", value: 0 },
        ],
      },
      event: { type: "pay" },
    },
  ]);
  rules.addFact("days since effective", daysSinceEffective);
  rules.addFact("benefit", benefit);
  return asyncEngine("json-rules-engine", 3_000, (claim) => decide(rules, claim), answerOf);
}

/** The amount, or null where there is no liability. */
async function decide(rules: Rules, claim: Claim): Promise<number | null> {
  const { events, almanac } = await rules.run({ claim });
  if (events.some((e) => e.type === "decline")) return null;
  return events.some((e) => e.type === "pay") ? almanac.factValue<number>("benefit") : 0;
}

async function daysSinceEffective(_: unknown, almanac: Almanac): Promise<number> {
  const c = await almanac.factValue<Claim>("claim");
  return (Date.parse(c.入院日期) - Date.parse(c.生效日期)) / DAY_MS;
}

/** Yuan as JavaScript numbers, rounded to cents in the usual way. */
async function benefit(_: unknown, almanac: Almanac): Promise<number> {
  const c = await almanac.factValue<Claim>("claim");
  const inside = c.医疗总费用 - c.基本医保已付 - c.大病保险已付 - c.目录外费用;
  const [a, b] = c.既往症 ? [0.4, 0.3] : [0.8, 0.6];
  const amount = Math.max(0, inside - 15_000) * a + Math.max(0, c.目录外费用 - 15_000) * b;
  return Math.round(Math.min(amount, Math.max(0, 1_500_000 - c.本年已赔)) * 100) / 100;
}
