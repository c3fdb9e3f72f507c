import { z } from "zod";
import { operation, PERMISSIONS } from "../kernel/operation.ts";
import { Role } from "./role/contract.ts";
import { StaffSession } from "./session/contract.ts";

export { Role, StaffSession };

export const ConsumerSession = z.object({
  kind: z.literal("consumer"),
  name: z.string(),
  phoneMasked: z.string(),
  sample: z.boolean(),
});
export type ConsumerSession = z.infer<typeof ConsumerSession>;

export const signIn = operation({
  id: "access.signIn",
  method: "POST",
  path: "/session",
  who: { anyone: true },
  summary: { zh: "工作人员登录", en: "Staff sign in" },
  body: z.object({
    login: z.string().trim().min(1).max(100),
    password: z.string().min(1).max(200),
    /** The second step, where one is set up: six digits, or a recovery code. */
    code: z.string().trim().min(6).max(20).optional(),
  }),
  output: StaffSession,
});
/** Whoever is signed in, staff or consumer; `kind: "nobody"` otherwise. */
export const whoAmI = operation({
  id: "access.whoAmI",
  method: "GET",
  path: "/session",
  who: { anyone: true },
  summary: { zh: "当前登录身份", en: "Who is signed in" },
  output: z.discriminatedUnion("kind", [
    StaffSession,
    ConsumerSession,
    z.object({ kind: z.literal("nobody") }),
  ]),
});
export const signOut = operation({
  id: "access.signOut",
  method: "DELETE",
  path: "/session",
  who: { anyone: true },
  summary: { zh: "退出登录", en: "Sign out" },
  output: z.object({ signedOut: z.literal(true) }),
});
/** Sends a one-time code to a phone number. The answer is the same whether the number is known or not. */
export const sendCode = operation({
  id: "access.sendCode",
  method: "POST",
  path: "/consumer/code",
  who: { anyone: true },
  summary: { zh: "向手机发送一次性验证码", en: "Send a one-time code to a phone" },
  body: z.object({
    phone: z
      .string()
      .trim()
      .regex(/^1\d{10}$/, "手机号应为 11 位数字 · a phone number has 11 digits"),
  }),
  output: z.object({ sentTo: z.string(), expiresInSeconds: z.number().int() }),
});
export const enterCode = operation({
  id: "access.enterCode",
  method: "POST",
  path: "/consumer/session",
  who: { anyone: true },
  summary: { zh: "用验证码登录", en: "Sign in with the code" },
  body: z.object({
    phone: z
      .string()
      .trim()
      .regex(/^1\d{10}$/),
    code: z
      .string()
      .trim()
      .regex(/^\d{6}$/),
  }),
  output: ConsumerSession,
});
/** A bearer token for programs, with the permissions of the person who makes it, at most 90 days. Shown once. */
export const createToken = operation({
  id: "access.createToken",
  method: "POST",
  path: "/tokens",
  who: { signedIn: true },
  creates: true,
  summary: { zh: "创建程序访问令牌", en: "Create a bearer token for a program" },
  body: z.object({
    name: z.string().trim().min(1).max(100),
    days: z.number().int().min(1).max(90).default(30),
    /** 权限范围: the permissions it has at most, of its maker's own; left out, all of them. */
    scopes: z.array(z.enum(PERMISSIONS)).min(1).optional(),
  }),
  output: z.object({ token: z.string(), expiresAt: z.string() }),
});

export * from "./account/contract.ts";
export * from "./audit/contract.ts";
export * from "./held/contract.ts";
export * from "./office/contract.ts";
export * from "./ways/contract.ts";
