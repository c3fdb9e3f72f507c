import { createHash } from "node:crypto";
import { openClaim } from "../claims/index.ts";
import type { CaseId, PartyId, PolicyId } from "../kernel/ids.ts";
import { cents } from "../kernel/money.ts";
import { mergeParties, type PartyRecord } from "../people/index.ts";
import { mergePolicies, type PolicyRecord, type RecordBeneficiary } from "../policies/index.ts";
import type { ConsumerActor, ConsumerContext, StaffActor } from "../store/index.ts";
import type { TestDatabase } from "../testing/index.ts";

/** For tests: the story of service D4 with two beneficiaries, and a stranger beside them. Everybody is 示例. */
export const CARDS = { 王太太: "9990001234567890121", 王大明: "9990001234567890139" } as const;

const party = (name: string, phone: string): PartyRecord => ({
  kind: "person",
  name,
  identity: {
    kind: "passport",
    number: `S${createHash("sha256").update(name).digest("hex").slice(0, 8).toUpperCase()}`,
  },
  customerNumber: name,
  bornOn: "1975-05-01",
  countyCode: null,
  phone,
  wechat: null,
  address: null,
  account: null,
});

const beneficiary = (partyId: PartyId, name: keyof typeof CARDS, share: string): RecordBeneficiary => ({
  partyId,
  name: `${name}（示例）`,
  kinship: name === "王太太" ? "配偶" : "子女",
  share,
  account: {
    holder: `${name}（示例）`,
    kind: "card",
    bank: `${name}的银行（示例）`,
    bankCode: null,
    number: CARDS[name],
  },
});

const policy = (
  number: string,
  termsId: string,
  insured: { partyId: PartyId; name: string },
  beneficiaries: readonly RecordBeneficiary[],
  sumInsured: bigint,
): PolicyRecord => ({
  insured,
  holder: insured,
  beneficiaries,
  number,
  termsId,
  product: `${number} 号产品（示例）`,
  status: "in-force",
  statusSince: "2021-03-02",
  contractFormedOn: "2021-03-01",
  effectiveOn: "2021-03-02",
  maturesOn: termsId.startsWith("life-endowment") ? "2041-03-01" : null,
  lastReinstatedOn: null,
  sumInsured: cents(sumInsured),
  premiumsPaid: cents(3_100_000n),
  cashValue: cents(1_000_000n),
  amountsOwed: cents(0n),
  exclusionsExplained: true,
  otherFacts: { critical_benefit_paid: false, mild_benefit_paid: false },
  premium: null,
});

export interface World {
  readonly 王先生: PartyId;
  readonly 王太太: PartyId;
  readonly 王大明: PartyId;
  readonly 李女士: PartyId;
  readonly policies: ReadonlyMap<string, PolicyId>;
}

/** The parties and policies: the endowment is the wife's alone, the critical-illness cover half the son's, the third nobody's. */
export const makeWorld = (database: TestDatabase): Promise<World> =>
  database.run(async (context) => {
    const names = ["王先生（示例）", "王太太（示例）", "王大明（示例）", "李女士（示例）"];
    const merges = await mergeParties(
      context,
      names.map((name, at) => party(name, `1990000000${at + 1}`)),
      { sample: true, apply: true, existing: "update" },
    );
    const [王先生, 王太太, 王大明, 李女士] = merges.map((merge) => {
      if (merge.change === "conflict") throw new Error(merge.problem.en);
      return merge.partyId;
    });
    if (!王先生 || !王太太 || !王大明 || !李女士) throw new Error("a party is missing");
    const he = { partyId: 王先生, name: "王先生（示例）" };
    const wife = (share: string) => beneficiary(王太太, "王太太", share);
    const son = beneficiary(王大明, "王大明", "50");
    const records = [
      policy("E1", "life-endowment-holiday/2019", he, [wife("100")], 10_000_000n),
      policy("C1", "life-critical-illness/2020", he, [wife("50"), son], 12_000_001n),
      policy("C2", "life-critical-illness/2020", he, [son2(王大明)], 500_000n),
      policy("L1", "life-critical-illness/2020", { partyId: 李女士, name: "李女士（示例）" }, [], 700_000n),
    ];
    const merged = await mergePolicies(context, records, {
      sample: true,
      apply: true,
    });
    const policies = new Map(
      merged.map((one, at): [string, PolicyId] => {
        if (one.change === "conflict") throw new Error(one.problem.en);
        return [records[at]?.number ?? "", one.policyId];
      }),
    );
    return { 王先生, 王太太, 王大明, 李女士, policies };
  });

const son2 = (partyId: PartyId): RecordBeneficiary => beneficiary(partyId, "王大明", "100");

/** Reports a case as the handler would. */
export const report = (
  database: TestDatabase,
  handler: StaffActor,
  given: Parameters<typeof openClaim>[1],
): Promise<CaseId> => database.run(async (context) => (await openClaim(context, given)).caseId, handler);

type Grant = ConsumerActor["grants"][number];

/** A consumer who is signed in, with a transaction for each grant, as the HTTP layer gives it. */
export const consumer = (
  database: TestDatabase,
  name: string,
  self: PartyId,
  insured: readonly PartyId[],
): ConsumerContext => {
  const common = {
    institutionId: database.institutionId,
    institution: "示例人寿（示例）",
    self,
    sample: true,
  };
  const actor: ConsumerActor = {
    kind: "consumer",
    name,
    grants: [
      { ...common, partyId: self, as: "self" },
      ...insured.map((partyId): Grant => ({ ...common, partyId, as: "beneficiary" })),
    ],
  };
  const { clock, newId } = database;
  return {
    actor,
    clock,
    newId,
    within: ({ institutionId, partyId }, fn) =>
      database.store.within({ institutionId, partyId }, (tx) => fn({ tx, actor, clock, newId })),
  };
};
