/** Supplementary medical claims of the sample terms jinhuibao/2024, drawn at random from a seed. */

/** Facts as callers hold them: yuan as JavaScript numbers of two decimals, days as ISO 8601. */
export type Claim = {
  readonly 入院日期: string;
  readonly 生效日期: string;
  readonly 医疗总费用: number;
  readonly 基本医保已付: number;
  readonly 大病保险已付: number;
  readonly 目录外费用: number;
  readonly 既往症: boolean;
  readonly 本年已赔: number;
};

export type ClaimOutcome = "pay" | "nothing" | "decline";

const DAY_MS = 86_400_000;
const NEW_YEAR = Date.UTC(2024, 0, 1) / DAY_MS;
const DAYS_OF_2024 = 366;

const iso = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** Uniform numbers in [0, 1) from a seed, the same everywhere (Mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** `count` claims: every sixth on the end of its waiting period, every eighth an exact half cent. */
export function claims(count: number, seed: number): readonly Claim[] {
  const random = randomFrom(seed);
  return Array.from({ length: count }, (_, i) => claim(random, i % 6 === 0, i % 8 === 3));
}

function claim(random: () => number, onBoundary: boolean, tie: boolean): Claim {
  const below = (n: number): number => Math.floor(random() * n);
  const admitted = below(DAYS_OF_2024);
  // The waiting period's last day is the 30th after the first: the day before it, it, and the day after.
  const began = admitted - (onBoundary ? 29 + below(3) : below(400));
  const outside = below(9_000_000);
  const insured = below(14_000_000);
  const major = below(4_000_000);
  const inside = below(8) === 0 ? below(2_000_000) : below(30_000_000);
  const total = insured + major + outside + inside;
  const cents = tie ? halfCent(inside, outside) : { inside, outside };
  return {
    入院日期: iso(NEW_YEAR + admitted),
    生效日期: iso(NEW_YEAR + began),
    医疗总费用: (total - inside - outside + cents.inside + cents.outside) / 100,
    基本医保已付: insured / 100,
    大病保险已付: major / 100,
    目录外费用: cents.outside / 100,
    既往症: tie || below(2) === 0,
    本年已赔: (below(4) === 0 ? 140_000_000 + below(10_000_001) : below(2_000_000)) / 100,
  };
}

/** Amounts over both deductibles of which 40% and 30% come to a whole number of cents and a half. */
function halfCent(inside: number, outside: number): { readonly inside: number; readonly outside: number } {
  let [a, b] = [inside + 1_500_000, outside + 1_500_000];
  if (b % 2 === 0) b += 1;
  while ((4 * a + 3 * b) % 10 !== 5) a += 1;
  return { inside: a, outside: b };
}
