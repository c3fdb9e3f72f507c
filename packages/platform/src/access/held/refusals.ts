import { refuse } from "../../kernel/refusal.ts";
import { type Role, roleNames } from "../role/contract.ts";

export const heldRefusals = {
  notOwn: (roles: readonly Role[]) =>
    refuse(
      "forbidden",
      "access.delegates-own-only",
      {
        zh: `只能转授自己本来的角色，您没有：${roles.map((role) => roleNames[role].zh).join("、")}。`,
        en: `One delegates one's own roles only; these are not yours: ${roles.map((role) => roleNames[role].en).join(", ")}.`,
      },
      { roles },
    ),
  toOneself: () =>
    refuse("invalid", "access.delegate-to-oneself", {
      zh: "不能转授给自己。",
      en: "Nobody delegates to themselves.",
    }),
  noColleague: () =>
    refuse("missing", "access.no-colleague", {
      zh: "没有这位同事，或其账号已停用。",
      en: "There is no such colleague, or their account has ended.",
    }),
  days: (most: number) =>
    refuse(
      "invalid",
      "access.delegation-days",
      {
        zh: `起止日期不对：不能早于今天，截止不早于开始，最长 ${most} 天。`,
        en: `The days do not fit: not before today, the end not before the beginning, ${most} days at most.`,
      },
      { most },
    ),
  noTemporaryRole: () =>
    refuse("missing", "access.no-temporary-role", {
      zh: "没有这项转授权或应急访问。",
      en: "There is no such delegation or emergency.",
    }),
  notYours: () =>
    refuse("forbidden", "access.not-yours-to-end", {
      zh: "只有转授人、受托人或管理员可以收回。",
      en: "Only who gave it, who holds it or an administrator may end it.",
    }),
  over: () => refuse("conflict", "access.over-already", { zh: "已经结束。", en: "It is over already." }),
  running: (until: string) =>
    refuse(
      "conflict",
      "access.emergency-running",
      {
        zh: `您的应急访问正在进行，到 ${until} 为止。`,
        en: `Your emergency access is running, until ${until}.`,
      },
      { until },
    ),
  ownReview: () =>
    refuse("forbidden", "access.own-review", {
      zh: "应急访问须由他人复核，不能自己复核。",
      en: "An emergency is reviewed by another, not by oneself.",
    }),
  notForReview: () =>
    refuse("conflict", "access.not-for-review", {
      zh: "这一项还没结束，或已经复核过了。",
      en: "It is not over yet, or it was reviewed already.",
    }),
  recused: (about: string, reason: string) =>
    refuse(
      "forbidden",
      "access.recused",
      {
        zh: `您已对“${about}”回避（${reason}），不能查看或办理，请交给同事。`,
        en: `You are recused from “${about}” (${reason}): you neither open nor act on it. A colleague will.`,
      },
      { about },
    ),
  recusedAlready: () =>
    refuse("conflict", "access.recused-already", {
      zh: "已经申报过回避。",
      en: "The recusal has been declared already.",
    }),
  othersRecusal: () =>
    refuse("forbidden", "access.recuse-oneself", {
      zh: "只能为自己申报回避；为他人申报由管理员办理。",
      en: "One declares one's own recusal; an administrator declares another's.",
    }),
  noRecusal: () =>
    refuse("missing", "access.no-recusal", {
      zh: "没有这项回避，或已经解除。",
      en: "There is no such recusal, or it was lifted.",
    }),
  ownRecusal: () =>
    refuse("forbidden", "access.own-recusal", {
      zh: "自己的回避须由他人解除。",
      en: "One's own recusal is lifted by another.",
    }),
  nothing: () =>
    refuse("missing", "access.recuse-what", {
      zh: "没有这个案件或客户。",
      en: "There is no such case or person.",
    }),
} as const;
