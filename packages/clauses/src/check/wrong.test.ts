/**
 * Small wrong documents, each ending with everything that is to be said of it, in the order of its lines:
 * `#! LINE severity: what is wrong; what would be right`. A folder's documents are checked together.
 * `UPDATE_WRONG=1` writes the ends anew, to be read before they are kept.
 */
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { check, type TermsProblem } from "../index.ts";

const FOLDER = join(import.meta.dirname, "wrong");
const MARK = /^#! .*\n/gm;

interface Case {
  readonly file: string;
  readonly text: string;
}

const read = (file: string): Case => ({ file, text: readFileSync(join(FOLDER, file), "utf8") });

const groups: readonly (readonly Case[])[] = readdirSync(FOLDER).map((entry) =>
  statSync(join(FOLDER, entry)).isDirectory()
    ? readdirSync(join(FOLDER, entry)).map((file) => read(join(entry, file)))
    : [read(entry)],
);

const said = (p: TermsProblem): string => `#! ${p.line} ${p.severity}: ${p.message}; ${p.hint}\n`;

const problemsOf = (cases: readonly Case[]): readonly TermsProblem[] =>
  check(cases.map(({ file, text }) => ({ file, text: text.replace(MARK, "") })));

test.each(groups.map((cases) => [cases[0]?.file ?? "", cases] as const))("%s", (_, cases) => {
  const problems = problemsOf(cases);
  for (const { file, text } of cases) {
    const now = problems.filter((p) => p.file === file).map(said);
    if (process.env.UPDATE_WRONG === "1")
      writeFileSync(join(FOLDER, file), text.replace(MARK, "") + now.join(""));
    else expect(now).toEqual(text.match(MARK) ?? []);
  }
});

test("every document says what is wrong in both languages, at a line it has", () => {
  for (const cases of groups)
    for (const p of problemsOf(cases)) {
      const lines = cases.find((c) => c.file === p.file)?.text.split("\n").length ?? 0;
      expect(p.line).toBeGreaterThan(0);
      expect(p.line).toBeLessThanOrEqual(lines);
      expect(p.hint).not.toBe("");
      expect(p.zh.message).toMatch(/[\u4e00-\u9fff]/);
      expect(p.zh.hint).not.toBe("");
    }
});

/** In backticks or quotes, and the author's own words aside, Chinese is said in Chinese. */
const QUOTED = /`[^`]*`|“[^”]*”|"[^"]*"/g;
const OF_THE_LANGUAGE = /^(?:FEEL|YAML)$/;

test("Chinese messages hold no word of another language but quoted ones and the author's", () => {
  const strange = groups.flatMap((cases) =>
    problemsOf(cases).flatMap((p) => {
      const said = `${p.zh.message}；${p.zh.hint}`;
      const words = said.replace(QUOTED, "").match(/[A-Za-z]+/g) ?? [];
      const names = namesIn(cases.map((c) => `${c.file}\n${c.text.replace(MARK, "")}`).join("\n"));
      return words.some((w) => !OF_THE_LANGUAGE.test(w) && !names.has(w)) ? [said] : [];
    }),
  );
  expect(strange).toEqual([]);
});

/** Words of ids, of names that are defined or declared, and of files. */
function namesIn(text: string): ReadonlySet<string> {
  const ids = text.match(/^(?:terms: .*|\S+\.yaml)$|(?<=for each: )\S+|(?<=[&*])\w+/gm) ?? [];
  const declared = text.match(/^ {2}[^\s:-][^:]*(?=:)/gm) ?? [];
  return new Set([...ids, ...declared].flatMap((name) => name.match(/[A-Za-z]+/g) ?? []));
}
