import type { z } from "zod";
import { timeInChina } from "../kernel/clock.ts";
import { cents, yuan } from "../kernel/money.ts";
import { never } from "../kernel/never.ts";
import type { PolicyView } from "./contract.ts";
import { endorsementName } from "./endorsements/model.ts";
import type { StoredEndorsement } from "./endorsements/store.ts";
import { type StatusChange, statusName } from "./model.ts";
import type { PolicyEntryTable } from "./tables.ts";

type Line = z.output<typeof PolicyView>["timeline"][number];
export type EntryRow = Pick<PolicyEntryTable, "kind" | "name" | "on_day" | "until_day" | "amount" | "rate">;

/** Midnight in China of a calendar day. */
const at = (day: string): string => `${day}T00:00:00+08:00`;

/** A policy's statuses in words: taking effect, and 复效 where it comes back from a lapse, are told as what they are. */
export const statusLines = (history: readonly StatusChange[], effectiveOn: string): Line[] =>
  history.map(({ since, status }, n) => {
    const before = history[n - 1]?.status;
    const line = (zh: string, en: string): Line => ({ at: at(since), kind: "status", zh, en });
    if (status === "in-force" && before === "lapsed")
      return line("复效，恢复有效", "reinstated, in force again");
    if (status === "in-force" && since === effectiveOn) return line("合同生效", "takes effect");
    return line(statusName[status].zh, statusName[status].en);
  });

export const premiumLine = (row: {
  readonly due_on: string;
  readonly amount: bigint;
  readonly paid_on: string | null;
}): Line => {
  const amount = yuan(cents(row.amount));
  return row.paid_on === null
    ? {
        at: at(row.due_on),
        kind: "premium",
        zh: `应交保险费 ${amount} 元，尚未交纳`,
        en: `premium of ${amount} yuan due, not paid`,
      }
    : {
        at: at(row.paid_on),
        kind: "premium",
        zh: `已交保险费 ${amount} 元（应交日 ${row.due_on}）`,
        en: `premium of ${amount} yuan paid (due ${row.due_on})`,
      };
};

export const entryLine = (row: EntryRow): Line => {
  const amount = yuan(cents(row.amount));
  const line = (zh: string, en: string): Line => ({ at: at(row.on_day), kind: "entry", zh, en });
  const until = row.until_day;
  switch (row.kind) {
    case "rider":
      return line(
        `附加险 ${row.name}，保险金额 ${amount} 元`,
        `rider ${row.name} with a sum insured of ${amount} yuan`,
      );
    case "loan":
      return line(
        `保单贷款 ${row.name}：${amount} 元${row.rate === null ? "" : `，年利率 ${Number(row.rate)}%`}${until === null ? "" : `，${until} 到期`}`,
        `loan ${row.name} of ${amount} yuan${row.rate === null ? "" : ` at ${Number(row.rate)}% a year`}${until === null ? "" : `, due ${until}`}`,
      );
    case "loan-repaid":
      return line(`归还贷款 ${row.name} 本金 ${amount} 元`, `${amount} yuan of loan ${row.name} paid back`);
    case "account-value":
      return line(`账户价值 ${amount} 元`, `account value ${amount} yuan`);
    case "cash-value":
      return line(`现金价值 ${amount} 元`, `cash value ${amount} yuan`);
    default:
      return never(row.kind);
  }
};

const STATE = {
  requested: { zh: "已申请，等待核心系统受理", en: "asked for; the core has not acknowledged it" },
  acknowledged: { zh: "核心系统已受理", en: "acknowledged by the core" },
  settled: { zh: "已办结", en: "settled" },
  refused: { zh: "被拒绝", en: "refused" },
  cancelled: { zh: "已撤回", en: "cancelled" },
} as const;

export const endorsementLine = ({ kind, instruction }: StoredEndorsement): Line => {
  const name = endorsementName[kind];
  const state = STATE[instruction.status];
  return {
    at: timeInChina(instruction.changedAt),
    kind: "endorsement",
    zh: `批单“${name.zh}”：${state.zh}${instruction.reason ? `（${instruction.reason}）` : ""}`,
    en: `Endorsement (${name.en}): ${state.en}${instruction.reason ? ` (${instruction.reason})` : ""}`,
  };
};

/** What was lent and not paid back, principal only, 分; null where nothing was ever lent. */
export const lent = (entries: readonly EntryRow[]): bigint | null => {
  if (!entries.some(({ kind }) => kind === "loan")) return null;
  return entries.reduce((sum, { kind, amount }) => {
    if (kind === "loan") return sum + amount;
    return kind === "loan-repaid" ? sum - amount : sum;
  }, 0n);
};
