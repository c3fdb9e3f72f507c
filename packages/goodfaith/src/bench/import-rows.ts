import { residentCheck } from "@goodfaith/platform";

/** The n-th person's number: one who cannot exist, of an unassigned region. */
const identityOf = (n: number): string => {
  const region = `999${String(Math.floor(n / 28_000)).padStart(3, "0")}`;
  const born = 19_600_101 + (Math.floor(n / 1000) % 28);
  const number = `${region}${born}${String(n % 1000).padStart(3, "0")}`;
  return `${number}${residentCheck(number)}`;
};
const nameOf = (n: number): string => `样本${n}（示例）`;

export const PEOPLE_HEADER = "客户号,姓名,客户类别,证件号码,手机号码";
/** One person, with a telephone number that is given to nobody. */
export const personLine = (n: number): string =>
  [`B${n}`, nameOf(n), "个人", identityOf(n), `199${String(10_000_000 + n)}`].join(",");

export const POLICY_HEADER =
  "保单号,条款编号,被保险人证件号码,被保险人姓名,投保人证件号码,投保人姓名,合同成立日期,生效日期,满期日,保单状态,基本保险金额,已交保险费,应扣欠款,免责条款已说明,每期保险费,最近交费日期,下次应交日期";
/** The n-th policy, of this person, who holds it too. */
export const policyLine = (n: number, person: number): string =>
  [
    `PL${String(n).padStart(9, "0")}`,
    "life-endowment-holiday/2019",
    identityOf(person),
    nameOf(person),
    identityOf(person),
    nameOf(person),
    "2019-04-30",
    "2019-05-01",
    "2039-04-30",
    "有效",
    `${10_000 + (n % 90_000)}.00`,
    `${(n % 300) * 100}.00`,
    "0",
    "是",
    "1200.00",
    "2024-05-01",
    "2025-05-01",
  ].join(",");
