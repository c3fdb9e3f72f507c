import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  compose,
  fixedClock,
  sealAudits,
  verifyAudit,
  verifyClaims,
  verifyPayments,
} from "@goodfaith/platform";
import {
  addFile,
  listClaims,
  listImports,
  listPeople,
  readClaim,
  readToday,
} from "@goodfaith/platform/contract";
import { afterAll, describe, expect, it } from "vitest";
import { testDatabase } from "../../platform/src/testing/index.ts";
import { act, type Desk, signInAs } from "./desk.ts";
import { loadSample } from "./load.ts";
import { sampleFiles } from "./statements.ts";

const NOW = new Date("2025-03-15T09:00:00+08:00");
const { store } = await testDatabase();
const folder = await mkdtemp(join(tmpdir(), "goodfaith-sample-"));
afterAll(() => rm(folder, { recursive: true }));
const options = { size: "small", now: NOW, filesFolder: folder } as const;

const steps: number[] = [];
const loaded = await loadSample(store, options, ({ done, total }) => steps.push(done / total));

const clock = fixedClock(NOW.toISOString());
const desk: Desk = { store, clock, platform: compose({ store, clock }) };
const as = (login: string) =>
  signInAs(desk, login, loaded.signIns.find((one) => one.login === login)?.password ?? "");
const handler = await as("li.gong");
const claims = () => act(desk, handler, listClaims, { query: { limit: 200 } });

describe("loading the sample", () => {
  it("reports its progress to the end and leaves the story's files to drop", async () => {
    expect(steps.at(-1)).toBe(1);
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
    expect((await readdir(folder)).length).toBe(3);
  });

  it("again, it changes nothing", async () => {
    const before = await claims();
    const again = await loadSample(store, options);
    expect(again).toEqual(loaded);
    expect(await claims()).toEqual(before);
    const imports = await act(desk, await as("admin"), listImports, { query: {} });
    expect(imports.total).toBe(2);
  });

  it("is what its events, its clauses and its ledger make it", async () => {
    await sealAudits(store);
    const noted: bigint[] = [];
    for (const { institutionId } of await store.institutions()) {
      const [audit, cases, payments] = await store.within({ institutionId }, async (tx) => [
        await verifyAudit(tx, institutionId),
        await verifyClaims({ tx }),
        await verifyPayments({ tx }),
      ]);
      expect([...audit.differs, ...cases.differs, ...payments.differs]).toEqual([]);
      expect(cases.reworded).toBe(0);
      expect(audit.waiting).toBe(0);
      noted.push(audit.links);
    }
    expect(noted.some((links) => links > 50n)).toBe(true);
    expect(
      (await store.within({ institutionId: handler.institutionId }, (tx) => verifyClaims({ tx }))).cases,
    ).toBe((await claims()).total);
  });

  it("one institution sees nothing of the other, the customer of both included", async () => {
    const other = await as("cx.wu");
    expect((await act(desk, other, listClaims, { query: {} })).total).toBe(0);
    expect((await act(desk, other, listPeople, { query: { q: "王太太" } })).total).toBe(0);
    const [here] = (await act(desk, handler, listPeople, { query: { q: "19900000001" } })).items;
    const [there] = (await act(desk, other, listPeople, { query: { q: "19900000001" } })).items;
    expect(here?.name).toBe(there?.name);
    expect(here?.partyId).not.toBe(there?.partyId);
  });

  it("claims stand in every state, so that Today is alive", async () => {
    const { items } = await claims();
    expect(items.length).toBe(15);
    const shapes = items.map((claim) => `${claim.status} ${claim.settled ? "settled" : "asks"}`);
    expect(new Set(shapes)).toEqual(new Set(["open asks", "decided settled", "paid settled"]));
    const today = await act(desk, handler, readToday, {});
    expect(today.owed.length).toBeGreaterThan(0);
    expect(today.asking.length).toBeGreaterThan(1);
    expect(today.week.paidCount).toBeGreaterThan(2);
    const approver = await act(desk, await as("zhao"), readToday, {});
    expect(approver.approvals.filter((one) => one.mayApprove).length).toBeGreaterThan(1);
    const small = await act(desk, await as("qian"), readToday, {});
    expect(small.approvals.some((one) => !one.mayApprove)).toBe(true);
    const payer = await act(desk, await as("sun"), readToday, {});
    expect(payer.toSend.count).toBeGreaterThan(0);
  });
});

it("the story: 370,000 to 1,270,000 until the two statements settle it", async () => {
  const found = (await claims()).items.find((claim) => claim.insuredName === "王先生（示例）");
  if (!found) throw new Error("no story");
  const params = { caseId: found.caseId };
  const before = await act(desk, handler, readClaim, { params });
  expect(before.payable).toEqual({ least: "370000.00", most: "1270000.00" });
  expect(before.asks).toEqual(["出险时间"]);
  let { version } = before;
  for (const { filename, content } of (await sampleFiles()).slice(0, 2)) {
    const file = { filename, mediaType: "text/csv", content };
    version = (await act(desk, handler, addFile, { params, body: { version }, file })).claim.version;
  }
  const after = await act(desk, handler, readClaim, { params });
  expect(after).toMatchObject({ settled: true, payable: { least: "1270000.00", most: "1270000.00" } });
});
