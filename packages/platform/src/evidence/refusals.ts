import { type Refusal, refuse } from "../kernel/refusal.ts";

/** Where in the file: the row as a spreadsheet counts it, and the column as the file heads it. */
export interface Place {
  readonly filename: string;
  readonly row: number;
  readonly column: string;
  readonly value: string;
}

const say = (reason: string, zh: string, en: string, facts: Readonly<Record<string, unknown>>): Refusal =>
  refuse("invalid", `evidence.${reason}`, { zh, en }, facts);

const at = (p: Place) => ({
  zh: `“${p.filename}”第 ${p.row} 行“${p.column}”列是“${p.value}”`,
  en: `“${p.filename}” row ${p.row}, column “${p.column}” holds “${p.value}”`,
});

/** Every way in which a file is not a statement that can be relied on; each says what would be right. */
export const no = {
  statement: (filename: string) =>
    say(
      "not-a-statement",
      `“${filename}”不是能识别的微信支付账单、支付宝账单或运营商通话记录。请放入从微信、支付宝或运营商导出的原文件；其他表格请转成 PDF 或图片作为证据。`,
      `“${filename}” is no WeChat Pay bill, Alipay bill or carrier's call record. Drop the file as exported; keep another table as evidence by saving it as PDF or a picture.`,
      { filename },
    ),
  columns: (filename: string, kind: string, missing: readonly string[], row: number) =>
    say(
      "wrong-columns",
      `“${filename}”像是${kind}，但第 ${row} 行的表头缺少：${missing.join("、")}。请重新导出，不要删改列。`,
      `“${filename}” looks like a ${kind}, but its header in row ${row} lacks: ${missing.join(", ")}. Export it again and leave its columns as they are.`,
      { filename, kind, missing, row },
    ),
  headless: (filename: string, kind: string) =>
    say(
      "truncated",
      `“${filename}”只有${kind}的开头，没有明细表头。文件可能没有下载完整，请重新导出。`,
      `“${filename}” has only the opening of a ${kind} and no table. It may be cut off: export it again.`,
      { filename, kind },
    ),
  truncated: (filename: string, stated: number, found: number) =>
    say(
      "truncated",
      `“${filename}”写明共 ${stated} 笔，实际只有 ${found} 笔。文件不完整或被删改过，请重新导出。`,
      `“${filename}” states ${stated} records but holds ${found}. It is cut off or altered: export it again.`,
      { filename, stated, found },
    ),
  time: (place: Place) =>
    say(
      "impossible-time",
      `${at(place).zh}，不是可能的时间。应当像 2024-10-02 08:12:05。`,
      `${at(place).en}, which is no possible time. It should read like 2024-10-02 08:12:05.`,
      { ...place },
    ),
  future: (place: Place, now: string) =>
    say(
      "impossible-time",
      `${at(place).zh}，晚于现在（${now}）。请核对文件。`,
      `${at(place).en}, later than now (${now}). Check the file.`,
      { ...place, now },
    ),
  amount: (place: Place) =>
    say(
      "not-an-amount",
      `${at(place).zh}，不是金额。应当像 ¥12.50。`,
      `${at(place).en}, which is no amount. It should read like ¥12.50.`,
      { ...place },
    ),
  duration: (place: Place) =>
    say(
      "not-a-duration",
      `${at(place).zh}，不是通话时长。应当像 80（秒）或 1分20秒。`,
      `${at(place).en}, which is no duration. It should read like 80 (seconds) or 1分20秒.`,
      { ...place },
    ),
  direction: (place: Place) =>
    say(
      "not-a-direction",
      `${at(place).zh}，看不出主叫还是被叫。应当是主叫或被叫。`,
      `${at(place).en}, which says neither outgoing nor incoming. It should be 主叫 or 被叫.`,
      { ...place },
    ),
  period: (filename: string, from: string, to: string) =>
    say(
      "wrong-order",
      `“${filename}”的终止时间 ${to} 早于起始时间 ${from}。请重新导出。`,
      `“${filename}” ends (${to}) before it starts (${from}). Export it again.`,
      { filename, from, to },
    ),
  outside: (place: Place, from: string, to: string) =>
    say(
      "outside-period",
      `${at(place).zh}，不在文件写明的期间 ${from} 至 ${to} 之内。请核对文件是否被改动。`,
      `${at(place).en}, outside the period the file states, ${from} to ${to}. Check whether it was altered.`,
      { ...place, from, to },
    ),
  accounts: (filename: string, numbers: readonly string[]) =>
    say(
      "several-accounts",
      `“${filename}”里有多个本机号码（${numbers.join("、")}）。请每个号码分别导出。`,
      `“${filename}” holds several own numbers (${numbers.join(", ")}). Export each number by itself.`,
      { filename, numbers },
    ),
  another: (filename: string, what: Line2, owner: string, row: number) =>
    say(
      "another-account",
      `“${filename}”第 ${row} 行写明的${what.zh}是“${owner}”，不是被保险人已登记的。请放入被保险人本人的账单；如果确是本人的，请先在客户页登记这个联系方式。`,
      `“${filename}” row ${row} names the ${what.en} “${owner}”, which is not among the insured's known ones. Drop the insured's own file, or first register this contact if it is theirs.`,
      { filename, owner, row },
    ),
  unnamed: (filename: string, hint: string | null) =>
    say(
      "owner-unconfirmed",
      `“${filename}”${hint === null ? "没有写明是谁的账户" : `写的是“${hint}”，系统里没有可比对的登记`}。请确认这是被保险人本人的账户后再放入。`,
      `“${filename}” ${hint === null ? "does not name its owner" : `names “${hint}”, and nothing on record can be compared with it`}. Confirm that it is the insured's own account and drop it again.`,
      { filename, hint },
    ),
};
type Line2 = { readonly zh: string; readonly en: string };
