/**
 * How large a city is. At `people: ARTICLE.insured` it has what the article tells of; at any other size everything is in
 * proportion. Nothing here is an outcome: amounts are what claims ask for, and what is paid is decided from them.
 */
export interface CitySize {
  /** Person-times insured by 晋惠保 in 2024. */
  readonly people: number;
  readonly seed: number;
}

/** The article's own figures that the records are scaled to. */
export const ARTICLE = {
  insured: 123_200,
  /** 晋惠保 limits of 2024 together, in 万元: 6,793.62 亿元. */
  limits_wan: 67_936_200,
  /** Claims paid in about five years, and what they came to, in 分: 1,915.59 万元. */
  claims: 2028,
  paid_fen: 1_915_590_000,
} as const;

export const FULL: CitySize = { people: ARTICLE.insured, seed: 20_250_315 };

/** Identity numbers are different for this many people; beyond it there would be two of one. */
export const MOST_PEOPLE = 20_000_000;

/** `n` of the article's city, in proportion to this one; whole. */
export const inProportion = ({ people }: CitySize, n: number): number =>
  Math.round((n * people) / ARTICLE.insured);
