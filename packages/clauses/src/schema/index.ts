/**
 * The structure of terms documents as JSON Schema (2020-12), for editors: which keys there are and what they hold.
 * What the expressions mean is for `check` to say. Key lists are the readers' own.
 */
import type { DOCUMENT_KEYS } from "../terms/readDocument.ts";
import { CLAUSE_DEFS, clauses } from "./clauses.ts";
import { EFFECT_DEFS } from "./effects.ts";
import { FACT_DEFS, facts } from "./facts.ts";
import { list, mapping, type Schema, said, TEXT } from "./json.ts";

const DAY: Schema = { type: ["string", "null"], pattern: "^\\s*\\d{4}-\\d{2}-\\d{2}\\s*$" };

/** The keys of a decision, which an example may give under `then`. */
const THEN: Readonly<Record<string, string>> = {
  outcome: "结果：pay、decline、refer、nothing、accept，或 open（尚未确定）",
  payable: "应付金额；一个数，或 {least, most}",
  settled: "是否已经确定",
  tight: "上下限是否恰好能取到",
  reasons: "理由",
  asks: "还要问什么",
  benefits: "各项给付",
  values: "给出的值",
  promises: "承诺",
  flags: "警示",
  points: "警示分值合计",
  steps: "联系步骤",
  explanation: "解释",
  terms: "条款编号",
  digest: "条款摘要",
};

const then: Schema = said(
  {
    type: ["object", "null"],
    properties: Object.fromEntries(Object.entries(THEN).map(([key, description]) => [key, { description }])),
    additionalProperties: false,
  },
  "应得",
  "只比较写出的键",
  { outcome: "pay", payable: "45000.00" },
);

const example: Schema = mapping(
  {
    name: said(TEXT, "名称", "这个示例说明什么"),
    given: said(
      { type: ["object", "null"] },
      "已知",
      "已知的事实；没有写的是还不知道；{between: [a, b]} 是在两者之间",
    ),
    // Computed: an object with a plain `then` looks like a promise.
    ["then" as const]: then,
  },
  ["given", "then"],
);

const PROPERTIES: Readonly<Record<(typeof DOCUMENT_KEYS)[number], Schema>> = {
  terms: said(
    { type: "string", pattern: "^\\s*[^/\\s]+/[^/\\s]+\\s*$" },
    "编号",
    "族/版；一经使用不再更改",
    "jinhuibao/2024",
  ),
  title: said(TEXT, "标题", "给人看的名称"),
  kind: said(
    {
      oneOf: [
        { const: "product", description: "产品" },
        { const: "programme", description: "规程" },
      ],
    },
    "种类",
    "产品还是规程",
  ),
  effective: said(
    {
      anyOf: [
        mapping(
          {
            from: said(DAY, "自", "第一日", "2024-01-01"),
            to: said(DAY, "至", "最后一日", "2024-12-31"),
          },
          ["from"],
        ),
      ],
    },
    "有效期",
    "首尾两日都包含；没有 to 即长期有效",
    { from: "2024-01-01", to: "2024-12-31" },
  ),
  governs: said({ type: "string" }, "按哪个日期", "必须落在有效期之内的那个日期类事实", "入院日期"),
  source: said(TEXT, "来源", "条文的出处"),
  rounding: said(
    {
      oneOf: [
        { const: "half-up", description: "四舍五入到分（默认）" },
        { const: "down", description: "舍去分以下" },
      ],
    },
    "取整",
    "每项给付最后取到分",
  ),
  facts,
  clauses,
  examples: said(list(example), "示例", "检查时逐个裁决并比对"),
};

export const termsSchema: Schema = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  title: "条款文件",
  description: "一份承诺：人能读，机器照着决定。表达式用 FEEL。",
  ...mapping(PROPERTIES, ["terms", "clauses"]),
  $defs: { ...FACT_DEFS, ...EFFECT_DEFS, ...CLAUSE_DEFS },
};
