import { describe, expect, it } from "vitest";
import { dayKindOf, weekdayName } from "./day.ts";

describe("what kind of day it is", () => {
  it.each([
    ["2024-10-01", "statutory-holiday", "星期二"],
    ["2024-10-03", "statutory-holiday", "星期四"],
    ["2024-10-04", "day-off", "星期五"],
    ["2024-10-07", "day-off", "星期一"],
    ["2024-10-08", "working-day", "星期二"],
    ["2024-10-12", "make-up-day", "星期六"],
    ["2024-10-13", "day-off", "星期日"],
    ["2025-03-12", "working-day", "星期三"],
    ["2199-01-05", "day-off", "星期六"],
    ["2199-01-07", "working-day", "星期一"],
  ])("%s is a %s", (day, kind, weekday) => {
    expect(dayKindOf(day)).toBe(kind);
    expect(weekdayName(day).zh).toBe(weekday);
  });
});
