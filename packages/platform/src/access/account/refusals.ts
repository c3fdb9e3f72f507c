import { Refused, refuse } from "../../kernel/refusal.ts";
import type { StaffActor } from "../../store/index.ts";

/** What a person does with their account they do themselves: a token in a program's hands does not. */
export const notAProgram = ({ session }: StaffActor): void => {
  if (session?.kind === "program")
    throw new Refused(
      refuse("forbidden", "access.program-may-not", {
        zh: "这一步只能由本人登录后操作，程序令牌不能代办。",
        en: "Only the person, signed in, may do this; a program's token may not.",
      }),
    );
};

export const accountRefusals = {
  wrongPassword: () =>
    refuse("invalid", "access.wrong-current-password", {
      zh: "当前密码不正确。",
      en: "The present password is not right.",
    }),
  samePassword: () =>
    refuse("invalid", "access.same-password", {
      zh: "新密码与当前密码相同，请换一个。",
      en: "The new password is the present one; choose another.",
    }),
  notBegun: () =>
    refuse("conflict", "access.totp-not-begun", {
      zh: "还没有开始绑定，请先扫描二维码。",
      en: "Setting up has not begun; scan the code first.",
    }),
  wrongCode: () =>
    refuse("invalid", "access.totp-wrong", {
      zh: "动态口令不对。请核对手机时间是否准确，再输入新的一组数字。",
      en: "The code is not right. Check the phone's clock and enter the next digits.",
    }),
  required: () =>
    refuse("conflict", "access.second-factor-required", {
      zh: "本机构要求两步登录，不能解除；要换手机，请重新绑定。",
      en: "The institution asks for a second step, so it stays; for a new phone set it up again.",
    }),
  noSession: () =>
    refuse("missing", "access.no-session", {
      zh: "没有这个会话，或它已经结束。",
      en: "There is no such session, or it has ended.",
    }),
} as const;
