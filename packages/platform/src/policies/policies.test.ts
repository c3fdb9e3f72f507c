import { describe, expect, it } from "vitest";
import { PartyId, type PolicyId } from "../kernel/ids.ts";
import { cents } from "../kernel/money.ts";
import { describeParty, findByPolicyNumber, mergeParties, type PartyRecord } from "../people/index.ts";
import { terms } from "../terms/index.ts";
import { testDatabase } from "../testing/index.ts";
import {
  beneficiariesOf,
  countPolicies,
  coversOf,
  factsOfPolicy,
  mergePolicies,
  type PolicyRecord,
  policiesForEvent,
  policyTimeline,
} from "./index.ts";

const database = await testDatabase();
const party = (customerNumber: string, name: string): PartyRecord => ({
  kind: "person",
  name,
  identity: null,
  customerNumber,
  bornOn: "1975-05-01",
  countyCode: null,
  phone: null,
  wechat: null,
  address: null,
  account: null,
});
const [insured, spouse] = await database.run(async (context) => {
  const merges = await mergeParties(context, [party("C1", "王先生（示例）"), party("C2", "王太太（示例）")], {
    sample: true,
    apply: true,
    existing: "update",
  });
  return merges.map((merge) => {
    if (merge.change === "conflict") throw new Error(merge.problem.en);
    return merge.partyId;
  });
});
if (!insured || !spouse) throw new Error("no parties");

const policy = (number: string, given: Partial<PolicyRecord> = {}): PolicyRecord => ({
  insured: { partyId: insured, name: "王先生（示例）" },
  holder: { partyId: insured, name: "王先生（示例）" },
  beneficiaries: [
    {
      partyId: spouse,
      name: "王太太（示例）",
      kinship: "配偶",
      share: "100",
      account: {
        holder: "王太太（示例）",
        kind: "card",
        bank: "示例银行",
        bankCode: null,
        number: "6222020000000000018",
      },
    },
  ],
  number,
  termsId: "life-endowment-holiday/2019",
  product: "节假日关爱两全保险（示例条款 2019 版）",
  status: "in-force",
  statusSince: "2019-05-01",
  contractFormedOn: "2019-04-30",
  effectiveOn: "2019-05-01",
  maturesOn: "2039-04-30",
  lastReinstatedOn: null,
  sumInsured: cents(10_000_000n),
  premiumsPaid: cents(3_100_000n),
  cashValue: null,
  amountsOwed: cents(0n),
  exclusionsExplained: true,
  otherFacts: {},
  premium: { amount: cents(620_000n), lastPaidOn: "2024-05-01", nextDueOn: "2025-05-01" },
  ...given,
});
const merge = (records: readonly PolicyRecord[]) =>
  database.run((context) => mergePolicies(context, records, { sample: true, apply: true }));
const idOf = async (record: PolicyRecord): Promise<PolicyId> => {
  const [outcome] = await merge([record]);
  if (!outcome || outcome.change === "conflict") throw new Error("conflict");
  return outcome.policyId;
};
const facts = (policyId: PolicyId, on?: string | { from: string; to: string }) =>
  database.run((context) => factsOfPolicy(context.tx, insured, policyId, on === undefined ? {} : { on }));

describe("merging", () => {
  it("creates, leaves the same row alone, updates a changed one", async () => {
    const [first] = await merge([policy("P1")]);
    expect(first?.change).toBe("created");
    expect(await merge([policy("P1")])).toEqual([{ ...first, change: "unchanged" }]);
    expect(await merge([policy("P1", { premiumsPaid: cents(3_720_000n) })])).toEqual([
      {
        ...first,
        change: "updated",
        fields: [{ field: "premiumsPaid", from: "31000.00", to: "37200.00" }],
      },
    ]);
  });

  it("a number that belongs to another insured is a conflict", async () => {
    await merge([policy("P2")]);
    const [outcome] = await merge([policy("P2", { insured: { partyId: spouse, name: "王太太（示例）" } })]);
    expect(outcome?.change).toBe("conflict");
  });

  it("the account is sealed, and the beneficiary finds the insured from their own rows", async () => {
    const policyId = await idOf(policy("P3"));
    const [beneficiary] = await database.run((context) => beneficiariesOf(context.tx, insured, policyId));
    expect(beneficiary).toMatchObject({ partyId: spouse, kinship: "配偶", share: 10_000n });
    expect(beneficiary?.account).toMatchObject({ kind: "card", masked: "***************0018" });
    expect(beneficiary?.account?.sealed).not.toContain("6222");
    const seen = await database.run((context) => describeParty(context, spouse), undefined, {
      institutionId: database.institutionId,
      partyId: spouse,
    });
    expect(seen?.beneficiaryOf).toEqual([insured]);
    await merge([policy("P3", { beneficiaries: [] })]);
    expect(await database.run((context) => beneficiariesOf(context.tx, insured, policyId))).toEqual([]);
  });

  it("is found by its number, within the institution only", async () => {
    await merge([policy("P4-示例")]);
    expect(await database.run((context) => findByPolicyNumber(context, "p4-示例"))).toBe(insured);
    const other = { kind: "system", name: "test", institutionId: database.otherInstitutionId } as const;
    expect(await database.run((context) => findByPolicyNumber(context, "P4-示例"), other)).toBeNull();
  });
});

