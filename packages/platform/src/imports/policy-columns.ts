import { accountColumns } from "./account-cells.ts";
import { choice, code, date, money, percent, words, yesNo } from "./cells.ts";
import { bad, type CellReading, column, good } from "./column.ts";
import { whoColumns } from "./identity-cells.ts";
import { phoneCell } from "./phone-cell.ts";

/** How many beneficiaries a row may name: columns 受益人1… to 受益人4…, and 受益人… for the first. */
export const MOST_BENEFICIARIES = 4;

const date_ = (name: string, english: string, example: string, zh: string, en: string, required = false) =>
  column(name, { also: [english], required, example, zh, en }, date);
const money_ = (name: string, also: readonly string[], example: string, zh: string, en: string) =>
  column(name, { also, example, zh, en }, money);

export const policyColumns = {
  number: column(
    "保单号",
    {
      also: ["保单号码", "保险单号", "policy_number"],
      required: true,
      example: "SL2019000001",
      zh: "在本机构不重复",
      en: "unique at your institution",
    },
    code(50),
  ),
  terms: column(
    "条款编号",
    {
      also: ["条款", "terms"],
      required: true,
      example: "life-endowment-holiday/2019",
      zh: "条款库里的编号：条款/版本",
      en: "the document's id in the terms library: family/edition",
    },
    words(100),
  ),
  product: column(
    "产品名称",
    { also: ["险种名称", "product"], zh: "不填为条款名称", en: "the document's title where blank" },
    words(100),
  ),
  insured: whoColumns("被保险人", "insured_", { number: "999403197001010017", customer: "C000001" }),
  insuredName: column(
    "被保险人姓名",
    {
      also: ["被保险人", "insured_name"],
      required: true,
      example: "王先生（示例）",
      zh: "应与客户资料一致；被保险人须先导入客户",
      en: "as in the people records; import people first",
    },
    words(100),
  ),
  holder: whoColumns("投保人", "holder_", { number: "999403197001010017", customer: "" }),
  holderName: column(
    "投保人姓名",
    {
      also: ["投保人", "holder_name"],
      example: "王先生（示例）",
      zh: "选填；填了就要填证件号码或客户号",
      en: "optional; needs a document or customer number with it",
    },
    words(100),
  ),
  formed: date_(
    "合同成立日期",
    "contract_formed_on",
    "2019-04-30",
    "决定适用哪一版条款",
    "decides which edition governs",
    true,
  ),
  effective: date_(
    "生效日期",
    "effective_on",
    "2019-05-01",
    "保障从这一天零时起",
    "cover begins at its midnight",
    true,
  ),
  matures: date_(
    "满期日",
    "matures_on",
    "2039-04-30",
    "保险期间最后一天；终身的不填",
    "the last day of the term; blank for whole life",
  ),
  reinstated: date_(
    "最近复效日期",
    "last_reinstated_on",
    "",
    "从未中止过的不填",
    "blank where it never lapsed",
  ),
  status: column(
    "保单状态",
    {
      also: ["合同状态", "status"],
      required: true,
      example: "有效",
      zh: "有效、宽限期、失效、终止、满期或退保",
      en: "in-force, grace, lapsed, terminated, matured or surrendered",
    },
    choice({
      "in-force": ["有效", "正常"],
      grace: ["宽限期", "宽限期内"],
      lapsed: ["失效", "中止", "效力中止"],
      terminated: ["终止"],
      matured: ["满期"],
      surrendered: ["退保"],
    }),
  ),
  since: date_(
    "状态起始日期",
    "status_since",
    "2019-05-01",
    "现在的状态从哪一天起；有效的不填为生效日期",
    "the first day of that status; the effective date where in force and blank",
  ),
  sumInsured: money_("基本保险金额", ["保险金额", "保额", "sum_insured"], "100000.00", "元", "yuan"),
  premiumsPaid: money_(
    "已交保险费",
    ["累计已交保险费", "累计保费", "premiums_paid"],
    "31000.00",
    "元，不含利息",
    "yuan, without interest",
  ),
  cashValue: money_("现金价值", ["cash_value"], "", "元，未扣欠款", "yuan, before debts"),
  owed: money_(
    "应扣欠款",
    ["amounts_owed"],
    "0",
    "欠交保险费、保单借款及利息合计，元；没有填 0",
    "premiums, loans and interest owed, yuan; 0 for none",
  ),
  explained: column(
    "免责条款已说明",
    {
      also: ["exclusions_explained"],
      example: "是",
      zh: "投保时是否提示并明确说明免责条款（保险法 17）；不清楚的不填",
      en: "whether exclusions were explained (Insurance Law 17); blank where not known",
    },
    yesNo,
  ),
  premium: money_("每期保险费", ["期交保费", "premium"], "6200.00", "元", "yuan"),
  paidOn: date_("最近交费日期", "last_paid_on", "2024-05-01", "选填", "optional"),
  dueOn: date_("下次应交日期", "next_due_on", "2025-05-01", "选填", "optional"),
};

const bankCode = (text: string): CellReading<string> =>
  /^\d{12}$/.test(text) ? good(text) : bad("联行号应为 12 位数字", "a bank code has 12 digits");

/** The columns of the n-th beneficiary, from 1. */
export const beneficiaryColumns = (n: number) => {
  const prefix = `受益人${n}`;
  const also = (rest: string): string[] => (n === 1 ? [`受益人${rest}`] : []);
  const first = n === 1;
  const renamed = <T extends { readonly name: string; readonly also: readonly string[] }>(given: T): T => ({
    ...given,
    also: [...given.also, ...also(given.name.slice(prefix.length))],
  });
  const who = whoColumns(prefix, `beneficiary${n}_`, {
    number: first ? "999403197203030024" : "",
    customer: "",
  });
  const account = accountColumns(prefix, `beneficiary${n}_`, first ? "6222020000000000018" : "");
  return {
    who: { kind: renamed(who.kind), number: renamed(who.number), customer: renamed(who.customer) },
    account: {
      bank: renamed(account.bank),
      number: renamed(account.number),
      holder: renamed(account.holder),
    },
    name: column(
      `${prefix}姓名`,
      {
        also: [...also("姓名"), `beneficiary${n}_name`],
        example: first ? "王太太（示例）" : "",
        zh: "选填；填了就要填证件号码",
        en: "optional; needs a document number with it",
      },
      words(100),
    ),
    phone: column(
      `${prefix}手机号码`,
      {
        also: [...also("手机号码"), `beneficiary${n}_phone`],
        sensitive: true,
        example: first ? "19900000002" : "",
        zh: "用来登录查看理赔",
        en: "signs them in to see the claim",
      },
      phoneCell,
    ),
    kinship: column(
      `${prefix}关系`,
      {
        also: [...also("关系"), `${prefix}与被保险人关系`, `beneficiary${n}_kinship`],
        example: first ? "配偶" : "",
        zh: "与被保险人的关系",
        en: "to the insured",
      },
      words(20),
    ),
    share: column(
      `${prefix}份额`,
      {
        also: [...also("份额"), `${prefix}受益份额`, `beneficiary${n}_share`],
        example: first ? "100" : "",
        zh: "百分数；所有受益人合计 100",
        en: "percent; all together 100",
      },
      percent,
    ),
    bankCode: column(
      `${prefix}联行号`,
      {
        also: [...also("联行号"), `beneficiary${n}_bank_code`],
        zh: "选填，12 位",
        en: "optional, 12 digits",
      },
      bankCode,
    ),
  };
};
export type BeneficiaryColumns = ReturnType<typeof beneficiaryColumns>;
