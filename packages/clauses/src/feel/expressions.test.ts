/** Laws of reading, printing and evaluating any expression. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Expr } from "./ast.ts";
import { evaluate } from "./eval/compile.ts";
import { printJson, toJson } from "./json.ts";
import { isSyntaxError, parse } from "./parse.ts";
import { print } from "./print.ts";
import { FeelLimitError } from "./problem.ts";
import { date, days, months, num, type Value } from "./value.ts";

/** The value as JSON; some of these expressions count through too much, which is an outcome too. */
function outcome(expr: Expr, scope: ReadonlyMap<string, Value>): string {
  try {
    return printJson(toJson(evaluate(expr, scope)));
  } catch (error) {
    if (error instanceof FeelLimitError) return error.message;
    throw error;
  }
}

describe("expressions", () => {
  const leaf: fc.Arbitrary<Expr> = fc.oneof(
    fc.integer({ min: -99, max: 99 }).map((n): Expr => ({ kind: "literal", value: num(n), from: 0, to: 0 })),
    fc
      .constantFrom<Value>(true, false, null, '甲\n"\\s', date(19_000), days(90_000_000_000n), months(14))
      .map((value): Expr => ({ kind: "literal", value, from: 0, to: 0 })),
    fc.constantFrom("甲", "乙 丙", "a-b").map((name): Expr => ({ kind: "name", name, from: 0, to: 0 })),
  );
  const at = { from: 0, to: 0 };
  const { expr } = fc.letrec<{ expr: Expr }>((tie) => {
    const two = fc.tuple(tie("expr"), tie("expr"));
    const three = fc.tuple(tie("expr"), tie("expr"), tie("expr"));
    const node: fc.Arbitrary<Expr>[] = [
      fc
        .tuple(fc.constantFrom("+", "-", "*", "/", "**"), two)
        .map(([op, [left, right]]): Expr => ({ kind: "arithmetic", op, left, right, ...at })),
      fc
        .tuple(fc.constantFrom("=", "!=", "<", "<=", ">", ">="), two)
        .map(([op, [left, right]]): Expr => ({ kind: "compare", op, left, right, ...at })),
      tie("expr").map((operand): Expr => ({ kind: "negate", operand, ...at })),
      fc
        .tuple(fc.constantFrom("and", "or"), fc.array(tie("expr"), { minLength: 2, maxLength: 4 }))
        .map(([op, operands]): Expr => ({ kind: "logic", op, operands, ...at })),
      three.map(
        ([condition, consequent, alternative]): Expr => ({
          kind: "if",
          condition,
          consequent,
          alternative,
          ...at,
        }),
      ),
      three.map(([value, low, high]): Expr => ({ kind: "between", value, low, high, ...at })),
      two.map(
        ([value, operand]): Expr => ({
          kind: "in",
          value,
          tests: [
            { kind: "compare test", op: "<", operand, ...at },
            { kind: "value test", expr: operand, ...at },
          ],
          ...at,
        }),
      ),
      two.map(
        ([source, body]): Expr => ({
          kind: "for",
          iterators: [{ name: "x", source, until: null, ...at }],
          body,
          ...at,
        }),
      ),
      three.map(
        ([source, until, condition]): Expr => ({
          kind: "quantified",
          quantifier: "some",
          iterators: [{ name: "y", source, until, ...at }],
          condition,
          ...at,
        }),
      ),
      two.map(([list, condition]): Expr => ({ kind: "filter", list, condition, ...at })),
      tie("expr").map((object): Expr => ({ kind: "path", object, name: "乙 丙", ...at })),
      fc.array(tie("expr"), { maxLength: 3 }).map((items): Expr => ({ kind: "list", items, ...at })),
      fc.array(tie("expr"), { maxLength: 3 }).map(
        (args): Expr => ({
          kind: "call",
          callee: { kind: "name", name: "string length", ...at },
          args,
          named: [],
          ...at,
        }),
      ),
      two.map(
        ([one, other]): Expr => ({
          kind: "context",
          entries: [
            { key: "甲 丁", value: one, ...at },
            { key: "{", value: other, ...at },
          ],
          ...at,
        }),
      ),
      two.map(
        ([low, high]): Expr => ({ kind: "range", low, high, lowIncluded: true, highIncluded: false, ...at }),
      ),
      tie("expr").map(
        (high): Expr => ({ kind: "range", low: null, high, lowIncluded: false, highIncluded: true, ...at }),
      ),
      tie("expr").map(
        (body): Expr => ({
          kind: "function",
          parameters: [{ name: "p", type: null, ...at }],
          body,
          external: false,
          ...at,
        }),
      ),
      tie("expr").map(
        (value): Expr => ({
          kind: "instance of",
          value,
          type: { kind: "range", of: { kind: "named", name: "number", ...at }, ...at },
          ...at,
        }),
      ),
    ];
    return { expr: fc.oneof({ maxDepth: 4, withCrossShrink: true }, leaf, ...node) };
  });
  const names: ReadonlySet<string> = new Set(["乙 丙", "a-b"]);

  /** The tree without its positions, as text. */
  const shape = (e: unknown): string =>
    JSON.stringify(e, (key, value: unknown) =>
      key === "from" || key === "to" ? undefined : typeof value === "bigint" ? `${value}n` : value,
    );

  test("printing and reading gives the same tree", () => {
    fc.assert(
      fc.property(expr, (e) => {
        const again = parse(print(e), { names });
        expect(isSyntaxError(again) ? `${print(e)}: ${again.message}` : shape(again)).toBe(shape(e));
      }),
      { numRuns: 500 },
    );
  });

  test("whatever can be read can be evaluated, and gives the same twice", () => {
    const scope = new Map<string, Value>([
      ["甲", num(3)],
      ["乙 丙", [num(1), "x", null]],
    ]);
    fc.assert(
      fc.property(expr, (e) => {
        expect(outcome(e, scope)).toBe(outcome(e, scope));
      }),
      { numRuns: 500 },
    );
  });

  test("no source makes the parser throw", () => {
    const token = fc.constantFrom(
      "1",
      "甲",
      "乙 丙",
      "+",
      "-",
      "**",
      "(",
      ")",
      "[",
      "]",
      "{",
      "}",
      ":",
      ",",
      "..",
      "if",
      "then",
      "else",
      "for",
      "in",
      "return",
      "some",
      "satisfies",
      "and",
      "between",
      "instance of",
      "function",
      '"x"',
      "@",
      ".",
      "<",
      "=",
      "not",
      "range<",
      "/*",
      "//",
      "\n",
      "date",
      "?",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(token, { maxLength: 30 }).map((t) => t.join(" ")),
          fc.string(),
        ),
        (source) => {
          const result = parse(source, { names });
          if (!isSyntaxError(result)) return;
          expect(result.from).toBeGreaterThanOrEqual(0);
          expect(result.to).toBeLessThanOrEqual(Math.max(source.length, result.from + 1));
          expect(result.message).not.toBe("");
        },
      ),
      { numRuns: 1000 },
    );
  });
});
