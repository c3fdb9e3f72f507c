import { refuse } from "../../kernel/refusal.ts";

export const waysRefusals = {
  signInFirst: () =>
    refuse("unauthenticated", "access.sign-in-first", {
      zh: "请先登录，或登录已过期。",
      en: "Sign in first; you are not signed in, or no longer.",
    }),
  passkey: () =>
    refuse("unauthenticated", "access.passkey-unknown", {
      zh: "这个通行密钥没有通过验证：可能已删除、超时，或不属于这里。请重试，或用密码登录。",
      en: "The passkey was not accepted: it was removed, too late, or is not of this place. Try again, or use the password.",
    }),
  passkeyNotAdded: () =>
    refuse("invalid", "access.passkey-not-added", {
      zh: "通行密钥没有添加成功：超时或设备没有确认本人。请重新开始。",
      en: "The passkey was not added: too late, or the device did not confirm who you are. Begin again.",
    }),
  noPasskey: () =>
    refuse("missing", "access.no-passkey", { zh: "没有这个通行密钥。", en: "There is no such passkey." }),
  noProvider: () =>
    refuse("missing", "access.no-provider", {
      zh: "没有这个单点登录。",
      en: "There is no such sign-on.",
    }),
  unreachable: (issuer: string) =>
    refuse(
      "invalid",
      "access.provider-unreachable",
      {
        zh: `读不到 ${issuer} 的 OIDC 说明（/.well-known/openid-configuration）。请核对地址；除本机外须为 https。`,
        en: `The OIDC description of ${issuer} (/.well-known/openid-configuration) cannot be read. Check the address; elsewhere than on this machine it must be https.`,
      },
      { issuer },
    ),
  connected: (issuer: string) =>
    refuse(
      "conflict",
      "access.provider-connected",
      { zh: `${issuer} 已经接入。`, en: `${issuer} is connected already.` },
      { issuer },
    ),
  notAnswered: () =>
    refuse("unauthenticated", "access.sign-on-failed", {
      zh: "单点登录没有完成：超时、被取消，或答复与请求对不上。请重新开始。",
      en: "The sign-on did not finish: too late, cancelled, or the answer does not fit the request. Begin again.",
    }),
  nobody: (login: string) =>
    refuse(
      "unauthenticated",
      "access.sign-on-nobody",
      {
        zh: `单点登录认得您（${login}），但本机构没有对应的账号，请联系管理员。`,
        en: `The sign-on knows you (${login}), but the institution has no account for you; ask an administrator.`,
      },
      { login },
    ),
} as const;
