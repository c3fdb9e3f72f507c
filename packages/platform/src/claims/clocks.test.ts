import { expect, it } from "vitest";
import { testDatabase } from "../testing/index.ts";
import { openDesk } from "./testing/desk.ts";

const database = await testDatabase();
const { run, open, view, find } = await openDesk(database);

it("the edition in force on the day of the report governs, whatever has been issued since", async () => {
  const old = await open({ reportedAt: "2023-11-20T09:30:00", facts: {} });
  const now = await open();
  const terms = async (caseId: typeof old.caseId) =>
    (await view(caseId)).clocks.map(({ name, terms: edition }) => `${name} ${edition}`);
  expect(await terms(old.caseId)).toEqual(["核定 claim-clocks/2015", "先行给付 claim-clocks/2015"]);
  expect(await terms(now.caseId)).toEqual([
    "核定 claim-clocks/2024",
    "先行给付 claim-clocks/2024",
    "承诺核定 claim-promises/2024",
  ]);
});

it("what a person found of a clock's own facts stands in place of what the case's events say", async () => {
  const { caseId } = await open();
  await find(caseId, { fact: "首次收到材料日", value: "2025-02-24" });
  expect((await view(caseId)).clocks.map(({ name, due, from }) => [name, from, due])).toEqual([
    ["核定", "2025-02-24", "2025-03-26"],
    ["先行给付", "2025-02-24", "2025-04-25"],
    ["承诺核定", "2025-02-24", "2025-03-11"],
  ]);
  const rows = await run(({ tx }) =>
    tx
      .selectFrom("clock")
      .select(["lane", "due", "warn_on", "law"])
      .where("subject_id", "=", caseId)
      .where("lane", "=", "承诺核定")
      .execute(),
  );
  expect(rows).toEqual([{ lane: "承诺核定", due: "2025-03-11", warn_on: "2025-03-07", law: null }]);
});
