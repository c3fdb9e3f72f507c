import { beneficiary, type FileRow, partyRow } from "../rows.ts";
import { CLAIM_YEARS, claimYearOf } from "./claimants.ts";
import { type CityFile, PARTY_COLUMNS } from "./files.ts";
import { asCustomer, type Resident, resident } from "./residents.ts";
import { ARTICLE, type CitySize, inProportion } from "./size.ts";

/** What others of the city have insured by 晋惠保 in 2024: it counts, and is not written here again. */
export interface Elsewhere {
  readonly policies: number;
  /** Their own limits together, in 万元. */
  readonly limits_wan: number;
}

const PREFIX = "JHB";
/** The plans on sale, by their limits together in 万元. */
const SMALLER_WAN = 500;
const LARGER_WAN = 600;

const customer = (of: Resident) => asCustomer(of, PREFIX);
export const policyNumber = (year: number, n: number): string => `JHB${year}${String(n).padStart(8, "0")}`;

/**
 * How many people this insurer has, and how many of them the larger plan, so that the limits are the city's together; what is
 * left over is one person's, whose plan lies between the two.
 */
const plansOf = (size: CitySize, elsewhere: Elsewhere) => {
  const people = size.people - elsewhere.policies;
  const more = inProportion(size, ARTICLE.limits_wan) - elsewhere.limits_wan - people * SMALLER_WAN;
  const step = LARGER_WAN - SMALLER_WAN;
  const larger = Math.floor(more / step);
  const limitOf = (n: number): number => {
    if (isOneOf(n, larger, people)) return LARGER_WAN;
    return n === 0 ? SMALLER_WAN + (more % step) : SMALLER_WAN;
  };
  return { people, limitOf };
};

/** True for `some` of `all`, evenly among them. */
const isOneOf = (n: number, some: number, all: number): boolean =>
  Math.floor(((n + 1) * some) / all) > Math.floor((n * some) / all);

const COLUMNS = [
  "保单号",
  "条款编号",
  "被保险人姓名",
  "被保险人证件号码",
  "合同成立日期",
  "生效日期",
  "满期日",
  "保单状态",
  "状态起始日期",
  "基本保险金额",
  "已交保险费",
  "每期保险费",
  "最近交费日期",
  "既往症",
  "连续参保",
  "本年目录内已赔",
  "本年目录外已赔",
  "本年特药已赔",
  ...Object.keys(beneficiary(customer(resident(0, 0)), "本人")),
] as const;

interface Cover {
  readonly year: number;
  readonly limits_wan: number;
  readonly renewed: boolean;
  readonly claims: boolean;
}

const FIRST_YEARS = "jinhuibao/2020";
const PLAN = "jinhuibao-plan/2024";

const policyRow = (of: Resident, { year, limits_wan, renewed, claims }: Cover): FileRow => {
  const plan = year >= 2024;
  const premium = plan ? "99.00" : "69.00";
  return {
    保单号: policyNumber(year, of.n),
    条款编号: plan ? PLAN : FIRST_YEARS,
    被保险人姓名: of.name,
    被保险人证件号码: of.identityNumber,
    合同成立日期: `${year - 1}-12-20`,
    生效日期: `${year}-01-01`,
    满期日: `${year}-12-31`,
    保单状态: "满期",
    状态起始日期: `${year}-12-31`,
    基本保险金额: `${limits_wan}0000.00`,
    已交保险费: premium,
    每期保险费: premium,
    最近交费日期: `${year}-01-01`,
    既往症: of.preExisting ? "是" : "否",
    ...(plan ? { 连续参保: renewed ? "是" : "否", 本年目录外已赔: "0", 本年特药已赔: "0" } : {}),
    本年目录内已赔: "0",
    // Where money went, the account is known.
    ...(claims ? beneficiary(customer(of), "本人") : {}),
  };
};

/** 2024's policy of everyone; of those who claimed earlier, that year's too. */
const policiesOf = (size: CitySize, n: number, limits_wan: number): FileRow[] => {
  const of = resident(size.seed, n);
  const claimed = claimYearOf(size, n);
  const now = policyRow(of, {
    year: 2024,
    limits_wan,
    renewed: claimed !== null ? claimed === 2023 : n % 3 > 0,
    claims: claimed === 2024,
  });
  if (claimed === null || claimed === 2024) return [now];
  return [policyRow(of, { year: claimed, limits_wan: 200, renewed: false, claims: true }), now];
};

export const jinhuibaoFiles = (size: CitySize, elsewhere: Elsewhere): CityFile[] => {
  const { people, limitOf } = plansOf(size, elsewhere);
  return [
    {
      kind: "parties",
      filename: "晋惠保-客户资料.csv",
      columns: PARTY_COLUMNS,
      about: people,
      *rows() {
        for (let n = 0; n < people; n += 1) {
          // An insurer of one year's cover knows a phone; the account only where it has paid.
          const of = customer(resident(size.seed, n));
          const paid = claimYearOf(size, n) !== null;
          yield partyRow({ ...of, address: "", card: paid ? of.card : "" });
        }
      },
    },
    {
      kind: "policies",
      filename: `晋惠保-保单资料-${CLAIM_YEARS[0]}至2024.csv`,
      columns: COLUMNS,
      about: people,
      *rows() {
        for (let n = 0; n < people; n += 1) yield* policiesOf(size, n, limitOf(n));
      },
    },
  ];
};
