/** FEEL's functions in words, for people who have never seen FEEL: Chinese and English. */

export type Language = "zh" | "en";

/** What is said for a function that appears in a clause; one that is not here keeps its own name, which is English words. */
const WORDS: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  not: ["非", "not"],
  max: ["较大者", "the greater of"],
  min: ["较小者", "the lesser of"],
  sum: ["合计", "the sum of"],
  count: ["个数", "the number of"],
  mean: ["平均数", "the mean of"],
  median: ["中位数", "the median of"],
  product: ["乘积", "the product of"],
  all: ["全部成立", "all of"],
  any: ["任一成立", "any of"],
  abs: ["绝对值", "the size of"],
  floor: ["向下取整", "rounded down"],
  ceiling: ["向上取整", "rounded up"],
  modulo: ["余数", "the remainder of"],
  decimal: ["取小数", "rounded half even"],
  "round up": ["进位", "rounded up"],
  "round down": ["舍去", "rounded down"],
  "round half up": ["四舍五入", "rounded half up"],
  "round half down": ["五舍六入", "rounded half down"],
  date: ["日期", "the date of"],
  "date and time": ["时间", "the time of"],
  time: ["时刻", "the time of day of"],
  "day of week": ["星期", "the weekday of"],
  "day of year": ["年内第几日", "the day of the year of"],
  "month of year": ["月份", "the month of"],
  "week of year": ["年内第几周", "the week of the year of"],
  "years and months duration": ["相隔年月", "the years and months between"],
  contains: ["含有", "contains"],
  "list contains": ["列表含有", "list contains"],
  "starts with": ["开头为", "starts with"],
  "ends with": ["结尾为", "ends with"],
  matches: ["形式符合", "matches"],
  "string length": ["字数", "the length of"],
  "distinct values": ["不同的值", "the distinct values of"],
  concatenate: ["合并", "joined"],
  union: ["并集", "the union of"],
  sort: ["排序", "sorted"],
  "statutory holiday": ["法定节假日", "statutory holiday"],
  "day off": ["放假日", "day off"],
  "working days between": ["工作日数", "the working days between"],
  "add working days": ["顺延工作日", "working days after"],
  "full years between": ["满年数", "the full years between"],
  "full months between": ["满月数", "the full months between"],
  age: ["周岁", "the age of"],
};

/** A function in words; null where it keeps its own name. */
export const functionWord = (name: string, language: Language): string | null =>
  WORDS[name]?.[language === "zh" ? 0 : 1] ?? null;
