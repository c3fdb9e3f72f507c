/** What an explanation says would change a decision is tried: on generated documents, value by value. */
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  type Change,
  compile,
  type Decision,
  type Explanation,
  explain,
  type FactsInput,
  readTerms,
} from "../index.ts";

const RUNS = Number(process.env.RUNS ?? 100);
const DAYS = Array.from({ length: 20 }, (_, i) => `2024-03-${String(i + 1).padStart(2, "0")}`);
const DOMAINS: Readonly<Record<string, readonly unknown[]>> = {
  甲: [false, true],
  乙: [false, true],
  类: ["一", "二", "三"],
  日: DAYS,
  额: Array.from({ length: 16 }, (_, i) => String(i)),
  费: Array.from({ length: 9 }, (_, i) => String(i)),
  数: Array.from({ length: 9 }, (_, i) => String(i - 2)),
};
const ORDERED = new Set(["日", "额", "费", "数"]);
const FACTS = `facts:
  甲: {type: boolean}
  乙: {type: boolean}
  类: {type: {one of: [一, 二, 三]}}
  日: {type: date, min: 2024-03-01, max: 2024-03-20}
  额: {type: money, max: 15, step: 1}
  费: {type: money, max: 8, step: 1}
  数: {type: number, min: -2, max: 6, step: 1}
`;

const simple = fc.oneof(
  fc.constantFrom(
    "甲",
    "乙",
    "not(乙)",
    '类 = "二"',
    '类 in ("一", "三")',
    "额 > 费",
    "额 + 费 >= 9",
    "(数 in [1..4])",
  ),
  fc.integer({ min: 1, max: 20 }).map((d) => `日 > date("2024-03-${String(d).padStart(2, "0")}")`),
  fc.integer({ min: 1, max: 20 }).map((d) => `日 <= date("2024-03-${String(d).padStart(2, "0")}")`),
  fc.integer({ min: 0, max: 15 }).map((n) => `额 >= ${n}`),
  fc.integer({ min: -2, max: 6 }).map((n) => `数 != ${n}`),
);
const condition = fc.oneof(
  simple,
  fc.tuple(simple, fc.constantFrom("and", "or"), simple).map(([a, o, b]) => `(${a} ${o} ${b})`),
);
const amount = fc.oneof(
  fc.constantFrom("额", "max(0, 额 - 5)", "100", "额 * 3", "数 * 10"),
  condition.map((c) => `(if ${c} then 1000 else 100)`),
);
const clause = fc.oneof(
  condition.map((c) => `require: '${c}'\n    otherwise: 因甲`),
  condition.map((c) => `exclude: '${c}'\n    because: 因乙`),
  fc.tuple(condition, amount).map(([c, a]) => `when: '${c}'\n    pay: '${a}'\n    as: 再给付`),
  condition.map((c) => `exclude: '${c}'\n    because: 因丙\n    over: [给付]`),
);
const quiet = fc
  .tuple(amount, fc.array(clause, { minLength: 1, maxLength: 3 }))
  .map(([pay, rest]) =>
    [
      "terms: 试/一\ntitle: 试\nkind: product\neffective: {from: 2024-01-01}\nclauses:",
      `  - id: 给付\n    text: t\n    pay: '${pay.replaceAll("'", "''")}'\n    as: 给付`,
      ...rest.map((c, i) => `  - id: 条${i}\n    text: t\n    ${c}`),
      FACTS,
    ].join("\n"),
  );
const whole = fc.record(
  Object.fromEntries(Object.entries(DOMAINS).map(([k, v]) => [k, fc.constantFrom(...v)])),
);
/** Some facts are left out: their answers are what an open decision speaks of. */
const partial = fc
  .tuple(whole, fc.subarray(Object.keys(DOMAINS), { maxLength: 3 }))
  .map(([all, out]) => Object.fromEntries(Object.entries(all).filter(([k]) => !out.includes(k))));

const pays = (d: Pick<Decision, "outcome">): boolean => d.outcome === "pay";
const short = ({ outcome, settled, payable }: Change | Decision): unknown => ({ outcome, settled, payable });

