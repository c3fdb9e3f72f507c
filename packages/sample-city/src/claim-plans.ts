import { addDays } from "./days.ts";
import { cardNumber, identityNumber, phoneNumber } from "./numbers.ts";
import type { Person } from "./people.ts";
import { policyRow } from "./policies.ts";
import type { FileRow } from "./rows.ts";

/** How far a claim of the sample is taken, each step by the person whose step it is. */
export type Reach = "reported" | "noticed" | "prepared" | "approved" | "paid";

/** One claim of the sample: who, on which policy, what was reported, and how far it has come. */
export interface ClaimPlan {
  readonly insured: Person;
  /** The one who is paid, where that is not the insured. */
  readonly payee: Person | null;
  readonly policy: FileRow;
  readonly eventKind: "death" | "illness" | "accident";
  readonly facts: Readonly<Record<string, unknown>>;
  readonly source: string;
  /** Days before today. */
  readonly reportedDaysAgo: number;
  readonly reach: Reach;
}

const made = (n: number, name: string, bornOn: string, county: readonly [string, string]): Person => ({
  customerNumber: `CZ0008${String(n).padStart(2, "0")}`,
  name: `${name}（示例）`,
  kind: "个人",
  identityNumber: identityNumber(county[0], bornOn, 800 + n),
  bornOn,
  phone: phoneNumber(800 + n),
  wechat: "",
  address: `长治市${county[1]}示例路 8${String(n).padStart(2, "0")} 号`,
  county: county[1],
  card: cardNumber(800 + n),
});

type County = readonly [code: string, name: string];
const 壶关县: County = ["140427", "壶关县"];
const 长子县: County = ["140428", "长子县"];
const 武乡县: County = ["140429", "武乡县"];
const 沁县: County = ["140430", "沁县"];
const 襄垣县: County = ["140423", "襄垣县"];
const 潞州区: County = ["140403", "潞州区"];

const hospital = {
  入院日期: "2024-06-01",
  医疗总费用: "200000.00",
  基本医保已付: "90000.00",
  大病保险已付: "20000.00",
  目录外费用: "30000.00",
};
const medical = (n: number, insured: Person, preExisting: "是" | "否" | "", today: string): FileRow =>
  policyRow(
    {
      number: `JH2024${String(n).padStart(6, "0")}`,
      terms: "jinhuibao/2024",
      insured,
      formedOn: "2023-12-20",
      effectiveOn: "2024-01-01",
      maturesOn: "2024-12-31",
      sumInsured: 1_500_000,
      premium: 99,
      more: { 既往症: preExisting, 本年已赔: "0" },
    },
    today,
  );

const medicalPlans = (today: string): ClaimPlan[] => {
  const plan = (
    n: number,
    who: Person,
    given: Partial<ClaimPlan> & { readonly preExisting?: "是" | "否" | "" },
  ): ClaimPlan => ({
    insured: who,
    payee: null,
    policy: medical(n, who, given.preExisting ?? "否", today),
    eventKind: "illness",
    facts: hospital,
    source: "医保结算单",
    reportedDaysAgo: 3,
    reach: "reported",
    ...given,
  });
  return [
    plan(1, made(1, "郭桂兰", "1958-03-14", 壶关县), { reportedDaysAgo: 2 }),
    plan(2, made(2, "崔建国", "1962-11-02", 长子县), {
      preExisting: "",
      reportedDaysAgo: 5,
      reach: "noticed",
    }),
    plan(3, made(3, "申秀英", "1971-07-21", 武乡县), {
      reportedDaysAgo: 6,
      reach: "paid",
      facts: { ...hospital, 医疗总费用: "172000.00" },
    }),
    plan(4, made(4, "魏丽萍", "1980-01-30", 沁县), {
      reportedDaysAgo: 4,
      reach: "paid",
      facts: { ...hospital, 目录外费用: "18500.00" },
    }),
    plan(5, made(5, "常永红", "1966-09-09", 襄垣县), {
      reportedDaysAgo: 8,
      facts: { 入院日期: "2024-01-20" },
    }),
    plan(6, made(6, "冯彩霞", "1974-04-17", 潞州区), {
      reportedDaysAgo: 12,
      facts: { ...hospital, 入院日期: "2024-09-11", 医疗总费用: "" },
    }),
  ].map((one) => ({ ...one, facts: withoutBlank(one.facts) }));
};

const withoutBlank = (facts: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== ""));