describe("facts", () => {
  it("stand under the vocabulary's names in the language's JSON, each with its record", async () => {
    const policyId = await idOf(policy("F1"));
    const found = await facts(policyId);
    expect(found?.facts).toEqual({
      合同成立日期: "2019-04-30",
      生效日期: "2019-05-01",
      满期日: "2039-04-30",
      保险期间起期: "2019-05-01",
      保险期间止期: "2039-04-30",
      最近复效日期: { none: true },
      合同效力: "有效",
      基本保险金额: "100000.00",
      已交保险费: "31000.00",
      应扣欠款: "0.00",
      免责条款已说明: true,
      出生日期: "1975-05-01",
    });
    expect(found?.sources.基本保险金额?.label).toBe("保险单 F1");
  });

  it("every fact about a policy or its insured in the vocabulary that records can hold is a column of the view", async () => {
    const { rows } = await database.store.owner.pool.query(
      "select column_name from information_schema.columns where table_name = 'policy_facts'",
    );
    const columns = new Set(rows.map((row) => row.column_name));
    // What only a person or another institution's register can say stands in no record of ours.
    const asked = new Set(["seen_alive_on", "without_capacity", "other_death_benefits", "minor_death_limit"]);
    const missing = [...terms.vocabulary]
      .filter(([, word]) => word.subject === "policy" || word.subject === "party")
      .filter(([, word]) => !asked.has(word.column) && !columns.has(word.column))
      .map(([name]) => name);
    expect(missing).toEqual([]);
  });

  it("the contract's standing is that of the day in question", async () => {
    const policyId = await idOf(policy("F2", { status: "lapsed", statusSince: "2022-07-01" }));
    expect((await facts(policyId))?.facts.合同效力).toBe("中止");
    expect((await facts(policyId, "2022-06-30"))?.facts.合同效力).toBe("有效");
    expect((await facts(policyId, { from: "2022-06-30", to: "2022-07-01" }))?.facts.合同效力).toEqual({
      oneOf: ["有效", "中止"],
    });
    expect((await facts(policyId, "2019-01-01"))?.facts.合同效力).toBeUndefined();
    expect((await facts(policyId))?.facts.失效日).toBe("2022-07-01");
    expect((await facts(policyId))?.facts.欠交各期).toEqual([{ 应交日: "2025-05-01", 保险费: "6200.00" }]);
  });

  it("before a reinstatement whose lapse is not on record, the standing is unknown", async () => {
    const policyId = await idOf(policy("F3", { lastReinstatedOn: "2023-02-01" }));
    expect((await facts(policyId, "2022-12-01"))?.facts.合同效力).toBeUndefined();
    expect((await facts(policyId, "2023-02-01"))?.facts.合同效力).toBe("有效");
  });

  it("other facts of the records come through by their column", async () => {
    const policyId = await idOf(
      policy("F4", {
        otherFacts: { year_paid: "1200.50", pre_existing: false, insured_area_mu: 3.5, crop: "番茄" },
      }),
    );
    expect((await facts(policyId))?.facts).toMatchObject({
      本年已赔: "1200.50",
      既往症: false,
      投保面积: 3.5,
      品种: "番茄",
    });
  });
});

describe("what others read", () => {
  it("policies that answer to an event are those begun by then whose terms speak of it", async () => {
    await merge([
      policy("E1"),
      policy("E2", { termsId: "price/2024" }),
      policy("E3", { effectiveOn: "2025-01-01", statusSince: "2025-01-01" }),
    ]);
    const declares = (id: string) => (id === "price/2024" ? ["公布均价"] : ["身故", "意外伤害"]);
    const found = await database.run((context) =>
      policiesForEvent(context.tx, insured, { kind: "death", day: "2024-10-03" }, declares),
    );
    const numbers = found.map((item) => item.number);
    expect(numbers).toContain("E1");
    expect(numbers).not.toContain("E2");
    expect(numbers).not.toContain("E3");
    expect(found.find((item) => item.number === "E1")?.statusThen).toBe("in-force");
  });

  it("covers, counts and the time line", async () => {
    await merge([policy("V1")]);
    const [covers, counts, timeline] = await database.run(
      async (context) =>
        [
          await coversOf(context, spouse),
          await countPolicies(context, [insured, spouse, PartyId.parse(context.newId())]),
          await policyTimeline(context, insured),
        ] as const,
    );
    expect(covers.find((cover) => cover.number === "V1")).toMatchObject({
      role: "受益人",
      sumInsured: "100000.00",
    });
    expect(counts.get(insured)).toBeGreaterThan(0);
    expect(counts.get(spouse)).toBeUndefined();
    expect(timeline.map((entry) => entry.zh)).toContain("V1 已交保险费 6200.00 元");
  });
});
