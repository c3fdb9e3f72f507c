import { type AuditLine, actionWords, readAudit } from "../access/index.ts";
import { dayInChina, timeInChina } from "../kernel/clock.ts";
import type { Download } from "../kernel/operation.ts";
import { ownRecord } from "../people/index.ts";
import { coversOf } from "../policies/index.ts";
import type { ConsumerContext, Grant } from "../store/index.ts";
import { type OutCell, type OutSheet, writeXlsx, XLSX_MEDIA_TYPE } from "../tabular/index.ts";
import { currentOrder, progressOf } from "./progress.ts";
import { asPlatform, seenClaims } from "./read.ts";

const MOST_AUDIT_LINES = 5_000;
const KIND = { phone: "手机号", wechat: "微信号", address: "联系地址", "bank-account": "银行账号" } as const;
const STATUS = { good: "有效", stale: "可能已失效", unknown: "未核实" } as const;
const STEP = {
  reported: "已报案",
  decided: "已核定",
  approved: "已批准",
  sent: "已送银行",
  settled: "已到账",
} as const;

const ORDER = {
  pending: "待批准",
  approved: "已批准",
  rejected: "未批准",
  sent: "已送银行",
  settled: "已到账",
  returned: "已退回",
} as const;

/** Rows by sheet, in the order they are shown; each row begins with the institution that holds it. */
interface Pages {
  readonly data: OutCell[][];
  readonly covers: OutCell[][];
  readonly claims: OutCell[][];
  readonly payments: OutCell[][];
  readonly looked: OutCell[][];
}

/**
 * 我的信息副本 (个人信息保护法 45): all that every institution here holds about this person, in clear, and who looked at it, as a
 * workbook. Of others' records, in which they are only named, nothing is in it.
 */
export const copyOfMine = async (context: ConsumerContext): Promise<Download> => {
  const pages: Pages = { data: [], covers: [], claims: [], payments: [], looked: [] };
  for (const grant of context.actor.grants) if (grant.as === "self") await addGrant(context, grant, pages);
  return {
    filename: `我的信息-${dayInChina(context.clock.now())}.xlsx`,
    mediaType: XLSX_MEDIA_TYPE,
    content: await writeXlsx(sheetsOf(pages)),
  };
};

const addGrant = (context: ConsumerContext, grant: Grant, pages: Pages): Promise<void> =>
  context.within(grant, async (bound) => {
    const from = grant.institution;
    const own = await ownRecord(bound, grant.partyId);
    pages.data.push([from, "姓名", own.name, null]);
    if (own.born !== null) pages.data.push([from, "出生日期", own.born, null]);
    if (own.identity !== null) pages.data.push([from, "证件号码", own.identity, null]);
    for (const { kind, value, status } of own.contacts)
      pages.data.push([from, KIND[kind], value, STATUS[status]]);
    for (const cover of await coversOf(asPlatform(bound, grant), grant.partyId))
      pages.covers.push([from, cover.number, cover.product, cover.role, cover.status, cover.sumInsured]);
    for (const claim of await seenClaims(bound, grant)) {
      const done = progressOf(claim, currentOrder(claim)).filter(({ at }) => at !== null);
      const last = done.at(-1);
      pages.claims.push([from, claim.view.number, claim.view.title, last ? STEP[last.step] : null]);
      for (const { terms, progress } of claim.orders)
        pages.payments.push([from, terms.number, terms.amount, ORDER[progress.status], terms.account.masked]);
    }
    for (const line of await readAudit(bound, grant.partyId, { limit: MOST_AUDIT_LINES }))
      pages.looked.push(lookedRow(from, line));
  });

const lookedRow = (from: string, line: AuditLine): OutCell[] => [
  from,
  timeInChina(line.at),
  line.by,
  actionWords(line.action)?.zh ?? line.action,
  line.purpose,
];

const sheetsOf = (pages: Pages): OutSheet[] => [
  sheet("个人信息", ["机构", "项目", "内容", "状态"], pages.data),
  sheet("保单", ["机构", "保单号", "产品", "身份", "状态", "保险金额（元）"], pages.covers),
  sheet("理赔", ["机构", "案件号", "事由", "进度"], pages.claims),
  sheet("付款", ["机构", "指令编号", "金额（元）", "状态", "收款账号（脱敏）"], pages.payments),
  sheet("谁看过", ["机构", "时间", "谁", "做了什么", "目的"], pages.looked),
];
const sheet = (name: string, headers: readonly string[], rows: OutCell[][]): OutSheet => ({
  name,
  columns: headers.map((header) => ({ header, width: 22 })),
  rows,
});
