import {
  type Identity,
  type IdentityKind,
  readCreditCode,
  readOtherNumber,
  readResidentNumber,
} from "../people/index.ts";
import { choice, code } from "./cells.ts";
import { type Column, column } from "./column.ts";
import type { RowReader } from "./row.ts";

const readKind = choice<IdentityKind>({
  "resident-id": ["居民身份证", "身份证"],
  passport: ["护照"],
  "travel-permit": ["来往内地通行证", "港澳居民来往内地通行证", "台湾居民来往大陆通行证"],
  "permanent-residence": ["外国人永久居留身份证"],
  officer: ["军官证", "士兵证"],
  "household-register": ["户口簿"],
  "birth-certificate": ["出生医学证明"],
  "credit-code": ["统一社会信用代码", "营业执照"],
  other: ["其他"],
});

/** The three columns that say who someone is, under a prefix such as 被保险人. */
export interface WhoColumns {
  readonly kind: Column<IdentityKind>;
  readonly number: Column<string>;
  readonly customer: Column<string>;
}

export const whoColumns = (
  prefix: string,
  english: string,
  example: { number: string; customer: string },
): WhoColumns => ({
  kind: column(
    `${prefix}证件类型`,
    {
      also: [`${english}identity_kind`],
      example: "居民身份证",
      zh: "不填为居民身份证（企业为统一社会信用代码）",
      en: "a resident's identity card where blank (for a company, its credit code)",
    },
    readKind,
  ),
  number: column(
    `${prefix}证件号码`,
    {
      also: [`${prefix}身份证号`, `${prefix}身份证号码`, `${prefix}证件号`, `${english}identity_number`],
      sensitive: true,
      example: example.number,
      zh: "18 位身份证号按国家标准校验；请把这一列设为文本",
      en: "18 characters with their check digit; format the column as text",
    },
    code(40),
  ),
  customer: column(
    `${prefix}客户号`,
    {
      also: [`${prefix}客户编号`, `${english}customer_number`],
      example: example.customer,
      zh: "本机构的客户号；与证件号码至少填一项",
      en: "your own number for the party; give it or the document's number",
    },
    code(50),
  ),
});

/** A document read from its two cells, with the date of birth it holds. Null where blank or wrong. */
export const readIdentity = (
  row: RowReader,
  columns: Pick<WhoColumns, "kind" | "number">,
  usual: IdentityKind,
  today: string,
): { readonly identity: Identity; readonly bornOn: string | null } | null => {
  const kind = row.read(columns.kind) ?? usual;
  const text = row.text(columns.number);
  if (text === "") return null;
  const reading =
    kind === "resident-id"
      ? readResidentNumber(text, today)
      : kind === "credit-code"
        ? readCreditCode(text)
        : readOtherNumber(kind, text);
  if (!reading.ok) {
    row.problem(columns.number, reading.problem);
    return null;
  }
  if (reading.warning) row.warn(columns.number, reading.warning);
  return reading;
};
