import { describe, expect, it } from "vitest";
import type { CaseId, ExtensionId } from "../../kernel/ids.ts";
import { testDatabase, testStaff } from "../../testing/index.ts";
import { readTodayView } from "../../today/index.ts";
import { openDesk } from "../testing/desk.ts";
import { deliverAll, runClaimJobs } from "../testing/jobs.ts";
import { refusalOf } from "../testing/story.ts";
import { approve, askToExtend, refuse } from "./steps.ts";

const database = await testDatabase();
const { run, open, view, unchanged } = await openDesk(database);
const second = await testStaff(database, { name: "赵复核（示例）" });

const PROMISE = { family: "claim-promises", clause: "承诺一" };
const REASON = "需要向外地医院调取病历";
const ask = async (caseId: CaseId, key = PROMISE) => {
  const { version } = await view(caseId);
  return run((context) => askToExtend(context, { caseId, version, ...key, reason: REASON }));
};
const opened = async (): Promise<{ caseId: CaseId; extensionId: ExtensionId }> => {
  const { caseId } = await open();
  const [extension] = (await ask(caseId)).extensions;
  if (!extension) throw new Error("not asked");
  return { caseId, extensionId: extension.extensionId };
};
const decide = async (
  step: typeof approve,
  { caseId, extensionId }: { caseId: CaseId; extensionId: ExtensionId },
  as = second,
) => {
  const { version } = await view(caseId);
  return run((context) => step(context, { caseId, version, extensionId }), as);
};
const promised = async (caseId: CaseId) =>
  (await view(caseId)).clocks.find(({ name }) => name === "承诺核定");

describe("an extension", () => {
  it("moves the clock once another person has approved it and the claimant has been told, not before", async () => {
    const given = await opened();
    expect(await promised(given.caseId)).toMatchObject({ due: "2025-03-16", extendsTo: "2025-03-31" });
    await decide(approve, given);
    await runClaimJobs(database, "claims.follow-extension");
    expect(await promised(given.caseId)).toMatchObject({ due: "2025-03-16", dueBefore: null });
    const [waiting] = (await view(given.caseId)).extensions;
    expect(waiting).toMatchObject({ status: "approved", decidedBy: "赵复核（示例）" });
    expect(waiting?.message?.text).toContain(
      `承诺核定原定 2025年3月16日 以前办完，因${REASON}，延长到 2025年3月31日`,
    );
    await deliverAll(database);
    await runClaimJobs(database, "claims.follow-extension");
    expect(await promised(given.caseId)).toMatchObject({
      due: "2025-03-31",
      dueBefore: "2025-03-16",
      extendsTo: null,
    });
    expect((await view(given.caseId)).extensions[0]?.status).toBe("told");
    expect((await refusalOf(ask(given.caseId))).code).toBe("clocks.not-extendable");
    const [last] = (await view(given.caseId)).history;
    expect(last?.zh).toBe("延长的告知已送达，时限自此顺延");
  });

  it("that a second person refuses leaves the clock, and may be asked for again", async () => {
    const given = await opened();
    const { version } = await view(given.caseId);
    await run((context) => refuse(context, { ...given, version, reason: "病历已经到了" }), second);
    expect((await view(given.caseId)).extensions[0]).toMatchObject({
      status: "refused",
      refusedWhy: "病历已经到了",
    });
    expect((await promised(given.caseId))?.due).toBe("2025-03-16");
    expect((await ask(given.caseId)).extensions).toHaveLength(2);
  });

  it("of which word does not arrive moves nothing", async () => {
    const given = await opened();
    await decide(approve, given);
    await run(({ tx }) =>
      tx
        .updateTable("message")
        .set({ status: "failed", finished_at: database.clock.now(), failure: "空号" })
        .where("status", "=", "queued")
        .execute(),
    );
    await runClaimJobs(database, "claims.follow-extension");
    expect((await view(given.caseId)).extensions[0]?.status).toBe("untold");
    expect((await promised(given.caseId))?.due).toBe("2025-03-16");
  });
});

it("that waits for another person stands on Today until it is decided", async () => {
  const given = await opened();
  const waits = async () =>
    (await run((context) => readTodayView(context))).judging.filter(
      ({ caseId, todo }) => caseId === given.caseId && todo === "approve-extension",
    ).length;
  expect(await waits()).toBe(1);
  await decide(approve, given);
  expect(await waits()).toBe(0);
});

describe("no extension", () => {
  it.each([
    ["of what the law sets", { family: "claim-clocks", clause: "第一条" }, "clocks.not-extendable"],
    ["of a clock that is not there", { family: "claim-clocks", clause: "第九条" }, "clocks.no-clock"],
  ])("%s", async (_, key, code) => {
    const { caseId } = await open();
    expect((await unchanged(caseId, () => ask(caseId, key))).code).toBe(code);
  });

  it("is approved by the one who asked, twice, or once the clock is over; nor asked for twice", async () => {
    const given = await opened();
    const refused = async (doing: () => Promise<unknown>) => (await unchanged(given.caseId, doing)).code;
    const { handler } = await openDesk(database);
    expect(await refused(() => ask(given.caseId))).toBe("clocks.extension-waiting");
    const [first] = (await view(given.caseId)).extensions;
    if (!first) throw new Error("not asked");
    const same = { ...handler, staffId: first.requester };
    expect(await refused(() => decide(approve, given, same))).toBe("clocks.extension-same-person");
    database.clock.set("2025-03-17T09:00:00+08:00");
    expect(await refused(() => decide(approve, given))).toBe("clocks.already-late");
    database.clock.set("2025-03-10T09:00:00+08:00");
    await decide(approve, given);
    expect(await refused(() => decide(approve, given))).toBe("clocks.extension-done");
  });
});
