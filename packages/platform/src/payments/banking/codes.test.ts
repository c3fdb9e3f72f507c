import { expect, test } from "vitest";
import { outcomeOf, reasonIn, reasonOf, reasonWords, repairOf, returnedWhy } from "./codes.ts";

test("a bank's own words are known by the longest wording they contain", () => {
  expect(reasonIn("收款人户名与账号不符，请核对")?.code).toBe("BE01");
  expect(reasonIn("账号不存在")?.code).toBe("AC01");
  expect(reasonIn("客户已办理销户")?.code).toBe("AC04");
  expect(reasonIn("系统忙")).toBeNull();
});

test("each code that means an account must be made good says so; what nobody knows is asked of the bank", () => {
  expect(repairOf("AC04")).toBe("account");
  expect(repairOf("AM04")).toBe("again");
  expect(repairOf("ZZ99")).toBe("ask");
  expect(repairOf(null)).toBe("ask");
  expect(outcomeOf("ACSC")).toBe("settled");
  expect(outcomeOf("NOPE")).toBeNull();
});

test("code and words together are one sentence part", () => {
  expect(reasonWords("AC04", "二月销户")).toBe("收款账户已销户（AC04）：二月销户");
  expect(reasonWords(null, "系统忙")).toBe("系统忙");
  expect(reasonWords("ZZ99", "")).toBe("银行代码 ZZ99");
});

test("what the payee is told never frightens, and says nothing where only the bank knows", () => {
  for (const code of ["AC01", "AC03", "AC04", "AC06", "AC13", "AG01", "AM04", "BE01", "CNOR", "RC01", "TM01"])
    expect(returnedWhy(code)?.zh).not.toMatch(/冻结|止付|失效|拦截/);
  expect(returnedWhy("AC06")?.zh).not.toBe(reasonOf("AC06")?.zh);
  expect(returnedWhy("MD07")).toBeNull();
  expect(returnedWhy("RR04")).toBeNull();
});
