import { z } from "zod";

/** 角色: the desks of an institution. What each may do is data (`role_permission`). */
export const Role = z.enum([
  "claims-handler",
  "claims-approver",
  "payments-officer",
  "investigator",
  "counter",
  "station-clerk",
  "call-centre",
  "guard-officer",
  "complaints-officer",
  "farm-officer",
  "clinic",
  "product-manager",
  "auditor",
  "administrator",
  "supervisor",
]);
export type Role = z.infer<typeof Role>;

/** As they are called where no page translates them: in a workbook, in a refusal. */
export const roleNames: Readonly<Record<Role, { readonly zh: string; readonly en: string }>> = {
  "claims-handler": { zh: "理赔处理", en: "claims handling" },
  "claims-approver": { zh: "理赔审批", en: "claims approval" },
  "payments-officer": { zh: "付款经办", en: "payments" },
  investigator: { zh: "调查", en: "investigation" },
  counter: { zh: "柜面", en: "counter" },
  "station-clerk": { zh: "服务站", en: "station" },
  "call-centre": { zh: "客服电话", en: "call centre" },
  "guard-officer": { zh: "反诈守护", en: "guard" },
  "complaints-officer": { zh: "投诉处理", en: "complaints" },
  "farm-officer": { zh: "农险协办", en: "farm insurance" },
  clinic: { zh: "诊所", en: "clinic" },
  "product-manager": { zh: "产品管理", en: "products" },
  auditor: { zh: "审计", en: "audit" },
  administrator: { zh: "系统管理", en: "administration" },
  supervisor: { zh: "监管", en: "supervision" },
};
