import type { TermsLibrary } from "../terms/index.ts";
import { choice, code, dateAndTime, money, words } from "./cells.ts";
import { type Column, column } from "./column.ts";

export const claimColumns = {
  number: column(
    "报案号",
    {
      also: ["案件号", "claim_number"],
      required: true,
      example: "BA202503001",
      zh: "贵机构自己的报案号，不重复；同一报案号不会立两次案",
      en: "the number in your own register; it never opens two cases",
    },
    code(50),
  ),
  policies: column(
    "保单号",
    {
      also: ["保单号码", "policy_numbers"],
      required: true,
      example: "SL2019000001",
      zh: "同一被保险人的几张保单用顿号隔开；保单须先导入",
      en: "several policies of one insured with 、 between; import policies first",
    },
    words(300),
  ),
  reported: column(
    "报案时间",
    {
      also: ["报案日期", "reported_at"],
      required: true,
      example: "2025-03-01 09:30",
      zh: "北京时间",
      en: "China time",
    },
    dateAndTime,
  ),
  event: column(
    "事故类型",
    {
      also: ["出险类型", "event_kind"],
      required: true,
      example: "身故",
      zh: "身故、疾病或意外",
      en: "death, illness or accident",
    },
    choice({ death: ["身故", "死亡"], illness: ["疾病", "重疾", "住院"], accident: ["意外", "伤残"] }),
  ),
  source: column(
    "报案来源",
    {
      also: ["报案人", "source"],
      required: true,
      example: "家属电话报案",
      zh: "谁说的、怎么说的，写进每条事实的出处",
      en: "who said so and how: the source of every fact on the row",
    },
    words(200),
  ),
  paidAmount: column(
    "核心系统已付金额",
    {
      also: ["已付金额", "paid_amount"],
      example: "",
      zh: "历史赔案：核心系统已经付清的金额，元；连同付款时间、流水号一起填。每行只能有一张保单",
      en: "for past claims: what the core system has paid, yuan, with its time and number; one policy a row",
    },
    money,
  ),
  paidAt: column(
    "核心系统付款时间",
    { also: ["付款时间", "paid_at"], example: "", zh: "北京时间", en: "China time" },
    dateAndTime,
  ),
  paidNumber: column(
    "核心系统付款流水号",
    {
      also: ["付款流水号", "paid_number"],
      example: "",
      zh: "核心系统的付款编号",
      en: "the core system's number",
    },
    code(60),
  ),
};

/** One optional column for each fact about what happened or about the claim, under the vocabulary's name. */
export const claimFactColumns = (library: TermsLibrary): Column<string>[] =>
  [...library.vocabulary]
    .filter(([, word]) => word.subject === "event" || word.subject === "claim")
    .map(([name, word]) =>
      column(
        name,
        {
          also: [word.column],
          zh: `${word.meaning}；只知道范围的写作“起 ~ 止”`,
          en: `${word.column}; where only bounds are known, “from ~ to”`,
        },
        words(300),
      ),
    );
