import { addDays } from "../days.ts";
import type { FileRow } from "../rows.ts";
import { countSettlements, FEN_A_STEP, type Settlement, settlement } from "./claimants.ts";
import type { CityFile } from "./files.ts";
import { policyNumber } from "./jinhuibao.ts";
import { chanceAt, resident } from "./residents.ts";
import type { CitySize } from "./size.ts";

/** 医保结算单 as the medical insurance bureau settles it at the window: what was spent, and what others have paid. */
const COLUMNS = [
  "报案号",
  "保单号",
  "报案时间",
  "事故类型",
  "报案来源",
  "入院日期",
  "医疗总费用",
  "基本医保已付",
  "大病保险已付",
  "医疗救助已付",
  "目录外费用",
  "特药费用",
  "核心系统已付金额",
  "核心系统付款时间",
  "核心系统付款流水号",
] as const;

const yuan = (fen: number): string => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, "0")}`;
const yuanToFen = (n: number): number => n * 100;

/** The cost above each deductible, in 分, that asks for `steps` of 4 分 at the clauses' rates. */
const above = (steps: number, outOfListSteps: number, preExisting: boolean) => ({
  inList: (steps - outOfListSteps) * (preExisting ? 10 : 5),
  // 12 分 a 20 分 at 60%: three steps
  outOfList: (outOfListSteps / 3) * (preExisting ? 40 : 20),
});

const settlementRow = (size: CitySize, given: Settlement): FileRow => {
  const { n, claimant, year, steps, reportedOn, admittedOn } = given;
  const luck = chanceAt(size.seed, n, 4);
  const plan = year >= 2024;
  const { preExisting } = resident(size.seed, claimant);
  const outOfListSteps = plan && luck.happens(0.3) ? 3 * Math.floor((steps * luck.whole(10, 40)) / 300) : 0;
  const cost = above(steps, outOfListSteps, preExisting);
  const inList = yuanToFen(plan ? 15_000 : 20_000) + cost.inList;
  const outOfList = outOfListSteps > 0 ? yuanToFen(15_000) + cost.outOfList : luck.whole(0, 1_400) * 1000;
  const basic = Math.floor((inList * luck.whole(110, 240)) / 100);
  const serious = inList > yuanToFen(30_000) ? Math.floor((inList * luck.whole(20, 50)) / 100) : 0;
  const assistance = plan && luck.happens(0.08) ? luck.whole(10, 80) * 10_000 : 0;
  return {
    报案号: `YB${year}${String(n).padStart(6, "0")}`,
    保单号: policyNumber(year, claimant),
    报案时间: `${reportedOn} ${String(8 + (n % 9)).padStart(2, "0")}:${String((n * 7) % 60).padStart(2, "0")}`,
    事故类型: "疾病",
    报案来源: "医保结算单（一站式结算）",
    入院日期: admittedOn,
    医疗总费用: yuan(inList + basic + serious + assistance + outOfList),
    基本医保已付: yuan(basic),
    大病保险已付: yuan(serious),
    目录外费用: yuan(outOfList),
    // The window paid at once what the clauses give; here it is decided again.
    核心系统已付金额: yuan(steps * FEN_A_STEP),
    核心系统付款时间: `${addDays(reportedOn, 1)} 10:00`,
    核心系统付款流水号: `JHBP${year}${String(n).padStart(6, "0")}`,
    ...(plan ? { 医疗救助已付: yuan(assistance), 特药费用: "0" } : {}),
  };
};

/** The second and the seventeenth of each month close what was reported, and paid a day later, before. */
const closingOf = (reportedOn: string): string => {
  const month = reportedOn.slice(0, 7);
  return Number(reportedOn.slice(8)) <= 15 ? `${month}-17` : `${addDays(`${month}-28`, 4).slice(0, 8)}02`;
};

/** One file for each half of a month in which anyone reported. */
export const settlementFiles = (size: CitySize): CityFile[] => {
  const days = new Map<string, { readonly from: number; to: number }>();
  for (let n = 0; n < countSettlements(size); n += 1) {
    const day = closingOf(settlement(size, n).reportedOn);
    const slice = days.get(day);
    if (slice) slice.to = n + 1;
    else days.set(day, { from: n, to: n + 1 });
  }
  return [...days].map(([day, { from, to }]) => ({
    kind: "claims" as const,
    filename: `医保结算单-${day}.csv`,
    columns: COLUMNS,
    about: to - from,
    day,
    *rows() {
      for (let n = from; n < to; n += 1) yield settlementRow(size, settlement(size, n));
    },
  }));
};
