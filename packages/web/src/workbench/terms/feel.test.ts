import { describe, expect, test } from "vitest";
import { feelPieces } from "./feel.ts";

const kinds = (source: string, top?: "expression" | "test") =>
  feelPieces(source, top)
    .filter(({ kind }) => kind !== null)
    .map(({ text, kind }) => `${text} ${kind}`);

describe("FEEL in pieces", () => {
  test("tells names, calls, numbers, texts, truths, keywords and operators apart", () => {
    expect(kinds('if 既往症 = true then max(0, 费用 - 15000) else 期.保险费 * duration("P1D")')).toEqual([
      "if keyword",
      "既往症 name",
      "= operator",
      "true truth",
      "then keyword",
      "max call",
      "0 number",
      "费用 name",
      "- operator",
      "15000 number",
      "else keyword",
      "期 name",
      ". operator",
      "保险费 property",
      "* operator",
      "duration call",
      '"P1D" text',
    ]);
  });

  test("reads a table's cell as a test", () => {
    expect(kinds("[100..200)", "test")).toEqual(["100 number", "200 number"]);
    expect(kinds('"甲","乙"', "test")).toEqual(['"甲" text', '"乙" text']);
  });

  test.each(["", "((", "费用 -", '"没有收尾', "a b c ∈ …", "statutory holiday(出险时间)"])(
    "joined again the pieces are the text: %j",
    (source) => {
      const pieces = feelPieces(source);
      expect(pieces.map(({ text }) => text).join("")).toBe(source);
      for (const { from, text } of pieces) expect(source.slice(from, from + text.length)).toBe(text);
    },
  );
});
