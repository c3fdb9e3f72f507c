import { z } from "zod";
import { CaseId, PartyId, StaffId } from "../../kernel/ids.ts";
import { operation } from "../../kernel/operation.ts";
import { PageQuery, pageOf } from "../../kernel/page.ts";
import { Role } from "../role/contract.ts";

const Reason = z
  .string()
  .trim()
  .min(4, "请写明原因，至少 4 个字 · give the reason, 4 characters at least")
  .max(500);

export const TemporaryRole = z.object({
  temporaryRoleId: z.uuid(),
  kind: z.enum(["delegation", "break-glass"]),
  staffId: StaffId,
  staff: z.string(),
  /** Whose roles; null in an emergency. */
  from: z.string().nullable(),
  roles: z.array(Role),
  approvalLimit: z.string().nullable(),
  reason: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
  state: z.enum(["coming", "running", "over", "ended"]),
  /** 事后复核 of an emergency; null while it waits for one. */
  review: z
    .object({
      verdict: z.enum(["justified", "unjustified"]),
      by: z.string(),
      at: z.string(),
      note: z.string(),
    })
    .nullable(),
  /** Whether the one who asks may end it, or review it. */
  mayEnd: z.boolean(),
  mayReview: z.boolean(),
});
export type TemporaryRole = z.output<typeof TemporaryRole>;

/** One's own; those who manage or review access see everybody's. */
export const listTemporaryRoles = operation({
  id: "access.listTemporaryRoles",
  method: "GET",
  path: "/access/temporary",
  who: { signedIn: true },
  summary: { zh: "转授权与应急访问", en: "Delegations and emergency access" },
  query: PageQuery.extend({
    kind: z.enum(["delegation", "break-glass"]).optional(),
    /** Emergencies that wait for their review. */
    waiting: z.enum(["true"]).optional(),
  }),
  output: pageOf(TemporaryRole),
});
/** 可以转授给谁: colleagues who work here now. */
export const listColleagues = operation({
  id: "access.listColleagues",
  method: "GET",
  path: "/access/colleagues",
  who: { signedIn: true },
  summary: { zh: "同事名单", en: "Colleagues" },
  output: z.object({
    items: z.array(z.object({ staffId: StaffId, name: z.string(), roles: z.array(Role) })),
  }),
});
/** 转授权: one's own roles, or a part of them, to a colleague, with an end. */
export const delegate = operation({
  id: "access.delegate",
  method: "POST",
  path: "/access/delegations",
  who: { signedIn: true },
  creates: true,
  summary: { zh: "转授权给同事（到期自动收回）", en: "Delegate one's roles to a colleague, with an end" },
  body: z.object({
    to: StaffId,
    roles: z.array(Role).min(1),
    /** Days in China, both included. */
    from: z.iso.date(),
    until: z.iso.date(),
    reason: Reason,
  }),
  output: TemporaryRole,
});
export const endTemporaryRole = operation({
  id: "access.endTemporaryRole",
  method: "DELETE",
  path: "/access/temporary/:temporaryRoleId",
  who: { signedIn: true },
  summary: { zh: "提前收回转授权，或结束应急访问", en: "End a delegation or an emergency early" },
  params: z.object({ temporaryRoleId: z.uuid() }),
  output: TemporaryRole,
});
/** 应急访问: reads what a case needs, for the minutes that the institution allows; another reviews it afterwards. */
export const breakGlass = operation({
  id: "access.breakGlass",
  method: "POST",
  path: "/access/break-glass",
  who: { staff: "access.break-glass" },
  creates: true,
  summary: {
    zh: "应急访问（写明原因，事后由他人复核）",
    en: "Emergency access, reviewed by another afterwards",
  },
  body: z.object({ reason: Reason }),
  output: TemporaryRole,
});
export const readTrail = operation({
  id: "access.readTrail",
  method: "GET",
  path: "/access/temporary/:temporaryRoleId/trail",
  who: { staff: "access.review" },
  summary: { zh: "应急访问期间做了什么", en: "What was done during an emergency" },
  params: z.object({ temporaryRoleId: z.uuid() }),
  output: z.object({
    items: z.array(
      z.object({
        at: z.string(),
        what: z.object({ zh: z.string(), en: z.string() }),
        subject: z.object({ kind: z.string(), id: z.string() }),
        purpose: z.string().nullable(),
      }),
    ),
  }),
});
export const reviewBreakGlass = operation({
  id: "access.reviewBreakGlass",
  method: "POST",
  path: "/access/temporary/:temporaryRoleId/review",
  who: { staff: "access.review" },
  summary: { zh: "复核应急访问", en: "Review an emergency" },
  params: z.object({ temporaryRoleId: z.uuid() }),
  body: z.object({ verdict: z.enum(["justified", "unjustified"]), note: Reason }),
  output: TemporaryRole,
});

const Recusal = z.object({
  recusalId: z.uuid(),
  staffId: StaffId,
  staff: z.string(),
  partyId: PartyId,
  caseId: CaseId.nullable(),
  /** The person, and the case, in words. */
  about: z.string(),
  reason: z.string(),
  since: z.string(),
  liftedAt: z.string().nullable(),
});
export type Recusal = z.output<typeof Recusal>;

/** One's own; those who manage access see everybody's. */
export const listRecusals = operation({
  id: "access.listRecusals",
  method: "GET",
  path: "/access/recusals",
  who: { signedIn: true },
  summary: { zh: "回避", en: "Recusals" },
  query: PageQuery,
  output: pageOf(Recusal),
});
/** 申报回避: for oneself; for another by those who manage access. From then on neither acts on it nor opens it. */
export const recuse = operation({
  id: "access.recuse",
  method: "POST",
  path: "/access/recusals",
  who: { signedIn: true },
  creates: true,
  summary: { zh: "申报回避一个案件或一位客户", en: "Be recused from a case or a person" },
  body: z.object({
    /** Left out: oneself. */
    staffId: StaffId.optional(),
    about: z.discriminatedUnion("kind", [
      z.object({ kind: z.literal("party"), partyId: PartyId }),
      z.object({ kind: z.literal("case"), caseId: CaseId }),
    ]),
    reason: Reason,
  }),
  output: Recusal,
});
export const liftRecusal = operation({
  id: "access.liftRecusal",
  method: "DELETE",
  path: "/access/recusals/:recusalId",
  who: { staff: "access.manage" },
  summary: { zh: "解除回避", en: "Lift a recusal" },
  params: z.object({ recusalId: z.uuid() }),
  output: Recusal,
});
