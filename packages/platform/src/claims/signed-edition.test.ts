import { expect, it } from "vitest";
import { terms, termsApi } from "../terms/index.ts";
import { testDatabase, testStaff } from "../testing/index.ts";
import { countPast, pastDecisions, replayDecisions } from "./index.ts";
import { openDesk } from "./testing/desk.ts";

const database = await testDatabase();
const { open, run, view, find } = await openDesk(database);
const staff = async (name: string) => testStaff(database, { name });
const author = await staff("周产品（示例）");
const api = termsApi({ count: countPast, read: pastDecisions });

interface Shown {
  readonly draftId: string;
  readonly version: number;
  readonly digest: string;
}
const step = (name: string, as: typeof author, body: object, params?: object): Promise<Shown> => {
  const bound = api.find(({ operation }) => operation.id === `terms.${name}`);
  if (bound?.kind !== "staff") throw new Error(`no operation ${name}`);
  const input = { params, query: undefined, body, file: undefined };
  return database.run((context) => bound.run({ ...context, actor: as }, input) as Promise<Shown>, as);
};
const publish = async (source: string): Promise<Shown> => {
  let now = await step("createDraft", author, { source });
  now = await step("submitDraft", author, { version: now.version }, { draftId: now.draftId });
  for (const name of ["甲（示例）", "乙（示例）"]) {
    const { version, digest, draftId } = now;
    now = await step("signDraft", await staff(name), { version, digest }, { draftId });
  }
  return now;
};

it("decides the cases of policies that name it, and is kept for its institution alone", async () => {
  const { text } = terms.need("life-endowment-holiday/2019").terms;
  const { digest } = await publish(
    text.replace("terms: life-endowment-holiday/2019", "terms: our-life/2019"),
  );
  const { caseId } = await open({}, (policy) =>
    policy.termsId === "life-endowment-holiday/2019" ? { ...policy, termsId: "our-life/2019" } : policy,
  );
  await find(caseId, { fact: "应扣欠款", value: "0" });
  const { policies } = await view(caseId);
  expect(policies.map(({ decision }) => [decision.terms, decision.digest])).toContainEqual([
    "our-life/2019",
    digest,
  ]);
  expect(await run((context) => replayDecisions(context, caseId))).toMatchObject({ same: true });
  const kept = await run(({ tx }) => tx.selectFrom("terms_edition").select("terms_id").execute());
  expect(kept.map(({ terms_id }) => terms_id)).not.toContain("our-life/2019");
});
