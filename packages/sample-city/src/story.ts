import { cardNumber, identityNumber } from "./numbers.ts";
import type { Person } from "./people.ts";
import { policyRow } from "./policies.ts";
import type { FileRow } from "./rows.ts";

/** 王先生（示例）: the insured of the article's case (服务 D4). */
export const WANG: Person = {
  customerNumber: "CZ000001",
  name: "王先生（示例）",
  kind: "个人",
  identityNumber: identityNumber("140403", "1966-05-12", 1),
  bornOn: "1966-05-12",
  phone: "19900000001",
  wechat: "老王",
  address: "长治市潞州区示例路 1 号",
  county: "潞州区",
  card: cardNumber(900_001),
};
/** 王太太（示例）: his wife, whom every policy names for all of it. */
export const MRS_WANG: Person = {
  customerNumber: "CZ000002",
  name: "王太太（示例）",
  kind: "个人",
  identityNumber: identityNumber("140403", "1968-09-03", 2),
  bornOn: "1968-09-03",
  phone: "19900000002",
  wechat: "",
  address: "长治市潞州区示例路 1 号",
  county: "潞州区",
  card: cardNumber(900_002),
};

const payee = { person: MRS_WANG, kinship: "配偶" };
/** All four were paid up in the year he died. */
const cover = { insured: WANG, payee, paidUpFrom: "2025-01-01" };

/** Three critical-illness policies of 120,000, 100,000 and 50,000, and the endowment that pays ten times on a holiday. */
export const wangPolicies = (today: string): FileRow[] => [
  policyRow(
    {
      ...cover,
      number: "SL2012000118",
      terms: "life-critical-illness/2007",
      formedOn: "2012-08-15",
      effectiveOn: "2012-08-16",
      sumInsured: 120_000,
      premium: 3960,
      more: { 已给付重大疾病保险金: "否" },
    },
    today,
  ),
  policyRow(
    {
      ...cover,
      number: "SL2016000327",
      terms: "life-critical-illness/2007",
      formedOn: "2016-03-02",
      effectiveOn: "2016-03-03",
      sumInsured: 100_000,
      premium: 4100,
      more: { 已给付重大疾病保险金: "否" },
    },
    today,
  ),
  policyRow(
    {
      ...cover,
      number: "SL2021000564",
      terms: "life-critical-illness/2020",
      formedOn: "2021-06-10",
      effectiveOn: "2021-06-11",
      sumInsured: 50_000,
      premium: 2850,
      more: { 已给付重大疾病保险金: "否", 已给付轻度疾病保险金: "否" },
    },
    today,
  ),
  policyRow(
    {
      ...cover,
      number: "SL2019000431",
      terms: "life-endowment-holiday/2019",
      formedOn: "2019-04-30",
      effectiveOn: "2019-05-01",
      maturesOn: "2039-04-30",
      sumInsured: 100_000,
      premium: 6200,
    },
    today,
  ),
];

/** What the family says when it reports: nobody saw the fall; they last spoke at nine in the evening of 30 September. */
export const WANG_FACTS: Readonly<Record<string, unknown>> = {
  身故: true,
  身故日期: "2024-10-03",
  意外伤害: true,
  除外情形: "无",
  出险时间: { between: ["2024-09-30T21:00:00", "2024-10-03T08:40:00"] },
};
export const WANG_SOURCE = "家属陈述：9月30日21时最后一次通话；10月3日8时40分发现摔倒并送医，当日身故";

/**
 * 程先生（示例）, of the article's sleeping policy (服务 D3): bought on 2011-03-23, 1,663 yuan a year, lapsed in 2022 when the
 * debit failed; the phone on record has been out of service since.
 */
export const CHENG: Person = {
  customerNumber: "CZ000003",
  name: "程先生（示例）",
  kind: "个人",
  identityNumber: identityNumber("140426", "1974-06-18", 3),
  bornOn: "1974-06-18",
  phone: "19900000003",
  wechat: "",
  address: "长治市黎城县示例路 3 号",
  county: "黎城县",
  card: cardNumber(900_003),
};

export const chengPolicy = (today: string): FileRow =>
  policyRow(
    {
      number: "SL2011000323",
      terms: "life-critical-illness/2007",
      insured: CHENG,
      formedOn: "2011-03-23",
      effectiveOn: "2011-03-23",
      sumInsured: 50_000,
      premium: 1663,
      // sixty days of grace (保险法 36) after the premium of 23 March
      status: { name: "失效", since: "2022-05-23" },
      more: { 已给付重大疾病保险金: "否" },
    },
    today,
  );
