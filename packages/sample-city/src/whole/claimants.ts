import { addDays } from "../days.ts";
import { divide, upTo } from "./allot.ts";
import { chanceAt } from "./residents.ts";
import { ARTICLE, type CitySize, inProportion } from "./size.ts";

/** 晋惠保's claims of five years: whose, when, and what of their cost is asked for. Days ISO 8601. */
export interface Settlement {
  /** From 0, in the order of their reports. */
  readonly n: number;
  readonly claimant: number;
  readonly year: number;
  readonly admittedOn: string;
  readonly reportedOn: string;
  /** What is claimed, in steps of 4 分: the rates of 80%, 40%, 60% and 30% take nothing away from whole 分 then. */
  readonly steps: number;
}

/** Of a hundred claims, how many fall into each year: more people are insured every year, and more know how to claim. */
const BY_YEAR = [
  [2020, 9],
  [2021, 15],
  [2022, 21],
  [2023, 26],
  [2024, 29],
] as const;
export const CLAIM_YEARS = BY_YEAR.map(([year]) => year);

export const FEN_A_STEP = 4;
/** Reports run from here to the end of the year's last settlement; an admission is some days earlier, after the waiting period. */
const FIRST_REPORT = "02-25";
const REPORT_DAYS = 300;

/** Claimants stand evenly among the insured, one person a claim. */
const strideOf = (size: CitySize): number =>
  Math.max(1, Math.floor(size.people / countSettlements(size)) - 1);

const yearOf = (n: number, claims: number): { readonly year: number; readonly within: number } => {
  let share = 0;
  let first = 0;
  for (const [year, hundredths] of BY_YEAR) {
    share += hundredths;
    const end = share === 100 ? claims : Math.round((claims * share) / 100);
    if (n < end) return { year, within: (n - first) / (end - first) };
    first = end;
  }
  throw new RangeError(`claim ${n} of ${claims}`);
};

const timesOf = (seed: number, n: number, claims: number) => {
  const { year, within } = yearOf(n, claims);
  const luck = chanceAt(seed, n, 2);
  const reportedOn = addDays(`${year}-${FIRST_REPORT}`, Math.floor(within * REPORT_DAYS));
  return { year, reportedOn, admittedOn: addDays(reportedOn, -luck.whole(8, 20)) };
};

/** Claims that share what falls to them all: any claim is made without those before, and together they are exact. */
const GROUP = 12;

const stepsOf = (size: CitySize, n: number, claims: number): number => {
  const total = Math.round(inProportion(size, ARTICLE.paid_fen) / FEN_A_STEP);
  const first = n - (n % GROUP);
  const next = Math.min(first + GROUP, claims);
  // Most are small, some are large.
  const weights = Array.from(
    { length: next - first },
    (_, at) => 0.15 + 4 * chanceAt(size.seed, first + at, 3).next() ** 4,
  );
  return divide(upTo(total, next, claims) - upTo(total, first, claims), weights)[n - first] ?? 0;
};

export const countSettlements = (size: CitySize): number => inProportion(size, ARTICLE.claims);

/** Claim `n`, below `countSettlements`, in the order of reports. All of them ask in proportion for the article's amount. */
export const settlement = (size: CitySize, n: number): Settlement => {
  const claims = countSettlements(size);
  return {
    n,
    claimant: n * strideOf(size),
    steps: stepsOf(size, n, claims),
    ...timesOf(size.seed, n, claims),
  };
};

/** In which year the resident has claimed; nothing where never. */
export const claimYearOf = (size: CitySize, resident: number): number | null => {
  const stride = strideOf(size);
  const claims = countSettlements(size);
  const n = resident / stride;
  return Number.isInteger(n) && n < claims ? timesOf(size.seed, n, claims).year : null;
};
