import { describe, expect, it } from "vitest";
import { cents } from "../kernel/money.ts";
import { testDatabase } from "../testing/index.ts";
import { prepareDue, sendNoticeOnce } from "./index.ts";
import { openDesk } from "./testing/desk.ts";
import { runClaimJobs } from "./testing/jobs.ts";
import { callRecords, refusalOf } from "./testing/story.ts";

const database = await testDatabase();
const { run, open, view, drop, find, unchanged } = await openDesk(database);

describe("the one-time notice", () => {
  const followNotice = () => runClaimJobs(database, "claims.follow-notice");

  it("asks for everything at once, pauses the clock only once delivered, and is never sent twice", async () => {
    const { caseId } = await open({}, (policy) => ({
      ...policy,
      beneficiaries: policy.beneficiaries.map((one) => ({ ...one, account: null })),
    }));
    const before = await view(caseId);
    expect(before.next.do).toBe("send-notice");
    expect(before.needs.payment.map(({ fact }) => fact)).toEqual(["收款账户已核验"]);
    await run((context) => sendNoticeOnce(context, caseId, before.version));
    const sent = await view(caseId);
    expect(sent.notice?.text).toContain("意外是什么时候发生的");
    expect(sent.notice?.text).toContain("银行账户");
    expect(sent.clocks.find(({ name }) => name === "核定")).toMatchObject({
      due: "2025-03-31",
      state: "running",
    });
    expect(
      await unchanged(caseId, async () => run((context) => sendNoticeOnce(context, caseId, sent.version))),
    ).toMatchObject({
      code: "claims.second-notice",
    });
    await followNotice();
    expect((await view(caseId)).clocks.find(({ name }) => name === "核定")?.state).toBe("running");
    await run(({ tx }) =>
      tx
        .updateTable("message")
        .set({ status: "delivered", finished_at: database.clock.now() })
        .where("purpose", "=", "notice")
        .execute(),
    );
    await followNotice();
    expect((await view(caseId)).clocks.find(({ name }) => name === "核定")).toMatchObject({
      due: null,
      state: "paused",
    });
    database.clock.set("2025-03-15T09:00:00+08:00");
    await find(caseId, { fact: "收款账户已核验", value: true });
    await drop(caseId, callRecords());
    const answered = await view(caseId);
    expect(answered.clocks.find(({ name }) => name === "核定")).toMatchObject({
      due: "2025-04-05",
      state: "met",
    });
    const prepared = refusalOf(
      run((context) =>
        prepareDue(context, { caseId, version: answered.version, amount: cents(127_000_000n) }),
      ),
    );
    expect((await prepared).code).toBe("claims.no-account");
    database.clock.set("2025-03-10T09:00:00+08:00");
  });

  it("is refused where nothing is needed", async () => {
    const { caseId } = await open();
    await drop(caseId, callRecords());
    const { version } = await view(caseId);
    expect((await refusalOf(run((context) => sendNoticeOnce(context, caseId, version)))).code).toBe(
      "claims.nothing-to-ask",
    );
  });
});
