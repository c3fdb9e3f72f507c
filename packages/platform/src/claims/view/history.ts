import { extensionWords } from "../../clocks/index.ts";
import type { Line } from "../../evidence/index.ts";
import { yuan } from "../../kernel/money.ts";
import { never } from "../../kernel/never.ts";
import { showYuan } from "../facts/words.ts";
import { lifeWords } from "../life/words.ts";
import type { ClaimEvent, EventOf, Finding, Recorded } from "../model/events.ts";
import { amountOf } from "../model/money.ts";
import type { ClaimState } from "../model/state.ts";

type Kinds = ReadonlyMap<string, string>;

const boundWords: Readonly<Record<Finding["kind"], Line>> = {
  value: { zh: "为", en: "is" },
  "not-before": { zh: "不早于", en: "is not before" },
  "not-after": { zh: "不晚于", en: "is not after" },
};

const plain = (value: unknown): string => {
  if (typeof value === "boolean") return value ? "是" : "否";
  if (typeof value === "object" && value !== null) return "none" in value ? "无" : JSON.stringify(value);
  return String(value).replace(/^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}:\d{2})\+08:00$/, "$1 $2");
};

const finding = ({ fact, kind, value, source }: Finding): Line => ({
  zh: `认定“${fact}”${boundWords[kind].zh} ${plain(value)}，依据：${source.label}${source.locator === null ? "" : `，${source.locator}`}`,
  en: `Found: “${fact}” ${boundWords[kind].en} ${plain(value)} (${source.label}${source.locator === null ? "" : `, ${source.locator}`})`,
});

const decided = ({ policies }: EventOf<"decided">): Line => {
  const least = policies.reduce((sum, one) => sum + amountOf(one.least), 0n);
  const most = policies.reduce<bigint | null>(
    (sum, one) => (sum === null || one.most === null ? null : sum + amountOf(one.most)),
    0n,
  );
  const show = (amount: bigint): string => showYuan(yuan(amountOf(yuanText(amount))));
  const settled = policies.every((one) => one.settled);
  if (settled) return { zh: `已核定：应付 ${show(least)} 元`, en: `Settled: ${show(least)} yuan is owed` };
  const to =
    most === null
      ? { zh: "上限未定", en: "no upper bound" }
      : { zh: `${show(most)} 元`, en: `${show(most)} yuan` };
  return {
    zh: `按现有事实重新计算：至少 ${show(least)} 元，至多 ${to.zh}`,
    en: `Decided on what is known: at least ${show(least)} yuan, at most ${to.en}`,
  };
};
const yuanText = (amount: bigint): string => {
  const digits = amount.toString().padStart(3, "0");
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

const payment = (event: { readonly paymentId: string }, numbers: Kinds, zh: string, en: string): Line => {
  const number = numbers.get(event.paymentId) ?? event.paymentId;
  return { zh: `付款 ${number} ${zh}`, en: `Payment ${number} ${en}` };
};

/** One event in words. `names` gives the numbers of payments, the names of files and the facts of findings, by id. */
const words = (event: ClaimEvent, names: Kinds): Line => {
  switch (event.type) {
    case "reported":
      return {
        zh: `登记报案：${event.title}，${event.source}`,
        en: `Reported: ${event.title}, ${event.source}`,
      };
    case "evidence-added":
      return {
        zh: `放入证据“${event.filename}”：${event.summary}`,
        en: `Evidence added: ${event.filename} (${event.kind})`,
      };
    case "evidence-withdrawn":
      return {
        zh: `撤回证据“${names.get(event.evidenceId) ?? ""}”：${event.reason}`,
        en: `Evidence withdrawn: ${names.get(event.evidenceId) ?? ""} (${event.reason})`,
      };
    case "finding-recorded":
      return finding(event.finding);
    case "finding-withdrawn":
      return {
        zh: `撤回对“${names.get(event.findingId) ?? ""}”的认定：${event.reason}`,
        en: `Finding on “${names.get(event.findingId) ?? ""}” withdrawn: ${event.reason}`,
      };
    case "decided":
      return decided(event);
    case "notice-sent":
      return { zh: `向 ${event.to} 发出一次性补正通知`, en: `One-time notice sent to ${event.to}` };
    case "notice-delivered":
      return {
        zh: "补正通知已送达，核定期限自此暂停",
        en: "The notice was delivered; the clock pauses from here",
      };
    case "payment-prepared":
      return {
        zh: `提交给付 ${showYuan(event.amount)} 元给${event.payee.name}，等待另一人批准`,
        en: `Payment of ${showYuan(event.amount)} yuan to ${event.payee.name} prepared`,
      };
    case "paid-elsewhere":
      return {
        zh: `已由核心系统给付 ${showYuan(event.amount)} 元给${event.payee.name}（${event.number}，${event.paidAt.slice(0, 10)}）`,
        en: `Paid by the core system: ${showYuan(event.amount)} yuan to ${event.payee.name} (${event.number}, ${event.paidAt.slice(0, 10)})`,
      };
    case "payment-approved":
      return payment(event, names, "已批准", "approved");
    case "payment-rejected":
      return payment(event, names, `被退回：${event.reason}`, `rejected: ${event.reason}`);
    case "payment-sent":
      return payment(event, names, "已送银行", "sent to the bank");
    case "payment-settled":
      return payment(event, names, "已到账", "arrived");
    case "payment-returned":
      return payment(event, names, `被银行退回：${event.reason}`, `returned by the bank: ${event.reason}`);
    case "payment-recovered":
      return payment(
        event,
        names,
        `追回或核销 ${showYuan(event.amount)} 元`,
        `${showYuan(event.amount)} yuan recovered or written off`,
      );
    case "refusal-proposed":
    case "refusal-approved":
    case "refusal-returned":
    case "refusal-notified":
    case "refusal-delivered":
    case "agreed":
    case "closed":
    case "reopened":
      return lifeWords(event);
    case "extension-requested":
    case "extension-approved":
    case "extension-told":
    case "extension-untold":
    case "extension-refused":
      return extensionWords(event);
    default:
      return never(event);
  }
};

/** Says an event of this case in words. */
export const wordsOf = (state: ClaimState): ((event: ClaimEvent) => Line) => {
  const names = new Map<string, string>([
    ...state.payments.map(({ paymentId, number }): [string, string] => [paymentId, number]),
    ...state.evidence.map(({ evidenceId, filename }): [string, string] => [evidenceId, filename]),
    ...state.findings.map(({ findingId, fact }): [string, string] => [findingId, fact]),
  ]);
  return (event) => words(event, names);
};

/** What a task of the platform's own did, nobody did. */
const named = (by: string): string => (by.startsWith("claims.") ? "系统" : by);

/** The case's events in words, newest first. */
export const historyOf = (events: readonly Recorded[], state: ClaimState) => {
  const say = wordsOf(state);
  return [...events]
    .reverse()
    .map(({ version, at, by, event }) => ({ version, type: event.type, at, by: named(by), ...say(event) }));
};
