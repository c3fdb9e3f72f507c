import { describe, expect, test } from "vitest";
import { en } from "./en/index.ts";
import { zh } from "./zh/index.ts";

/** `a.b.c` to its text. */
const flat = (tree: object, path = ""): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string"
      ? [[`${path}${key}`, value] as [string, string]]
      : flat(value, `${path}${key}.`),
  );
const variables = (text: string): string[] =>
  [...text.matchAll(/\{\{\s*(\w+)/g)].map(([, name]) => name ?? "").sort();

describe("both languages", () => {
  const chinese = new Map(flat(zh));
  const english = new Map(flat(en));

  test("have the same keys", () => {
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort());
    expect(chinese.size).toBeGreaterThan(100);
  });

  test("fill in the same values", () => {
    const differing = [...chinese].filter(
      ([key, text]) => variables(text).join() !== variables(english.get(key) ?? "").join(),
    );
    expect(differing).toEqual([]);
  });

  test("leave nothing empty, and no Chinese in the English", () => {
    const wrong = [...english].filter(([, text]) => text.trim() === "" || /[\u4e00-\u9fff]/.test(text));
    expect(wrong.filter(([key]) => !key.startsWith("common.language"))).toEqual([]);
    expect([...chinese].filter(([, text]) => text.trim() === "")).toEqual([]);
  });
});
