/** The comparison itself is right: its oracle, its claims, and the function written by hand that it measures against. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { accuracy } from "../bench/accuracy.ts";
import { type Claim, claims } from "../bench/claim.ts";
import { byHand } from "../bench/engines/byHand.ts";
import { engine } from "../bench/engines/engine.ts";
import { ours } from "../bench/engines/ours.ts";
import { decideByHandTraced } from "../bench/handWritten.ts";
import { due } from "../bench/oracle.ts";
import { readOnce } from "../bench/reading.ts";
import { compile, readTerms } from "./index.ts";

const terms = readTerms(
  readFileSync(new URL("../../../terms/medical/jinhuibao-2024.yaml", import.meta.url), "utf8"),
);
const drawn = claims(600, 7);
const right = { claims: 600, amountsWrong: 0, centsWrong: 0, outcomesWrong: 0 };

const claim: Claim = {
  入院日期: "2024-02-01",
  生效日期: "2024-01-01",
  医疗总费用: 200_000,
  基本医保已付: 90_000,
  大病保险已付: 20_000,
  目录外费用: 30_000,
  既往症: false,
  本年已赔: 0,
};

test("the oracle, worked out on paper", () => {
  expect(due(claim)).toEqual({ outcome: "pay", cents: 4_500_000n });
  expect(due({ ...claim, 入院日期: "2024-01-31" })).toEqual({ outcome: "decline", cents: 0n });
  // 30% of 0.05 yuan is a cent and a half.
  const half = { ...claim, 医疗总费用: 125_000.05, 目录外费用: 15_000.05, 既往症: true };
  expect(due(half)).toEqual({ outcome: "pay", cents: 2n });
  expect(due({ ...claim, 本年已赔: 1_490_000 }).cents).toBe(1_000_000n);
  expect(due({ ...claim, 医疗总费用: 140_000, 目录外费用: 15_000 }).outcome).toBe("nothing");
});

test("a sixth of the claims stand on the waiting period's end, and half cents are among them", () => {
  const waited = drawn.map((c) => (Date.parse(c.入院日期) - Date.parse(c.生效日期)) / 86_400_000);
  expect(waited.filter((_, i) => i % 6 === 0).every((d) => d >= 29 && d <= 31)).toBe(true);
  expect(new Set(waited.filter((_, i) => i % 6 === 0))).toEqual(new Set([29, 30, 31]));
  const cents = (yuan: number): number => Math.round(yuan * 100);
  const halves = drawn.filter((c) => {
    const inside = cents(c.医疗总费用) - cents(c.基本医保已付) - cents(c.大病保险已付) - cents(c.目录外费用);
    return c.既往症 && (4 * (inside - 1_500_000) + 3 * (cents(c.目录外费用) - 1_500_000)) % 10 === 5;
  });
  expect(halves.length).toBeGreaterThan(600 / 8 - 1);
  expect(claims(5, 7)).toEqual(drawn.slice(0, 5));
});

test("no cent is wrong, decided by the engine or by hand", async () => {
  for (const each of [ours(terms, false), ours(terms, true), ...byHand()])
    expect([each.name, await accuracy(each, drawn)]).toEqual([each.name, right]);
});

test("wrong answers are counted", async () => {
  const off = engine(
    "off by a cent and never declining",
    1,
    (c: Claim) => due(c).cents + 1n,
    (cents) => ({ outcome: "pay", payable: `${cents / 100n}.${String(cents % 100n).padStart(2, "0")}` }),
  );
  const declined = drawn.filter((c) => due(c).outcome !== "pay").length;
  expect(await accuracy(off, drawn)).toEqual({
    ...right,
    amountsWrong: 600,
    centsWrong: 600,
    outcomesWrong: declined,
  });
});

test("the trace by hand tells the same figures as the explanation", () => {
  const decide = compile(terms);
  const figures = (shows: string): readonly string[] => shows.match(/\d+(\.\d+)?/g) ?? [];
  for (const c of drawn) {
    const explained = decide(c).explanation?.map((l) => [l.clause, figures(l.shows)]);
    expect(decideByHandTraced(c).trace.map((l) => [l.clause, figures(l.shows)])).toEqual(explained);
  }
});

test("the document of sixty clauses has sixty, and pays", async () => {
  expect((await readOnce()).clauses).toBe(60);
});
