import { type CaseFilter, listCases } from "../cases/index.ts";
import { dayInChina } from "../kernel/clock.ts";
import type { Download } from "../kernel/operation.ts";
import type { Context } from "../store/index.ts";
import { writeXlsx, XLSX_MEDIA_TYPE } from "../tabular/index.ts";

const MOST_ROWS = 100_000;
const statusNames = { open: "核定中", decided: "已核定", paid: "已给付", closed: "已结案" } as const;

/** The list as a workbook: what the filter finds, newest first. Amounts are numbers in yuan. */
export const exportCases = async (context: Context, filter: CaseFilter): Promise<Download> => {
  const rows = await listCases(context, filter, { after: null, limit: MOST_ROWS });
  const headers = [
    "案号",
    "案件",
    "被保险人",
    "状态",
    "报案日期",
    "经办人",
    "最少应付（元）",
    "最多应付（元）",
    "已提交（元）",
    "已到账（元）",
    "还需",
    "最近时限",
    "到期日",
  ];
  const content = await writeXlsx([
    {
      name: "理赔案件",
      columns: headers.map((header) => ({ header, width: header === "案件" ? 30 : 16 })),
      rows: rows.map((row) => [
        row.number,
        row.title,
        row.subjectName,
        statusNames[row.status],
        dayInChina(row.openedAt),
        row.handlerName,
        row.least,
        row.most ?? "不封顶",
        row.ordered,
        row.paid,
        row.asks.join("、"),
        row.nextDue?.name ?? null,
        row.nextDue?.due ?? null,
      ]),
    },
  ]);
  return {
    filename: `理赔案件-${dayInChina(context.clock.now())}.xlsx`,
    mediaType: XLSX_MEDIA_TYPE,
    content,
  };
};
