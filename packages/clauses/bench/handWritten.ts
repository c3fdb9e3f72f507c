/** The same promise as a programmer would write it for this one product: whole cents, no engine. */
import type { Claim, ClaimOutcome } from "./claim.ts";

export interface HandWritten {
  readonly outcome: ClaimOutcome;
  /** Yuan with two decimals. */
  readonly payable: string;
  readonly reasons: readonly { readonly clause: string; readonly text: string }[];
}

export interface Traced extends HandWritten {
  readonly trace: readonly { readonly clause: string; readonly shows: string }[];
}

const DEDUCTIBLE = 1_500_000;
const YEARLY_LIMIT = 150_000_000;
const WAITING_DAYS = 30;
const DAY_MS = 86_400_000;

export function decideByHand(c: Claim): HandWritten {
  if (isWaiting(c)) return declined();
  const { payable } = amounts(c);
  return { outcome: payable > 0 ? "pay" : "nothing", payable: yuan(payable), reasons: [] };
}

/** The same, saying of each clause with which figures it was applied. */
export function decideByHandTraced(c: Claim): Traced {
  const waited = `${c.入院日期} > ${c.生效日期} + 30日`;
  if (isWaiting(c)) {
    const trace = [{ clause: "第二条", shows: `${waited}：不成立，等待期内住院` }];
    return { ...declined(), trace };
  }
  const { inside, a, b, tenths, limit, payable } = amounts(c);
  const rates = [a / 10, b / 10];
  const owed = `较大者(0, ${inside / 100} − 15000) × ${rates[0]} + 较大者(0, ${c.目录外费用} − 15000) × ${rates[1]}`;
  const trace = [
    { clause: "第二条", shows: `${waited}：成立` },
    {
      clause: "第三条",
      shows: `目录内费用 = ${c.医疗总费用} − ${c.基本医保已付} − ${c.大病保险已付} − ${c.目录外费用} = ${inside / 100}`,
    },
    {
      clause: "附表一",
      shows: `既往症 = ${c.既往症 ? "是" : "否"} → 目录内比例 = ${rates[0]}，目录外比例 = ${rates[1]}`,
    },
    {
      clause: "第四条",
      shows: `住院医疗保险金 = ${owed} = ${tenths / 1000}，以 1500000 − ${c.本年已赔} = ${limit / 100} 为限，应付 ${yuan(payable)}`,
    },
  ];
  return { outcome: payable > 0 ? "pay" : "nothing", payable: yuan(payable), reasons: [], trace };
}

const isWaiting = (c: Claim): boolean =>
  Date.parse(c.入院日期) <= Date.parse(c.生效日期) + WAITING_DAYS * DAY_MS;

const declined = (): HandWritten => ({
  outcome: "decline",
  payable: "0.00",
  reasons: [{ clause: "第二条", text: "等待期内住院" }],
});

/** Tenths of a cent are whole numbers here, so that a half rounds up exactly. */
function amounts(c: Claim) {
  const outside = centsOf(c.目录外费用);
  const inside = centsOf(c.医疗总费用) - centsOf(c.基本医保已付) - centsOf(c.大病保险已付) - outside;
  const [a, b] = c.既往症 ? [4, 3] : [8, 6];
  const tenths = Math.max(0, inside - DEDUCTIBLE) * a + Math.max(0, outside - DEDUCTIBLE) * b;
  const limit = YEARLY_LIMIT - centsOf(c.本年已赔);
  const payable = Math.floor((Math.min(tenths, Math.max(0, limit) * 10) + 5) / 10);
  return { inside, a, b, tenths, limit, payable };
}

const centsOf = (yuan: number): number => Math.round(yuan * 100);

const yuan = (cents: number): string => `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, "0")}`;
