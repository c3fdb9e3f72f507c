/** Golden cases: what expressions give, and what is said about those that are wrong. */
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse as readYaml } from "yaml";
import {
  evaluate,
  isSyntaxError,
  type Mode,
  num,
  type Problem,
  parse,
  print,
  printJson,
  type Type,
  toJson,
  typeName,
  typeOf,
} from "./index.ts";

const load = (name: string): unknown =>
  readYaml(readFileSync(new URL(`./cases/${name}`, import.meta.url), "utf8"));
const names: ReadonlySet<string> = new Set(["a b", "甲 乙"]);

/** What an expression gives as JSON text; a number the file writes as a string, to keep its digits, likewise. */
function valueOfText(source: string, mode: Mode): string {
  const expr = parse(source, { names, mode });
  if (isSyntaxError(expr)) throw new Error(`${source}: ${expr.message}`);
  const again = parse(print(expr), { names, mode });
  if (isSyntaxError(again)) throw new Error(`${print(expr)}: ${again.message}`);
  const value = printJson(toJson(evaluate(expr, new Map(), { mode })));
  expect(printJson(toJson(evaluate(again, new Map(), { mode }))), print(expr)).toBe(value);
  return value;
}

type Groups = Readonly<Record<string, readonly (readonly [string, unknown])[]>>;

describe.each([
  ["values.yaml", "feel"],
  ["terms.yaml", "terms"],
] as const)("%s", (file, mode) => {
  const groups = load(file) as Groups;
  describe.each(Object.entries(groups))("%s", (_, cases) => {
    test.each(cases)("%s is %j", (source, expected) => {
      const actual = valueOfText(source, mode);
      const exact = typeof expected === "string" && /^\d+(?:\.\d+)?$/u.test(expected) && actual === expected;
      if (!exact) expect(actual).toBe(JSON.stringify(expected));
    });
  });
});

type SyntaxCase = readonly [source: string, at: string, message: string, hint: string];

describe("syntax errors", () => {
  test.each(load("syntax-errors.yaml") as readonly SyntaxCase[])("%s", (source, at, message, hint) => {
    const error = parse(source, { names, mode: "terms" });
    if (!isSyntaxError(error)) throw new Error("it can be read");
    expect(source.slice(error.from, error.to)).toBe(at);
    expect(error.message).toContain(message);
    expect(error.hint).toContain(hint);
    expect(error.zh.message + error.zh.hint).toMatch(/\p{Script=Han}/u);
  });
});

const MONEY: Type = { kind: "money" };
const types: ReadonlyMap<string, Type> = new Map<string, Type>([
  ["费用", MONEY],
  ["已付", MONEY],
  ["比例", { kind: "number", literal: false }],
  ["入院", { kind: "date" }],
  ["生效", { kind: "date" }],
  ["时刻", { kind: "date and time" }],
  ["既往症", { kind: "boolean" }],
  ["地区", { kind: "enum", values: ["甲", "乙"] }],
  ["级别", { kind: "enum", values: [num(1), num(2)] }],
  [
    "明细",
    {
      kind: "list",
      of: {
        kind: "context",
        fields: new Map<string, Type>([
          ["金额", MONEY],
          ["名称", { kind: "string" }],
        ]),
      },
    },
  ],
]);

function typed(source: string): { readonly type: string; readonly problems: readonly Problem[] } {
  const expr = parse(source, { names: new Set(types.keys()), mode: "terms" });
  if (isSyntaxError(expr)) throw new Error(`${source}: ${expr.message}`);
  const problems: Problem[] = [];
  const type = typeOf(expr, types, (problem) => problems.push(problem));
  return { type: typeName(type), problems };
}

interface TypeCases {
  readonly ok: readonly (readonly [string, string])[];
  readonly wrong: readonly (readonly [source: string, at: string, message: string, hint: string])[];
}

describe("types", () => {
  const { ok, wrong } = load("types.yaml") as TypeCases;

  test.each(ok)("%s is %s", (source, expected) => {
    expect(typed(source)).toEqual({ type: expected, problems: [] });
  });

  test.each(wrong)("%s is wrong", (source, at, message, hint) => {
    const { problems } = typed(source);
    expect(problems.map(({ from, to }) => source.slice(from, to))).toEqual([at]);
    expect(problems[0]?.message).toContain(message);
    expect(problems[0]?.hint).toContain(hint);
    expect(problems[0]?.zh.message).toMatch(/\p{Script=Han}/u);
  });
});
