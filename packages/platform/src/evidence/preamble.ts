import type { Row } from "../tabular/index.ts";
import type { OwnerHint, Period, StatementKind } from "./model.ts";
import { readPeriodEnd, readTime } from "./time.ts";

/** What the lines around a statement's table say. */
export interface Preamble {
  readonly owner: readonly OwnerHint[];
  /** As written, not yet checked: the end may lie before the start. */
  readonly period: Period | null;
  /** How many records the file says it holds (共N笔记录). */
  readonly stated: number | null;
}

const DATE = String.raw`\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:[ T]+\d{1,2}:\d{2}(?::\d{2})?)?`;
const FROM_TO = new RegExp(
  String.raw`(?:起始|开始)(?:时间|日期)[：:\s]*\[?(${DATE})\]?.*?(?:终止|结束|截止)(?:时间|日期)[：:\s]*\[?(${DATE})\]?`,
);
const SPAN = new RegExp(
  String.raw`(?:查询|起止|通话|统计|账单|记录)?(?:时间段?|时段|期间|周期|日期|范围)[：:\s]*\[?(${DATE})\]?\s*(?:至|到|~|～|—+|-{1,2})\s*\[?(${DATE})`,
);
const MONTH = /(?:账期|月份|查询月)[：:\s]*\[?(\d{4})[-/年]?(\d{1,2})月?/;
const COUNT = /共\s*(\d+)\s*(?:笔|条)/;

const NICKNAME = /微信昵称[：:\s]*\[?([^\]]*?)\]?\s*$/;
const ALIPAY_ACCOUNT = /(?:支付宝账户|支付宝账号|账号|登录名)[：:\s]*\[?([^\s\],，]+)\]?/;
const NAME = /(?:姓名|机主|客户名称|用户名称|户名|用户)[：:]\s*\[?([^\s\],，]+)\]?/;
const NUMBER =
  /(?:本机号码|手机号码|客户号码|用户号码|业务号码|服务号码|查询号码|计费号码|手机号|号码)[：:\s]*\[?([\d*]{11})\]?(?!\d)/;

const line = (row: Row): string =>
  row.cells
    .map((cell) => cell.trim())
    .filter((cell) => cell !== "")
    .join(" ");

const hintsOf = (kind: StatementKind, text: string, row: number): OwnerHint[] => {
  const find = (pattern: RegExp, as: OwnerHint["kind"]): OwnerHint[] => {
    const found = pattern.exec(text)?.[1]?.trim() ?? "";
    return found === "" || found === "/" ? [] : [{ kind: as, text: found, row }];
  };
  switch (kind) {
    case "wechat-bill":
      return find(NICKNAME, "wechat");
    case "alipay-bill":
      return [...find(ALIPAY_ACCOUNT, "alipay"), ...find(NAME, "name")];
    case "call-records":
      return [...find(NUMBER, "phone"), ...find(NAME, "name")];
  }
};

const periodOf = (text: string): Period | null => {
  const span = FROM_TO.exec(text) ?? SPAN.exec(text);
  if (span) {
    const from = readTime(span[1] ?? "");
    const to = readPeriodEnd(span[2] ?? "");
    return from === null || to === null ? null : { from, to };
  }
  const month = MONTH.exec(text);
  if (!month) return null;
  const from = readTime(`${month[1]}-${month[2]}-1`);
  const last = new Date(Date.UTC(Number(month[1]), Number(month[2]), 0)).getUTCDate();
  const to = readPeriodEnd(`${month[1]}-${month[2]}-${last}`);
  return from === null || to === null ? null : { from, to };
};

/** Reads owner, period and count from the lines that are not the table's own. */
export const readPreamble = (kind: StatementKind, rows: readonly Row[]): Preamble => {
  const texts = rows.map((row) => ({ text: line(row), row: row.number }));
  const owner = texts.flatMap(({ text, row }) => hintsOf(kind, text, row));
  const period = texts.map(({ text }) => periodOf(text)).find((found) => found !== null) ?? null;
  const stated = texts.map(({ text }) => COUNT.exec(text)?.[1]).find((found) => found !== undefined);
  return { owner, period, stated: stated === undefined ? null : Number(stated) };
};
