import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { PageQuery, pageOf } from "../../kernel/page.ts";

/** What notes are about, as their actions begin. */
export const AuditArea = z.enum([
  "access",
  "people",
  "claims",
  "payments",
  "terms",
  "imports",
  "messages",
  "consumer",
]);
export type AuditArea = z.infer<typeof AuditArea>;

const AuditFilter = z.object({
  area: AuditArea.optional(),
  /** A part of the name of who did it. */
  who: z.string().trim().max(100).optional(),
  /** The id of what it was done to, or of the person whose records they are. */
  about: z.uuid().optional(),
  /** Days in China, both included. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
});
export type AuditFilter = z.infer<typeof AuditFilter>;

export const AuditNoteView = z.object({
  auditId: z.string(),
  at: z.string(),
  who: z.string(),
  kind: z.enum(["staff", "consumer", "system"]),
  action: z.string(),
  what: z.object({ zh: z.string(), en: z.string() }),
  subject: z.object({ kind: z.string(), id: z.string() }),
  purpose: z.string().nullable(),
  detail: z.record(z.string(), z.unknown()),
  /** Its number in the chain; null for the seconds until it is chained. */
  link: z.string().nullable(),
});

/** 留痕: what was done and looked at, newest first. */
export const listAudit = operation({
  id: "audit.list",
  method: "GET",
  path: "/audit",
  who: { staff: "audit.read" },
  summary: { zh: "留痕：谁做了什么、看了什么", en: "The audit: who did and looked at what" },
  query: PageQuery.extend(AuditFilter.shape),
  output: pageOf(AuditNoteView),
});

export const exportAudit = operation({
  id: "audit.export",
  method: "GET",
  path: "/audit/export",
  who: { staff: "audit.read" },
  summary: { zh: "导出留痕（CSV）", en: "The audit as CSV" },
  query: AuditFilter,
  output: "download",
});

/** 核验留痕链. It is itself noted. */
export const checkAudit = operation({
  id: "audit.check",
  method: "POST",
  path: "/audit/check",
  who: { staff: "audit.read" },
  summary: { zh: "核验留痕链", en: "Verify the chain of the audit" },
  output: z.object({
    links: z.string(),
    waiting: z.number().int(),
    /** The end of the chain; whoever keeps it can prove later that nothing up to here was changed. */
    head: z.string(),
    differs: z.array(z.string()),
  }),
});
