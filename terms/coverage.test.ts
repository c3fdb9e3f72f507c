/** Every way in which a clause of ours can come out is shown by one of its document's examples. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { coverage, readTerms } from "@goodfaith/clauses";
import { expect, test } from "vitest";

const documents = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".yaml"))
  .map((file) => ({ file, text: readFileSync(join(import.meta.dirname, file), "utf8") }))
  .filter(({ text }) => /^terms:/m.test(text));

test("there are documents to look at", () => expect(documents.length).toBeGreaterThanOrEqual(10));

test.each(documents)("$file", ({ file, text }) => {
  const { points, reached, total } = coverage(readTerms(text, { file }));
  expect(points.filter((p) => p.by === null).map((p) => `${file}:${p.line}: ${p.text}`)).toEqual([]);
  expect(reached).toBe(total);
});
