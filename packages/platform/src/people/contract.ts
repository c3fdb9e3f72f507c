import { z } from "zod";
import { CaseId, PartyId, PolicyId } from "../kernel/ids.ts";
import { operation } from "../kernel/operation.ts";
import { PageQuery, pageOf } from "../kernel/page.ts";
import { JoinedRecord } from "./joins/contract.ts";

export const PartySummary = z.object({
  partyId: PartyId,
  name: z.string(),
  kind: z.enum(["person", "household", "farm", "company"]),
  identityMasked: z.string().nullable(),
  born: z.string().nullable(),
  phoneMasked: z.string().nullable(),
  policies: z.number().int(),
  openCases: z.number().int(),
  sample: z.boolean(),
});
export const ContactView = z.object({
  /** The record it stands on, of those shown together. */
  partyId: PartyId,
  contactId: z.uuid(),
  kind: z.enum(["phone", "wechat", "address", "bank-account"]),
  masked: z.string(),
  status: z.enum(["good", "stale", "unknown"]),
  since: z.string().nullable(),
});
export const PartyView = PartySummary.extend({
  /** Every record of this party, the one they are shown under first; one where it was never joined. */
  records: z.array(JoinedRecord),
  contacts: z.array(ContactView),
  relations: z.array(
    z.object({
      partyId: PartyId,
      name: z.string(),
      relation: z.string(),
      policyNumber: z.string().nullable(),
      share: z.string().nullable(),
    }),
  ),
  covers: z.array(
    z.object({
      policyId: PolicyId,
      /** The insured, whose policy it is. */
      insuredId: PartyId,
      number: z.string(),
      product: z.string(),
      terms: z.string(),
      status: z.string(),
      role: z.string(),
      effective: z.string(),
      expires: z.string().nullable(),
      sumInsured: z.string(),
    }),
  ),
  cases: z.array(
    z.object({
      caseId: CaseId,
      number: z.string(),
      title: z.string(),
      status: z.string(),
      least: z.string(),
      most: z.string().nullable(),
    }),
  ),
  /** Everything about one party on a single time line, newest first. */
  timeline: z.array(
    z.object({
      at: z.string(),
      kind: z.enum(["policy", "premium", "claim", "payment", "contact", "message", "access"]),
      zh: z.string(),
      en: z.string(),
      link: z.string().nullable(),
    }),
  ),
  /** Who opened this person's masked data, and why. */
  openings: z.array(z.object({ at: z.string(), by: z.string(), what: z.string(), purpose: z.string() })),
});

export const listPeople = operation({
  id: "people.list",
  method: "GET",
  path: "/people",
  who: { staff: "people.read" },
  summary: { zh: "查找客户", en: "Find people" },
  /** A name, a phone, an identity number or a policy number. */
  query: PageQuery.extend({ q: z.string().trim().max(100).optional() }),
  output: pageOf(PartySummary),
});
export const exportPeople = operation({
  id: "people.export",
  method: "GET",
  path: "/people.xlsx",
  who: { staff: "people.read" },
  summary: { zh: "导出客户名单", en: "Export people" },
  query: z.object({ q: z.string().trim().max(100).optional() }),
  output: "download",
});
export const readParty = operation({
  id: "people.read",
  method: "GET",
  path: "/people/:partyId",
  who: { staff: "people.read" },
  summary: { zh: "一人一页", en: "One party" },
  params: z.object({ partyId: PartyId }),
  output: PartyView,
});
/** Opens one masked value. The purpose is asked, and the opening is on record for the person to see. */
export const reveal = operation({
  id: "people.reveal",
  method: "POST",
  path: "/people/:partyId/reveal",
  who: { staff: "people.reveal" },
  summary: { zh: "查看完整信息（留痕）", en: "Open a masked value, on record" },
  params: z.object({ partyId: PartyId }),
  body: z.object({
    what: z.union([z.literal("identity"), z.uuid()]),
    purpose: z.string().trim().min(4, "请写明用途 · say what for").max(200),
  }),
  output: z.object({ value: z.string() }),
});
