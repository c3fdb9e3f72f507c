import { expect, test } from "vitest";
import { terms } from "../../terms/index.ts";
import { testDatabase } from "../../testing/index.ts";
import { claimsApi } from "../index.ts";
import { openDesk } from "../testing/desk.ts";
import type { Explained } from "./contract.ts";
import { explainClaim } from "./contract.ts";
import { englishName, explainedOf } from "./explain.ts";

const database = await testDatabase();
const { handler, open, view } = await openDesk(database);

test("a case is explained under each policy, in both languages", async () => {
  const claim = await view((await open()).caseId);
  const bound = claimsApi.find(({ operation }) => operation.id === explainClaim.id);
  if (bound?.kind !== "staff") throw new Error("no operation claims.explain");
  const input = { params: { caseId: claim.caseId }, query: undefined, body: undefined, file: undefined };
  const answer = await database.run((context) => bound.run({ ...context, actor: handler }, input), handler);
  const { items } = explainClaim.output.parse(answer);
  expect(items.map(({ policyId }) => policyId).sort()).toEqual(
    claim.policies.map(({ policyId }) => policyId).sort(),
  );
  const endowment = items.find(({ terms: id }) => id === "life-endowment-holiday/2019")?.explained;
  expect(endowment?.zh.headline).toMatch(/^还不能确定：100,000 至 1,000,000 元。还要弄清：/);
  expect(endowment?.zh.changes.map(({ fact }) => fact)).toContain("出险时间");
  expect(endowment?.en.changes[0]?.text).toContain("'incident at'");
  expect(endowment?.en.note).toContain("The Chinese wording governs");
});

test("what stands in the contract or a register is spoken of last", () => {
  const waiting = {
    入院日期: "2025-01-31",
    生效日期: "2025-01-01",
    连续参保: false,
    意外伤害: false,
    医疗总费用: 200000,
    基本医保已付: 90000,
    大病保险已付: 20000,
    医疗救助已付: 0,
    目录外费用: 30000,
    特药费用: 0,
    既往症: false,
    异地未备案: false,
    本年已扣目录内免赔额: 0,
    本年已扣目录外免赔额: 0,
    本年目录内已赔: 0,
    本年目录外已赔: 0,
    本年特药已赔: 0,
  };
  const told: Explained = explainedOf(terms.need("jinhuibao/2025"), waiting);
  const facts = told.zh.changes.map(({ fact }) => fact);
  expect(facts[0]).toBe("入院日期");
  expect(facts).not.toContain("生效日期");
  expect(explainedOf(terms.need("jinhuibao/2025"), { ...waiting })).toBe(told);
});

test("a name that the vocabulary does not have stays as it is", () => {
  expect(englishName(terms.vocabulary, "入院日期")).toBe("admitted on");
  expect(englishName(terms.vocabulary, "目录内费用")).toBe("目录内费用");
});
