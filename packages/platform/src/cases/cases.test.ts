import { describe, expect, it } from "vitest";
import type { Clock } from "../clocks/index.ts";
import { CaseId, EvidenceId, PartyId } from "../kernel/ids.ts";
import { ZERO } from "../kernel/money.ts";
import { Refused } from "../kernel/refusal.ts";
import type { Context } from "../store/index.ts";
import { testDatabase } from "../testing/index.ts";
import {
  append,
  type CaseRow,
  countCases,
  keepContent,
  listCases,
  readCase,
  readContent,
  readEvents,
} from "./index.ts";

const database = await testDatabase();
const key = () => ({ partyId: PartyId.parse(database.newId()), caseId: CaseId.parse(database.newId()) });

const row = (given: Partial<CaseRow> = {}): CaseRow => ({
  number: "C-2025-03-000001",
  title: "王先生（示例）意外身故",
  status: "open",
  subjectName: "王先生（示例）",
  handler: null,
  openedAt: new Date("2025-03-01T09:00:00+08:00"),
  least: ZERO,
  most: null,
  ordered: ZERO,
  available: ZERO,
  paid: ZERO,
  settled: false,
  asks: [],
  askText: null,
  nextDo: "nothing",
  noticeSentAt: null,
  decidedAt: null,
  paidAt: null,
  clocks: [],
  ...given,
});
type Key = ReturnType<typeof key>;
const write = (context: Context, at: Key, expected: number, given: Partial<CaseRow> = {}, events = 1) =>
  append(context, {
    ...at,
    kind: "claim",
    expected,
    events: Array.from({ length: events }, (_, n) => ({ type: "happened", data: { n, 话: "记录" } })),
    state: { n: expected + events },
    row: row(given),
  });
const refusalOf = async (doing: Promise<unknown>) => {
  const error = await doing.then(
    () => null,
    (e: unknown) => e,
  );
  if (!(error instanceof Refused)) throw new Error(`not refused: ${String(error)}`);
  return error.refusal;
};

describe("the stream", () => {
  it("keeps events in order with who and when, and the row they fold to", async () => {
    const at = key();
    await database.run((context) => write(context, at, 0, {}, 2));
    await database.run((context) => write(context, at, 2));
    const events = await database.run((context) => readEvents(context, at));
    expect(events.map(({ version, data }) => [version, data.n])).toEqual([
      [1, 0],
      [2, 1],
      [3, 0],
    ]);
    expect(events[0]?.at).toBe("2025-03-10T09:00:00+08:00");
    expect(events[0]?.by).toEqual({ kind: "system", id: null, name: "test" });
    const stored = await database.run((context) => readCase(context, at.caseId));
    expect(stored).toEqual({ ...at, version: 3, state: { n: 3 } });
  });

  it("refuses a version that is no longer the last, and writes nothing", async () => {
    const at = key();
    await database.run((context) => write(context, at, 0));
    await database.run((context) => write(context, at, 1));
    const refusal = await refusalOf(database.run((context) => write(context, at, 1)));
    expect(refusal).toMatchObject({
      kind: "conflict",
      code: "cases.changed",
      facts: { expected: 1, found: 2 },
    });
    expect(await database.run((context) => readEvents(context, at))).toHaveLength(2);
  });

  it("lets one of many who write at once win", async () => {
    const at = key();
    await database.run((context) => write(context, at, 0));
    const tries = await Promise.allSettled(
      Array.from({ length: 6 }, () => database.run((context) => write(context, at, 1))),
    );
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const tried of tries)
      if (tried.status === "rejected")
        expect(tried.reason).toMatchObject({ refusal: { code: "cases.changed" } });
    expect(await database.run((context) => readEvents(context, at))).toHaveLength(2);
  });

  it("opens a case once", async () => {
    const at = key();
    await database.run((context) => write(context, at, 0));
    expect((await refusalOf(database.run((context) => write(context, at, 0)))).code).toBe("cases.changed");
  });

  it("takes no change and no deletion of an event", async () => {
    const at = key();
    await database.run((context) => write(context, at, 0));
    for (const change of ["update", "delete"] as const) {
      const trying = database.run(async ({ tx }) =>
        change === "update"
          ? tx.updateTable("case_event").set({ type: "other" }).where("case_id", "=", at.caseId).execute()
          : tx.deleteFrom("case_event").where("case_id", "=", at.caseId).execute(),
      );
      await expect(trying).rejects.toThrow(/permission denied/);
    }
  });

  it("is not seen by another institution", async () => {
    const at = key();
    await database.run((context) => write(context, at, 0));
    const elsewhere = { kind: "system" as const, name: "other", institutionId: database.otherInstitutionId };
    expect((await refusalOf(database.run((context) => readCase(context, at.caseId), elsewhere))).code).toBe(
      "cases.missing",
    );
    expect(await database.run((context) => countCases(context, {}), elsewhere)).toBe(0);
  });
});

