import type { FieldProblem, Problem } from "../kernel/problem.ts";
import { type Refusal, refuse } from "../kernel/refusal.ts";

const KINDS: Record<Refusal["kind"], { status: number; zh: string; en: string }> = {
  invalid: { status: 400, zh: "内容有误", en: "Not right" },
  unauthenticated: { status: 401, zh: "请先登录", en: "Sign in first" },
  forbidden: { status: 403, zh: "没有权限", en: "Not allowed" },
  missing: { status: 404, zh: "没有找到", en: "Not found" },
  conflict: { status: 409, zh: "有冲突", en: "Conflict" },
  "too-large": { status: 413, zh: "太大", en: "Too large" },
  "too-many": { status: 429, zh: "太频繁", en: "Too many" },
};

/** A refusal as the API answers it. */
export const problemOf = (refusal: Refusal, fields?: readonly FieldProblem[]): Problem => {
  const { status, zh, en } = KINDS[refusal.kind];
  return {
    type: `urn:goodfaith:problem:${refusal.code}`,
    title: zh,
    titleEn: en,
    status,
    detail: refusal.zh,
    detailEn: refusal.en,
    code: refusal.code,
    facts: { ...refusal.facts },
    ...(fields ? { fields: [...fields] } : {}),
  };
};

/** What nobody foresaw: the caller gets a number to quote, the log gets the rest. */
export const unexpected = (id: string): Problem => ({
  type: "urn:goodfaith:problem:http.unexpected",
  title: "系统出错",
  titleEn: "Something went wrong",
  status: 500,
  detail: `系统出错，您的操作没有生效。请稍后再试；如需帮助，请告知编号 ${id}。`,
  detailEn: `Something went wrong and nothing was changed. Try again later; if you need help, quote ${id}.`,
  code: "http.unexpected",
  facts: {},
  id,
});

export const refusals = {
  signInFirst: () =>
    refuse("unauthenticated", "access.sign-in-first", {
      zh: "请先登录，或登录已过期。",
      en: "Sign in first; you are not signed in, or no longer.",
    }),
  notAllowed: (permission: string) =>
    refuse(
      "forbidden",
      "access.not-allowed",
      { zh: "您的角色没有这项权限。", en: "Your role does not include this." },
      { permission },
    ),
  otherSite: () =>
    refuse("forbidden", "http.other-site", {
      zh: "请求来自其他网站，已被拒绝。",
      en: "The request came from another site and was refused.",
    }),
  noSuchPath: (path: string) =>
    refuse(
      "missing",
      "http.no-such-path",
      { zh: "没有这个地址。", en: "There is no such address." },
      { path },
    ),
  tooLarge: (maxBytes: number) =>
    refuse(
      "too-large",
      "http.too-large",
      {
        zh: `文件太大：最多 ${megabytes(maxBytes)} MB。什么也没有保存。`,
        en: `The file is too large: at most ${megabytes(maxBytes)} MB. Nothing was saved.`,
      },
      { maxBytes },
    ),
  tooMany: (retryAfterSeconds: number) =>
    refuse(
      "too-many",
      "http.too-many",
      {
        zh: `请求太频繁，请 ${retryAfterSeconds} 秒后再试。`,
        en: `Too many requests; try again in ${retryAfterSeconds} seconds.`,
      },
      { retryAfterSeconds },
    ),
} as const;

const megabytes = (bytes: number) => Math.floor(bytes / (1024 * 1024));
