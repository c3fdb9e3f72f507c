import { beforeEach, describe, expect, test } from "vitest";
import { mask, vault } from "../../access/index.ts";
import { cents } from "../../kernel/money.ts";
import { approve } from "../index.ts";
import type { Finding, PaymentOrder } from "../model.ts";
import { codeOf, openOffice } from "../office.fixture.ts";
import { aCase, aLine, anApprover, aParty, aPerson, someInput, someTerms } from "../sample.fixture.ts";
import { type Around, findingsOf } from "./findings.ts";
import { stretchFrom } from "./gather.ts";
import { findingsFor } from "./index.ts";
import { checkRules, readRules } from "./rules.ts";

const office = await openOffice();
const { database, approver, prepared } = office;
beforeEach(office.listen);

const NOTHING: Around = { holds: [], twins: [], formerAccount: null };
const pending = (terms = someTerms()): PaymentOrder => ({
  terms,
  version: 1,
  prepared: { by: aPerson(1), at: new Date("2025-03-10T01:00:00Z") },
  progress: { status: "pending" },
  holds: [],
});
const found = (findings: readonly Finding[]) => findings.map(({ check, level }) => `${check} ${level}`);

describe("what is judged", () => {
  test("nothing wrong, nothing found", () => {
    expect(findingsOf(checkRules(), pending(), NOTHING, anApprover())).toEqual([]);
  });
  test("each finding has its level from the data and its facts in words", () => {
    const other = someTerms({ account: { ...someTerms().account, holder: "别人（示例）" } });
    const around: Around = {
      holds: [{ name: "王太太（示例）", reason: "冒领", by: "李工" }],
      twins: [{ number: "ZF9", day: "2025-03-09" }],
      formerAccount: { masked: "****1111", bank: "示例银行", day: "2025-02-01" },
    };
    const findings = findingsOf(checkRules(), pending(other), around, anApprover(2, 100n));
    expect(found(findings)).toEqual([
      "same-name block",
      "hold block",
      "over-limit block",
      "duplicate warn",
      "new-account warn",
    ]);
    for (const fact of ["别人（示例）", "冒领", "370000.00", "ZF9", "2025-02-01"])
      expect(findings.some(({ zh, en }) => zh.includes(fact) && en.includes(fact))).toBe(true);
  });
  test("a rule taken out of the data is not asked", () => {
    const around = { ...NOTHING, twins: [{ number: "ZF9", day: "2025-03-09" }] };
    const rules = checkRules().filter(({ check }) => check !== "duplicate");
    expect(findingsOf(rules, pending(), around, anApprover())).toEqual([]);
  });
  test("data that is wrong is named", () => {
    const one = "{ check: duplicate, level: warn, name: { zh: 一, en: a } }";
    expect(() => readRules(`checks: [${one}]`)).toThrow(/duplicate.*days/);
    expect(() => readRules("checks: [{ check: weather, level: warn, name: { zh: 一, en: a } }]")).toThrow();
    expect(() =>
      readRules(
        `checks: [${one.replace("warn,", "warn, days: 3,")}, ${one.replace("warn,", "warn, days: 3,")}]`,
      ),
    ).toThrow(/twice/);
  });
  test("a stretch of days begins at midnight in China, its last day included", () => {
    // 00:30 on the 11th in China
    expect(stretchFrom(new Date("2025-03-10T16:30:00Z"), 1).toISOString()).toBe("2025-03-10T16:00:00.000Z");
    expect(stretchFrom(new Date("2025-03-10T16:30:00Z"), 30).toISOString()).toBe("2025-02-09T16:00:00.000Z");
  });
});

describe("what the records say", () => {
  const OTHER = "9990009876543210981";
  const findings = async (order: PaymentOrder) =>
    found(await database.run((context) => findingsFor(context, order), approver));
  const to = (party: number, amount: bigint) => ({
    payee: { partyId: aParty(party), name: "王太太（示例）" },
    amount: cents(amount),
    lines: [aLine(amount, party)],
    caseId: aCase(party),
  });

  test("the same payee, amount and case within the days: a warning, passed over with a reason that is kept", async () => {
    const first = await prepared(to(20, 100n));
    expect(await findings(first)).toEqual([]);
    const again = await prepared(to(20, 100n));
    expect(await findings(again)).toEqual(["duplicate warn"]);
    const { paymentId } = again.terms;
    expect(await codeOf(database.run((context) => approve(context, paymentId), approver))).toBe(
      "payments.needs-reason",
    );
    const overrides = [
      { check: "duplicate", reason: "两位被保险人各一笔（示例）" },
      { check: "hold", reason: "没有的事" },
    ] as const;
    const { progress } = await database.run((context) => approve(context, paymentId, overrides), approver);
    expect(progress).toMatchObject({ approved: { overrides: [overrides[0]] } });
  });
  test("another amount, another payee, or too long ago is none", async () => {
    database.clock.set("2025-01-10T09:00:00+08:00");
    await prepared(to(21, 100n));
    database.clock.set("2025-02-08T09:00:00+08:00");
    expect(await findings(await prepared(to(21, 100n)))).toEqual(["duplicate warn"]);
    database.clock.set("2025-03-20T09:00:00+08:00");
    expect(await findings(await prepared(to(21, 100n)))).toEqual([]);
    expect(await findings(await prepared(to(21, 101n)))).toEqual([]);
    expect(await findings(await prepared(to(22, 100n)))).toEqual([]);
  });
  test("another account than the payee's last one, while it is new", async () => {
    const elsewhere = {
      ...someInput().account,
      kind: "account" as const,
      sealed: vault.seal(OTHER),
      masked: mask.bankCard(OTHER),
    };
    database.clock.set("2025-04-01T09:00:00+08:00");
    await prepared(to(23, 100n));
    database.clock.set("2025-04-02T09:00:00+08:00");
    const changed = await prepared({ ...to(23, 200n), account: elsewhere });
    expect(await findings(changed)).toEqual(["new-account warn"]);
    // Half a year on the account is no longer new.
    database.clock.set("2025-10-01T09:00:00+08:00");
    expect(await findings(await prepared({ ...to(23, 300n), account: elsewhere }))).toEqual([]);
  });
});
