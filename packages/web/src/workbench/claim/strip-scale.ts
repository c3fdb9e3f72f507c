import type { ClaimView } from "@goodfaith/platform/contract";
import { toCents } from "../../shared/format/money.ts";
import { instant } from "../../shared/format/time.ts";
import type { Policy } from "./facts-of.ts";

export type WhatIf = Policy["whatIfs"][number];
type Finding = ClaimView["findings"][number];

const DAY_MS = 86_400_000;
const CHINA_MS = 8 * 3_600_000;
export const isTime = (type: string): boolean => type === "date" || type === "date and time";

/** Where a value lies on its line: milliseconds for times, 分 or the number itself otherwise. Null where it has no place. */
export const place = (type: string, value: unknown): number | null => {
  if (typeof value !== "string" && typeof value !== "number") return null;
  if (isTime(type)) return instant(String(value))?.getTime() ?? null;
  const amount = type === "money" ? toCents(String(value)) : Number(value);
  return amount === null || Number.isNaN(Number(amount)) ? null : Number(amount);
};

export interface Pin {
  readonly at: number;
  readonly value: string;
  readonly label: string;
  readonly side: "low" | "high";
  /** False where a later bound is tighter. */
  readonly holds: boolean;
}

/** The bounds that people and files gave: the tightest on each side hold, the others stay as ghosts. */
export const pinsOf = (findings: readonly Finding[], whatIf: WhatIf): Pin[] => {
  const given = findings
    .filter(({ fact, kind, withdrawn }) => fact === whatIf.fact && kind !== "value" && !withdrawn)
    .flatMap((finding) => {
      const at = place(whatIf.type, finding.value);
      const side = finding.kind === "not-before" ? ("low" as const) : ("high" as const);
      return at === null
        ? []
        : [{ at, side, value: String(finding.value), label: finding.source.label.split(/[：:]/)[0] ?? "" }];
    });
  const low = Math.max(...given.filter(({ side }) => side === "low").map(({ at }) => at));
  const high = Math.min(...given.filter(({ side }) => side === "high").map(({ at }) => at));
  const seen = new Set<string>();
  return given
    .filter(({ side, at }) => !seen.has(`${side} ${at}`) && seen.add(`${side} ${at}`))
    .map((pin) => ({ ...pin, holds: pin.at === (pin.side === "low" ? low : high) }));
};

export interface Piece {
  readonly from: number;
  readonly to: number;
  readonly starts: string;
  readonly ends: string;
  readonly least: string;
  readonly most: string | null;
  readonly best: boolean;
}

/** What each stretch would pay; the best is the one that pays most, where they differ. */
export const piecesOf = (whatIf: WhatIf): Piece[] => {
  const worth = (most: string | null): bigint => (most === null ? 10n ** 20n : (toCents(most) ?? 0n));
  const amounts = whatIf.segments.map(({ payable }) => worth(payable.most));
  const top = amounts.sort((a, b) => (a < b ? 1 : a > b ? -1 : 0)).at(0) ?? 0n;
  return whatIf.segments.flatMap(({ from, to, payable }) => {
    const start = place(whatIf.type, from);
    const end = place(whatIf.type, to);
    const best = worth(payable.most) === top && top > 0n;
    return start === null || end === null
      ? []
      : [{ from: start, to: end, starts: from, ends: to, least: payable.least, most: payable.most, best }];
  });
};

export interface Scale {
  readonly low: number;
  readonly high: number;
  /** Per cent of the width, 0 to 100. */
  readonly x: (at: number) => number;
}

/** From the widest bound ever given to the other, with a margin on both sides. */
export const scaleOf = (points: readonly number[]): Scale => {
  const first = Math.min(...points);
  const last = Math.max(...points);
  const margin = Math.max((last - first) * 0.09, 1);
  const low = first - margin;
  const high = last + margin;
  return { low, high, x: (at) => ((at - low) / (high - low)) * 100 };
};

/** China's midnights inside the scale, at most eight, evenly stepped. */
export const midnights = ({ low, high }: Scale): number[] => {
  const days = Math.ceil((high - low) / DAY_MS);
  const step = Math.max(1, Math.ceil(days / 8)) * DAY_MS;
  const first = Math.ceil((low + CHINA_MS) / DAY_MS) * DAY_MS - CHINA_MS;
  return Array.from(
    { length: Math.max(0, Math.floor((high - first) / step) + 1) },
    (_, at) => first + at * step,
  );
};
