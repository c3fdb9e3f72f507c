import type { FileRow } from "../../packages/sample-city/src/index.ts";
import { cardNumber, identityNumber, phoneNumber } from "../../packages/sample-city/src/numbers.ts";
import type { Person } from "../../packages/sample-city/src/people.ts";
import { policyRow } from "../../packages/sample-city/src/policies.ts";
import { partyRow } from "../../packages/sample-city/src/rows.ts";

const ON_RECORD = "2025-01-01";
const someone = (name: string, place: number, serial: number): Person => {
  const bornOn = `19${50 + (serial % 40)}-0${1 + (serial % 9)}-1${serial % 9}`;
  return {
    customerNumber: name,
    name: `${name}（示例）`,
    kind: "个人",
    identityNumber: identityNumber(String(140_000 + place), bornOn, serial),
    bornOn,
    phone: phoneNumber(5_000 + (serial % 4_000)),
    wechat: "",
    address: "长治市示例路",
    county: "潞州区",
    card: cardNumber(50_000 + serial),
  };
};

/** People who were insured by 晋惠保 in 2024, for a claim each. */
export const payableRows = (count: number): { parties: FileRow[]; policies: FileRow[] } => {
  const people = Array.from({ length: count }, (_, n) => someone(`FK${String(n).padStart(4, "0")}`, 701, n));
  return {
    parties: people.map(partyRow),
    policies: people.map((insured, n) =>
      policyRow(
        {
          number: `FJH${String(n).padStart(6, "0")}`,
          terms: "jinhuibao/2024",
          insured,
          formedOn: "2023-12-20",
          effectiveOn: "2024-01-01",
          maturesOn: "2024-12-31",
          premium: 99,
          more: { 既往症: "否", 本年已赔: "0" },
        },
        ON_RECORD,
      ),
    ),
  };
};

/** As many people, whose names begin with the mark. */
export const peopleRows = (mark: string, count: number): FileRow[] =>
  Array.from({ length: count }, (_, n) => ({
    客户号: `${mark}-${n}`,
    姓名: `${mark}${n}（示例）`,
    客户类别: "个人",
  }));
