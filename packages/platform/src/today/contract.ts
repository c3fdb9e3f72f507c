import { z } from "zod";
import { ClockAlert, ClockKindName, ClockStateName } from "../clocks/contract.ts";
import { CaseId, PaymentId } from "../kernel/ids.ts";
import { Yuan } from "../kernel/money.ts";
import { operation } from "../kernel/operation.ts";

const Line = z.object({ zh: z.string(), en: z.string() });

export const TodayView = z.object({
  day: z.string(),
  weekday: Line,
  dayKind: z.enum(["working-day", "day-off", "statutory-holiday", "make-up-day"]),
  /** What was looked at to say this: policies in force and open cases, counted now. */
  looked: z.object({ policies: z.number().int(), cases: z.number().int() }),
  /** 应得而未付: an amount is certain and nobody has ordered it paid. */
  owed: z.array(z.object({ caseId: CaseId, title: z.string(), why: Line, available: Yuan })),
  owedTotal: Yuan,
  /** 只差一件: open decisions and what would settle them. */
  asking: z.array(
    z.object({
      caseId: CaseId,
      title: z.string(),
      ask: z.string(),
      fact: z.string(),
      least: Yuan,
      most: Yuan.nullable(),
    }),
  ),
  /** 须由人判断: extensions and refusals to approve, refusals to make, referrals, cases to close. */
  judging: z.array(
    z.object({
      caseId: CaseId,
      title: z.string(),
      todo: z.enum(["approve-extension", "approve-refusal", "propose-refusal", "refer", "close"]),
    }),
  ),
  /** 待批准, for the person signed in. */
  approvals: z.array(
    z.object({
      paymentId: PaymentId,
      caseId: CaseId,
      title: z.string(),
      amount: Yuan,
      preparedBy: z.string(),
      mayApprove: z.boolean(),
    }),
  ),
  /** 待送银行 */
  toSend: z.object({ count: z.number().int(), total: Yuan }),
  /** 时限: what is late, running out, or runs; the first to end first. */
  clocks: z.array(
    z.object({
      kind: ClockKindName,
      subjectId: z.uuid(),
      title: z.string(),
      name: z.string(),
      due: z.string(),
      daysLeft: z.number().int(),
      law: z.string().nullable(),
      state: ClockStateName,
    }),
  ),
  /** 提醒: what the platform noticed of the reader's own clocks, until they have seen it. */
  alerts: z.array(ClockAlert),
  week: z.object({
    /** report to settled payment, hours, median of the last 7 days; null where none settled */ medianHoursToPayment:
      z.number().nullable(),
    paid: Yuan,
    paidCount: z.number().int(),
    onceEnough: z.object({ settled: z.number().int(), of: z.number().int() }),
  }),
});
export type TodayView = z.infer<typeof TodayView>;

export const readToday = operation({
  id: "today.read",
  method: "GET",
  path: "/today",
  who: { staff: "today.read" },
  summary: { zh: "今日", en: "Today" },
  output: TodayView,
});
