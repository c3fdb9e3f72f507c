import { record } from "../access/index.ts";
import { dayInChina } from "../kernel/clock.ts";
import type { Download } from "../kernel/operation.ts";
import { Refused, refuse } from "../kernel/refusal.ts";
import type { Context } from "../store/index.ts";
import { writeXlsx, XLSX_MEDIA_TYPE } from "../tabular/index.ts";
import { listParties } from "./list.ts";
import type { PersonSources } from "./sources.ts";
import type { Summary } from "./summary.ts";

/** More rows than a person reads in a spreadsheet; beyond, the search has to be narrower. */
const MOST_ROWS = 20_000;

const KIND = { person: "个人", household: "农户", farm: "农场", company: "企业" } as const;
const COLUMNS = [
  { header: "姓名", width: 22 },
  { header: "类别", width: 8 },
  { header: "证件号码（脱敏）", width: 24 },
  { header: "出生日期", width: 14 },
  { header: "手机号（脱敏）", width: 18 },
  { header: "保单数", width: 10 },
  { header: "未结案件", width: 10 },
  { header: "备注", width: 12 },
];

const cells = (party: Summary) => [
  party.name,
  KIND[party.kind],
  party.identityMasked,
  party.born,
  party.phoneMasked,
  party.policies,
  party.openCases,
  party.sample ? "示例数据" : null,
];

/** The list as XLSX, masked as the page shows it; that it was taken is on record. */
export const exportParties = async (
  context: Context,
  sources: PersonSources,
  q: string | undefined,
): Promise<Download> => {
  const { items, total } = await listParties(context, sources, { q, limit: MOST_ROWS });
  if (total > MOST_ROWS)
    throw new Refused(
      refuse(
        "too-large",
        "people.too-many-to-export",
        {
          zh: `共 ${total} 位客户，一次最多导出 ${MOST_ROWS} 位。请先缩小查找范围。`,
          en: `There are ${total} people, and ${MOST_ROWS} can be exported at once. Narrow the search.`,
        },
        { total, most: MOST_ROWS },
      ),
    );
  await record(context, {
    action: "people.export",
    subject: { kind: "people", id: "list" },
    detail: { rows: items.length },
  });
  const content = await writeXlsx([{ name: "客户", columns: COLUMNS, rows: items.map(cells) }]);
  return {
    filename: `客户名单-${dayInChina(context.clock.now())}.xlsx`,
    mediaType: XLSX_MEDIA_TYPE,
    content,
  };
};
