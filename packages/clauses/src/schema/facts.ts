/** Facts and their types. */
import { type FACT_KEYS, SCALARS } from "../terms/readFacts.ts";
import { list, mapping, ref, type Schema, said, TEXT, whenever } from "./json.ts";

const TYPE_MEANING: Readonly<Record<(typeof SCALARS)[number], string>> = {
  boolean: "是或否",
  number: "数",
  money: "金额，元，精确到分",
  date: "日期",
  "date and time": "日期与时刻",
  "days and time duration": "以日、时、分、秒计的时长",
  "years and months duration": "以年、月计的时长",
  string: "文字",
};

const LITERAL: Schema = { type: ["string", "number"] };

const KEY_SCHEMAS: Readonly<Record<(typeof FACT_KEYS)[number], Schema>> = {
  type: said(ref("type"), "类型", "这个事实取什么样的值", "money", "date", { "one of": ["甲", "乙"] }),
  ask: said(TEXT, "问题", "向客户或经办人提出的问题", "入院是哪一天？"),
  from: said(TEXT, "依据", "通常由哪种记录或文件证明", "住院记录"),
  optional: said({ type: "boolean" }, "可以没有", "为 true 时，这个事实可以没有值（不同于还不知道）"),
  min: said(LITERAL, "最小值", "字面值；金额不写时最小为 0", 0, "2024-01-01"),
  max: said(LITERAL, "最大值", "字面值", 120, "2099-12-31"),
  step: said(LITERAL, "步长", "取值的间隔，大于零", 1, "P1D"),
};

/** Types without an order have no limits. */
const NO_LIMITS: Schema = whenever(
  {
    required: ["type"],
    properties: { type: { anyOf: [{ enum: ["boolean", "string"] }, { type: "object" }] } },
  },
  { properties: { min: false, max: false, step: false } },
);

const scalar: Schema = {
  oneOf: SCALARS.map((type) => ({ const: type, description: TYPE_MEANING[type] })),
};

const oneOf: Schema = said(
  mapping(
    {
      "one of": said(
        list(
          {},
          {
            minItems: 1,
            uniqueItems: true,
            anyOf: [list({ type: ["string", "boolean"] }), list({ type: "number" })],
          },
        ),
        "成员",
        "互不相同的文字，或互不相同的数",
      ),
    },
    ["one of"],
  ),
  "几选一",
  "只能是列出的文字或数之一",
  { "one of": ["有效", "中止", "终止"] },
);

const listOf: Schema = said(
  mapping(
    {
      "list of": said({ anyOf: [ref("element type"), ref("fields")] }, "每一项", "一个类型，或 {字段: 类型}"),
    },
    ["list of"],
  ),
  "列表",
  "若干个同类的值，或若干条有同样字段的记录；列表之中不能再有列表",
  { "list of": "money" },
  { "list of": { 金额: "money", 日期: "date" } },
);

/** A fact's declaration; a type alone will do. */
const declaration = (type: Schema): Schema => ({
  anyOf: [scalar, mapping({ ...KEY_SCHEMAS, type: { ...KEY_SCHEMAS.type, ...type } }, ["type"], NO_LIMITS)],
});

export const FACT_DEFS: { readonly [name: string]: Schema } = {
  type: { anyOf: [scalar, oneOf, listOf] },
  "element type": { anyOf: [scalar, oneOf] },
  fact: declaration(ref("type")),
  field: declaration(ref("element type")),
  fields: {
    type: "object",
    propertyNames: { allOf: [ref("name"), { not: { enum: ["one of", "list of"] } }] },
    additionalProperties: ref("field"),
  },
  name: said(
    {
      type: "string",
      minLength: 1,
      pattern:
        '^[^\\s\\d()\\[\\]{},:;"\'<>=?@（），、：；＋－＊／＝＜＞［］【】｛｝．。＂“”≥≤≠×÷][^()\\[\\]{},:;"<>=?@]*$',
      not: {
        enum: [
          "points",
          "true",
          "false",
          "null",
          "if",
          "then",
          "else",
          "for",
          "in",
          "return",
          "some",
          "every",
          "and",
          "or",
          "between",
          "satisfies",
          "instance",
          "function",
          "external",
        ],
      },
    },
    "名称",
    "以文字开头，不含括号、逗号等符号",
  ),
};

export const facts: Schema = said(
  { type: ["object", "null"], propertyNames: ref("name"), additionalProperties: ref("fact") },
  "事实",
  "裁决要用到的每个事实及其类型；条款只能引用这里声明的事实",
  { 入院日期: { type: "date", ask: "入院是哪一天？", from: "住院记录" } },
);
