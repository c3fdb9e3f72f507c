import { z } from "zod";
import { InstructionView } from "../core/contract.ts";
import { PartyId, PolicyId } from "../kernel/ids.ts";
import { Yuan } from "../kernel/money.ts";
import { operation } from "../kernel/operation.ts";
import { PageQuery, pageOf } from "../kernel/page.ts";

/** 保单状态: `lapsed` is 效力中止; a 复效 is `in-force` after it. */
export const PolicyStatus = z.enum(["in-force", "grace", "lapsed", "terminated", "matured", "surrendered"]);
export type PolicyStatus = z.infer<typeof PolicyStatus>;
/** 批单类型 */
export const EndorsementKind = z.enum([
  "reinstatement",
  "surrender",
  "termination",
  "holder",
  "beneficiary",
  "contact",
  "other",
]);
export type EndorsementKind = z.infer<typeof EndorsementKind>;
const Money = Yuan.nullable();

export const PolicySummary = z.object({
  partyId: PartyId,
  policyId: PolicyId,
  number: z.string(),
  insured: z.string(),
  product: z.string(),
  terms: z.string(),
  status: PolicyStatus,
  since: z.string(),
  effective: z.string(),
  matures: z.string().nullable(),
  sumInsured: Money,
  sample: z.boolean(),
});
const Entry = z.object({
  kind: z.enum(["rider", "loan", "loan-repaid", "account-value", "cash-value"]),
  name: z.string(),
  on: z.string(),
  until: z.string().nullable(),
  amount: Yuan,
  /** A loan's yearly interest, percent. */
  rate: z.string().nullable(),
});
export const EndorsementView = z.object({
  endorsementId: z.uuid(),
  kind: EndorsementKind,
  effective: z.string(),
  note: z.string(),
  instruction: InstructionView,
});
export const PolicyView = PolicySummary.extend({
  formed: z.string(),
  reinstated: z.string().nullable(),
  premiumsPaid: Money,
  cashValue: Money,
  owed: Money,
  people: z.array(
    z.object({
      role: z.enum(["holder", "insured", "beneficiary"]),
      partyId: PartyId,
      name: z.string(),
      kinship: z.string().nullable(),
      share: z.string().nullable(),
      accountMasked: z.string().nullable(),
    }),
  ),
  premiums: z.array(z.object({ due: z.string(), amount: Yuan, paid: z.string().nullable() })),
  entries: z.array(Entry),
  /** What is lent and not paid back, principal only; null where there is no loan. */
  lent: Money,
  endorsements: z.array(EndorsementView),
  /** What may be asked for now, by the policy's status. */
  mayAsk: z.array(EndorsementKind),
  /** Newest first. */
  timeline: z.array(
    z.object({
      at: z.string(),
      kind: z.enum(["status", "premium", "entry", "endorsement"]),
      zh: z.string(),
      en: z.string(),
    }),
  ),
});

const Filter = {
  /** A policy number's beginning, or a person: name, phone, identity number. */
  q: z.string().trim().max(100).optional(),
  status: PolicyStatus.optional(),
  terms: z.string().trim().max(100).optional(),
};
export const listPolicies = operation({
  id: "policies.list",
  method: "GET",
  path: "/policies",
  who: { staff: "policies.read" },
  summary: { zh: "保单列表", en: "Policies" },
  query: PageQuery.extend(Filter),
  output: pageOf(PolicySummary),
});
export const exportPolicies = operation({
  id: "policies.export",
  method: "GET",
  path: "/policies.xlsx",
  who: { staff: "policies.read" },
  summary: { zh: "导出保单", en: "Export policies" },
  query: z.object(Filter),
  output: "download",
});
export const listProducts = operation({
  id: "policies.products",
  method: "GET",
  path: "/policies/products",
  who: { staff: "policies.read" },
  summary: { zh: "有保单的产品", en: "The products that have policies" },
  output: z.array(z.object({ terms: z.string(), product: z.string(), policies: z.number().int() })),
});
export const readPolicy = operation({
  id: "policies.read",
  method: "GET",
  path: "/policies/:partyId/:policyId",
  who: { staff: "policies.read" },
  summary: { zh: "一份保单", en: "One policy" },
  params: z.object({ partyId: PartyId, policyId: PolicyId }),
  output: PolicyView,
});
export const requestEndorsement = operation({
  id: "policies.endorse",
  method: "POST",
  path: "/policies/:partyId/:policyId/endorsements",
  who: { staff: "policies.endorse" },
  summary: { zh: "申请批单", en: "Ask for an endorsement" },
  params: z.object({ partyId: PartyId, policyId: PolicyId }),
  body: z.object({
    kind: EndorsementKind,
    /** The first day of it. */
    effective: z.iso.date({ error: "应为日期，如 2025-03-01 · a day such as 2025-03-01" }),
    /** What was asked for, and what it rests on. */
    note: z.string().trim().min(4, "请写明申请内容 · say what is asked for").max(500),
  }),
  output: z.object({ endorsementId: z.uuid(), instructionId: z.uuid() }),
  creates: true,
});
