import type { Person } from "./people.ts";

/** Rows as institutions' files have them: the column's Chinese name, and its words. */
export type FileRow = Readonly<Record<string, string>>;

/** 客户资料 */
export const partyRow = (person: Person): FileRow => ({
  客户号: person.customerNumber,
  姓名: person.name,
  客户类别: person.kind,
  证件号码: person.identityNumber,
  手机号码: person.phone,
  微信号: person.wechat,
  联系地址: person.address,
  县区: person.county,
  开户银行: person.card === "" ? "" : BANK,
  银行账号: person.card,
});

export const BANK = "示例农商银行长治分行";

/** 受益人: all of it to one person, into their own account. */
export const beneficiary = (person: Person, kinship: string): FileRow => ({
  受益人1姓名: person.name,
  受益人1证件号码: person.identityNumber,
  受益人1手机号码: person.phone,
  受益人1关系: kinship,
  受益人1份额: "100",
  受益人1开户银行: BANK,
  受益人1银行账号: person.card,
});

/** Every column that any row has, in the order they first come; a row without one leaves it blank. */
export const tableOf = (rows: readonly FileRow[]): { headers: string[]; cells: string[][] } => {
  const headers = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return { headers, cells: rows.map((row) => headers.map((header) => row[header] ?? "")) };
};
