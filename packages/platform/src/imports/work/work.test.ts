import { describe, expect, it } from "vitest";
import { PartyId } from "../../kernel/ids.ts";
import { Refused } from "../../kernel/refusal.ts";
import { residentCheck } from "../../people/index.ts";
import type { StaffActor } from "../../store/index.ts";
import { readTable, writeCsv } from "../../tabular/index.ts";
import { testDatabase, testStaff } from "../../testing/index.ts";
import type { ImportView } from "../contract.ts";
import { partiesImporter } from "../parties.ts";
import { findRun, readDifferences } from "../store.ts";
import { againWork, beginWork, findWork, forgetWork, importsJobs, listWork } from "./index.ts";

const database = await testDatabase();
const staff = await testStaff(database, { name: "管理员（示例）" });
const other = await testStaff(database, { institutionId: database.otherInstitutionId });

const identity = (n: number): string => {
  const first17 = `99940319700101${String(n).padStart(3, "0")}`;
  return first17 + residentCheck(first17);
};
const HEADER = ["客户号", "姓名", "证件号码", "手机号", "县区"];
const row = (n: number): string[] => [
  `C${n}`,
  `客户${n}（示例）`,
  identity(n),
  `199${String(n).padStart(8, "0")}`,
  "沁县",
];
const fileOf = (rows: readonly string[][]): Uint8Array => writeCsv(HEADER, rows);
const asStaff = <T>(
  fn: (context: Parameters<typeof beginWork>[0]) => Promise<T>,
  as: StaffActor = staff,
): Promise<T> => database.run((context) => fn({ ...context, actor: as }), as);

const begin = (content: Uint8Array, dryRun = false): Promise<ImportView> =>
  asStaff((context) => beginWork(context, partiesImporter, { filename: "客户.csv", content }, { dryRun }));

/** Does what the outbox asks for, as the worker would. */
const work = async (attempt = 1): Promise<void> => {
  const rows = await database.run(({ tx }) =>
    tx.selectFrom("outbox").selectAll().where("done_at", "is", null).orderBy("created_at").execute(),
  );
  const [job] = importsJobs;
  const system = { kind: "system" as const, name: "imports.run", institutionId: database.institutionId };
  for (const one of rows) {
    const run = {
      outboxId: one.outbox_id,
      partyId: PartyId.parse(one.party_id),
      attempt,
      aside: <T>(fn: Parameters<typeof database.store.within<T>>[1]) =>
        database.store.within({ institutionId: database.institutionId }, fn),
    };
    await database.run(async (context) => {
      await job?.run({ ...context, actor: system }, one.payload, run);
      await context.tx
        .updateTable("outbox")
        .set({ done_at: context.clock.now() })
        .where("party_id", "=", one.party_id)
        .where("outbox_id", "=", one.outbox_id)
        .execute();
    });
  }
};
const ended = (view: ImportView) => asStaff((context) => findRun(context, view.importId));
const people = async (): Promise<number> => {
  const rows = await asStaff(({ tx }) => tx.selectFrom("party").select("party_id").execute());
  return rows.length;
};
const keptParts = () => asStaff(({ tx }) => tx.selectFrom("import_file").select("sealed").execute());

