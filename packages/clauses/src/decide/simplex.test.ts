import fc from "fast-check";
import { expect, test } from "vitest";
import { solve } from "./simplex.ts";

/** Small programs in two variables, checked against every corner of their feasible area. */
function corners(rows: readonly { coefs: readonly bigint[]; limit: bigint }[]): [number, number][] {
  const all = [...rows, { coefs: [-1n, 0n], limit: 0n }, { coefs: [0n, -1n], limit: 0n }].map((r) => [
    Number(r.coefs[0]),
    Number(r.coefs[1]),
    Number(r.limit),
  ]) as [number, number, number][];
  const out: [number, number][] = [];
  for (const [a, b, e] of all)
    for (const [c, d, f] of all) {
      const det = a * d - b * c;
      if (det === 0) continue;
      const [x, y] = [(e * d - b * f) / det, (a * f - e * c) / det];
      if (all.every(([p, q, r]) => p * x + q * y <= r + 1e-9)) out.push([x, y]);
    }
  return out;
}

const coef = fc.integer({ min: -5, max: 5 }).map(BigInt);
const row = fc.record({ coefs: fc.tuple(coef, coef), limit: fc.integer({ min: -10, max: 20 }).map(BigInt) });

test("finds the best corner, or none where there is none", () => {
  fc.assert(
    fc.property(fc.array(row, { maxLength: 4 }), coef, coef, (some, c, d) => {
      const rows = [...some, { coefs: [1n, 0n], limit: 30n }, { coefs: [0n, 1n], limit: 30n }];
      const got = solve({ objective: [c, d], rows });
      const points = corners(rows);
      if (got.kind !== "optimal") {
        expect(got.kind).toBe("infeasible");
        expect(points).toEqual([]);
        return;
      }
      const best = Math.max(...points.map(([x, y]) => Number(c) * x + Number(d) * y));
      expect(Number(got.value) / Number(got.denominator)).toBeCloseTo(best, 6);
    }),
    { numRuns: 500 },
  );
});

test("says unbounded where nothing stops it", () => {
  expect(solve({ objective: [1n], rows: [{ coefs: [-1n], limit: 5n }] }).kind).toBe("unbounded");
});
