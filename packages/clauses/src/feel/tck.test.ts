/**
 * Every literal expression of the DMN Technology Compatibility Kit. Cases that do not pass yet are listed in
 * `tck-not-passing.json`, which can only shrink: a listed case that passes fails the test, as does any other
 * that does not.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { show } from "./show.ts";
import { readCases } from "./tck/cases.ts";
import { readModel } from "./tck/model.ts";
import { agrees, decide, isWithin } from "./tck/run.ts";

const kit = fileURLToPath(new URL("../../../../../shared/data/dmn-tck/", import.meta.url));
const listed: unknown = JSON.parse(readFileSync(new URL("./tck-not-passing.json", import.meta.url), "utf8"));

/** `folder/case/decision` for each result that is wrong; and how many there were to judge. */
function runFolder(folder: string): { readonly failed: Map<string, string>; readonly count: number } {
  const failed = new Map<string, string>();
  let count = 0;
  const files = readdirSync(folder);
  const models = new Map(
    files
      .filter((name) => name.endsWith(".dmn"))
      .map((name) => [name, readModel(readFileSync(`${folder}/${name}`, "utf8"))] as const),
  );
  const label = folder.split("/").at(-1) ?? "";
  for (const file of files.filter((name) => name.endsWith(".xml"))) {
    for (const { id, model: name, inputs, results } of readCases(readFileSync(`${folder}/${file}`, "utf8"))) {
      const model = models.get(name);
      if (model === undefined) throw new Error(`${label} has no model ${name}`);
      for (const { decision, expected } of results) {
        if (!model.decisions.has(decision) || !isWithin(model, decision)) continue;
        count++;
        const actual = decide(model, decision, inputs);
        if (agrees(actual, expected)) continue;
        const source = model.decisions.get(decision)?.expression.trim() ?? "";
        failed.set(
          `${label}/${id}/${decision}`,
          `${source} gives ${show(actual)}, should give ${show(expected)}`,
        );
      }
    }
  }
  return { failed, count };
}

describe.skipIf(!existsSync(kit))(`the DMN TCK (skipped without ${kit})`, () => {
  const folders = ["compliance-level-2", "compliance-level-3"].flatMap((level) =>
    existsSync(kit + level) ? readdirSync(kit + level).map((name) => `${kit}${level}/${name}`) : [],
  );
  const seen = new Map<string, string>();
  let judged = 0;

  test.each(folders.map((folder) => [folder.slice(kit.length), folder] as const))("%s", (_, folder) => {
    const { failed, count } = runFolder(folder);
    judged += count;
    for (const [name, story] of failed) seen.set(name, story);
    const known = new Set(Array.isArray(listed) ? listed : []);
    expect([...failed].filter(([name]) => !known.has(name))).toEqual([]);
  });

  test("the list of cases that do not pass holds nothing else", () => {
    expect(listed).toEqual([...seen.keys()].sort());
    expect(judged).toBeGreaterThan(1800);
    console.info(`TCK: ${judged - seen.size} of ${judged} literal-expression results`);
  });
});
