import { afterAll, expect, it } from "vitest";
import type { InstructionView } from "../core/contract.ts";
import { coreApi, onCoreChanged } from "../core/index.ts";
import type { PartyId, PolicyId } from "../kernel/ids.ts";
import { cents } from "../kernel/money.ts";
import { Refused } from "../kernel/refusal.ts";
import { mergeParties } from "../people/index.ts";
import type { StaffActor } from "../store/index.ts";
import { readTable } from "../tabular/index.ts";
import { testDatabase, testStaff } from "../testing/index.ts";
import { endorse } from "./endorsements/request.ts";
import { exportList } from "./export.ts";
import { followEndorsement, mergePolicies, type PolicyRecord } from "./index.ts";
import { listPage } from "./list.ts";
import { readView } from "./view.ts";

const database = await testDatabase();
const asker = await testStaff(database, { name: "柜员（示例）" });
const checker = await testStaff(database, { name: "复核（示例）" });
const run = <T>(fn: Parameters<typeof database.run<T, StaffActor>>[0], as = asker) => database.run(fn, as);
onCoreChanged(followEndorsement);
afterAll(() => onCoreChanged());

const insured = await run(async (context): Promise<PartyId> => {
  const [merge] = await mergeParties(
    context,
    [
      {
        kind: "person",
        name: "周保单（示例）",
        identity: null,
        customerNumber: "B1",
        bornOn: null,
        countyCode: null,
        phone: "19900050001",
        wechat: null,
        address: null,
        account: null,
      },
    ],
    { sample: true, apply: true, existing: "update" },
  );
  if (!merge || merge.change === "conflict") throw new Error("conflict");
  return merge.partyId;
});
const policy = (number: string, given: Partial<PolicyRecord> = {}): PolicyRecord => ({
  insured: { partyId: insured, name: "周保单（示例）" },
  holder: null,
  beneficiaries: [],
  number,
  termsId: "life-endowment-holiday/2019",
  product: "节假日关爱两全保险（示例条款 2019 版）",
  status: "in-force",
  statusSince: "2019-05-01",
  contractFormedOn: "2019-04-30",
  effectiveOn: "2019-05-01",
  maturesOn: null,
  lastReinstatedOn: null,
  sumInsured: cents(1_000_000n),
  premiumsPaid: null,
  cashValue: null,
  amountsOwed: null,
  exclusionsExplained: null,
  otherFacts: {},
  premium: { amount: cents(10_000n), lastPaidOn: "2021-05-01", nextDueOn: "2022-05-01" },
  ...given,
});
const add = (record: PolicyRecord): Promise<PolicyId> =>
  run(async (context) => {
    const [merge] = await mergePolicies(context, [record], { sample: true, apply: true });
    if (!merge || merge.change === "conflict") throw new Error("conflict");
    return merge.policyId;
  });
const view = (policyId: PolicyId, as = asker) =>
  run((context) => readView(context, { partyId: insured, policyId }), as);
const ask = (policyId: PolicyId, kind: "reinstatement" | "surrender" | "contact", effective = "2025-03-01") =>
  run((context) =>
    endorse(context, { partyId: insured, policyId }, { kind, effective, note: "客户到柜面申请" }),
  );
const codeOf = (work: Promise<unknown>): Promise<string | null> =>
  work.then(
    () => null,
    (error: unknown) => (error instanceof Refused ? error.refusal.code : String(error)),
  );
const settle = async (one: InstructionView): Promise<void> => {
  const bound = coreApi.find(({ operation }) => operation.id === "core.answer");
  if (bound?.kind !== "staff") throw new Error("core.answer is gone");
  const params = { partyId: one.partyId, instructionId: one.instructionId };
  await run(
    (context) =>
      bound.run(context, { params, body: { answer: "settled" }, query: undefined, file: undefined } as never),
    checker,
  );
};

it("a lapsed policy is called reinstated once the core has settled it, and not before", async () => {
  const policyId = await add(policy("EN-1", { status: "lapsed", statusSince: "2022-07-01" }));
  await ask(policyId, "reinstatement");
  const asked = await view(policyId);
  expect(asked.status).toBe("lapsed");
  expect(asked.mayAsk).not.toContain("reinstatement");
  expect(asked.timeline[0]?.zh).toBe("批单“复效”：已申请，等待核心系统受理");
  expect(await codeOf(ask(policyId, "reinstatement"))).toBe("policies.endorsement-open");
  const [endorsement] = asked.endorsements;
  if (!endorsement) throw new Error("no endorsement");
  expect(endorsement.instruction.mayAnswer).toBe(false);
  expect((await view(policyId, checker)).endorsements[0]?.instruction.mayAnswer).toBe(true);
  await settle(endorsement.instruction);
  const after = await view(policyId);
  expect(after).toMatchObject({ status: "in-force", since: "2025-03-01", reinstated: "2025-03-01" });
  expect(after.timeline.map(({ zh }) => zh)).toContain("复效，恢复有效");
});

it("what the status does not allow is refused in words, and a day before the status began too", async () => {
  const policyId = await add(policy("EN-2"));
  expect(await codeOf(ask(policyId, "reinstatement"))).toBe("policies.endorsement-status");
  expect(await codeOf(ask(policyId, "surrender", "2019-04-01"))).toBe("policies.endorsement-early");
  const gone = await add(policy("EN-3", { status: "surrendered", statusSince: "2020-01-01" }));
  expect((await view(gone)).mayAsk).toEqual([]);
  expect(await codeOf(ask(gone, "contact"))).toBe("policies.endorsement-status");
});

it("the list is found by number, person, status and product, in pages that hold each policy once", async () => {
  for (let n = 0; n < 5; n += 1) await add(policy(`LS-00${n}`, n === 4 ? { status: "matured" } : {}));
  const numbers = async (filter: Parameters<typeof listPage>[1]) =>
    (await run((context) => listPage(context, filter, { limit: 50 }))).items.map(({ number }) => number);
  expect(await numbers({ q: "LS-00" })).toHaveLength(5);
  expect(await numbers({ q: "LS-%" })).toEqual([]);
  expect(await numbers({ q: "19900050001", status: "matured" })).toEqual(["LS-004"]);
  expect(await numbers({ q: "周保单", terms: "price/2024" })).toEqual([]);
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await run((context) => listPage(context, { q: "LS-" }, { limit: 2, cursor }));
    seen.push(...page.items.map(({ number }) => number));
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  expect(seen).toEqual(["LS-000", "LS-001", "LS-002", "LS-003", "LS-004"]);
  expect(await codeOf(run((context) => listPage(context, {}, { limit: 2, cursor: "x" })))).toBe(
    "policies.cursor",
  );
  const { content } = await run((context) => exportList(context, { q: "LS-" }));
  const { sheets } = await readTable(content as Uint8Array, "保单.xlsx");
  expect(sheets[0]?.rows).toHaveLength(6);
});

it("another institution sees none of it", async () => {
  const other = await testStaff(database, { institutionId: database.otherInstitutionId });
  expect((await run((context) => listPage(context, {}, { limit: 5 }), other)).total).toBe(0);
  const policyId = await add(policy("EN-4"));
  expect(await codeOf(view(policyId, other))).toBe("policies.no-policy");
});
