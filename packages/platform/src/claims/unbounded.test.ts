import { expect, it } from "vitest";
import { testDatabase } from "../testing/index.ts";
import { readTodayView } from "../today/index.ts";
import { openDesk } from "./testing/desk.ts";

const database = await testDatabase();
const { handler, run, open, view } = await openDesk(database);

it("where neither the report nor the records bound an amount, a report opens a case without an upper end, and asks", async () => {
  const silent = { eventKind: "illness" as const, facts: {} };
  const { caseId } = await open(silent, (policy) => ({ ...policy, sumInsured: null }));
  const claim = await view(caseId);
  expect(claim).toMatchObject({ status: "open", settled: false, title: "王先生（示例）疾病" });
  expect(claim.money).toMatchObject({ least: "0.00", most: null, available: "0.00" });
  expect(claim.needs.decision.length).toBeGreaterThan(0);
  const today = await run((context) => readTodayView({ ...context, actor: handler }));
  expect(today.asking.find((one) => one.caseId === caseId)).toMatchObject({ least: "0.00", most: null });
});
