import type { Table } from "../tabular/index.ts";

/** Said to a person, in both languages. */
export interface Line {
  readonly zh: string;
  readonly en: string;
}

export type StatementKind = "wechat-bill" | "alipay-bill" | "call-records";

/** What the file says about whose account it is; `text` may be partly masked with `*`. */
export interface OwnerHint {
  readonly kind: "phone" | "wechat" | "alipay" | "name";
  readonly text: string;
  readonly row: number;
}

/** One row of a statement: what was done when, and whether only a living person does it (生前最后活动). */
export interface Act {
  /** `2024-10-02T08:12:05+08:00` */
  readonly at: string;
  readonly what: string;
  readonly signOfLife: boolean;
  /** Why it counts, or why it does not. */
  readonly why: Line;
  readonly sheet: string;
  readonly row: number;
}

/** Both ends included, +08:00. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** A statement read without fault: every row understood, the period and the count as the file states them. */
export interface Statement {
  readonly kind: StatementKind;
  readonly filename: string;
  readonly owner: readonly OwnerHint[];
  readonly period: Period | null;
  /** In the file's order. */
  readonly acts: readonly Act[];
}

export interface Reading {
  readonly table: Table;
  /** The time of reading, ISO 8601: nothing in a statement can have happened after it. */
  readonly now: string;
}

export const statementNames: Record<StatementKind, Line> = {
  "wechat-bill": { zh: "微信支付账单", en: "WeChat Pay bill" },
  "alipay-bill": { zh: "支付宝账单", en: "Alipay bill" },
  "call-records": { zh: "通话记录", en: "call records" },
};
