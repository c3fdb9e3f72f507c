import fc from "fast-check";
import { convertIcsCalendar, type IcsCalendar } from "ts-ics";
import { expect, it } from "vitest";
import { PartyId } from "../../kernel/ids.ts";
import type { ClockRow } from "../store/list.ts";
import { folded } from "./fold.ts";
import { calendarOf } from "./ics.ts";

const STAMP = new Date("2025-03-10T09:00:00+08:00");
const row = (given: Partial<ClockRow> = {}): ClockRow => ({
  partyId: PartyId.parse("3f0e2c52-8f0a-4c7e-9a51-0d7f1d3c9b11"),
  kind: "claim",
  subjectId: "3f0e2c52-8f0a-4c7e-9a51-0d7f1d3c9b12",
  family: "claim-clocks",
  clause: "第一条",
  lane: "核定",
  law: "保险法第23条、保险法司法解释二第15条；逗号，分号; 反斜线\\",
  terms: "claim-clocks/2024",
  number: "C-2025-03-000001",
  title: "王先生（示例）意外身故",
  handler: "李经办（示例）",
  from: "2025-09-04",
  due: "2025-10-04",
  dueAt: null,
  actBy: "2025-09-30",
  warnOn: "2025-09-24",
  doneAt: null,
  state: "running",
  ...given,
});
const read = (text: string): IcsCalendar => convertIcsCalendar(undefined, text);

it("another library reads what we write: the day in China, the bells at nine there, every sign of the text", () => {
  const text = calendarOf("时限", [row()], STAMP);
  const calendar = read(text);
  expect(calendar).toMatchObject({ version: "2.0", method: "PUBLISH", name: "时限" });
  const [event] = calendar.events ?? [];
  expect(event?.summary).toBe("核定到期 · C-2025-03-000001");
  expect(event?.description).toBe(`依据：${row().law}\n宜在 2025-09-30 下班前办完`);
  expect(event?.start).toMatchObject({ type: "DATE", date: new Date("2025-10-04T00:00:00Z") });
  expect(event?.end).toMatchObject({ type: "DATE", date: new Date("2025-10-05T00:00:00Z") });
  expect(event?.stamp.date).toEqual(STAMP);
  expect(event?.alarms?.map(({ trigger }) => trigger.type === "absolute" && trigger.value?.date)).toEqual([
    new Date("2025-09-24T09:00:00+08:00"),
    new Date("2025-09-30T09:00:00+08:00"),
  ]);
  expect(text).toMatch(/TRIGGER;VALUE=DATE-TIME:20250924T010000Z/);
});

it("a promise of hours ends at its minute, in UTC", () => {
  const dueAt = new Date("2025-06-11T08:30:00+08:00");
  const [event] = read(calendarOf("时限", [row({ due: "2025-06-11", dueAt })], STAMP)).events ?? [];
  expect(event?.start).toMatchObject({ type: "DATE-TIME", date: new Date("2025-06-11T00:00:00Z") });
  expect(event?.end).toMatchObject({ date: dueAt });
});

it("names nobody; a clock keeps its entry when its end moves; what has no day is left out; nothing at all is a calendar too", () => {
  const text = calendarOf("时限", [row(), row({ clause: "第四条", due: null })], STAMP);
  expect(text.replaceAll("\r\n ", "")).not.toMatch(/王先生|李经办/);
  const [before] = read(text).events ?? [];
  const [after] = read(calendarOf("时限", [row({ due: "2025-11-04" })], STAMP)).events ?? [];
  expect(after?.uid).toBe(before?.uid);
  expect(read(text).events).toHaveLength(1);
  expect(read(calendarOf("时限", [], STAMP)).events ?? []).toEqual([]);
});

it("no line is longer than 75 bytes, no sign is split, and unfolding gives the text back", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: "grapheme", maxLength: 200 })), (lines) => {
      const plain = lines.map((line) => line.replaceAll(/[\r\n]/g, "").replace(/^[ \t]+/, "")).join("\r\n");
      const text = folded(plain);
      for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(text.replaceAll("\r\n ", "")).toBe(plain);
      expect(Buffer.from(text, "utf8").toString("utf8")).toBe(text);
    }),
  );
  for (const line of calendarOf("时限", [row()], STAMP).split("\r\n"))
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
});
