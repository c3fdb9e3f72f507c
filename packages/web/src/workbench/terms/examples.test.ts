import { describe, expect, test } from "vitest";
import { documents } from "./documents.fixture.ts";
import { compile, readTerms } from "./engine.ts";
import { passes, readExamples, runExample } from "./examples.ts";

describe("examples run in the page as they do in the check", () => {
  test("there are documents", () => {
    expect(documents.length).toBeGreaterThan(5);
  });

  test.each(documents)("$path", ({ text }) => {
    const decide = compile(readTerms(text));
    const runs = readExamples(text).map((example) => runExample(decide, example));
    expect(runs.filter((run) => !passes(run))).toEqual([]);
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
