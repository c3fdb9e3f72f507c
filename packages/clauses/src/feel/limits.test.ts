/** What would hang or overflow ends with a clear error; a hang would meet the runner's own limit. */
import { describe, expect, test } from "vitest";
import { evaluate, FeelLimitError, isSyntaxError, parse, show, toJson } from "./index.ts";

const NO_NAMES: ReadonlySet<string> = new Set();

function outcome(source: string): string {
  try {
    const expr = parse(source, { names: NO_NAMES });
    if (isSyntaxError(expr)) return `syntax: ${expr.message}`;
    const value = evaluate(expr, new Map());
    return show(value).slice(0, 50);
  } catch (error) {
    if (!(error instanceof FeelLimitError)) throw error;
    expect(error.problem.to).toBeGreaterThan(0);
    return `limit: ${error.problem.message}`;
  }
}

const rows = (pairs: readonly (readonly [string, string, RegExp])[]) => pairs;
const doubling = "for i in 1..60 return if i = 1 then [1] else [partial[-1], partial[-1]]";

describe("limits", () => {
  test.each(
    rows([
      ["10,000 brackets", `${"(".repeat(10_000)}1${")".repeat(10_000)}`, /^syntax: .* 250 levels deep/u],
      ["10,000 brackets that do not close", "[".repeat(10_000), /^syntax: .* 250 levels deep/u],
      ["10,000 minus signs", `${"-".repeat(10_000)}x`, /^syntax: .* 250 levels deep/u],
      ["a sum of 10,000", Array(10_000).fill("1").join("+"), /^syntax: .* 250 levels deep/u],
      ["a path of 10,000", `a${".b".repeat(10_000)}`, /^syntax: .* 250 levels deep/u],
      [
        "3,000 functions inside one another",
        `${"function(x) ".repeat(3_000)}1`,
        /^syntax: .* 250 levels deep/u,
      ],
      ["types inside types", `1 instance of ${"list<".repeat(5_000)}number`, /^syntax: /u],
      ["a source too long", "1 ".repeat(30_000), /^syntax: .* longer than 50000/u],
      ["a number of 40,000 digits", "1".repeat(40_000), /^syntax: the number is too large/u],
      ["a list of 10,000", `count([${Array(10_000).fill("1").join(",")}])`, /^10000$/u],
      ["10,000 conditions", Array(5_000).fill("true").join(" and "), /^syntax: .* 250 levels deep/u],
      ["300 conditions", Array(300).fill("true").join(" and "), /^true$/u],
    ]),
  )("reading %s", (_, source, expected) => {
    expect(outcome(source)).toMatch(expected);
  });

  test.each(
    rows([
      ["a huge range", "for i in 1..1000000000000 return i", /^limit: .* items/u],
      ["a range past counting", "for i in 1..10**40 return i", /^limit: .* 2 \*\* 53/u],
      ["loops inside loops", "for i in 1..100000, j in 1..100000 return 1", /^limit: .* items/u],
      [
        "a quantifier that never ends",
        "some i in 1..9999, j in 1..9999 satisfies i < 0",
        /^limit: .* steps/u,
      ],
      [
        "filters inside filters",
        "(for i in 1..3000 return i)[count((for j in 1..3000 return j)[item > 0]) < 0]",
        /^limit: .* steps/u,
      ],
      [
        "text that doubles",
        'for i in 1..60 return if i = 1 then "x" else partial[-1] + partial[-1]',
        /^limit: .* string/u,
      ],
      [
        "lists that double",
        "for i in 1..60 return if i = 1 then [1] else concatenate(partial[-1], partial[-1])",
        /^limit: .* items/u,
      ],
      ["a value that doubles, as text", `string(${doubling})`, /^limit: .* string/u],
      ["a value that doubles, compared", `(${doubling}) = (${doubling})`, /^limit: .* steps/u],
      ["a value that doubles, flattened", `flatten(${doubling})`, /^limit: .* steps/u],
      ["a function that calls itself for ever", "(function(f) f(f))(function(f) f(f))", /^limit: .* calls/u],
      [
        "a sort of much",
        "sort(for i in 1..200000 return modulo(i * 7919, 200003), function(a, b) a < b)",
        /^limit: .* steps/u,
      ],
      ["a huge exponent", "10 ** 999999999", /^null$/u],
      ["an exponent past its range", "2 ** 1000000000", /^null$/u],
      ["e to the power of much", "exp(10 ** 40)", /^null$/u],
      ["a duration too long", 'duration("P1D") * 10 ** 6000', /^null$/u],
      ["a day too far", 'date("2024-01-01") + duration("P999999999Y")', /^null$/u],
    ]),
  )("evaluating %s", (_, source, expected) => {
    expect(outcome(source)).toMatch(expected);
  });

  test.each(
    rows([
      ["(a+)+$", `matches("${"a".repeat(5_000)}!", "^(a+)+$")`, /^false$/u],
      ["(a*)*b", `matches("${"a".repeat(5_000)}", "(a*)*b")`, /^false$/u],
      ["(a|a)*b", `matches("${"a".repeat(5_000)}", "(a|a)*b")`, /^false$/u],
      ["(x+x+)+y", `replace("${"x".repeat(5_000)}", "(x+x+)+y", "")`, /^x+$/u],
      ["counts inside counts", 'matches("a", "((a{100}){100}){100}")', /^null$/u],
      ["back references", `matches("${"a".repeat(60)}", "(a*)(a*)(a*)(a*)\\\\1\\\\2\\\\3b")`, /^limit: /u],
      [
        "a long text and a long pattern",
        `matches("${"ab".repeat(10_000)}", "${"(a|b)?".repeat(500)}")`,
        /^limit: /u,
      ],
    ]),
  )("the pattern %s", (_, source, expected) => {
    expect(outcome(source)).toMatch(expected);
  });

  test("a value that doubles can be had, but not written out", () => {
    const expr = parse(doubling, { names: NO_NAMES });
    if (isSyntaxError(expr)) throw new Error(expr.message);
    const value = evaluate(expr, new Map());
    expect(() => toJson(value)).toThrow(FeelLimitError);
    expect(() => show(value)).toThrow(FeelLimitError);
  });
});
