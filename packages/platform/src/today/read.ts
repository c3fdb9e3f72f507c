import { sql } from "kysely";
import {
  casesAsking,
  casesExtending,
  casesJudging,
  casesOwed,
  caseWeek,
  countOpenCases,
  type OwedCase,
} from "../cases/index.ts";
import { type ClockRow, daysBetween, listClocks, OPEN_STATES, unseenAlerts } from "../clocks/index.ts";
import { dayInChina, timeInChina } from "../kernel/clock.ts";
import { cents, yuan } from "../kernel/money.ts";
import {
  actingApprover,
  approvalObstacle,
  countOrders,
  listOrders,
  ordersSettledBetween,
} from "../payments/index.ts";
import type { Context } from "../store/index.ts";
import type { TodayView } from "./contract.ts";
import { dayKindOf, weekdayName } from "./day.ts";

const ROWS = 20;
const WEEK_MS = 7 * 86_400_000;

const countPolicies = async ({ tx }: Context): Promise<number> => {
  const { rows } = await sql<{ count: bigint }>`
    select count(*) as count from policy where status in ('in-force', 'grace')`.execute(tx);
  return Number(rows[0]?.count ?? 0);
};

const why = ({ settled }: OwedCase): { zh: string; en: string } =>
  settled
    ? {
        zh: "已核定，尚未提交给付（保险法第二十三条）",
        en: "Settled and not yet ordered (Insurance Law, art. 23)",
      }
    : {
        zh: "这部分无论如何都应付，可先行给付（保险法第二十五条）",
        en: "Owed whatever turns out; may be paid in advance (Insurance Law, art. 25)",
      };

const approvalsOf = async (context: Context): Promise<TodayView["approvals"]> => {
  const approver = actingApprover(context);
  const orders = await listOrders(context, { status: "pending" }, { after: null, limit: ROWS });
  return orders.map((order) => ({
    paymentId: order.terms.paymentId,
    caseId: order.terms.caseId,
    title: order.terms.title,
    amount: yuan(order.terms.amount),
    preparedBy: order.prepared.by.name,
    mayApprove: approvalObstacle(order, approver) === null,
  }));
};

const weekOf = async (context: Context): Promise<TodayView["week"]> => {
  const now = context.clock.now();
  const since = new Date(now.getTime() - WEEK_MS);
  const cases = await caseWeek(context, since, timeInChina(since));
  const paid = await ordersSettledBetween(context, since, new Date(now.getTime() + 1));
  return {
    medianHoursToPayment: cases.medianHoursToPayment,
    paid: yuan(cents(paid.reduce((sum, order) => sum + order.terms.amount, 0n))),
    paidCount: paid.length,
    onceEnough: { settled: cases.answeredAndSettled, of: cases.answered },
  };
};

const dueOf = ({ kind, subjectId, title, lane, due, law, state }: ClockRow, today: string) =>
  due === null
    ? []
    : [{ kind, subjectId, title, name: lane, due, law, state, daysLeft: daysBetween(today, due) }];

const judgingOf = async (context: Context): Promise<TodayView["judging"]> => [
  ...(await casesExtending(context, ROWS)).map((one) => ({ ...one, todo: "approve-extension" as const })),
  ...(await casesJudging(context, ROWS)),
];

/** 今日: what the platform found, what is asked, which clocks run out; every figure computed from rows now. */
export const readTodayView = async (context: Context): Promise<TodayView> => {
  const day = dayInChina(context.clock.now());
  const owed = await casesOwed(context, ROWS);
  const asking = await casesAsking(context, ROWS);
  const clocks = await listClocks(context, { states: OPEN_STATES }, { after: null, limit: ROWS });
  const toSend = await countOrders(context, { status: "approved" });
  return {
    day,
    weekday: weekdayName(day),
    dayKind: dayKindOf(day),
    looked: { policies: await countPolicies(context), cases: await countOpenCases(context) },
    owed: owed.items.map((one) => ({
      caseId: one.caseId,
      title: one.title,
      why: why(one),
      available: yuan(one.available),
    })),
    owedTotal: yuan(owed.total),
    asking: asking.map((one) => ({
      ...one,
      least: yuan(one.least),
      most: one.most === null ? null : yuan(one.most),
    })),
    judging: await judgingOf(context),
    approvals: await approvalsOf(context),
    toSend: { count: toSend.count, total: yuan(cents(toSend.total)) },
    clocks: clocks.flatMap((clock) => dueOf(clock, day)),
    alerts: await unseenAlerts(context),
    week: await weekOf(context),
  };
};
