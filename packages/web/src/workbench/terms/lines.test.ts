import { describe, expect, test } from "vitest";
import { documentAt, documents } from "./documents.fixture.ts";
import { describeClauses, readTerms } from "./engine.ts";
import { codeOf } from "./lines.ts";

describe("what runs beneath a clause", () => {
  test.each(documents)("$path: every clause with an effect has its line or its table", ({ text }) => {
    const code = codeOf(text);
    for (const { id, kind } of describeClauses(readTerms(text))) {
      const found = code.get(id);
      expect(found, id).toBeDefined();
      if (kind === "table") expect(found?.table?.rows.length, id).toBeGreaterThan(0);
      else if (kind !== "none") expect(found?.lines.length, id).toBeGreaterThan(0);
    }
  });

  test("is the document's own words, a promise in its parts", () => {
    const clocks = codeOf(documentAt("programmes/claim-clocks-2024.yaml"));
    expect(clocks.get("第三条")?.lines).toEqual([
      { word: "when", name: null, feel: '核定结论 = "不属于保险责任"', say: null },
      { word: "promise", name: "拒绝通知", feel: 'duration("P3D")', say: null },
      { word: "from", name: null, feel: "核定日", say: null },
    ]);
    const jin = codeOf(documentAt("medical/jinhuibao-2024.yaml"));
    expect(jin.get("附表一")?.table).toMatchObject({ on: ["既往症"], hit: "unique" });
  });
});
