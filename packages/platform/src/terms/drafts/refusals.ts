import type { TermsProblem } from "@goodfaith/clauses";
import { type Refusal, refuse } from "../../kernel/refusal.ts";
import { DRAFT_MAX_BYTES, type DraftStatus } from "./contract.ts";

const STATUS: Record<DraftStatus, { zh: string; en: string }> = {
  draft: { zh: "还在起草", en: "is still being written" },
  submitted: { zh: "已提交签发", en: "is submitted for signing" },
  signed: { zh: "已经签发", en: "has been signed" },
  withdrawn: { zh: "已经撤回", en: "has been withdrawn" },
};
const KILOBYTES = DRAFT_MAX_BYTES / 1024;
/** What a person can read at once; the page shows them all, live. */
const MOST_PROBLEMS = 20;

/** Why something cannot be done with a draft. */
export const no = {
  missing: (): Refusal =>
    refuse("missing", "terms.no-draft", {
      zh: "没有这份草稿。",
      en: "There is no such draft.",
    }),
  changed: (expected: number, now: number): Refusal =>
    refuse(
      "conflict",
      "terms.draft-changed",
      {
        zh: `草稿已被别人改到第 ${now} 步，而您看到的是第 ${expected} 步。请先复制好自己的文字，刷新后再改。`,
        en: `The draft has moved on to step ${now}; you saw step ${expected}. Keep a copy of your text, reload, and change it again.`,
      },
      { expected, now },
    ),
  submitted: (): Refusal =>
    refuse("conflict", "terms.draft-submitted", {
      zh: "草稿已提交签发，不能再改；要改请先退回。",
      en: "The draft is submitted for signing and cannot be changed; return it first.",
    }),
  notSubmitted: (status: DraftStatus): Refusal =>
    refuse(
      "conflict",
      "terms.draft-not-submitted",
      {
        zh: `草稿${STATUS[status].zh}，提交之后才能签发或退回。`,
        en: `The draft ${STATUS[status].en}; it can be signed or returned once it is submitted.`,
      },
      { status },
    ),
  ended: (status: "signed" | "withdrawn"): Refusal =>
    refuse(
      "conflict",
      "terms.draft-ended",
      {
        zh: `这份草稿${STATUS[status].zh}，不再改变。要修改请另起一份新版本的草稿。`,
        en: `This draft ${STATUS[status].en} and changes no more. For a change, start a draft of a new edition.`,
      },
      { status },
    ),
  otherText: (given: string, now: string): Refusal =>
    refuse(
      "conflict",
      "terms.draft-other-text",
      {
        zh: "您要签的文本与现在的文本摘要不同。请刷新，看过现在的文本再签。",
        en: "The text you want to sign has another digest than the present one. Reload and read the present text first.",
      },
      { given, now },
    ),
  ownWriting: (name: string): Refusal =>
    refuse(
      "forbidden",
      "terms.sign-own",
      {
        zh: `${name}写过这份草稿，不能自己签发。请两位没有写过它的人签发。`,
        en: `${name} wrote part of this draft and may not sign it. Two people who did not write it sign.`,
      },
      { name },
    ),
  signedAlready: (name: string): Refusal =>
    refuse(
      "forbidden",
      "terms.sign-twice",
      {
        zh: `${name}已经签过了；第二个签名要由另一个人来签。`,
        en: `${name} has signed already; the second signature is another person's.`,
      },
      { name },
    ),
  notReviewer: (): Refusal =>
    refuse("forbidden", "terms.return-forbidden", {
      zh: "退回草稿需要起草或签发的权限。",
      en: "Returning a draft needs the permission to write or to sign.",
    }),
  check: (problems: readonly TermsProblem[]): Refusal =>
    refuse(
      "invalid",
      "terms.check-failed",
      {
        zh: `检查未通过，有 ${problems.length} 处错误，改好后再来。第 ${problems[0]?.line ?? 0} 行：${problems[0]?.zh.message ?? ""}。`,
        en: `The check found ${problems.length} errors; correct them first. Line ${problems[0]?.line ?? 0}: ${problems[0]?.message ?? ""}.`,
      },
      {
        problems: problems.slice(0, MOST_PROBLEMS).map(({ line, column, message, hint, zh }) => ({
          line,
          column,
          en: `${message}; ${hint}`,
          zh: `${zh.message}；${zh.hint}`,
        })),
      },
    ),
  taken: (id: string, where: "folder" | "signed" | "used"): Refusal =>
    refuse(
      "conflict",
      "terms.edition-exists",
      {
        zh: `已经有 ${id} 这个版本，而一个版本从不改变。请给草稿一个新的版本号。`,
        en: `There is an edition ${id} already, and an edition never changes. Give the draft a new edition.`,
      },
      { terms: id, where },
    ),
  tooLarge: (bytes: number): Refusal =>
    refuse(
      "too-large",
      "terms.draft-too-large",
      {
        zh: `文本有 ${Math.ceil(bytes / 1024)} KB，一份条款最多 ${KILOBYTES} KB。`,
        en: `The text has ${Math.ceil(bytes / 1024)} KB; a document has at most ${KILOBYTES} KB.`,
      },
      { bytes, most: DRAFT_MAX_BYTES },
    ),
  notText: (): Refusal =>
    refuse("invalid", "terms.draft-not-text", {
      zh: "这不是 UTF-8 文本。请上传用 UTF-8 保存的 .yaml 文件，而不是 Word、Excel 或压缩包。",
      en: "This is not UTF-8 text. Upload a .yaml file saved as UTF-8, not a Word, Excel or zip file.",
    }),
  noTerms: (): Refusal =>
    refuse("invalid", "terms.draft-no-terms", {
      zh: "文件里没有 terms: 这一行，不像是条款。条款以 terms: 家族/版本 开头。",
      en: "The file has no line terms:, so it is no terms document. One begins with terms: family/edition.",
    }),
};