const clock = (clause: string, lane: string, given: Partial<Clock>): Clock => ({
  ...{ family: "claim-clocks", terms: "claim-clocks/2024", clause, lane, text: "", law: [] },
  ...{ from: null, due: null, earliest: null, pause: null, extended: 0, dueBefore: null, extendsTo: null },
  ...{ actBy: null, warnOn: null, done: null, state: "running" as const, ...given },
});

describe("lists", () => {
  it("finds by number, name and title; what was typed is never a pattern", async () => {
    const at = key();
    await database.run((context) =>
      write(context, at, 0, { number: "C-2031-01-AAAAAA", subjectName: "李_女士%（示例）" }),
    );
    const find = (q: string) =>
      database.run((context) => listCases(context, { q }, { after: null, limit: 10 }));
    for (const q of ["2031-01", "c-2031", "李_女士%"])
      expect((await find(q)).map(({ caseId }) => caseId)).toEqual([at.caseId]);
    expect(await find("李a女士%")).toEqual([]);
    expect(await find("2031%AAAAAA")).toEqual([]);
  });

  it("pages through every case once, newest first, and says which clock ends first", async () => {
    const days = [11, 12, 13, 14, 15];
    const partyId = PartyId.parse(database.newId());
    for (const day of days) {
      await database.run((context) =>
        write(context, { partyId, caseId: CaseId.parse(database.newId()) }, 0, {
          openedAt: new Date(`2024-06-${day}T00:00:00+08:00`),
          clocks: [
            clock("一", "后", { due: "2024-08-01" }),
            clock("二", "先", { due: "2024-07-01" }),
            clock("三", "停", { state: "paused" }),
          ],
        }),
      );
    }
    const seen: string[] = [];
    let after: { at: Date; id: string } | null = null;
    for (;;) {
      const page = await database.run((context) => listCases(context, { partyId }, { after, limit: 2 }));
      const last = page.at(-1);
      if (!last) break;
      seen.push(...page.map(({ openedAt }) => openedAt.toISOString()));
      expect(last.nextDue).toEqual({ name: "先", due: "2024-07-01" });
      after = { at: last.openedAt, id: last.caseId };
    }
    expect(seen).toEqual([...seen].sort().reverse());
    expect(seen).toHaveLength(days.length);
  });
});

describe("evidence", () => {
  it("gives back every byte", async () => {
    const at = key();
    const evidenceId = EvidenceId.parse(database.newId());
    const content = Uint8Array.from({ length: 256 }, (_, n) => n);
    const file = { filename: "照片.jpg", mediaType: "image/jpeg", content, sha256: "0".repeat(64) };
    await database.run(async (context) => {
      await write(context, at, 0);
      await keepContent(context, at, evidenceId, file);
    });
    const kept = await database.run((context) => readContent(context, at, evidenceId));
    expect([...kept.content]).toEqual([...content]);
    expect(kept).toMatchObject({ filename: "照片.jpg", mediaType: "image/jpeg" });
    const other = EvidenceId.parse(database.newId());
    expect((await refusalOf(database.run((context) => readContent(context, at, other)))).code).toBe(
      "cases.no-evidence",
    );
  });
});
