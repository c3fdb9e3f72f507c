import type { FactDescription } from "@goodfaith/clauses";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Claim, claimsOf, combine } from "./combine.ts";
import { readValue } from "./value.ts";

const fact = (type: FactDescription["type"], rest: Partial<FactDescription> = {}): FactDescription => ({
  name: "事实",
  type,
  ask: null,
  from: null,
  optional: false,
  min: null,
  max: null,
  step: null,
  options: null,
  elements: null,
  ...rest,
});
const money = fact("money");
const amount = fc.integer({ min: 0, max: 1000 }).map((n) => `${n}.00`);
const claim = fc.record({
  kind: fc.constantFrom("value", "not-before", "not-after"),
  value: amount,
  says: fc.constant("某人"),
}) as fc.Arbitrary<Claim>;

/** What every claim allows, by looking at each whole amount. */
const allowed = (claims: readonly Claim[]): number[] =>
  Array.from({ length: 1001 }, (_, n) => n).filter((n) =>
    claims.every(({ kind, value }) => {
      const v = Number(value);
      return kind === "value" ? n === v : kind === "not-before" ? n >= v : n <= v;
    }),
  );

describe("combining what is claimed", () => {
  it("is the intersection, in any order, and a conflict exactly where nothing is left", () => {
    fc.assert(
      fc.property(fc.array(claim, { maxLength: 6 }), (claims) => {
        const left = allowed(claims);
        const known = combine(money, claims);
        const turned = combine(money, [...claims].reverse());
        expect(turned.state).toBe(known.state);
        if (left.length === 0) expect(known.state).toBe("conflict");
        else if (known.state === "known") expect(left).toEqual([Number(known.value.json)]);
        else if (known.state === "bounded") {
          expect(left[0]).toBe(Number(known.lower?.json ?? 0));
          expect(left.at(-1)).toBe(Number(known.upper?.json ?? 1000));
        } else expect(claims).toEqual([]);
      }),
    );
  });

  it("names two claims that really exclude each other", () => {
    fc.assert(
      fc.property(fc.array(claim, { minLength: 2, maxLength: 6 }), (claims) => {
        const known = combine(money, claims);
        if (known.state !== "conflict") return;
        expect(claims).toContainEqual(
          expect.objectContaining({ kind: known.first.kind, value: known.first.value }),
        );
        expect(allowed([known.first, known.second])).toEqual([]);
      }),
    );
  });

  it("narrows a record's choice by a finding, and refuses one outside it", () => {
    const standing = fact("one of", { options: ["有效", "中止", "终止"] });
    const record = claimsOf({ oneOf: ["有效", "中止"] }, "记录");
    const found = (value: string): Claim => ({ kind: "value", value, says: "认定" });
    expect(combine(standing, record)).toMatchObject({ state: "choice" });
    expect(combine(standing, [...record, found("中止")])).toMatchObject({
      state: "known",
      value: { json: "中止" },
    });
    expect(combine(standing, [...record, found("终止")])).toMatchObject({ state: "conflict" });
    expect(combine(standing, [found("没有这样的")])).toMatchObject({ state: "misread" });
  });

  it("keeps “none” apart from every value", () => {
    const day = fact("date", { optional: true });
    const none: Claim = { kind: "value", value: { none: true }, says: "记录" };
    const value: Claim = { kind: "value", value: "2024-01-01", says: "认定" };
    expect(combine(day, [none])).toMatchObject({ state: "known", value: { json: { none: true } } });
    expect(combine(day, [none, value]).state).toBe("conflict");
    expect(combine(fact("date"), [none]).state).toBe("misread");
  });
});

describe("reading a value", () => {
  it.each([
    ["money", "100000", "100000.00"],
    ["money", 0.1, "0.10"],
    ["money", "1.234", null],
    ["money", "-1", null],
    ["money", "一万", null],
    ["number", "3", 3],
    ["date", "2024-02-29", "2024-02-29"],
    ["date", "2023-02-29", null],
    ["date and time", "2024-10-03T08:40", "2024-10-03T08:40:00+08:00"],
    ["date and time", "2024-10-03 08:40:05", "2024-10-03T08:40:05+08:00"],
    ["date and time", "2024-10-03T00:40:05Z", "2024-10-03T08:40:05+08:00"],
    ["date and time", "2024-10-03", null],
    ["boolean", true, true],
    ["boolean", "true", null],
    ["string", "  ", null],
    ["days and time duration", "P1DT2H", "P1DT2H"],
    ["days and time duration", "P", null],
    ["years and months duration", "P1Y", "P1Y"],
  ] as const)("%s %j", (type, given, expected) => {
    expect(readValue(fact(type), given)?.json ?? null).toEqual(expected);
  });
});
