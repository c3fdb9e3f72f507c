/** Generated documents over all constructs and generated facts, decided by the engine and by going through every completion. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { Num, num, type Value } from "../feel/value.ts";
import { fromFeel } from "../ir/value.ts";
import { readOrThrow } from "../terms/read.ts";
import type { Resolved } from "../terms/resolve.ts";

import { byBoxes, compileResolved, thoroughly } from "./compile.ts";
import type { Decision } from "./decision.ts";
import { completionsOf, document, type Given, given, inputFor, scopeOf } from "./documents.fixture.ts";
import { Engine } from "./engine.ts";
import { type OracleResult, oracle } from "./oracle.ts";
import { jsonOf } from "./render.ts";

const RUNS = Number(process.env.RUNS ?? 12);
const SEED = process.env.SEED === undefined ? {} : { seed: Number(process.env.SEED) };

interface Case {
  readonly facts: ReadonlyMap<string, Value>;
  readonly result: OracleResult;
}

/** Flags first: those that hold in every completion count towards `points`. */
function decided(resolved: Resolved, g: Given): readonly Case[] {
  const all = completionsOf(g);
  const scopes = all.map((c) => scopeOf(c, g.length ?? 0));
  const holding = scopes.map((s) => oracle(resolved, s).flags);
  const certain = new Set([...(holding[0]?.keys() ?? [])].filter((id) => holding.every((h) => h.has(id))));
  return all.map((facts, i) => ({ facts, result: oracle(resolved, scopes[i] ?? new Map(), certain) }));
}

const text = (r: OracleResult, withReasons: boolean): string =>
  `${r.outcome}|${r.least.toString()}|${r.most.toString()}${withReasons && r.outcome === "decline" ? [...r.reasons].sort().join() : ""}`;

/** Facts for which two completions that differ in them alone decide differently. */
function asked(cases: readonly Case[], g: Given, withReasons: boolean): readonly string[] {
  const names = g.facts.map((f) => f.name);
  return names.filter((k) => {
    const groups = new Map<string, string>();
    return cases.some(({ facts, result }) => {
      const rest = names
        .filter((o) => o !== k)
        .map((o) => JSON.stringify(facts.get(o)))
        .join("|");
      const own = text(result, withReasons);
      const known = groups.get(rest);
      groups.set(rest, own);
      return known !== undefined && known !== own;
    });
  });
}

/** Facts of which some one value settles the decision: a refusal with a reason that is certain then. */
function settling(cases: readonly Case[], names: readonly string[]): readonly string[] {
  return names.filter((k) => {
    const groups = new Map<string, OracleResult[]>();
    for (const { facts, result } of cases) {
      const key = JSON.stringify(facts.get(k));
      groups.set(key, [...(groups.get(key) ?? []), result]);
    }
    return [...groups.values()].some(isSettled);
  });
}

function isSettled(results: readonly OracleResult[]): boolean {
  const declined = results.filter((r) => r.outcome === "decline");
  const same = new Set(results.map((r) => text(r, false))).size === 1;
  return same && (declined.length === 0 || inAll(declined.map((r) => r.reasons)).length > 0);
}

const amount = (s: string | null): Num => (s === null ? num("Infinity") : num(s));
const cents = (n: Num): string | null => (n.isFinite() ? n.toFixed(2) : null);
const lowest = (ns: readonly Num[]): Num => Num.min(...ns);
const highest = (ns: readonly Num[]): Num => Num.max(...ns);
const inAll = <T>(lists: readonly (readonly T[])[]): readonly T[] =>
  (lists[0] ?? []).filter((x) => lists.every((l) => l.includes(x)));

/** What holds of every decision: nothing lies outside what it says. */
function sound(
  d: Decision,
  results: readonly OracleResult[],
  asks: readonly string[],
  settled: boolean,
): void {
  const inside = (
    range: { least: string; most: string | null },
    least: readonly Num[],
    most: readonly Num[],
  ): void => {
    expect(amount(range.least).lte(lowest(least)), `least ${range.least} ≤ ${lowest(least)}`).toBe(true);
    expect(amount(range.most).gte(highest(most)), `most ${range.most} ≥ ${highest(most)}`).toBe(true);
  };
  inside(
    d.payable,
    results.map((r) => r.least),
    results.map((r) => r.most),
  );
  d.benefits.forEach((b, i) => {
    const own = results.map((r) => r.benefits[i] ?? { least: num(0), most: num(0) });
    inside(
      b,
      own.map((o) => o.least),
      own.map((o) => o.most),
    );
  });
  for (const a of asks) expect(d.asks.map((x) => x.fact)).toContain(a);
  if (d.settled) expect(settled).toBe(true);
  for (const f of d.flags) expect(results.every((r) => r.flags.has(f.clause))).toBe(true);
  for (const p of d.promises) expect(results.every((r) => r.promises.has(p.clause))).toBe(true);
  for (const s of d.steps) expect(results.every((r) => r.steps.includes(s.clause))).toBe(true);
  for (const x of d.reasons)
    expect(results.every((r) => r.reasons.includes(`${x.clause}:${x.text}`))).toBe(true);
}

