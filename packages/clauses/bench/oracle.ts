/** What each claim comes to, in whole cents and integers of any size: nothing here can be rounded by accident. */
import type { Claim, ClaimOutcome } from "./claim.ts";

export interface Due {
  readonly outcome: ClaimOutcome;
  readonly cents: bigint;
}

const DEDUCTIBLE = 1_500_000n;
const YEARLY_LIMIT = 150_000_000n;
const WAITING_DAYS = 30;
const DAY_MS = 86_400_000;

export function due(c: Claim): Due {
  const days = Date.parse(c.入院日期) / DAY_MS - Date.parse(c.生效日期) / DAY_MS;
  if (days <= WAITING_DAYS) return { outcome: "decline", cents: 0n };
  const outside = cents(c.目录外费用);
  const inside = cents(c.医疗总费用) - cents(c.基本医保已付) - cents(c.大病保险已付) - outside;
  const [a, b] = c.既往症 ? [4n, 3n] : [8n, 6n];
  const tenths = over(inside) * a + over(outside) * b;
  const limit = positive(YEARLY_LIMIT - cents(c.本年已赔));
  // Half up: amounts here are never below zero.
  const rounded = (least(tenths, limit * 10n) + 5n) / 10n;
  return { outcome: rounded > 0n ? "pay" : "nothing", cents: rounded };
}

const positive = (x: bigint): bigint => (x > 0n ? x : 0n);
const least = (x: bigint, y: bigint): bigint => (x < y ? x : y);
const over = (x: bigint): bigint => positive(x - DEDUCTIBLE);

/** The cents of the number's shortest decimal text, which is what its writer meant. */
function cents(yuan: number): bigint {
  const [whole = "0", fraction = ""] = String(yuan).split(".");
  return BigInt(whole) * 100n + BigInt(fraction.padEnd(2, "0"));
}
