import { z } from "zod";
import { operation } from "../../kernel/operation.ts";

/** 登录会话或程序令牌: where somebody is signed in. */
export const SessionView = z.object({
  sessionId: z.uuid(),
  kind: z.enum(["staff", "program", "consumer"]),
  /** The browser in a few words, or the program's name; null where neither is known. */
  name: z.string().nullable(),
  /** What a program may do at most; null: all that its owner may. */
  scopes: z.array(z.string()).nullable(),
  since: z.string(),
  until: z.string(),
  /** The very session that asks. */
  current: z.boolean(),
});
export type SessionView = z.output<typeof SessionView>;

const NewPassword = z.string().min(10, "密码至少 10 个字 · a password has at least 10 characters").max(200);

export const myAccount = operation({
  id: "access.myAccount",
  method: "GET",
  path: "/account",
  who: { signedIn: true },
  summary: { zh: "我的账号：登录方式、会话与令牌", en: "One's own account: ways in, sessions and tokens" },
  output: z.object({
    login: z.string(),
    name: z.string(),
    branch: z.string().nullable(),
    /** What the institution asks of everybody. */
    secondFactor: z.enum(["optional", "required"]),
    passwordTemporary: z.boolean(),
    /** Since when an authenticator counts; null where none does. */
    totpSince: z.string().nullable(),
    passkeys: z.array(
      z.object({ passkeyId: z.uuid(), name: z.string(), since: z.string(), usedAt: z.string().nullable() }),
    ),
    recoveryCodesLeft: z.number().int(),
    sessions: z.array(SessionView),
    permissions: z.array(z.string()),
  }),
});
/** Begins anew each time: an authenticator counts only once a code of it was given. */
export const beginTotp = operation({
  id: "access.beginTotp",
  method: "POST",
  path: "/account/totp",
  who: { signedIn: true },
  summary: { zh: "开始绑定身份验证器", en: "Begin to set up an authenticator" },
  body: z.object({ password: z.string().min(1).max(200) }),
  output: z.object({ secret: z.string(), uri: z.string() }),
});
export const confirmTotp = operation({
  id: "access.confirmTotp",
  method: "POST",
  path: "/account/totp/confirmation",
  who: { signedIn: true },
  summary: { zh: "用第一个动态口令完成绑定", en: "Finish setting up with the first code" },
  body: z.object({
    code: z
      .string()
      .trim()
      .regex(/^\d{6}$/, "动态口令是 6 位数字 · the code has 6 digits"),
  }),
  /** Shown once. */
  output: z.object({ recoveryCodes: z.array(z.string()) }),
});
export const removeTotp = operation({
  id: "access.removeTotp",
  method: "POST",
  path: "/account/totp/removal",
  who: { signedIn: true },
  summary: { zh: "解除身份验证器", en: "Remove the authenticator" },
  body: z.object({ password: z.string().min(1).max(200) }),
  output: z.object({ removed: z.literal(true) }),
});
export const changePassword = operation({
  id: "access.changePassword",
  method: "POST",
  path: "/account/password",
  who: { signedIn: true },
  summary: { zh: "修改密码，其他会话随即退出", en: "Change the password; other sessions end" },
  body: z.object({ current: z.string().min(1).max(200), password: NewPassword }),
  output: z.object({ ended: z.number().int() }),
});
export const endMySession = operation({
  id: "access.endMySession",
  method: "DELETE",
  path: "/account/sessions/:sessionId",
  who: { signedIn: true },
  summary: { zh: "结束自己的会话或作废自己的令牌", en: "End one's own session, or revoke one's own token" },
  params: z.object({ sessionId: z.uuid() }),
  output: z.object({ ended: z.literal(true) }),
});
