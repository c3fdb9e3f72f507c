/** The schema takes every document that can be decided by, and refuses what is wrong in structure. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { check } from "../index.ts";
import { termsSchema } from "./index.ts";

const ROOT = join(import.meta.dirname, "../../../..");
const WRONG = join(import.meta.dirname, "../check/wrong");
const validate = new Ajv2020({
  allErrors: true,
  strict: true,
  allowUnionTypes: true,
  strictRequired: false,
  strictTypes: false,
}).compile(termsSchema);

const yamlIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".yaml") && statSync(join(folder, file)).isFile())
    .sort();

/** What the schema says, as `/clauses/3: must …`. */
function said(text: string): readonly string[] {
  validate(parse(text, { version: "1.2" }));
  return (validate.errors ?? []).map((e) => `${e.instancePath}: ${e.message}`);
}

const documents = yamlIn(join(ROOT, "terms"))
  .map((file) => ({ file, text: readFileSync(join(ROOT, "terms", file), "utf8") }))
  .filter(({ text }) => /^terms:/m.test(text));

test.each(documents)("takes terms/$file", ({ text }) => {
  expect(said(text)).toEqual([]);
});

test("terms/terms.schema.json is what `goodfaith check --schema` prints", () => {
  const kept = readFileSync(join(ROOT, "terms/terms.schema.json"), "utf8");
  expect(JSON.parse(kept)).toEqual(termsSchema);
});

test.each(documents)("terms/$file names the schema for editors", ({ file, text }) => {
  const path = `${"../".repeat(file.split("/").length - 1)}terms.schema.json`;
  expect(text.split("\n")[0]).toBe(`# yaml-language-server: $schema=${path}`);
});

/** Wrong in structure: keys and shapes. All others are wrong in what they mean, which is for `check` to say. */
const STRUCTURE: readonly string[] = [
  "clause-reasons",
  "clause-shape",
  "define",
  "document-bare",
  "document-keys",
  "document-lists",
  "document-period-text",
  "document-period-without-from",
  "empty",
  "examples",
  "fact-limits",
  "fact-names",
  "fact-types",
  "for-each",
  "gives",
  "names-twice",
  "not-a-mapping",
  "not-a-mapping-text",
  "over",
  "promise",
  "step",
  "table-shape",
];

describe("wrong documents", () => {
  const files = yamlIn(WRONG).filter(
    (f) =>
      ![
        "yaml-cyclic.yaml",
        "yaml-duplicate-key.yaml",
        "yaml-unknown-alias.yaml",
        "yaml-two-documents.yaml",
        "yaml-tag.yaml",
      ].includes(f),
  );
  test.each(files)("%s", (file) => {
    const text = readFileSync(join(WRONG, file), "utf8");
    const name = file.replace(/\.yaml$/, "");
    expect([name, said(text).length > 0]).toEqual([name, STRUCTURE.includes(name)]);
  });

  test("nothing that `check` passes is refused", () => {
    for (const file of files) {
      const text = readFileSync(join(WRONG, file), "utf8");
      if (check([{ file, text }]).every((p) => p.severity === "warning"))
        expect([file, said(text)]).toEqual([file, []]);
    }
  });
});

test("every key that an editor offers says in Chinese what it is", () => {
  const keys = (schema: unknown): readonly [string, unknown][] => {
    if (typeof schema !== "object" || schema === null) return [];
    const own =
      "properties" in schema && typeof schema.properties === "object"
        ? Object.entries(schema.properties ?? {})
        : [];
    // What stands under `not` is a condition: nothing of it is offered.
    const inner = Object.entries(schema).filter(([key]) => key !== "not");
    return [...own, ...inner.flatMap(([, value]) => keys(value))];
  };
  const silent = keys(termsSchema).filter(
    ([, s]) => s !== false && !/[\u4e00-\u9fff]/.test(JSON.stringify(s)),
  );
  expect(silent.map(([key]) => key)).toEqual([]);
});