describe("an import in the background", () => {
  it("keeps the file sealed until it has ended, runs in the name of who brought it, and tells how far it is", async () => {
    const view = await begin(fileOf([row(1), row(2)]));
    expect(view).toMatchObject({
      status: "waiting",
      progress: { rows: 0, expected: 2 },
      by: "管理员（示例）",
    });
    expect(JSON.stringify(await keptParts())).not.toContain("客户1");
    expect(await keptParts()).toHaveLength(1);
    await work();
    expect(await ended(view)).toMatchObject({
      status: "applied",
      created: 2,
      by: "管理员（示例）",
      progress: null,
    });
    expect(await keptParts()).toEqual([]);
    expect(await asStaff((context) => listWork(context))).toEqual([]);
  });

  it("a file without a required column is refused at once, and nothing is kept", async () => {
    const bad = begin(writeCsv(["客户号", "老姓名"], [["1", "某（示例）"]]));
    await expect(bad).rejects.toMatchObject({
      refusal: { code: "imports.columns", facts: { missing: ["姓名"], unknown: ["老姓名"] } },
    });
    expect(await keptParts()).toEqual([]);
  });

  it("a file that breaks off while it is read fails with its reason, and applied nothing", async () => {
    const before = await people();
    // Long enough that the header is read well before the end is.
    const notes = "注".repeat(300_000);
    const rows = [31, 32, 33, 34, 35, 36].map((n) => [...row(n), notes]);
    const whole = writeCsv([...HEADER, "备注"], rows);
    const broken = new Uint8Array([...whole, ...new TextEncoder().encode('C1,"没有结束的引号\n')]);
    const view = await begin(broken);
    await work();
    expect(await ended(view)).toMatchObject({
      status: "failed",
      failure: { zh: expect.stringContaining("引号") },
    });
    expect(await people()).toBe(before);
    expect(await keptParts()).toEqual([]);
  });

  it("a job that is given up rolls back whole; tried too often it is interrupted, and starts again from the kept file", async () => {
    const before = await people();
    const view = await begin(fileOf([row(41), row(42)]));
    const [job] = importsJobs;
    const system = { kind: "system" as const, name: "imports.run", institutionId: database.institutionId };
    const dying = database.run(async (context) => {
      const aside = <T>(fn: Parameters<typeof database.store.within<T>>[1]) =>
        database.store.within({ institutionId: database.institutionId }, fn);
      const run = {
        outboxId: context.newId(),
        partyId: PartyId.parse(database.institutionId),
        attempt: 1,
        aside,
      };
      await job?.run({ ...context, actor: system }, { importId: view.importId }, run);
      throw new Error("killed before the commit");
    });
    await expect(dying).rejects.toThrow("killed");
    expect(await people()).toBe(before);
    expect(await asStaff((context) => findWork(context, view.importId))).toMatchObject({ status: "running" });

    await work(4);
    expect(await asStaff((context) => findWork(context, view.importId))).toMatchObject({
      status: "interrupted",
    });
    expect(await people()).toBe(before);
    await asStaff((context) => againWork(context, view.importId));
    await work();
    expect(await ended(view)).toMatchObject({ status: "applied", created: 2 });
    expect(await people()).toBe(before + 2);
    await expect(asStaff((context) => againWork(context, view.importId))).rejects.toThrow(Refused);
  });

  it("what was given up is gone with its file; another institution sees and touches nothing", async () => {
    const view = await begin(fileOf([row(51)]));
    expect(await asStaff((context) => findWork(context, view.importId), other)).toBeNull();
    await work(4);
    await expect(asStaff((context) => forgetWork(context, view.importId), other)).rejects.toThrow(Refused);
    await asStaff((context) => forgetWork(context, view.importId));
    expect(await keptParts()).toEqual([]);
  });
});

describe("what a file changes", () => {
  it("is told field by field, masked, for a try as for an import", async () => {
    const before = await begin(fileOf([row(61), row(62), row(63)]));
    await work();
    expect(await ended(before)).toMatchObject({ created: 3, hasDifferences: true });
    const changed = [
      row(61),
      ["C62", "客户62改名（示例）", identity(62), "19977776666", "潞州区"],
      row(63),
      row(64),
    ];
    const view = await begin(fileOf(changed), true);
    await work();
    expect(await ended(view)).toMatchObject({ status: "checked", created: 1, updated: 1, unchanged: 2 });
    const report = await asStaff((context) => readDifferences(context, view.importId));
    const table = await readTable(report.content as Uint8Array, report.filename);
    const rows = (name: string) =>
      table.sheets.find((sheet) => sheet.name === name)?.rows.map((one) => one.cells);
    expect(rows("变更")).toEqual([
      ["行号", "编号", "列", "原来", "导入后"],
      ["3", "C62", "姓名", "客户62（示例）", "客户62改名（示例）"],
      ["3", "C62", "县区", "沁县", "潞州区"],
      ["3", "C62", "手机号码", expect.stringMatching(/\*/), expect.stringMatching(/\*/)],
    ]);
    expect(rows("新增")).toEqual([
      ["行号", "编号"],
      ["5", "C64"],
    ]);
    expect(JSON.stringify(table)).not.toContain("19977776666");
  });
});
