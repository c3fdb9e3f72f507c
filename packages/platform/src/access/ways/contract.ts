import { z } from "zod";
import { operation } from "../../kernel/operation.ts";
import { StaffSession } from "../session/contract.ts";

const Transport = z.enum(["ble", "cable", "hybrid", "internal", "nfc", "smart-card", "usb"]);
const Base64Url = z
  .string()
  .regex(/^[\w-]+$/)
  .max(20_000);
const Descriptor = z.object({ id: z.string(), type: z.literal("public-key") });

/** What a browser's `navigator.credentials` is given, as JSON (WebAuthn Level 3). */
const CreationOptions = z.object({
  rp: z.object({ id: z.string(), name: z.string() }),
  user: z.object({ id: z.string(), name: z.string(), displayName: z.string() }),
  challenge: z.string(),
  pubKeyCredParams: z.array(z.object({ type: z.literal("public-key"), alg: z.number() })),
  timeout: z.number(),
  excludeCredentials: z.array(Descriptor),
  authenticatorSelection: z.object({
    residentKey: z.literal("required"),
    userVerification: z.literal("required"),
    requireResidentKey: z.boolean(),
  }),
  attestation: z.literal("none"),
});
const RequestOptions = z.object({
  rpId: z.string(),
  challenge: z.string(),
  timeout: z.number(),
  userVerification: z.literal("required"),
});

const Credential = { id: Base64Url, rawId: Base64Url, type: z.literal("public-key") };

/** 通行密钥: begins to add one; with the password, as every change of the ways in. */
export const beginPasskey = operation({
  id: "access.beginPasskey",
  method: "POST",
  path: "/account/passkeys/options",
  who: { anyone: true },
  summary: { zh: "开始添加通行密钥", en: "Begin to add a passkey" },
  body: z.object({ password: z.string().min(1).max(200) }),
  output: CreationOptions,
});
export const addPasskey = operation({
  id: "access.addPasskey",
  method: "POST",
  path: "/account/passkeys",
  who: { anyone: true },
  summary: { zh: "添加通行密钥", en: "Add a passkey" },
  body: z.object({
    name: z.string().trim().min(1).max(100),
    credential: z.object({
      ...Credential,
      response: z.object({
        clientDataJSON: Base64Url,
        attestationObject: Base64Url,
        transports: z.array(Transport).optional(),
      }),
    }),
  }),
  output: z.object({ added: z.literal(true) }),
});
export const removePasskey = operation({
  id: "access.removePasskey",
  method: "DELETE",
  path: "/account/passkeys/:passkeyId",
  who: { signedIn: true },
  summary: { zh: "删除自己的通行密钥", en: "Remove one's own passkey" },
  params: z.object({ passkeyId: z.uuid() }),
  output: z.object({ removed: z.literal(true) }),
});
export const askPasskey = operation({
  id: "access.askPasskey",
  method: "POST",
  path: "/session/passkey/options",
  who: { anyone: true },
  summary: { zh: "开始用通行密钥登录", en: "Begin to sign in with a passkey" },
  output: RequestOptions,
});
export const signInByPasskey = operation({
  id: "access.signInByPasskey",
  method: "POST",
  path: "/session/passkey",
  who: { anyone: true },
  summary: { zh: "用通行密钥登录", en: "Sign in with a passkey" },
  body: z.object({
    credential: z.object({
      ...Credential,
      response: z.object({
        clientDataJSON: Base64Url,
        authenticatorData: Base64Url,
        signature: Base64Url,
        userHandle: Base64Url.optional(),
      }),
    }),
  }),
  output: StaffSession,
});

/** 单点登录: the ways that institutions offer, for the door. */
export const listSignOn = operation({
  id: "access.listSignOn",
  method: "GET",
  path: "/sign-on",
  who: { anyone: true },
  summary: { zh: "可用的单点登录", en: "Single sign-on that is offered" },
  output: z.object({ items: z.array(z.object({ providerId: z.uuid(), name: z.string() })) }),
});
/** Where the browser goes, and a secret that only this browser brings back. */
export const beginSignOn = operation({
  id: "access.beginSignOn",
  method: "POST",
  path: "/sign-on/:providerId",
  who: { anyone: true },
  summary: { zh: "开始单点登录", en: "Begin single sign-on" },
  params: z.object({ providerId: z.uuid() }),
  output: z.object({ url: z.string(), secret: z.string() }),
});
export const finishSignOn = operation({
  id: "access.finishSignOn",
  method: "POST",
  path: "/session/sign-on",
  who: { anyone: true },
  summary: { zh: "完成单点登录", en: "Finish single sign-on" },
  body: z.object({
    secret: z.string().min(20).max(100),
    /** What the provider added to our address, `?code=…&state=…`. */
    answer: z.string().max(4000),
  }),
  output: StaffSession,
});
export const readSignOn = operation({
  id: "access.readSignOn",
  method: "GET",
  path: "/access/sign-on",
  who: { staff: "access.manage" },
  summary: { zh: "本机构的单点登录", en: "The institution's single sign-on" },
  output: z.object({
    items: z.array(
      z.object({
        providerId: z.uuid(),
        name: z.string(),
        issuer: z.string(),
        clientId: z.string(),
        loginClaim: z.string(),
      }),
    ),
  }),
});
/** The provider is asked for its description first: what cannot be reached is not kept. */
export const addSignOn = operation({
  id: "access.addSignOn",
  method: "POST",
  path: "/access/sign-on",
  who: { staff: "access.manage" },
  creates: true,
  summary: { zh: "接入单点登录（OIDC）", en: "Connect single sign-on (OIDC)" },
  body: z.object({
    name: z.string().trim().min(2).max(100),
    issuer: z.url({ protocol: /^https?$/ }).max(500),
    clientId: z.string().trim().min(1).max(200),
    clientSecret: z.string().min(1).max(500),
    loginClaim: z
      .string()
      .trim()
      .regex(/^[\w.-]{1,100}$/)
      .default("preferred_username"),
  }),
  output: z.object({ providerId: z.uuid() }),
});
export const removeSignOn = operation({
  id: "access.removeSignOn",
  method: "DELETE",
  path: "/access/sign-on/:providerId",
  who: { staff: "access.manage" },
  summary: { zh: "撤下单点登录", en: "Disconnect single sign-on" },
  params: z.object({ providerId: z.uuid() }),
  output: z.object({ removed: z.literal(true) }),
});
