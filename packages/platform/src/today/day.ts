import { compile, type Decide, readTerms } from "@goodfaith/clauses";
import type { Line } from "../evidence/index.ts";
import type { TodayView } from "./contract.ts";

/** Asks the language's own calendar what a day is, in the language's own words. */
const QUESTION = `
terms: platform-day-kind/1
title: 今天是什么日子
kind: programme
effective: { from: 2000-01-01 }
facts:
  日期: { type: date }
clauses:
  - id: 第一条
    text: 法定节假日、放假日与工作日，依国务院的放假安排。
    define:
      法定: statutory holiday(日期)
      放假: day off(日期)
      上班: working days between(日期 - duration("P1D"), 日期) = 1
  - id: 第二条
    text: 给出三项。
    gives: [法定, 放假, 上班]
`;

let decide: Decide | undefined;
const ask = (day: string) => {
  decide ??= compile(readTerms(QUESTION, { file: "today/day.ts" }));
  return decide({ 日期: day }).values;
};

/** 0 is Sunday. */
const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();

const WEEKDAYS: readonly Line[] = [
  { zh: "星期日", en: "Sunday" },
  { zh: "星期一", en: "Monday" },
  { zh: "星期二", en: "Tuesday" },
  { zh: "星期三", en: "Wednesday" },
  { zh: "星期四", en: "Thursday" },
  { zh: "星期五", en: "Friday" },
  { zh: "星期六", en: "Saturday" },
];

export const weekdayName = (day: string): Line => WEEKDAYS[weekdayOf(day)] ?? { zh: "", en: "" };

/** What kind of day it is by the published calendar; beyond its data, by the weekday alone. */
export const dayKindOf = (day: string): TodayView["dayKind"] => {
  const { 法定: statutory, 放假: off, 上班: working } = ask(day);
  const weekend = [0, 6].includes(weekdayOf(day));
  if (statutory === true) return "statutory-holiday";
  if (off === true) return "day-off";
  if (working === true && weekend) return "make-up-day";
  if (working === true) return "working-day";
  return weekend ? "day-off" : "working-day";
};
