import { describe, expect, it } from "vitest";
import { testDatabase } from "../testing/index.ts";
import { replayDecisions, verifyClaims } from "./index.ts";
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

describe("verifying every case", () => {
  const verify = () => run(verifyClaims);
  const query = (text: string, values: unknown[]) => database.store.owner.pool.query(text, values);

  it("agrees where nothing was touched, and names the case and the event where something was", async () => {
    const before = await verify();
    const { caseId } = await open();
    const { number, version } = await view(caseId);
    const sound = await verify();
    expect(sound.cases).toBe(before.cases + 1);
    expect(sound.decisions).toBeGreaterThan(before.decisions);
    expect(sound.differs).toEqual(before.differs);
    await query(
      "update case_event set data = replace(data::text, '100000.00', '100001.00')::jsonb where case_id = $1 and version = $2",
      [caseId, version],
    );
    const { differs } = await verify();
    expect(differs).toContainEqual(
      expect.stringMatching(new RegExp(`^${number}: event ${version}, .* does not come out again$`)),
    );
    expect(differs).toContain(`${number}: its events do not fold to its row`);
  });

  it("says that a case's row was altered, that its events are gone, that its edition is gone", async () => {
    const [altered, emptied, orphaned] = [await open(), await open(), await open()];
    const { number } = await view(altered.caseId);
    await query("update case_state set state = jsonb_set(state, '{title}', '\"别的\"') where case_id = $1", [
      altered.caseId,
    ]);
    await query("delete from case_event where case_id = $1", [emptied.caseId]);
    const other = await view(orphaned.caseId);
    await query(
      "update case_event set data = replace(data::text, 'sha256:', 'sha256:0')::jsonb where case_id = $1",
      [orphaned.caseId],
    );
    const { differs } = await verify();
    expect(differs).toContain(`${number}: its events do not fold to its row`);
    expect(differs).toContain(`case ${emptied.caseId}: its events are gone`);
    expect(differs).toContainEqual(
      expect.stringMatching(new RegExp(`^${other.number}: .* the edition that decided is gone$`)),
    );
  });
});
