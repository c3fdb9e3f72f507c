import { z } from "zod";
import { operation } from "../../kernel/operation.ts";

/** A document is text of some ten thousand characters; a quarter of a megabyte is far beyond any. */
export const DRAFT_MAX_BYTES = 256 * 1024;

export const DraftId = z.uuid().brand<"DraftId">();
export type DraftId = z.infer<typeof DraftId>;

export const DraftStatus = z.enum(["draft", "submitted", "signed", "withdrawn"]);
export type DraftStatus = z.infer<typeof DraftStatus>;

const Person = z.object({ id: z.string(), name: z.string() });

export const DraftSummary = z.object({
  draftId: DraftId,
  /** Rises with every step; a step names the version that the page showed. */
  version: z.number().int(),
  status: DraftStatus,
  /** `family/edition` as the text names itself; empty while it does not. */
  termsId: z.string(),
  title: z.string(),
  digest: z.string(),
  changedAt: z.string(),
  /** Who wrote any part of the text: none of them may sign it. */
  authors: z.array(Person),
  signatures: z.array(Person.extend({ at: z.string() })),
  /** Why it was returned or withdrawn, last. */
  remark: z.string().nullable(),
});
export type DraftSummary = z.infer<typeof DraftSummary>;

/** One step of a draft: who did what, when. */
export const DraftStep = z.object({
  version: z.number().int(),
  type: z.enum(["created", "saved", "submitted", "signed", "returned", "withdrawn"]),
  at: z.string(),
  by: z.string(),
  digest: z.string().nullable(),
  remark: z.string().nullable(),
});

export const DraftView = DraftSummary.extend({
  source: z.string(),
  steps: z.array(DraftStep),
  /** The other editions in force here, each cut down to its name and period: what this one is checked beside. */
  neighbours: z.array(z.object({ file: z.string(), text: z.string() })),
  /** What this person may do with it now. */
  may: z.object({
    edit: z.boolean(),
    submit: z.boolean(),
    sign: z.boolean(),
    return: z.boolean(),
    withdraw: z.boolean(),
  }),
  /** Why this person may not sign what waits for a signature. */
  notSigning: z.enum(["author", "signed-already", "no-permission"]).nullable(),
});
export type DraftView = z.infer<typeof DraftView>;

const params = z.object({ draftId: DraftId });
const Source = z.string().min(1).max(DRAFT_MAX_BYTES);
const version = z.number().int().min(1);
const remark = z.string().trim().min(2, "请写明原因 · say why").max(500);

export const listDrafts = operation({
  id: "terms.listDrafts",
  method: "GET",
  path: "/terms-drafts",
  who: { staff: "terms.review" },
  summary: { zh: "条款草稿", en: "Drafts of terms" },
  output: z.object({ items: z.array(DraftSummary) }),
});
export const readDraft = operation({
  id: "terms.readDraft",
  method: "GET",
  path: "/terms-drafts/:draftId",
  who: { staff: "terms.review" },
  summary: { zh: "一份草稿", en: "One draft" },
  params,
  output: DraftView,
});
export const readDraftVersion = operation({
  id: "terms.readDraftVersion",
  method: "GET",
  path: "/terms-drafts/:draftId/versions/:version",
  who: { staff: "terms.review" },
  summary: { zh: "草稿从前的文本", en: "A draft's text as it was" },
  params: params.extend({ version: z.coerce.number().int().min(1) }),
  output: z.object({ version: z.number().int(), source: z.string(), digest: z.string() }),
});
export const createDraft = operation({
  id: "terms.createDraft",
  method: "POST",
  path: "/terms-drafts",
  who: { staff: "terms.draft" },
  creates: true,
  summary: { zh: "新建草稿", en: "Start a draft" },
  body: z.object({ source: Source }),
  output: DraftView,
});
export const uploadDraft = operation({
  id: "terms.uploadDraft",
  method: "POST",
  path: "/terms-drafts/upload",
  who: { staff: "terms.draft" },
  creates: true,
  summary: { zh: "上传 YAML 文件作为草稿", en: "Start a draft from a YAML file" },
  body: z.object({}),
  file: { maxBytes: DRAFT_MAX_BYTES },
  output: DraftView,
});
export const saveDraft = operation({
  id: "terms.saveDraft",
  method: "PUT",
  path: "/terms-drafts/:draftId",
  who: { staff: "terms.draft" },
  summary: { zh: "保存草稿", en: "Save a draft" },
  params,
  body: z.object({ version, source: Source }),
  output: DraftView,
});
/** Checked as `goodfaith check` does; with one error it is not submitted. */
export const submitDraft = operation({
  id: "terms.submitDraft",
  method: "POST",
  path: "/terms-drafts/:draftId/submit",
  who: { staff: "terms.draft" },
  summary: { zh: "提交签发", en: "Submit for signing" },
  params,
  body: z.object({ version }),
  output: DraftView,
});
/** The second signature makes the edition: from then on it never changes. */
export const signDraft = operation({
  id: "terms.signDraft",
  method: "POST",
  path: "/terms-drafts/:draftId/sign",
  who: { staff: "terms.sign" },
  summary: { zh: "签发", en: "Sign" },
  params,
  body: z.object({ version, digest: z.string() }),
  output: DraftView,
});
export const returnDraft = operation({
  id: "terms.returnDraft",
  method: "POST",
  path: "/terms-drafts/:draftId/return",
  who: { staff: "terms.review" },
  summary: { zh: "退回修改", en: "Return for changes" },
  params,
  body: z.object({ version, remark }),
  output: DraftView,
});
export const withdrawDraft = operation({
  id: "terms.withdrawDraft",
  method: "POST",
  path: "/terms-drafts/:draftId/withdraw",
  who: { staff: "terms.draft" },
  summary: { zh: "撤回草稿", en: "Withdraw a draft" },
  params,
  body: z.object({ version, remark }),
  output: DraftView,
});
