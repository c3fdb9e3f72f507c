import { type County, countyAt } from "../counties.ts";
import { addDays } from "../days.ts";
import { cardNumber, identityNumber } from "../numbers.ts";
import type { Person } from "../people.ts";
import { type Chance, chance } from "../random.ts";

const SURNAMES = [
  ..."王李张刘陈杨赵郭韩崔宋程申苗牛魏常冯贾原秦郝段侯武任薛乔靳暴路桑连鲍栗平史田杜吕马高郑梁徐胡罗何孙白",
] as unknown as [string, ...string[]];
const FIRST = [
  ..."建志桂海永丽文小晓玉俊春宏雪国慧长彩立金天梓一秀爱红明新庆保福云瑞锦思雨子若嘉",
] as unknown as [string, ...string[]];
const SECOND = [
  ..."国强兰燕红萍斌芳东梅杰花伟栋敏青霞新凤佑涵诺英军华平珍林峰勇娟亮琴涛静鹏莉超玲生明",
] as unknown as [string, ...string[]];

/** Someone of the whole city, whoever insures them. */
export interface Resident extends Omit<Person, "customerNumber" | "kind" | "wechat"> {
  /** The place in the city, from 0. */
  readonly n: number;
  /** 既往症, as the health declaration says. */
  readonly preExisting: boolean;
}

/** Chance of place `n` alone, so that anyone can be made without those before. `use` keeps two uses apart. */
export const chanceAt = (seed: number, n: number, use: number): Chance =>
  chance((Math.imul(n + 1, 0x9e3779b1) ^ Math.imul(seed + use, 0x85ebca6b)) >>> 0);

/** Stands for no place, as all of 999…; moved by 500, so that nobody has the number of someone in the small sample. */
const regionOf = ([code]: County): string => `${code.slice(0, 3)}${Number(code.slice(3)) + 500}`;

/** Days of birth, spread so that no two people of one serial share one. Both numbers have no common divisor. */
const spread = (n: number, days: number): { readonly day: number; readonly serial: number } => ({
  day: (n * 7919) % days,
  serial: Math.floor(n / days),
});

const ADULT_DAYS = 21_915;
const INFANT_DAYS = 1096;

/** A phone of a range that no operator was given (154). */
const phoneOf = (n: number): string => `154${String(n).padStart(8, "0")}`;

const named = (luck: Chance): string => {
  const surname = luck.pick(SURNAMES);
  return `${surname}${luck.pick(FIRST)}${luck.happens(0.8) ? luck.pick(SECOND) : ""}（示例）`;
};

const live = (seed: number, n: number, bornOn: string, serial: number, phoneN: number): Resident => {
  const luck = chanceAt(seed, phoneN, 1);
  const county = countyAt(luck.whole(1, 100));
  const reach = luck.next();
  return {
    n,
    name: named(luck),
    identityNumber: identityNumber(regionOf(county), bornOn, serial),
    bornOn,
    // Some have never left a phone, some no address: they are the ones to find.
    phone: reach < 0.95 ? phoneOf(phoneN) : "",
    address: reach < 0.03 || reach > 0.99 ? "" : `长治市${county[1]}示例村 ${1 + (n % 900)} 号`,
    county: county[1],
    card: cardNumber(100_000_000 + phoneN),
    preExisting: luck.happens(0.12),
  };
};

/** The adult at place `n` (below `MOST_PEOPLE`), born from 1940 to 1999; the same at every call. */
export const resident = (seed: number, n: number): Resident => {
  const { day, serial } = spread(n, ADULT_DAYS);
  return live(seed, n, addDays("1940-01-01", day), serial, n);
};

/** The child at place `n`, below 1,000,000, born from 2022 to 2024; reached by a parent's phone of its own range. */
export const infant = (seed: number, n: number): Resident => {
  const { day, serial } = spread(n, INFANT_DAYS);
  return live(seed, n, addDays("2022-01-01", day), serial, 50_000_000 + n);
};

/** The resident as the customer of one insurer. */
export const asCustomer = (of: Resident, prefix: string, kind: Person["kind"] = "个人"): Person => ({
  ...of,
  customerNumber: `${prefix}${String(of.n).padStart(8, "0")}`,
  kind,
  wechat: "",
});
