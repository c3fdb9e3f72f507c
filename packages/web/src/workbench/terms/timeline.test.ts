import { describe, expect, test } from "vitest";
import { governing, stretchesOf } from "./timeline.ts";

const edition = (id: string, from: string, to: string | null) => ({ id, effective: { from, to } });

describe("a family's time", () => {
  const family = [
    edition("a/1", "2024-01-01", "2024-12-31"),
    edition("a/2", "2025-02-01", "2025-12-31"),
    edition("a/3", "2025-12-01", null),
  ];

  test("is cut where editions begin and end, gaps and overlaps among them", () => {
    expect(stretchesOf(family)).toEqual([
      { from: "2024-01-01", to: "2024-12-31", ids: ["a/1"] },
      { from: "2025-01-01", to: "2025-01-31", ids: [] },
      { from: "2025-02-01", to: "2025-11-30", ids: ["a/2"] },
      { from: "2025-12-01", to: "2025-12-31", ids: ["a/2", "a/3"] },
      { from: "2026-01-01", to: null, ids: ["a/3"] },
    ]);
  });

  test("has an edition, or none, or two, on a day; both ends of a period are in it", () => {
    expect(governing(family, "2024-12-31")).toEqual(["a/1"]);
    expect(governing(family, "2025-01-01")).toEqual([]);
    expect(governing(family, "2025-12-31")).toEqual(["a/2", "a/3"]);
  });

  test("may have no beginning and no end", () => {
    expect(stretchesOf([edition("b/1", "", null)])).toEqual([{ from: null, to: null, ids: ["b/1"] }]);
    expect(stretchesOf([edition("b/1", "", "2024-06-30")])).toEqual([
      { from: null, to: "2024-06-30", ids: ["b/1"] },
    ]);
    expect(stretchesOf([])).toEqual([]);
  });
});
