import { expect, test } from "vitest";
import { type Clock, progressOf } from "./progress.ts";

const clock = (given: Partial<Clock>) =>
  ({ from: "2025-03-01", due: "2025-03-31", earliest: null, pause: null, done: null, ...given }) as Clock;

test("time runs from the first day to the last, and stops where it was done", () => {
  expect(progressOf(clock({}), "2025-03-16")).toEqual({ gone: 50, pause: null });
  expect(progressOf(clock({}), "2025-05-01")).toEqual({ gone: 100, pause: null });
  expect(progressOf(clock({ done: "2025-03-07T10:00:00+08:00" }), "2025-05-01")?.gone).toBe(20);
});

test("the stretch that does not count is marked; an open one reaches to today", () => {
  const pause = { from: "2025-03-04T09:00:00+08:00", to: "2025-03-10T09:00:00+08:00" };
  expect(progressOf(clock({ pause }), "2025-03-16")?.pause).toEqual({ from: 10, to: 30 });
  const open = clock({ due: null, earliest: "2025-03-31", pause: { ...pause, to: null } });
  expect(progressOf(open, "2025-03-16")?.pause).toEqual({ from: 10, to: 50 });
});

test("without a beginning or an end there is no bar", () => {
  expect(progressOf(clock({ from: null }), "2025-03-16")).toBeNull();
  expect(progressOf(clock({ due: null }), "2025-03-16")).toBeNull();
});
