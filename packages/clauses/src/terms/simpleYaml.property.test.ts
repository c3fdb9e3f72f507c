/** What the short reader reads, the YAML library reads as the same tree, with the same places and no complaint. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { expect, test } from "vitest";
import { sixtyClauses } from "../../bench/document.ts";
import { HOSTILE } from "../check/hostile.fixture.ts";
import { readAnyYaml } from "./located.ts";
import { LIMITS } from "./prescan.ts";
import { canonicalText } from "./readDocument.ts";
import { Problems } from "./report.ts";
import { readSimpleYaml } from "./simpleYaml.ts";

const RUNS = Number(process.env.RUNS ?? 100) * 20;

const yamlIn = (folder: string): readonly string[] => {
  const path = fileURLToPath(new URL(folder, import.meta.url));
  return readdirSync(path, { recursive: true, encoding: "utf8" })
    .filter((f) => /\.yaml(\.txt)?$/.test(f))
    .map((f) => canonicalText(readFileSync(join(path, f), "utf8")));
};
const LIBRARY = yamlIn("../../../../terms");
const WRONG = yamlIn("../check/wrong");

/** Whether the text was read; the test fails where the library disagrees. */
function readAlike(text: string): boolean {
  const simple = readSimpleYaml(text);
  if (simple === null) return false;
  const problems = new Problems("test");
  const tree = readAnyYaml(text, problems.report);
  expect(problems.all, text).toEqual([]);
  expect(simple, text).toEqual(tree);
  return true;
}

test("every document of the library is read so, but for what only the YAML library reads", () => {
  expect(LIBRARY.length).toBeGreaterThan(9);
  expect(LIBRARY.filter((text) => !readAlike(text))).toEqual([]);
  expect(readAlike(sixtyClauses())).toBe(true);
});

test("wrong and hostile documents are read alike, or left to the library", () => {
  const read = WRONG.filter(readAlike).length;
  expect(read).toBeGreaterThan(WRONG.length / 2);
  for (const { text } of Object.values(HOSTILE)) {
    const made = canonicalText(text());
    if (made.length <= LIMITS.characters) readAlike(made);
  }
});

const PIECES = [
  ..." \n:-?,[]{}#&*!|>'\"%@`~.\\\t\r=<0",
  ": ",
  " #",
  "- ",
  "\n- ",
  "\n  ",
  "\n    ",
  "a: b\n",
  "null",
  "True",
  "1e3",
  "0x1F",
  "-.5",
  ".inf",
  "---",
  "<<",
  "\u00a0",
  "\u3000",
  "\u2028",
  "\ufeff",
  "条款",
];

/** Lines near one another of a real document, with a few signs put in or left out. */
const changed = fc
  .record({
    text: fc.constantFrom(...LIBRARY, ...WRONG),
    from: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
    length: fc.integer({ min: 1, max: 12 }),
    changes: fc.array(
      fc.record({
        at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
        drop: fc.integer({ min: 0, max: 3 }),
        add: fc.constantFrom("", ...PIECES),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  })
  .map(({ text, from, length, changes }) => {
    const lines = text.split("\n");
    const first = Math.floor(from * lines.length);
    const indent = /^ */.exec(lines[first] ?? "")?.[0] ?? "";
    const some = lines.slice(first, first + length).map((l) => l.replace(indent, ""));
    return changes.reduce((t, { at, drop, add }) => {
      const place = Math.floor(at * t.length);
      return t.slice(0, place) + add + t.slice(place + drop);
    }, some.join("\n"));
  });

const invented = fc
  .array(fc.constantFrom(...PIECES, "a", "b: ", "\nc: "), { maxLength: 14 })
  .map((p) => p.join(""));

test("a changed piece of a document", () => {
  let read = 0;
  fc.assert(
    fc.property(changed, (text) => {
      if (readAlike(text)) read++;
    }),
    { numRuns: RUNS },
  );
  expect(read).toBeGreaterThan(RUNS / 10);
});

test("text made of YAML's signs", () => {
  let read = 0;
  fc.assert(
    fc.property(invented, (text) => {
      if (readAlike(text)) read++;
      if (readAlike(`a: ${text}`)) read++;
      if (readAlike(`a:\n  - ${text}`)) read++;
      if (readAlike(`a: [b, ${text}]`)) read++;
      if (readAlike(`a: { b: ${text} }`)) read++;
    }),
    { numRuns: RUNS },
  );
  expect(read).toBeGreaterThan(RUNS / 10);
});
