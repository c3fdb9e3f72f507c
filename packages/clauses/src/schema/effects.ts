/** The effects of clauses and the keys that go with them. */
import type { EffectKey } from "../terms/readEffects.ts";
import { HITS, type TABLE_KEYS } from "../terms/readTable.ts";
import { list, mapping, oneOrMore, ref, type Schema, said, TEXT } from "./json.ts";

const HIT_MEANING: Readonly<Record<(typeof HITS)[number], string>> = {
  unique: "恰有一行命中；有重叠即为错误（默认）",
  first: "自上而下，取第一个命中的行",
  sum: "命中各行的输出相加（只能有一个输出）",
  max: "取命中各行输出中最大的（只能有一个输出）",
};

const TABLE: Readonly<Record<(typeof TABLE_KEYS)[number], Schema>> = {
  define: said(oneOrMore(ref("name")), "输出", "表得出的名称，每行在条件之后依次给出", [
    "目录内比例",
    "目录外比例",
  ]),
  hit: said(
    { oneOf: HITS.map((hit) => ({ const: hit, description: HIT_MEANING[hit] })) },
    "命中规则",
    "多行同时命中时怎么办",
  ),
  on: said(oneOrMore(ref("expression")), "输入", "逐行检验的事实或表达式", ["既往症"]),
  rows: said(
    list(list(ref("cell")), { minItems: 1 }),
    "行",
    '每行先写各输入的条件，再写各输出的值；条件写 FEEL 单元测试，如 < 5、[1..3]、not(甲)，"-" 为任意',
    [
      [true, 0.4],
      [false, 0.8],
    ],
  ),
};

const PROMISE: Schema = mapping(
  {
    lane: said(TEXT, "服务通道", "这项承诺属于哪一类服务", "理赔核定"),
    within: said(
      {
        anyOf: [
          ref("expression"),
          mapping({ "working days": said(ref("expression"), "工作日", "几个工作日", 3) }, ["working days"]),
        ],
      },
      "期限",
      "一个时长，或若干个工作日",
      'duration("P30D")',
      { "working days": 3 },
    ),
    from: said(ref("expression"), "起算", "自哪个日期或时刻起算", "报案时间"),
  },
  ["lane", "within", "from"],
);

const STEP: Schema = mapping(
  {
    channel: said(TEXT, "渠道", "用什么方式联系", "电话"),
    after: said(ref("expression"), "间隔", "在上一步之后多久", 'duration("P3D")'),
  },
  ["channel"],
);

export const EFFECTS: Readonly<Record<EffectKey, Schema>> = {
  define: said(
    { type: "object", minProperties: 1, propertyNames: ref("name"), additionalProperties: ref("expression") },
    "定义",
    "给一个值起名，供其他条款引用；先后不限，不能循环",
    { 目录内费用: "医疗总费用 - 基本医保已付" },
  ),
  table: said(mapping(TABLE, ["define", "on", "rows"]), "决策表", "按输入查得输出"),
  require: said(ref("expression"), "须", "不满足则不承担责任", "入院日期 > 生效日期"),
  exclude: said(
    ref("expression"),
    "除外",
    "成立则不承担责任；应引用“是否已说明”的事实（保险法第十七条）",
    "约定免责",
  ),
  pay: said(ref("expression"), "给付", "应给付的金额（元）；小于零按零", "max(0, 费用 - 15000) * 0.8"),
  cap: said(ref("expression"), "合计限额", "几项给付合计的上限（元）", "3000000 - 本年已赔"),
  refer: said(ref("expression"), "转人工", "成立则须由人决定；可以读 points", "points >= 60"),
  promise: said(PROMISE, "承诺", "走哪个服务通道，最迟何时办结"),
  flag: said(ref("expression"), "警示", "成立则记为一个风险信号"),
  step: said(STEP, "联系步骤", "逐级联系中的一步"),
  gives: said(oneOrMore(ref("name")), "给出", "随裁决一起给出的已定义的值", ["应付保费"]),
};

/** Keys that go with an effect. */
export const BESIDE: Readonly<Record<"otherwise" | "because" | "as" | "upTo" | "points", Schema>> = {
  otherwise: said(TEXT, "否则", "不满足时告诉客户的理由", "等待期内住院"),
  because: said(TEXT, "因为", "成立时告诉客户的理由", "属于已明确说明的免责情形"),
  as: said(TEXT, "名目", "给付或警示的名称", "住院医疗保险金"),
  upTo: said(ref("expression"), "限额", "这项给付的上限（元）；小于零按零", "1500000 - 本年已赔"),
  points: said(ref("expression"), "分值", "这个警示计多少分", 20),
};

/** Without these the effect says nothing. */
export const NEEDED: Readonly<Partial<Record<EffectKey, readonly string[]>>> = {
  require: ["otherwise"],
  exclude: ["because"],
  refer: ["because"],
};

export const EFFECT_DEFS: { readonly [name: string]: Schema } = {
  expression: said(
    { type: ["string", "number", "boolean"], minLength: 1 },
    "FEEL 表达式",
    'DMN 的表达式语言；以 " @ [ > - 开头的请加单引号',
  ),
  cell: { type: ["string", "number", "boolean", "null"], title: "格" },
};
