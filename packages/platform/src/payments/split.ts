import { type Cents, split } from "../kernel/money.ts";
import { sumOf } from "./checks.ts";
import type { PaymentLine } from "./model.ts";

export interface BeneficiaryShare<Who> {
  readonly who: Who;
  /** 受益份额 as an integer weight: 1 and 1 for halves, 3333 and 6667 for parts of ten thousand. */
  readonly weight: bigint;
}

/**
 * Divides the lines of a benefit among several beneficiaries by their shares (保险法 40). Each line is divided by itself,
 * so that the shares of every line come to that line and no 分 is lost; beneficiaries and lines left with nothing are dropped.
 */
export const splitLines = <Who>(
  lines: readonly PaymentLine[],
  shares: readonly BeneficiaryShare<Who>[],
): readonly { who: Who; amount: Cents; lines: readonly PaymentLine[] }[] => {
  const parts = lines.map((line) =>
    split(
      line.amount,
      shares.map(({ weight }) => weight),
    ),
  );
  return shares
    .map(({ who }, person) => {
      const own = lines.flatMap((line, at) => {
        const amount = parts[at]?.[person];
        return amount === undefined || amount === 0n ? [] : [{ ...line, amount }];
      });
      return { who, lines: own, amount: sumOf(own) };
    })
    .filter(({ amount }) => amount > 0n);
};