/** The ends of values none of which is null, as decisions write them. */
function ends(values: readonly Value[], unit: "number" | "date"): unknown {
  const numbers = values.map(fromFeel).filter((v): v is Num => v instanceof Num);
  if (numbers.length < values.length || numbers.length === 0) return null;
  const [low, high] = [lowest(numbers), highest(numbers)].map((n) => String(jsonOf(n, unit)));
  return low === high ? low : { between: [low, high] };
}

/** What holds of a decision that says it is tight. */
function tight(d: Decision, results: readonly OracleResult[], asks: readonly string[]): void {
  expect(d.payable).toEqual({
    least: cents(lowest(results.map((r) => r.least))),
    most: cents(highest(results.map((r) => r.most))),
  });
  d.benefits.forEach((b, i) => {
    const own = results.map((r) => r.benefits[i] ?? { least: num(0), most: num(0) });
    expect([b.least, b.most]).toEqual([
      cents(lowest(own.map((o) => o.least))),
      cents(highest(own.map((o) => o.most))),
    ]);
  });
  expect(d.asks.map((a) => a.fact).sort()).toEqual([...asks].sort());
  expect(d.flags.map((f) => f.clause)).toEqual(inAll(results.map((r) => [...r.flags.keys()])));
  expect(d.promises.map((p) => p.clause)).toEqual(inAll(results.map((r) => [...r.promises.keys()])));
  expect(d.steps.map((s) => s.clause)).toEqual(inAll(results.map((r) => r.steps)));
  for (const p of d.promises) {
    const dues = results.map((r) => r.promises.get(p.clause) ?? null);
    expect(p.due).toEqual(ends(dues, "date"));
  }
  if (results.every((r) => r.outcome === results[0]?.outcome))
    expect(d.reasons.map((r) => `${r.clause}:${r.text}`).sort()).toEqual(
      [...new Set(inAll(results.map((r) => r.reasons)))].sort(),
    );
  for (const [name, value] of Object.entries(d.values)) {
    const all = results.map((r) => r.values.get(name) ?? null);
    if (!all.includes(null)) expect(value).toEqual(ends(all, "number"));
    else if (all.every((v) => v === null)) expect(value).toBe(null);
  }
}

/** Facts of which one answer settles the decision come first, in the document's order, then the others. */
function ordered(d: Decision, cases: readonly Case[]): void {
  const names = d.asks.map((a) => a.fact);
  const first = settling(cases, names);
  if (names.length > 1) expect(new Set(names.slice(0, first.length))).toEqual(new Set(first));
}

function compare(d: Decision, cases: readonly Case[], g: Given): void {
  const results = cases.map((c) => c.result);
  const declines = results.filter((r) => r.outcome === "decline");
  const common = inAll(declines.map((r) => r.reasons));
  const withReasons = declines.length > 0 && common.length === 0;
  const settled = isSettled(results);
  const asks = asked(cases, g, withReasons);
  sound(d, results, asks, settled);
  if (!d.tight) return;
  tight(d, results, asks);
  expect(d.settled).toBe(settled);
  expect(d.outcome).toBe(settled ? results[0]?.outcome : "open");
}

test("documents over all constructs equal the enumeration of completions", () => {
  let all = 0;
  let exact = 0;
  let boxed = 0;
  fc.assert(
    fc.property(document, given, (yaml, g) => {
      const resolved = readOrThrow(yaml, "test");
      const input = inputFor(g);
      const cases = decided(resolved, g);
      const engine = new Engine(resolved);
      const full = thoroughly(engine, false)(input);
      compare(full, cases, g);
      const boxes = byBoxes(engine)(input);
      if (boxes !== null) {
        compare(boxes, cases, g);
        ordered(boxes, cases);
      }
      compare(compileResolved(resolved, { explain: false })(input), cases, g);
      all++;
      if (full.tight) exact++;
      if (boxes !== null) boxed++;
    }),
    { numRuns: RUNS, ...SEED },
  );
  expect(exact / all).toBeGreaterThan(0.7);
  expect(boxed / all).toBeGreaterThan(0.3);
}, 600_000);
