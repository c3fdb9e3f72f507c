import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { compile, readTerms } from "./engine.ts";
import { readExamples, runExample } from "./examples.ts";

const TERMS = fileURLToPath(new URL("../../../../../terms", import.meta.url));
const documents = readdirSync(TERMS, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".yaml"))
  .map((path) => ({ path, text: readFileSync(`${TERMS}/${path}`, "utf8") }))
  .filter(({ text }) => /^terms:/m.test(text));

describe("examples run in the page as they do in the check", () => {
  test("there are documents", () => {
    expect(documents.length).toBeGreaterThan(5);
  });

  test.each(documents)("$path", ({ text }) => {
    const decide = compile(readTerms(text));
    const runs = readExamples(text).map((example) => runExample(decide, example));
    expect(runs.filter(({ differs }) => differs.length > 0)).toEqual([]);
  });

  test("an example that does not hold says what differs", () => {
    const [document] = documents;
    const decide = compile(readTerms(document?.text ?? ""));
    const [example] = readExamples(document?.text ?? "");
    if (!example) throw new Error("the document has no example");
    const run = runExample(decide, { ...example, expected: { outcome: "no such outcome" } });
    expect(run.differs).toMatchObject([{ key: "outcome", expected: "no such outcome" }]);
  });
});