const infantPlans = (today: string): ClaimPlan[] => {
  const plan = (
    n: number,
    child: Person,
    parent: Person,
    total: string,
    reach: Reach,
    daysAgo: number,
  ): ClaimPlan => ({
    insured: child,
    payee: parent,
    policy: policyRow(
      {
        number: `YE2024${String(n).padStart(6, "0")}`,
        terms: "infant-accident/2024",
        insured: child,
        formedOn: "2024-09-20",
        effectiveOn: "2024-09-23",
        maturesOn: "2025-09-22",
        premium: 60,
        payee: { person: parent, kinship: "父母" },
        more: {
          名册状态: "在册",
          本市户籍: "是",
          本期意外医疗已赔: "0",
          本期住院医疗已赔: "0",
          已付伤残保险金: "0",
        },
      },
      today,
    ),
    eventKind: "accident",
    facts: {
      意外伤害: true,
      出险时间: "2024-11-05T16:20:00",
      身故: false,
      伤残: false,
      医疗总费用: total,
      已获补偿: "500.00",
      医保已结算: true,
    },
    source: "门诊病历、医保结算单",
    reportedDaysAgo: daysAgo,
    reach,
  });
  return [
    plan(
      1,
      made(21, "王梓涵", "2023-03-08", 潞州区),
      made(31, "王海燕", "1994-02-11", 潞州区),
      "1600.00",
      "prepared",
      3,
    ),
    plan(
      2,
      made(22, "李天佑", "2022-10-19", 长子县),
      made(32, "李俊杰", "1992-06-06", 长子县),
      "2400.00",
      "paid",
      5,
    ),
    plan(
      3,
      made(23, "张一诺", "2024-01-25", 沁县),
      made(33, "张晓东", "1990-12-12", 沁县),
      "1980.00",
      "approved",
      2,
    ),
    plan(
      4,
      made(24, "程梓涵", "2022-05-30", 武乡县),
      made(34, "程小芳", "1995-08-23", 武乡县),
      "3100.00",
      "paid",
      6,
    ),
  ];
};

const lifePlans = (today: string): ClaimPlan[] => {
  const died = (given: Readonly<Record<string, unknown>>) => ({
    身故: true,
    意外伤害: false,
    除外情形: "无",
    ...given,
  });
  const life = (
    n: number,
    who: readonly [insured: Person, payee: Person],
    policy: { readonly formedOn: string; readonly sumInsured: number },
    rest: Pick<ClaimPlan, "facts" | "source" | "reportedDaysAgo" | "reach">,
  ): ClaimPlan => {
    const old = policy.formedOn <= "2021-01-31";
    return {
      insured: who[0],
      payee: who[1],
      policy: policyRow(
        {
          number: `SL8${String(n).padStart(9, "0")}`,
          terms: old ? "life-critical-illness/2007" : "life-critical-illness/2020",
          insured: who[0],
          formedOn: policy.formedOn,
          effectiveOn: addDays(policy.formedOn, 1),
          sumInsured: policy.sumInsured,
          premium: 3600,
          payee: { person: who[1], kinship: "子女" },
          more: { 已给付重大疾病保险金: "否", ...(old ? {} : { 已给付轻度疾病保险金: "否" }) },
        },
        today,
      ),
      eventKind: "death",
      ...rest,
    };
  };
  return [
    life(
      1,
      [made(41, "赵长青", "1951-08-08", 襄垣县), made(51, "赵文斌", "1979-03-03", 襄垣县)],
      { formedOn: "2014-05-06", sumInsured: 80_000 },
      {
        facts: died({ 身故日期: "2025-01-16" }),
        source: "居民死亡医学证明",
        reportedDaysAgo: 4,
        reach: "prepared",
      },
    ),
    life(
      2,
      [made(42, "韩金凤", "1949-12-01", 壶关县), made(52, "韩志强", "1975-10-10", 壶关县)],
      { formedOn: "2018-09-12", sumInsured: 150_000 },
      {
        facts: died({ 身故日期: "2025-02-02" }),
        source: "居民死亡医学证明",
        reportedDaysAgo: 7,
        reach: "prepared",
      },
    ),
    life(
      3,
      [made(43, "牛立新", "1960-06-18", 沁县), made(53, "牛慧敏", "1986-01-05", 沁县)],
      { formedOn: "2024-10-08", sumInsured: 100_000 },
      {
        facts: { 身故: true, 身故日期: "2024-12-20", 除外情形: "无" },
        source: "家属电话报案",
        reportedDaysAgo: 10,
        reach: "noticed",
      },
    ),
    life(
      4,
      [made(44, "苗国栋", "1957-02-27", 长子县), made(54, "苗玉梅", "1983-07-15", 长子县)],
      { formedOn: "2011-11-11", sumInsured: 60_000 },
      {
        facts: died({ 身故日期: "2025-01-05" }),
        source: "居民死亡医学证明",
        reportedDaysAgo: 1,
        reach: "reported",
      },
    ),
  ];
};

/** A dozen claims beside the story's, in every state that Today shows. */
export const claimPlans = (today: string): ClaimPlan[] => [
  ...medicalPlans(today),
  ...infantPlans(today),
  ...lifePlans(today),
];
