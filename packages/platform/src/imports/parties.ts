import { mergeParties, type PartyChange, type PartyRecord } from "../people/index.ts";
import { accountColumns, readAccount } from "./account-cells.ts";
import { choice, date, words } from "./cells.ts";
import { type Column, column } from "./column.ts";
import { COUNTIES } from "./counties.ts";
import { readIdentity, whoColumns } from "./identity-cells.ts";
import type { FieldChange, Importer, Outcome, RowKey } from "./importer.ts";
import { phoneCell } from "./phone-cell.ts";
import type { RowReader } from "./row.ts";

const who = whoColumns("", "", { number: "999403197001010017", customer: "C000001" });
const account = accountColumns("", "", "6222020000000000018");
const name = column(
  "姓名",
  {
    also: ["客户姓名", "名称", "name"],
    required: true,
    example: "王先生（示例）",
    zh: "个人姓名，或单位名称",
    en: "the person's or company's name",
  },
  words(100),
);
const KINDS: Readonly<Record<PartyRecord["kind"], readonly string[]>> = {
  person: ["个人"],
  household: ["农户", "家庭"],
  farm: ["农场", "合作社"],
  company: ["企业", "单位", "公司"],
};
const kind = column(
  "客户类别",
  {
    also: ["客户类型", "kind"],
    example: "个人",
    zh: "个人、农户、农场或企业；不填为个人",
    en: "person, household, farm or company; a person where blank",
  },
  choice(KINDS),
);
const bornOn = column(
  "出生日期",
  {
    also: ["出生年月日", "born_on"],
    example: "1970-01-01",
    zh: "有身份证号的可以不填",
    en: "may be blank where there is an identity number",
  },
  date,
);
const phone = column(
  "手机号码",
  {
    also: ["手机号", "手机", "联系电话", "移动电话", "phone"],
    sensitive: true,
    example: "19900000001",
    zh: "11 位手机号，或带区号的座机",
    en: "a mobile of 11 digits, or a landline with its area code",
  },
  phoneCell,
);
const wechat = column("微信号", { also: ["wechat"], sensitive: true, zh: "选填", en: "optional" }, words(60));
const address = column(
  "联系地址",
  {
    also: ["地址", "通讯地址", "address"],
    sensitive: true,
    example: "长治市潞州区示例路 1 号",
    zh: "选填",
    en: "optional",
  },
  words(200),
);
const county = column(
  "县区",
  {
    also: ["县区代码", "所在县区", "county"],
    example: "潞州区",
    zh: "名称或六位代码，如 潞州区、140403；2018 年以前的旧名称也认得",
    en: "its name or six-digit code",
  },
  choice(COUNTIES),
);

const COLUMNS: readonly Column<unknown>[] = [
  who.customer,
  name,
  kind,
  who.kind,
  who.number,
  bornOn,
  phone,
  wechat,
  address,
  county,
  account.bank,
  account.number,
  account.holder,
];

const read = (row: RowReader, today: string): PartyRecord | null => {
  const given = { name: row.read(name), kind: row.read(kind) ?? ("person" as const) };
  const document = readIdentity(row, who, given.kind === "company" ? "credit-code" : "resident-id", today);
  const customerNumber = row.read(who.customer);
  const born = row.read(bornOn);
  if (born && born > today)
    row.problem(bornOn, { zh: `不能晚于今天（${today}）`, en: `must not be after today (${today})` });
  if (row.text(who.number) === "" && row.text(who.customer) === "")
    row.problem(who.number, {
      zh: "证件号码和客户号至少填一项",
      en: "give the document's number or the customer number",
    });
  if (document?.bornOn && born && document.bornOn !== born)
    row.problem(bornOn, {
      zh: `与身份证号里的出生日期 ${document.bornOn} 不一致`,
      en: `differs from the date of birth in the identity number, ${document.bornOn}`,
    });
  const rest = {
    phone: row.read(phone),
    wechat: row.read(wechat),
    address: row.read(address),
    countyCode: row.read(county),
    account: readAccount(row, account, given.name ?? ""),
  };
  if (given.name === null || row.problems.length > 0) return null;
  const identity = document?.identity ?? null;
  return {
    ...rest,
    name: given.name,
    kind: given.kind,
    identity,
    customerNumber,
    bornOn: document?.bornOn ?? born,
  };
};

const keys = (record: PartyRecord): RowKey[] => [
  ...(record.identity
    ? [{ column: who.number, key: `${record.identity.kind}:${record.identity.number}` }]
    : []),
  ...(record.customerNumber === null
    ? []
    : [{ column: who.customer, key: record.customerNumber.toUpperCase() }]),
];

const COLUMN_OF: Readonly<Record<PartyChange["field"], Column<unknown>>> = {
  name,
  kind,
  identity: who.number,
  customerNumber: who.customer,
  bornOn,
  countyCode: county,
  phone,
  wechat,
  address,
  account: account.number,
};
const shownChange = ({ field, from, to }: PartyChange): FieldChange => ({
  column: COLUMN_OF[field].name,
  from: said(field, from),
  to: said(field, to),
});
/** A county is told by its name, and a kind by its word. */
const said = (field: PartyChange["field"], value: string): string =>
  (field === "countyCode"
    ? COUNTIES[value]?.[0]
    : field === "kind"
      ? KINDS[value as PartyRecord["kind"]]?.[0]
      : undefined) ?? value;

/** 客户导入: found by document or customer number; a row that changed updates, the same row again changes nothing. */
export const partiesImporter: Importer<PartyRecord> = {
  kind: "parties",
  title: { zh: "客户", en: "People" },
  columns: COLUMNS,
  examples: [
    {
      客户号: "C000002",
      姓名: "示例农机合作社（示例）",
      客户类别: "农场",
      手机号码: "19900000002",
      县区: "沁县",
    },
  ],
  read,
  keys,
  merge: async (context, records, { apply, sample }) => {
    const merges = await mergeParties(context, records, { apply, sample, existing: "update" });
    return merges.map(
      (merge): Outcome =>
        merge.change === "conflict"
          ? { change: "bad", column: who.number, say: merge.problem }
          : { change: merge.change, fields: (merge.fields ?? []).map(shownChange) },
    );
  },
};
