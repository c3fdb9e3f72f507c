import { addDays, addYears, termEnd } from "./days.ts";
import type { Person } from "./people.ts";
import type { Chance } from "./random.ts";
import { beneficiary, type FileRow } from "./rows.ts";

/** What differs between policies; the rest of the row follows. Dates ISO 8601, money in yuan. */
interface PolicyGiven {
  readonly number: string;
  readonly terms: string;
  readonly insured: Person;
  readonly formedOn: string;
  readonly effectiveOn: string;
  readonly maturesOn?: string;
  readonly sumInsured?: number;
  /** A year's premium. */
  readonly premium: number;
  /** 交费期满: from this day on no premium falls due. */
  readonly paidUpFrom?: string;
  readonly status?: { readonly name: "失效" | "退保"; readonly since: string };
  readonly more?: FileRow;
  readonly payee?: { readonly person: Person; readonly kinship: string };
}

/** 保单资料, as of `today`. A term that has ended is 满期. */
export const policyRow = (given: PolicyGiven, today: string): FileRow => {
  const { insured, maturesOn, sumInsured, status, premium } = given;
  const matured = maturesOn !== undefined && maturesOn < today;
  const end = given.paidUpFrom ?? status?.since ?? (matured ? maturesOn : today);
  const years = Math.max(1, Number(end.slice(0, 4)) - Number(given.effectiveOn.slice(0, 4)));
  const lastPaidOn = addYears(given.effectiveOn, years - 1);
  const annual = maturesOn === undefined || maturesOn > addYears(given.effectiveOn, 2);
  const due = annual && !matured && status?.name !== "退保" && given.paidUpFrom === undefined;
  const { name, since } =
    status ?? (matured ? { name: "满期", since: maturesOn } : { name: "有效", since: "" });
  return {
    保单号: given.number,
    条款编号: given.terms,
    被保险人姓名: insured.name,
    被保险人证件号码: insured.identityNumber,
    投保人姓名: insured.name,
    投保人证件号码: insured.identityNumber,
    合同成立日期: given.formedOn,
    生效日期: given.effectiveOn,
    满期日: maturesOn ?? "",
    保单状态: name,
    状态起始日期: since,
    基本保险金额: sumInsured === undefined ? "" : sumInsured.toFixed(2),
    已交保险费: (premium * (annual ? years : 1)).toFixed(2),
    应扣欠款: "0",
    免责条款已说明: "是",
    每期保险费: premium.toFixed(2),
    最近交费日期: annual ? lastPaidOn : given.effectiveOn,
    下次应交日期: due ? addYears(lastPaidOn, 1) : "",
    ...(given.payee ? beneficiary(given.payee.person, given.payee.kinship) : beneficiary(insured, "本人")),
    ...given.more,
  };
};

type Make = (chance: Chance, insured: Person, number: string, today: string) => FileRow;

const between = (chance: Chance, from: string, to: string): string => {
  const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
  return addDays(from, chance.whole(0, days));
};

/** A lifelong critical-illness policy, now and then lapsed. */
export const criticalIllness: Make = (chance, insured, number, today) => {
  const formedOn = between(chance, "2010-03-01", "2024-06-30");
  const lapsedOn = addDays(today, -chance.whole(60, 900));
  const lapsed = chance.happens(0.1) && lapsedOn > addDays(formedOn, 90);
  return policyRow(
    {
      number,
      terms: formedOn <= "2021-01-31" ? "life-critical-illness/2007" : "life-critical-illness/2020",
      insured,
      formedOn,
      effectiveOn: addDays(formedOn, 1),
      sumInsured: chance.whole(3, 30) * 10_000,
      premium: chance.whole(12, 90) * 100,
      more:
        formedOn <= "2021-01-31"
          ? { 已给付重大疾病保险金: "否" }
          : { 已给付重大疾病保险金: "否", 已给付轻度疾病保险金: "否" },
      ...(lapsed ? { status: { name: "失效" as const, since: lapsedOn } } : {}),
    },
    today,
  );
};

/** An endowment with its holiday benefit; the older ones have matured. */
export const endowment: Make = (chance, insured, number, today) => {
  const formedOn = between(chance, "2019-01-02", "2021-11-30");
  const effectiveOn = addDays(formedOn, 1);
  return policyRow(
    {
      number,
      terms: "life-endowment-holiday/2019",
      insured,
      formedOn,
      effectiveOn,
      maturesOn: termEnd(effectiveOn, chance.pick([5, 10, 20])),
      sumInsured: chance.whole(2, 20) * 10_000,
      premium: chance.whole(10, 80) * 100,
      ...(chance.happens(0.06)
        ? { status: { name: "退保" as const, since: addDays("2023-01-10", chance.whole(0, 500)) } }
        : {}),
    },
    today,
  );
};

const medical: Make = (chance, insured, number, today) => {
  const year = chance.pick([2024, 2025]);
  const shared = { 既往症: chance.happens(0.15) ? "是" : "否" };
  return policyRow(
    {
      number,
      terms: `jinhuibao/${year}`,
      insured,
      formedOn: `${year - 1}-12-20`,
      effectiveOn: `${year}-01-01`,
      maturesOn: `${year}-12-31`,
      // what the edition pays at most in a year
      sumInsured: year === 2024 ? 1_500_000 : 3_000_000,
      premium: 99,
      more: year === 2024 ? { ...shared, 本年已赔: "0" } : { ...shared, 连续参保: "是" },
    },
    today,
  );
};

/** 婴幼儿意外保障: the programme's own year. */
export const infantPolicy: Make = (_, insured, number, today) =>
  policyRow(
    {
      number,
      terms: "infant-accident/2024",
      insured,
      formedOn: "2024-09-20",
      effectiveOn: "2024-09-23",
      maturesOn: "2025-09-22",
      premium: 60,
      more: {
        名册状态: "在册",
        本市户籍: "是",
        本期意外医疗已赔: "0",
        本期住院医疗已赔: "0",
        已付伤残保险金: "0",
      },
    },
    today,
  );

const CROPS = ["番茄", "黄瓜", "尖椒", "大青椒", "西葫芦"] as const;

/** 蔬菜价格指数保险, one household's plot. */
export const farmPolicy: Make = (chance, insured, number, today) => {
  const area = chance.whole(10, 120) / 10;
  return policyRow(
    {
      number,
      terms: "vegetable-price-index/2024",
      insured,
      formedOn: "2024-05-20",
      effectiveOn: "2024-06-01",
      maturesOn: "2024-10-31",
      sumInsured: Math.round(area * 7500),
      premium: Math.round(area * 600),
      more: {
        品种: chance.pick(CROPS),
        投保面积: String(area),
        实际种植面积: String(area),
        本保险期已赔: "0",
      },
    },
    today,
  );
};

/** What an adult of the sample is insured by: one to three policies. */
export const adultPolicies = (
  chance: Chance,
  insured: Person,
  today: string,
  numbers: () => string,
): FileRow[] => {
  const made: FileRow[] = [];
  if (chance.happens(0.6)) made.push(medical(chance, insured, numbers(), today));
  if (chance.happens(0.5)) made.push(criticalIllness(chance, insured, numbers(), today));
  if (made.length === 0 || chance.happens(0.25)) made.push(endowment(chance, insured, numbers(), today));
  return made;
};
