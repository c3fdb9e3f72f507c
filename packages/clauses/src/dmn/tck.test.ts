/**
 * The whole DMN Technology Compatibility Kit at hand. Results that are not right yet are listed in
 * `tck-not-passing.json`, which can only shrink: a listed result that is right fails the test, as does any
 * other that is not.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { runFolder } from "./tck/run.ts";

const kit = fileURLToPath(new URL("../../../../../shared/data/dmn-tck/", import.meta.url));
const listed: unknown = JSON.parse(readFileSync(new URL("./tck-not-passing.json", import.meta.url), "utf8"));
const known = new Set(Array.isArray(listed) ? listed : []);

const filesIn = (folder: string): ReadonlyMap<string, string> =>
  new Map(readdirSync(folder).map((file) => [file, readFileSync(`${folder}/${file}`, "utf8")] as const));

describe.skipIf(!existsSync(kit))(`the DMN TCK (skipped without ${kit})`, () => {
  const folders = ["compliance-level-2", "compliance-level-3"].flatMap((level) =>
    existsSync(kit + level) ? readdirSync(kit + level).map((name) => `${level}/${name}`) : [],
  );
  const failing: string[] = [];
  let judged = 0;

  test.each(folders)("%s", (folder) => {
    const { failed, count } = runFolder(folder, filesIn(kit + folder));
    judged += count;
    failing.push(...failed.keys());
    expect([...failed].filter(([name]) => !known.has(name))).toEqual([]);
  });

  test("the list of what does not pass holds nothing else", () => {
    expect(listed).toEqual(failing.sort());
    expect(judged).toBe(2000);
    console.info(`TCK: ${judged - failing.length} of ${judged} results`);
  });
});
