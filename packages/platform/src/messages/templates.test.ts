import { describe, expect, test } from "vitest";
import { cents } from "../kernel/money.ts";
import { messageText } from "./templates.ts";

const paid = {
  institution: "示例人寿（示例）",
  name: "王太太（示例）",
  caseNumber: "C-2024-10-0713",
  amount: cents(127_000_000n),
  bank: "示例银行",
  accountMasked: "***************0121",
};
const texts = {
  oneTimeCode: messageText.oneTimeCode({ institution: "示例人寿（示例）", code: "123456", minutes: 5 }),
  notice: messageText.notice({
    institution: "示例人寿（示例）",
    name: "王太太（示例）",
    caseNumber: "C-2024-10-0713",
    needs: ["意外是什么时候发生的？", "受益人的身份证明"],
  }),
  refusal: messageText.refusal({
    institution: "示例人寿（示例）",
    name: "王太太（示例）",
    caseNumber: "C-2024-10-0713",
    policies: [
      {
        number: "LQ-4",
        product: "节假日关爱两全保险（示例条款 2019 版）",
        reasons: [{ clause: "第三条", text: "合同有效期内身故的，给付身故保险金。" }],
      },
    ],
    words: "身故发生在合同终止之后（示例）",
  }),
  extension: messageText.extension({
    institution: "示例人寿（示例）",
    name: "王太太（示例）",
    caseNumber: "C-2024-10-0713",
    lane: "承诺核定",
    due: "2024-10-23",
    until: "2024-11-07",
    reason: "需要向外地医院调取病历",
  }),
  paymentSent: messageText.paymentSent(paid),
  paymentSettled: messageText.paymentSettled(paid),
  paymentReturned: messageText.paymentReturned({
    ...paid,
    why: { zh: "户名与账号不符" },
    repair: "account",
  }),
};

test("every text is read here", () => {
  expect(Object.keys(texts).sort()).toEqual(Object.keys(messageText).sort());
});

test("a return says that nothing is lost and that the account is shown in person", () => {
  expect(texts.paymentReturned).toContain("户名与账号不符");
  expect(texts.paymentReturned).toContain("应付给您的钱不变");
  expect(texts.paymentReturned).toContain("柜面");
});

describe.each(Object.entries(texts))("%s", (_name, text) => {
  test("says who writes", () => expect(text.startsWith("【示例人寿（示例）】")).toBe(true));
  test("has no link and nothing to call or add", () =>
    expect(text).not.toMatch(/https?:|www\.|\.(cn|com)|点击|链接|回复|拨打|扫码|添加|加微信/i));
  test("neither frightens nor sells", () =>
    expect(text).not.toMatch(/逾期|冻结|失效|立即|马上|紧急|最后|恭喜|优惠|升级|推荐|限时|否则|后果/));
});

test("the code's text has the code once, and says to tell nobody", () => {
  expect(texts.oneTimeCode.match(/\d{6}/g)).toEqual(["123456"]);
  expect(texts.oneTimeCode).toContain("请不要告诉任何人");
});
test("word of a payment has amount, case and the account's last four digits, no more of it", () => {
  for (const text of [texts.paymentSent, texts.paymentSettled]) {
    expect(text).toContain("1270000.00 元");
    expect(text).toContain("C-2024-10-0713");
    expect(text).toContain("尾号 0121");
    expect(text).toContain("不会就此索要");
  }
});
test("the notice lists everything at once", () => {
  expect(texts.notice).toContain("1. 意外是什么时候发生的？；2. 受益人的身份证明");
  expect(texts.notice).toContain("一次告知");
});
test("word of an extension says which deadline moves, from when to when, why, and what can be done", () => {
  for (const part of [
    "承诺核定",
    "2024年10月23日",
    "2024年11月7日",
    "需要向外地医院调取病历",
    "先行给付",
    "投诉",
  ])
    expect(texts.extension).toContain(part);
});
test("the notice of refusal names policy, clause, reason, and every way to contest it", () => {
  expect(texts.refusal).toContain("保单 LQ-4");
  expect(texts.refusal).toContain("第三条：合同有效期内身故的");
  expect(texts.refusal).toContain("身故发生在合同终止之后");
  for (const way of ["投诉", "核查", "调解", "仲裁", "诉讼", "新的证据"])
    expect(texts.refusal).toContain(way);
});
