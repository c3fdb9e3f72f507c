import { record } from "../access/index.ts";
import { dayInChina } from "../kernel/clock.ts";
import type { Download } from "../kernel/operation.ts";
import type { Context } from "../store/index.ts";
import { writeXlsx, XLSX_MEDIA_TYPE } from "../tabular/index.ts";
import { type Filter, listPage } from "./list.ts";
import { statusName } from "./model.ts";
import { tooManyToExport } from "./refusals.ts";

const MOST_ROWS = 20_000;
const COLUMNS = [
  { header: "保单号", width: 20 },
  { header: "被保险人", width: 20 },
  { header: "产品", width: 36 },
  { header: "条款", width: 30 },
  { header: "状态", width: 16 },
  { header: "状态起始日", width: 14 },
  { header: "生效日期", width: 14 },
  { header: "满期日", width: 14 },
  { header: "基本保险金额（元）", width: 20 },
  { header: "备注", width: 12 },
];

/** The list as XLSX; that it was taken is on record. */
export const exportList = async (context: Context, filter: Filter): Promise<Download> => {
  const { items, total } = await listPage(context, filter, { limit: MOST_ROWS });
  if (total > MOST_ROWS) throw tooManyToExport(total, MOST_ROWS);
  await record(context, {
    action: "policies.export",
    subject: { kind: "policies", id: "list" },
    detail: { rows: items.length },
  });
  const rows = items.map((one) => [
    one.number,
    one.insured,
    one.product,
    one.terms,
    statusName[one.status].zh,
    one.since,
    one.effective,
    one.matures,
    one.sumInsured,
    one.sample ? "示例数据" : null,
  ]);
  return {
    filename: `保单-${dayInChina(context.clock.now())}.xlsx`,
    mediaType: XLSX_MEDIA_TYPE,
    content: await writeXlsx([{ name: "保单", columns: COLUMNS, rows }]),
  };
};
