/** The statements themselves, so that a change of them is seen. `UPDATE_GOLDEN=1` writes them anew. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { readTerms, resolvedOf } from "../terms/terms.ts";
import { compileToSql } from "./index.ts";

const root = join(import.meta.dirname, "../../../..");
const vocabulary = readFileSync(join(root, "terms/vocabulary.yaml"), "utf8");

/** The column that the vocabulary gives a fact. */
function columnOf(fact: string): string {
  const found = new RegExp(`^ {2}${fact}:\\n {4}column: (\\S+)$`, "m").exec(vocabulary);
  if (found?.[1] === undefined) throw new Error(`${fact} has no column`);
  return found[1];
}

for (const file of [
  "medical/jinhuibao-2024",
  "life/endowment-holiday-2019",
  "programmes/reinstatement-2025",
  "accident/infant-2024",
]) {
  it(`${file} has the statement that was read`, () => {
    const terms = readTerms(readFileSync(join(root, `terms/${file}.yaml`), "utf8"), { file });
    const columns = [...resolvedOf(terms).doc.facts.values()].map((d) => {
      const column = columnOf(d.name);
      return [d.name, d.optional ? { column, noneColumn: `${column}_none` } : { column }] as const;
    });
    const source = {
      from: { table: "cases" },
      keys: ["party_id", "case_id"],
      columns: Object.fromEntries(columns),
    };
    const { text } = compileToSql(terms, source);
    expect(compileToSql(readTerms(terms.text), source).text).toBe(text);
    const golden = join(import.meta.dirname, `golden/${file.split("/")[1]}.sql`);
    if (process.env.UPDATE_GOLDEN === "1") writeFileSync(golden, text);
    expect(text).toBe(readFileSync(golden, "utf8"));
  });
}
