import { sql } from "kysely";
import { expect, test } from "vitest";
import { testDatabase } from "../testing/index.ts";

const database = await testDatabase();

test("a transaction sees its own institution only, and none where none is set", async () => {
  const names = (institutionId = database.institutionId) =>
    database.store.within({ institutionId }, (tx) => tx.selectFrom("institution").select("name").execute());
  expect(await names()).toEqual([{ name: "示例人寿（示例）" }]);
  expect(await names(database.otherInstitutionId)).toEqual([{ name: "另一家保险（示例）" }]);
  const unset = await database.store.owner.db.transaction().execute(async (tx) => {
    await sql`set local role goodfaith_app`.execute(tx);
    return tx.selectFrom("institution").select("name").execute();
  });
  expect(unset).toEqual([]);
});
