import { describe, expect, it } from "vitest";
import { testDatabase } from "../testing/index.ts";
import { replayDecisions } from "./index.ts";
import { fold } from "./model/evolve.ts";
import { readRecorded } from "./shell/load.ts";
import { openDesk } from "./testing/desk.ts";
import { callRecords } from "./testing/story.ts";

const database = await testDatabase();
const { run, open, view, drop, find } = await openDesk(database);

describe("replay", () => {
  it("folds the events to the row, and every decision again to the same bytes", async () => {
    const { caseId } = await open();
    await drop(caseId, callRecords());
    await find(caseId, { fact: "应扣欠款", value: "0" });
    const { key, stored } = await run(async (context) => {
      const { partyId } = await view(caseId);
      const row = await context.tx
        .selectFrom("case_state")
        .select(["state", "version"])
        .where("case_id", "=", caseId)
        .executeTakeFirstOrThrow();
      return { key: { partyId, caseId }, stored: row };
    });
    const state = fold(await run((context) => readRecorded(context, key)));
    expect(stored.state).toEqual(state);
    expect(stored.version).toBe(state?.version);
    const replay = await run((context) => replayDecisions(context, caseId));
    expect(replay).toMatchObject({ same: true, differs: [] });
    expect(replay.decisions).toBeGreaterThanOrEqual(10);
  });

  it("says which decision differs where an input was altered", async () => {
    const { caseId } = await open();
    const { version } = await view(caseId);
    await database.store.owner.pool.query(
      "update case_event set data = replace(data::text, '100000.00', '100001.00')::jsonb where case_id = $1 and version = $2",
      [caseId, version],
    );
    const replay = await run((context) => replayDecisions(context, caseId));
    expect(replay.same).toBe(false);
    expect(replay.differs.length).toBeGreaterThan(0);
  });
});
