import { timeInChina } from "../kernel/clock.ts";
import type { Download } from "../kernel/operation.ts";
import { type OutCell, writeXlsx, XLSX_MEDIA_TYPE } from "../tabular/index.ts";
import type { PaymentOrder } from "./model.ts";
import { purposeName, statusName } from "./words.ts";

const COLUMNS = [
  { header: "指令编号", width: 24 },
  { header: "案件编号", width: 20 },
  { header: "案由", width: 28 },
  { header: "性质", width: 12 },
  { header: "金额（元）", width: 16 },
  { header: "收款人", width: 16 },
  { header: "账号", width: 24 },
  { header: "开户行", width: 24 },
  { header: "状态", width: 12 },
  { header: "经办", width: 14 },
  { header: "提交时间", width: 22 },
  { header: "批准", width: 14 },
  { header: "批准时间", width: 22 },
  { header: "送银行时间", width: 22 },
  { header: "到账时间", width: 22 },
  { header: "退回原因", width: 28 },
];

/** The wall clock in China to the second, as a spreadsheet reads it: `2025-03-10 09:00:00`. */
const clock = (at: Date): string => timeInChina(at).slice(0, 19).replace("T", " ");

const cells = ({ terms, prepared, progress }: PaymentOrder): readonly OutCell[] => [
  terms.number,
  terms.caseNumber,
  terms.title,
  purposeName[terms.purpose].zh,
  terms.amount,
  terms.payee.name,
  terms.account.masked,
  terms.account.bank,
  statusName[progress.status].zh,
  prepared.by.name,
  clock(prepared.at),
  "approved" in progress ? progress.approved.by.name : "",
  "approved" in progress ? clock(progress.approved.at) : "",
  "sent" in progress ? clock(progress.sent.at) : "",
  "settled" in progress ? clock(progress.settled.at) : "",
  "reason" in progress ? progress.reason : "",
];

/** The list as a workbook; account numbers stay masked, times are China's. */
export const paymentsWorkbook = async (orders: readonly PaymentOrder[]): Promise<Download> => ({
  filename: "付款指令.xlsx",
  mediaType: XLSX_MEDIA_TYPE,
  content: await writeXlsx([{ name: "付款指令", columns: COLUMNS, rows: orders.map(cells) }]),
});
