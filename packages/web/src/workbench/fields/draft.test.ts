import { describe, expect, test } from "vitest";
import { readDraft, toDraft } from "./draft.ts";

describe("a draft becomes a fact", () => {
  test.each([
    ["boolean", "true", true],
    ["boolean", "false", false],
    ["boolean", "maybe", undefined],
    ["money", "1,270,000.50", "1270000.50"],
    ["money", "12.345", undefined],
    ["number", "0.4", "0.4"],
    ["number", "四", undefined],
    ["date", "2024-10-01", "2024-10-01"],
    ["date", "2024-13-01", undefined],
    ["date and time", "2024-10-02T08:12:05", "2024-10-02T08:12:05+08:00"],
    ["date and time", "2024-10-02T08:12", "2024-10-02T08:12:00+08:00"],
    ["days and time duration", "P30D", "P30D"],
    ["days and time duration", "30天", undefined],
    ["one of", "有效", "有效"],
    ["string", "  ", undefined],
  ])("%s %s", (type, draft, value) => {
    expect(readDraft(type, draft)).toEqual(value);
  });

  test("and a time goes back and forth in China's time", () => {
    expect(toDraft("date and time", "2024-10-02T00:12:05Z")).toBe("2024-10-02T08:12:05");
    expect(readDraft("date and time", toDraft("date and time", "2024-10-02T08:12:05+08:00"))).toBe(
      "2024-10-02T08:12:05+08:00",
    );
  });
});
