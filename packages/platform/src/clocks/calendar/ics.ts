import { createHash } from "node:crypto";
import { createEvents, type EventAttributes } from "ics";
import type { ClockRow } from "../store/list.ts";
import { folded } from "./fold.ts";

export const CALENDAR_MEDIA_TYPE = "text/calendar; charset=utf-8";
const PRODUCT = "-//Goodfaith//Clocks//ZH";
/** Reminders ring at nine in the morning in China. */
const RING_HOUR_UTC = 1;
const HALF_HOUR_MS = 1_800_000;

type Ymd = [number, number, number];
const ymd = (day: string, later = 0): Ymd => {
  const at = new Date(Date.parse(`${day}T00:00:00Z`) + later * 86_400_000);
  return [at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate()];
};
const minute = (at: Date): [number, number, number, number, number] => [
  at.getUTCFullYear(),
  at.getUTCMonth() + 1,
  at.getUTCDate(),
  at.getUTCHours(),
  at.getUTCMinutes(),
];

/** The same clock has the same id wherever it is read, so that a moved end moves its entry. */
const uidOf = ({ kind, subjectId, family, clause }: ClockRow): string => {
  const key = createHash("sha256").update(`${kind} ${subjectId} ${family} ${clause}`).digest("hex");
  return `${key.slice(0, 32)}@goodfaith`;
};

/** A day of the calendar in China, or the half hour before a time, in UTC. */
const spanOf = ({
  due,
  dueAt,
}: ClockRow): Pick<EventAttributes, "start"> & { end: EventAttributes["start"] } => {
  if (dueAt === null) return { start: ymd(due ?? ""), end: ymd(due ?? "", 1) };
  return { start: minute(new Date(dueAt.getTime() - HALF_HOUR_MS)), end: minute(dueAt) };
};

const eventOf = (row: ClockRow, stamp: Date): EventAttributes & { readonly timestamp: number } => {
  const { lane, number, law, actBy, warnOn } = row;
  const title = `${lane}到期 · ${number}`;
  const basis = law === null ? "本公司时限" : `依据：${law}`;
  const ring = [...new Set([warnOn, actBy])].flatMap((day) => (day === null ? [] : [day]));
  return {
    ...spanOf(row),
    startInputType: "utc",
    startOutputType: "utc",
    endInputType: "utc",
    endOutputType: "utc",
    uid: uidOf(row),
    title,
    description: `${basis}${actBy === null ? "" : `\n宜在 ${actBy} 下班前办完`}`,
    categories: ["时限"],
    transp: "TRANSPARENT",
    busyStatus: "FREE",
    alarms: ring.map((day) => ({
      action: "display",
      description: title,
      trigger: [...ymd(day), RING_HOUR_UTC, 0],
    })),
    timestamp: stamp.getTime(),
  };
};

/**
 * Clocks as iCalendar (RFC 5545): one entry each on its last day, with a reminder on the day of its warning and on the day to
 * act by. It names the case's number and what is due, and nobody. Clocks without a day are left out.
 * @param stamp when it is written
 */
export const calendarOf = (name: string, rows: readonly ClockRow[], stamp: Date): string => {
  const dated = rows.filter(({ due }) => due !== null);
  const { error, value } = createEvents(
    dated.map((row) => eventOf(row, stamp)),
    { productId: PRODUCT, calName: name, method: "PUBLISH" },
  );
  if (error || value === null) throw error ?? new Error("clocks: no calendar was made");
  return folded(value);
};
