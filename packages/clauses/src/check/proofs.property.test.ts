/** What `check` proves of guards, exceptions and tables, compared with every completion tried one by one. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { check } from "../index.ts";

const MAX = 4;

interface Facts {
  readonly a: number;
  readonly b: number;
  readonly c: boolean;
}

const EVERY: readonly Facts[] = Array.from({ length: 2 * (MAX + 1) ** 2 }, (_, i) => ({
  a: Math.floor(i / 2) % (MAX + 1),
  b: Math.floor(i / 2 / (MAX + 1)),
  c: i % 2 === 0,
}));

/** A condition as FEEL and as a function. */
interface Condition {
  readonly feel: string;
  readonly holds: (f: Facts) => boolean;
}

const AMOUNTS: Readonly<Record<string, (f: Facts) => number>> = {
  甲: (f) => f.a,
  乙: (f) => f.b,
  "甲 + 乙": (f) => f.a + f.b,
  "甲 - 乙": (f) => f.a - f.b,
  "max(甲, 乙)": (f) => Math.max(f.a, f.b),
};
const OPS: Readonly<Record<string, (x: number, n: number) => boolean>> = {
  "<": (x, n) => x < n,
  "<=": (x, n) => x <= n,
  ">": (x, n) => x > n,
  ">=": (x, n) => x >= n,
  "=": (x, n) => x === n,
};

const amount = fc.constantFrom(...Object.keys(AMOUNTS));
const compared = fc
  .tuple(amount, fc.constantFrom(...Object.keys(OPS)), fc.integer({ min: -1, max: 2 * MAX }))
  .map(
    ([x, op, n]): Condition => ({
      feel: `${x} ${op} ${n}`,
      holds: (f) => OPS[op]?.(AMOUNTS[x]?.(f) ?? 0, n) ?? false,
    }),
  );
const flag = fc.constantFrom<Condition>(
  { feel: "丙", holds: (f) => f.c },
  { feel: "not(丙)", holds: (f) => !f.c },
);
const atom = fc.oneof({ weight: 3, arbitrary: compared }, flag);
const guard = fc.oneof(
  atom,
  fc.tuple(atom, atom).map(
    ([x, y]): Condition => ({
      feel: `${x.feel} and ${y.feel}`,
      holds: (f) => x.holds(f) && y.holds(f),
    }),
  ),
  fc.tuple(atom, atom).map(
    ([x, y]): Condition => ({
      feel: `${x.feel} or ${y.feel}`,
      holds: (f) => x.holds(f) || y.holds(f),
    }),
  ),
);

const cell = fc.tuple(
  fc.constantFrom(...Object.keys(OPS)),
  fc.oneof(
    fc.integer({ min: -1, max: MAX + 1 }).map((n) => ({ feel: String(n), of: () => n })),
    fc.constant({ feel: "乙", of: (f: Facts) => f.b }),
  ),
);

interface Case {
  readonly guards: readonly Condition[];
  readonly on: string;
  readonly rows: readonly Condition[];
}

const cases = fc
  .tuple(
    fc.array(guard, { minLength: 5, maxLength: 5 }),
    amount,
    fc.array(cell, { minLength: 1, maxLength: 3 }),
  )
  .map(
    ([guards, on, cells]): Case => ({
      guards,
      on,
      rows: cells.map(([op, n]) => ({
        feel: `${op === "=" ? "" : `${op} `}${n.feel}`,
        holds: (f) => OPS[op]?.(AMOUNTS[on]?.(f) ?? 0, n.of(f)) ?? false,
      })),
    }),
  );

const NAMES = ["例一", "例二", "定一", "定二", "表"];

const document = ({ guards, on, rows }: Case): string => {
  const when = (i: number): string => `    when: ${guards[i]?.feel ?? "true"}\n`;
  return `terms: 证/1
title: 示例
kind: product
effective: { from: 2024-01-01 }
facts:
  甲: { type: number, min: 0, max: ${MAX}, step: 1 }
  乙: { type: number, min: 0, max: ${MAX}, step: 1 }
  丙: boolean
clauses:
  - id: 基
    text: 示例
    pay: 1
  - id: 例一
    text: 示例
    instead of: 基
${when(0)}    pay: 2
  - id: 例二
    text: 示例
    instead of: 基
${when(1)}    pay: 3
  - id: 定一
    text: 示例
${when(2)}    define: { 率: 1 }
  - id: 定二
    text: 示例
${when(3)}    define: { 率: 2 }
  - id: 表
    text: 示例
${when(4)}    table:
      define: 值
      on: ['${on}']
      rows:
${rows.map((r, i) => `        - ['${r.feel}', ${i}]\n`).join("")}  - id: 出
    text: 示例
    gives: [率, 值]
`;
};

/** Everything that is so, found by trying every completion. */
function expected({ guards, on, rows }: Case): readonly string[] {
  const some = (holds: (f: Facts) => boolean): boolean => EVERY.some(holds);
  const g = (i: number, f: Facts): boolean => guards[i]?.holds(f) === true;
  const out: string[] = [];
  NAMES.forEach((name, i) => {
    if (!some((f) => g(i, f))) out.push(`clause ${name} can never apply`);
  });
  if (!some((f) => !g(0, f) && !g(1, f))) out.push("clause 基 can never apply");
  if (some((f) => g(0, f) && g(1, f))) out.push("clauses 例一 and 例二 both hold");
  if (some((f) => g(2, f) && g(3, f))) out.push("clauses 定一 and 定二 both hold");
  const inside = EVERY.filter((f) => g(4, f));
  const missing = inside.filter((f) => !rows.some((r) => r.holds(f))).map((f) => AMOUNTS[on]?.(f) ?? 0);
  if (missing.length > 0) out.push(`no row for ${on} = ${Math.min(...missing)}`);
  rows.forEach((r, i) => {
    if (inside.length > 0 && !inside.some((f) => r.holds(f))) out.push(`row ${i} never`);
    rows.slice(0, i).forEach((o, j) => {
      const both = inside.filter((f) => r.holds(f) && o.holds(f)).map((f) => AMOUNTS[on]?.(f) ?? 0);
      if (both.length > 0) out.push(`rows ${j} and ${i} both take ${on} = ${Math.min(...both)}`);
    });
  });
  return out.sort();
}

/** The same as `check` says it. */
function told(text: string): readonly string[] {
  const first = text.split("\n").findIndex((l) => l.trim() === "rows:") + 2;
  return check([{ file: "证", text }])
    .filter((p) => !p.message.endsWith("is never read"))
    .map(({ line, message: m }) => {
      const overlap = /the row on line (\d+) both take (.+ = -?\d+)(?: \(.*)?$/.exec(m);
      if (overlap) return `rows ${Number(overlap[1]) - first} and ${line - first} both take ${overlap[2]}`;
      if (/is never reached$/.test(m)) return `row ${line - first} never`;
      return (
        /clause \S+ can never apply|clauses \S+ and \S+ both hold|no row for .+ = -?\d+(?= \(|$)/.exec(
          m,
        )?.[0] ?? m
      );
    })
    .sort();
}

test("every proof and every example of `check` is what trying all completions gives", () => {
  fc.assert(
    fc.property(cases, (c) => {
      const text = document(c);
      expect(told(text), text).toEqual(expected(c));
    }),
    { numRuns: 80 },
  );
});
