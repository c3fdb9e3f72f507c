import type { StatementKind } from "./model.ts";

/** A column's role and the headings that exports have given it, without spaces and with half-width brackets. */
type Headings = readonly [first: string, ...others: string[]];
export interface Layout {
  readonly kind: StatementKind;
  /** Words of the preamble that name the kind even where the table is missing. */
  readonly title: RegExp;
  readonly required: Readonly<Record<string, Headings>>;
  readonly optional: Readonly<Record<string, Headings>>;
}

/** 微信支付账单: the wallet's own export. */
const wechat = {
  kind: "wechat-bill",
  title: /微信支付账单/,
  required: {
    time: ["交易时间"],
    type: ["交易类型"],
    flow: ["收/支"],
    amount: ["金额(元)", "金额"],
    state: ["当前状态"],
  },
  optional: { party: ["交易对方"], goods: ["商品"], method: ["支付方式"], note: ["备注"] },
} as const satisfies Layout;

/** 支付宝: the older export (交易创建时间, 付款时间) and the newer one (交易时间). */
const alipay = {
  kind: "alipay-bill",
  title: /支付宝/,
  required: {
    time: ["付款时间", "交易时间", "交易创建时间"],
    flow: ["收/支"],
    amount: ["金额(元)", "金额"],
    state: ["交易状态"],
  },
  optional: {
    type: ["交易分类", "类型"],
    party: ["交易对方"],
    goods: ["商品说明", "商品名称"],
    method: ["收/付款方式", "资金状态"],
    note: ["备注"],
    created: ["交易创建时间"],
  },
} as const satisfies Layout;

/** 通话记录 (详单) of the three carriers. */
const calls = {
  kind: "call-records",
  title: /通话(记录|详单|清单)|语音(详单|清单)|移动通信.*详单/,
  required: {
    time: ["通话时间", "起始时间", "通话起始时间", "通话开始时间", "开始时间", "呼叫时间"],
    duration: ["通话时长", "通信时长", "时长", "通话时长(秒)", "时长(秒)"],
    direction: ["主叫/被叫", "主被叫", "呼叫类型", "通信方式", "呼叫方式", "通话方式"],
  },
  optional: {
    other: ["对方号码", "对端号码"],
    type: ["通话类型", "通信类型"],
    own: ["本机号码", "计费号码", "手机号码", "用户号码"],
    day: ["通话日期", "日期"],
  },
} as const satisfies Layout;

export const layouts: readonly Layout[] = [wechat, alipay, calls];
