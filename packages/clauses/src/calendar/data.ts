/**
 * The State Council's holiday schedules of mainland China (国务院办公厅节假日安排), one entry a year.
 *
 * Days are `MM-DD` of the entry's year; a range has both its ends. `off` are the published days off (放假),
 * `work` the weekend days worked instead (调休上班), `statutory` the statutory days themselves (法定节假日,
 * 《全国年节及纪念日放假办法》第二条), which fix triple pay and benefits that speak of 法定节假日; they are worked
 * out from that text and the lunar calendar, and each lies inside the published days off. To add a year, add an
 * entry: nothing else knows which years there are.
 */
export interface HolidayYear {
  readonly year: number;
  /** The notices that published the schedule: addresses where known. */
  readonly sources: readonly string[];
  /** Which revision of 《全国年节及纪念日放假办法》 the statutory days follow. */
  readonly law: "2013" | "2024";
  readonly off: readonly (string | readonly [string, string])[];
  readonly work: readonly string[];
  readonly statutory: readonly (string | readonly [string, string])[];
  /** Anything a reader should know before relying on the year. */
  readonly note?: string;
}

export const HOLIDAY_YEARS: readonly HolidayYear[] = [
  {
    year: 2020,
    sources: [
      "https://www.gov.cn/zhengce/zhengceku/2019-11/21/content_5454164.htm",
      "https://www.gov.cn/zhengce/zhengceku/2020-01/27/content_5472352.htm",
    ],
    law: "2013",
    off: [
      "01-01",
      ["01-24", "02-02"],
      ["04-04", "04-06"],
      ["05-01", "05-05"],
      ["06-25", "06-27"],
      ["10-01", "10-08"],
    ],
    work: ["01-19", "04-26", "05-09", "06-28", "09-27", "10-10"],
    statutory: ["01-01", ["01-25", "01-27"], "04-04", "05-01", "06-25", ["10-01", "10-03"]],
    note: "中秋节与国庆节同在 10 月 1 日：法定节假日 11 天，落在 10 个日期上。",
  },
  {
    year: 2021,
    sources: ["https://www.gov.cn/zhengce/zhengceku/2020-11/25/content_5564127.htm"],
    law: "2013",
    off: [
      ["01-01", "01-03"],
      ["02-11", "02-17"],
      ["04-03", "04-05"],
      ["05-01", "05-05"],
      ["06-12", "06-14"],
      ["09-19", "09-21"],
      ["10-01", "10-07"],
    ],
    work: ["02-07", "02-20", "04-25", "05-08", "09-18", "09-26", "10-09"],
    statutory: ["01-01", ["02-12", "02-14"], "04-04", "05-01", "06-14", "09-21", ["10-01", "10-03"]],
  },
  {
    year: 2022,
    sources: ["https://www.gov.cn/zhengce/zhengceku/2021-10/25/content_5644835.htm"],
    law: "2013",
    off: [
      ["01-01", "01-03"],
      ["01-31", "02-06"],
      ["04-03", "04-05"],
      ["04-30", "05-04"],
      ["06-03", "06-05"],
      ["09-10", "09-12"],
      ["10-01", "10-07"],
      "12-31",
    ],
    work: ["01-29", "01-30", "04-02", "04-24", "05-07", "10-08", "10-09"],
    statutory: ["01-01", ["02-01", "02-03"], "04-05", "05-01", "06-03", "09-10", ["10-01", "10-03"]],
    note: "12 月 31 日属于 2023 年元旦假期。",
  },
  {
    year: 2023,
    sources: ["https://www.gov.cn/zhengce/zhengceku/2022-12/08/content_5730844.htm"],
    law: "2013",
    off: [
      ["01-01", "01-02"],
      ["01-21", "01-27"],
      "04-05",
      ["04-29", "05-03"],
      ["06-22", "06-24"],
      ["09-29", "10-06"],
    ],
    work: ["01-28", "01-29", "04-23", "05-06", "06-25", "10-07", "10-08"],
    statutory: ["01-01", ["01-22", "01-24"], "04-05", "05-01", "06-22", "09-29", ["10-01", "10-03"]],
  },
  {
    year: 2024,
    sources: ["https://www.gov.cn/zhengce/zhengceku/202310/content_6911528.htm"],
    law: "2013",
    off: [
      "01-01",
      ["02-10", "02-17"],
      ["04-04", "04-06"],
      ["05-01", "05-05"],
      "06-10",
      ["09-15", "09-17"],
      ["10-01", "10-07"],
    ],
    work: ["02-04", "02-18", "04-07", "04-28", "05-11", "09-14", "09-29", "10-12"],
    statutory: ["01-01", ["02-10", "02-12"], "04-04", "05-01", "06-10", "09-17", ["10-01", "10-03"]],
  },
  {
    year: 2025,
    sources: ["国务院办公厅关于2025年部分节假日安排的通知，据 NateScarlet/holiday-cn 2026-08-07 快照"],
    law: "2024",
    off: [
      "01-01",
      ["01-28", "02-04"],
      ["04-04", "04-06"],
      ["05-01", "05-05"],
      ["05-31", "06-02"],
      ["10-01", "10-08"],
    ],
    work: ["01-26", "02-08", "04-27", "09-28", "10-11"],
    statutory: [
      "01-01",
      ["01-28", "01-31"],
      "04-04",
      ["05-01", "05-02"],
      "05-31",
      ["10-01", "10-03"],
      "10-06",
    ],
  },
  {
    year: 2026,
    sources: [
      "国务院办公厅关于2026年部分节假日安排的通知（2025-11-04），据 NateScarlet/holiday-cn 2026-08-07 快照",
    ],
    law: "2024",
    off: [
      ["01-01", "01-03"],
      ["02-15", "02-23"],
      ["04-04", "04-06"],
      ["05-01", "05-05"],
      ["06-19", "06-21"],
      ["09-25", "09-27"],
      ["10-01", "10-07"],
    ],
    work: ["01-04", "02-14", "02-28", "05-09", "09-20", "10-10"],
    statutory: [
      "01-01",
      ["02-16", "02-19"],
      "04-05",
      ["05-01", "05-02"],
      "06-19",
      "09-25",
      ["10-01", "10-03"],
    ],
  },
];
