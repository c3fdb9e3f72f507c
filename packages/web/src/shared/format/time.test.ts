import { describe, expect, test } from "vitest";
import { instant, isoDay, longDay, shortDay, when } from "./time.ts";

const NOW = new Date("2025-03-10T01:00:00Z");

describe("time is China's", () => {
  test.each([
    ["2024-10-02T00:12:05Z", "2024年10月2日 08:12"],
    ["2024-10-02T08:12:05", "2024年10月2日 08:12"],
    ["2025-01-31T16:30:00Z", "2月1日 00:30"],
    ["2025-02-01", "2月1日"],
  ])("%s reads %s", (iso, shown) => {
    expect(when(iso, "zh-CN", NOW)).toBe(shown);
  });

  test("a day is the same day in both languages", () => {
    expect(longDay("2024-10-01", "zh-CN")).toBe("2024年10月1日");
    expect(longDay("2024-10-01", "en")).toBe("1 October 2024");
    expect(shortDay("2024-10-01", "en")).toBe("1 Oct");
  });

  test("what is no time is shown as it came", () => {
    expect(instant("昨天")).toBeNull();
    expect(when("昨天", "zh-CN", NOW)).toBe("昨天");
  });

  test("the day in China begins at 16:00 UTC", () => {
    expect(isoDay(new Date("2024-09-30T16:00:00Z"))).toBe("2024-10-01");
  });
});