/** The places in a domain that a change speaks of. */
function placesOf(change: Change): readonly number[] {
  const all = DOMAINS[change.fact] ?? [];
  const at = (x: unknown): number => all.findIndex((y) => String(y) === String(x));
  const { given } = change;
  if (typeof given !== "object" || given === null) return [at(given)];
  if ("oneOf" in given && Array.isArray(given.oneOf)) return given.oneOf.map(at);
  if (!("between" in given) || !Array.isArray(given.between)) throw new Error(JSON.stringify(given));
  const [low, high]: readonly unknown[] = given.between;
  const [from, to] = [low === null ? 0 : at(low), high === null ? all.length - 1 : at(high)];
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

/** Everything that one fact otherwise would come to, nearest first on either side. */
function tried(decide: (facts: FactsInput) => Decision, facts: FactsInput, fact: string) {
  const all = DOMAINS[fact] ?? [];
  const here = all.indexOf(facts[fact]);
  return all.map((x, i) => ({ i, way: Math.abs(i - here), decision: decide({ ...facts, [fact]: x }) }));
}

test("a change comes to exactly what is said, all along; nothing nearer does", () => {
  fc.assert(
    fc.property(quiet, partial, (yaml, facts) => {
      const terms = readTerms(yaml);
      const decide = compile(terms, { explain: false });
      for (const change of explain(terms, facts).changes) {
        const places = placesOf(change);
        expect(places).not.toContain(-1);
        if (!change.settled)
          expect(short(decide({ ...facts, [change.fact]: change.given }))).toEqual(short(change));
        else
          for (const i of places)
            expect(short(decide({ ...facts, [change.fact]: DOMAINS[change.fact]?.[i] }))).toEqual(
              short(change),
            );
        if (ORDERED.has(change.fact) && change.fact in facts) nothingNearer(decide, facts, change);
      }
    }),
    { numRuns: RUNS },
  );
});

/** To payment, nothing nearer on either side; of a leap of the amount, not the value one step before it. */
function nothingNearer(decide: (facts: FactsInput) => Decision, facts: FactsInput, change: Change): void {
  const now = decide(facts);
  const here = (DOMAINS[change.fact] ?? []).indexOf(facts[change.fact]);
  const nearest = [...placesOf(change)].sort((a, b) => Math.abs(a - here) - Math.abs(b - here))[0] ?? here;
  const before = nearest + Math.sign(here - nearest);
  for (const { i, way, decision } of tried(decide, facts, change.fact)) {
    if (now.outcome === "pay" && i === before) expect(short(decision)).not.toEqual(short(change));
    if (now.outcome !== "pay" && way < Math.abs(nearest - here)) expect(pays(decision)).toBe(false);
  }
}

test("where one fact alone would lead to payment it is told, and where none would nothing is", () => {
  fc.assert(
    fc.property(quiet, whole, (yaml, facts) => {
      const terms = readTerms(yaml);
      const decide = compile(terms, { explain: false });
      const now = decide(facts);
      fc.pre(now.outcome === "decline" || now.outcome === "nothing");
      const some = Object.keys(DOMAINS).some((f) =>
        tried(decide, facts, f).some(({ decision }) => pays(decision)),
      );
      const said: Explanation = explain(terms, facts);
      expect(said.changes.length > 0).toBe(some);
      expect(said.alone === null).toBe(some);
    }),
    { numRuns: RUNS },
  );
});

test("the same in both languages, and again", () => {
  fc.assert(
    fc.property(quiet, partial, (yaml, facts) => {
      const terms = readTerms(yaml);
      const [zh, en] = [explain(terms, facts), explain(terms, facts, { language: "en" })];
      expect(en.changes.map(({ fact, given }) => ({ fact, given }))).toEqual(
        zh.changes.map(({ fact, given }) => ({ fact, given })),
      );
      expect(JSON.stringify(explain(readTerms(yaml), facts))).toBe(JSON.stringify(zh));
    }),
    { numRuns: Math.ceil(RUNS / 3) },
  );
});
