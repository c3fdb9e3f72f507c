import { expect, it } from "vitest";
import { testDatabase } from "../testing/index.ts";
import { sweepAll } from "./sweep.ts";

const database = await testDatabase();

it("goes through every institution, each in its own transaction; one that fails keeps nothing and is told", async () => {
  const seen: string[] = [];
  const sweep = {
    name: "test.sweep",
    run: async ({ tx, actor }: Parameters<Parameters<typeof sweepAll>[1][number]["run"]>[0]) => {
      const { institution_id: own } = await tx
        .selectFrom("institution")
        .select("institution_id")
        .executeTakeFirstOrThrow();
      expect(own).toBe(actor.institutionId);
      seen.push(own);
      return 2;
    },
  };
  expect(await sweepAll(database, [sweep])).toBe(4);
  expect(seen.sort()).toEqual([database.institutionId, database.otherInstitutionId].sort());
  const failing = { name: "test.fails", run: () => Promise.reject(new Error("no")) };
  await expect(sweepAll(database, [failing])).rejects.toThrow("no");
});
