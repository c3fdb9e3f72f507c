/** The statements run over the view of policies, as the application's own role and behind its walls. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { compileToSql, type FactColumn } from "../../packages/clauses/src/sql/index.ts";
import { readTerms, resolvedOf } from "../../packages/clauses/src/terms/terms.ts";
import { testDatabase } from "../../packages/platform/src/testing/index.ts";

const database = await testDatabase();
const folder = join(import.meta.dirname, "../../terms");
const vocabulary = readFileSync(join(folder, "vocabulary.yaml"), "utf8");
const column = (fact: string): string | undefined =>
  new RegExp(`^ {2}${fact}:\\n {4}column: (\\S+)$`, "m").exec(vocabulary)?.[1];

const columnsOfView = async (): Promise<ReadonlySet<string>> => {
  const rows = await database.run(({ tx }) =>
    sql
      .raw<{ name: string }>(
        "select column_name as name from information_schema.columns where table_name = 'policy_facts'",
      )
      .execute(tx),
  );
  return new Set(rows.rows.map((r) => r.name));
};

const party = database.newId();
const policy = database.newId();
const { institutionId } = database;

async function insertPolicy(): Promise<void> {
  await database.run(async ({ tx }) => {
    await sql
      .raw(`insert into party (party_id, institution_id, kind, name, sample, created_at, updated_at)
        values ('${party}', '${institutionId}', 'person', '张三（示例）', true, '2025-01-01Z', '2025-01-01Z')`)
      .execute(tx);
    await sql
      .raw(`insert into policy (party_id, policy_id, institution_id, number, terms_id, product, status, status_since,
          contract_formed_on, effective_on, sum_insured, other_facts, sample, created_at, updated_at)
        values ('${party}', '${policy}', '${institutionId}', '示例-1', 'life-critical-illness/2020', '示例', 'in-force',
          '2021-06-11', '2021-06-10', '2021-06-11', 10000000, '{"critical_benefit_paid": true}', true, '2025-01-01Z', '2025-01-01Z')`)
      .execute(tx);
  });
}

describe("over policy_facts", async () => {
  const known = await columnsOfView();
  await insertPolicy();
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((f) => f.endsWith(".yaml") && f !== "vocabulary.yaml")
    .sort();
  for (const file of files)
    it(`${file} is one statement that the application may run`, async () => {
      const terms = readTerms(readFileSync(join(folder, file), "utf8"), { file });
      const columns: Record<string, FactColumn> = {};
      for (const d of resolvedOf(terms).doc.facts.values()) {
        const name = column(d.name);
        if (name === undefined || !known.has(name)) continue;
        columns[d.name] =
          d.optional && known.has(`${name}_none`)
            ? { column: name, noneColumn: `${name}_none` }
            : { column: name };
      }
      const source = { from: { table: "policy_facts" }, keys: ["party_id", "policy_id"], columns };
      const { text } = compileToSql(terms, source);
      const run = (as: typeof institutionId) =>
        database.run(({ tx }) => sql.raw(text).execute(tx), {
          kind: "system",
          name: "test",
          institutionId: as,
        });
      const own = await run(institutionId);
      expect(own.rows).toHaveLength(1);
      expect(own.rows[0]).toMatchObject({ party_id: party, policy_id: policy, terms: terms.id });
      expect((await run(database.otherInstitutionId)).rows).toEqual([]);
    });
});
