import { z } from "zod";
import { StaffId } from "../../kernel/ids.ts";
import { operation } from "../../kernel/operation.ts";
import { PageQuery, pageOf } from "../../kernel/page.ts";
import { SessionView } from "../account/contract.ts";
import { Role } from "../role/contract.ts";

const Amount = z
  .string()
  .trim()
  .regex(/^\d{1,12}(\.\d{1,2})?$/, "金额应如 200000.00 · an amount such as 200000.00");

/** What the administrator says of a member of staff. */
const StaffFields = z.object({
  name: z.string().trim().min(1).max(100),
  roles: z.array(Role).min(1, "至少一个角色 · at least one role"),
  /** 授权额度, yuan; null where nothing may be approved */
  approvalLimit: Amount.nullable(),
  branchId: z.uuid().nullable(),
});

export const StaffMember = z.object({
  staffId: StaffId,
  login: z.string(),
  name: z.string(),
  roles: z.array(Role),
  branchId: z.string().nullable(),
  branch: z.string().nullable(),
  approvalLimit: z.string().nullable(),
  secondStep: z.boolean(),
  /** Since when they no longer work here; null while they do. */
  endedAt: z.string().nullable(),
  since: z.string(),
  /** How many browsers and programs are signed in as them. */
  sessions: z.number().int(),
});
export type StaffMember = z.output<typeof StaffMember>;

const StaffFilter = z.object({
  /** A part of the name or the login. */
  q: z.string().trim().max(100).optional(),
  role: Role.optional(),
  branchId: z.uuid().optional(),
  ended: z.enum(["no", "yes", "all"]).default("no"),
});
export type StaffFilter = z.output<typeof StaffFilter>;

const manage = { staff: "access.manage" } as const;

export const listStaff = operation({
  id: "access.listStaff",
  method: "GET",
  path: "/access/staff",
  who: manage,
  summary: { zh: "工作人员", en: "Members of staff" },
  query: PageQuery.extend(StaffFilter.shape),
  output: pageOf(StaffMember),
});
export const exportStaff = operation({
  id: "access.exportStaff",
  method: "GET",
  path: "/access/staff/export",
  who: manage,
  summary: { zh: "导出工作人员（Excel）", en: "Members of staff as XLSX" },
  query: StaffFilter,
  output: "download",
});
const OneStaff = z.object({ staffId: StaffId });
export const readStaffMember = operation({
  id: "access.readStaff",
  method: "GET",
  path: "/access/staff/:staffId",
  who: manage,
  summary: { zh: "一名工作人员，及其会话与令牌", en: "A member of staff, with sessions and tokens" },
  params: OneStaff,
  output: z.object({ member: StaffMember, sessions: z.array(SessionView) }),
});
/** The first password is made here, shown once, and must be changed at the first sign-in. */
export const createStaff = operation({
  id: "access.createStaff",
  method: "POST",
  path: "/access/staff",
  who: manage,
  creates: true,
  summary: { zh: "添加工作人员", en: "Add a member of staff" },
  body: StaffFields.extend({
    login: z
      .string()
      .trim()
      .regex(/^[a-zA-Z0-9][\w.@-]{1,99}$/, "登录名用字母、数字和 . _ - @ · letters, digits and . _ - @"),
  }),
  output: z.object({ member: StaffMember, password: z.string() }),
});
export const changeStaff = operation({
  id: "access.changeStaff",
  method: "PUT",
  path: "/access/staff/:staffId",
  who: manage,
  summary: { zh: "修改角色、额度与部门", en: "Change roles, limit and branch" },
  params: OneStaff,
  body: StaffFields,
  output: StaffMember,
});
export const endStaff = operation({
  id: "access.endStaff",
  method: "POST",
  path: "/access/staff/:staffId/end",
  who: manage,
  summary: { zh: "停用账号，立即生效", en: "End an account, at once" },
  params: OneStaff,
  body: z.object({ reason: z.string().trim().min(2).max(500) }),
  output: StaffMember,
});
export const returnStaff = operation({
  id: "access.returnStaff",
  method: "POST",
  path: "/access/staff/:staffId/return",
  who: manage,
  summary: { zh: "恢复账号", en: "Let an account in again" },
  params: OneStaff,
  body: z.object({ reason: z.string().trim().min(2).max(500) }),
  output: StaffMember,
});
/** For one who forgot the password or lost the phone: both ways in are set back, and everything open ends. */
export const resetStaff = operation({
  id: "access.resetStaff",
  method: "POST",
  path: "/access/staff/:staffId/reset",
  who: manage,
  summary: { zh: "重置密码与两步登录", en: "Set password and second step back" },
  params: OneStaff,
  body: z.object({ reason: z.string().trim().min(2).max(500) }),
  output: z.object({ password: z.string() }),
});
export const endStaffSession = operation({
  id: "access.endStaffSession",
  method: "DELETE",
  path: "/access/sessions/:sessionId",
  who: manage,
  summary: { zh: "结束会话或作废令牌", en: "End a session, or revoke a token" },
  params: z.object({ sessionId: z.uuid() }),
  output: z.object({ ended: z.literal(true) }),
});
export const listSessions = operation({
  id: "access.listSessions",
  method: "GET",
  path: "/access/sessions",
  who: manage,
  summary: { zh: "本机构的会话与令牌", en: "The institution's sessions and tokens" },
  query: PageQuery.extend({ kind: z.enum(["staff", "program"]).optional() }),
  output: pageOf(SessionView.extend({ staffId: z.string(), staff: z.string() })),
});

const Branch = z.object({
  branchId: z.string(),
  name: z.string(),
  /** How many work there now. */
  staff: z.number().int(),
});
export const listBranches = operation({
  id: "access.listBranches",
  method: "GET",
  path: "/access/branches",
  who: { signedIn: true },
  summary: { zh: "分支机构", en: "Branches" },
  output: z.object({ items: z.array(Branch) }),
});
export const createBranch = operation({
  id: "access.createBranch",
  method: "POST",
  path: "/access/branches",
  who: manage,
  creates: true,
  summary: { zh: "新建分支机构", en: "Add a branch" },
  body: z.object({ name: z.string().trim().min(2).max(100) }),
  output: Branch,
});
export const closeBranch = operation({
  id: "access.closeBranch",
  method: "DELETE",
  path: "/access/branches/:branchId",
  who: manage,
  summary: { zh: "撤销分支机构（须已无人）", en: "Close a branch that nobody works at" },
  params: z.object({ branchId: z.uuid() }),
  output: z.object({ closed: z.literal(true) }),
});

/** 角色与权限 as the database holds them. */
export const listRoles = operation({
  id: "access.listRoles",
  method: "GET",
  path: "/access/roles",
  who: { signedIn: true },
  summary: { zh: "角色与权限", en: "Roles and their permissions" },
  output: z.object({ items: z.array(z.object({ role: Role, permissions: z.array(z.string()) })) }),
});

export const AccessSettings = z.object({
  secondFactor: z.enum(["optional", "required"]),
  delegationDaysMax: z.number().int().min(1).max(366),
  breakGlassMinutes: z.number().int().min(5).max(480),
});
export const readSettings = operation({
  id: "access.readSettings",
  method: "GET",
  path: "/access/settings",
  who: { signedIn: true },
  summary: { zh: "登录与授权设置", en: "Settings of access" },
  output: AccessSettings,
});
export const changeSettings = operation({
  id: "access.changeSettings",
  method: "PUT",
  path: "/access/settings",
  who: manage,
  summary: { zh: "修改登录与授权设置", en: "Change the settings of access" },
  body: AccessSettings,
  output: AccessSettings,
});
