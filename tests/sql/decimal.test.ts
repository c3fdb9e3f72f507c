/** PostgreSQL's numbers, made to round as decimal128 does. */
import fc from "fast-check";
import { sql as query } from "kysely";
import { expect, it } from "vitest";
import { type Num, num } from "../../packages/clauses/src/feel/value.ts";
import { round as roundNum } from "../../packages/clauses/src/ir/apply.ts";
import type { RoundMode } from "../../packages/clauses/src/ir/node.ts";
import { floorDivision, quotient, round, rounded34 } from "../../packages/clauses/src/sql/decimal.ts";
import { Plan } from "../../packages/clauses/src/sql/plan.ts";
import { numberLiteral, raw, type Sql, sql } from "../../packages/clauses/src/sql/text.ts";
import { testDatabase } from "../../packages/platform/src/testing/index.ts";

const database = await testDatabase({ migrated: false });
const A = raw('"a"', true);
const B = raw('"b"', true);

/** What a plan names is put in place again: here nothing is read twice at a cost. */
class Inline extends Plan {
  override define(value: Sql): Sql {
    return raw(`(${value.text})`, true);
  }
}
const plan = new Inline();

async function values(
  expr: Sql,
  pairs: readonly (readonly [Num, Num])[],
): Promise<readonly (string | null)[]> {
  const rows = pairs.map(([a, b], i) => `(${i}, ${numberLiteral(a).text}, ${numberLiteral(b).text})`);
  const text = `SELECT (${expr.text})::text AS "x" FROM (VALUES ${rows.join(", ")}) AS "t" ("i", "a", "b") ORDER BY "i"`;
  const answer = await query.raw<{ x: string | null }>(text).execute(database.store.owner.db);
  return answer.rows.map((r) => r.x);
}

const digits = fc.tuple(
  fc.bigInt({ min: -(10n ** 34n) + 1n, max: 10n ** 34n - 1n }),
  fc.integer({ min: 0, max: 40 }),
  fc.nat(33),
);
const decimal = digits.map(([n, places, drop]) =>
  num((n / 10n ** BigInt(drop)).toString()).times(num(10).pow(-places)),
);
/** Quotients and products that end in a half at the 35th digit, and small ones. */
const special = fc
  .constantFrom(
    "0",
    "1",
    "2",
    "-3",
    "7",
    "8",
    "0.1",
    "1e-30",
    "99999999999999999",
    "100000000000000000000000000000000005",
    "5e20",
  )
  .map((t) => num(t));
const pairs = fc.array(fc.tuple(fc.oneof(decimal, special), fc.oneof(decimal, special)), {
  minLength: 200,
  maxLength: 200,
});

const same = (got: string | null, wanted: Num | null): void => {
  expect(got === null ? null : num(got).toFixed()).toBe(wanted === null ? null : wanted.plus(0).toFixed());
};

async function compare(expr: Sql, wanted: (a: Num, b: Num) => Num | null): Promise<void> {
  await fc.assert(
    fc.asyncProperty(pairs, async (own) => {
      const got = await values(expr, own);
      own.forEach(([a, b], i) => {
        same(got[i] ?? null, wanted(a, b));
      });
    }),
    { numRuns: 5, endOnFailure: true },
  );
}

const size = { whole: 80, places: 80, endless: false };

it("divides to 34 digits, half to even", () =>
  compare(quotient(A, B), (a, b) => (b.isZero() ? null : a.div(b))));
it("multiplies to 34 digits", () =>
  compare(rounded34(sql`(${A} * ${B})`, "mul", size, plan), (a, b) => a.times(b)));
it("adds to 34 digits", () => compare(rounded34(sql`(${A} + ${B})`, "add", size, plan), (a, b) => a.plus(b)));
it("subtracts to 34 digits", () =>
  compare(rounded34(sql`(${A} - ${B})`, "sub", size, plan), (a, b) => a.minus(b)));

it("rounds a tie at the 35th digit to the even side", async () => {
  const even = num("1000000000000000000000000000000000").times(2);
  const got = await values(quotient(A, B), [
    [num("20000000000000000000000000000000005"), num(10)],
    [num("20000000000000000000000000000000015"), num(10)],
  ]);
  expect(got.map((x) => num(x ?? "NaN").toFixed())).toEqual([even.toFixed(), even.plus(2).toFixed()]);
});

for (const mode of [
  "up",
  "down",
  "ceiling",
  "floor",
  "half-up",
  "half-down",
  "half-even",
] as const satisfies readonly RoundMode[])
  for (const scale of [-2, 0, 2])
    it(`rounds ${mode} to ${scale} places`, async () => {
      const cents = Array.from({ length: 400 }, (_, i) =>
        num(i - 200).div(scale === 2 ? 1000 : scale === 0 ? 10 : "0.1"),
      );
      const got = await values(
        round(A, mode, scale, plan),
        cents.map((a) => [a, num(1)] as const),
      );
      cents.forEach((a, i) => {
        same(got[i] ?? null, roundNum(a, mode, scale));
      });
    });

it("divides to the whole number below", async () => {
  const all = ["-86401", "-86400", "-1", "-0.000001", "0", "86399.999999", "86400"].map((t) => num(t));
  const got = await values(
    floorDivision(A, num(86_400), plan),
    all.map((a) => [a, num(1)] as const),
  );
  expect(got.map(Number)).toEqual([-2, -1, -1, -1, 0, 0, 1]);
});
