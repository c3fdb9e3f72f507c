import { dayInChina } from "../../kernel/clock.ts";
import type { Download } from "../../kernel/operation.ts";
import type { Context, StaffActor } from "../../store/index.ts";
import { writeXlsx, XLSX_MEDIA_TYPE } from "../../tabular/index.ts";
import { record } from "../audit/index.ts";
import { roleNames } from "../role/contract.ts";
import type { StaffFilter } from "./contract.ts";
import { listMembers } from "./list.ts";

/** More people than any institution of a city has. */
const MOST_ROWS = 50_000;
const COLUMNS = [
  { header: "姓名", width: 18 },
  { header: "登录名", width: 18 },
  { header: "角色", width: 26 },
  { header: "分支机构", width: 22 },
  { header: "授权额度（元）", width: 16 },
  { header: "两步登录", width: 10 },
  { header: "在线", width: 8 },
  { header: "停用时间", width: 26 },
];

/** The list as XLSX; that it was taken is on record. */
export const exportMembers = async (context: Context<StaffActor>, filter: StaffFilter): Promise<Download> => {
  const members = await listMembers(context, filter, { after: null, limit: MOST_ROWS });
  await record(context, {
    action: "access.export-staff",
    subject: { kind: "institution", id: context.actor.institutionId },
    detail: { rows: members.length },
  });
  const rows = members.map(({ member }) => [
    member.name,
    member.login,
    member.roles.map((role) => roleNames[role].zh).join("、"),
    member.branch,
    member.approvalLimit,
    member.secondStep ? "是" : "否",
    member.sessions,
    member.endedAt,
  ]);
  return {
    filename: `工作人员-${dayInChina(context.clock.now())}.xlsx`,
    mediaType: XLSX_MEDIA_TYPE,
    content: await writeXlsx([{ name: "工作人员", columns: COLUMNS, rows }]),
  };
};
