/**
 * Hostile documents, made here so that no file of the repository holds them. Run by `hostile.test.ts` as a program of
 * its own: `hostile.fixture.ts NAME` prints what came of one as JSON.
 */
import { check, compile, type FactsInput, readTerms, TermsError } from "../index.ts";

export interface Hostile {
  readonly text: () => string;
  /** Facts to decide by, where the document itself is in order. */
  readonly facts?: () => FactsInput;
}

const head = (facts: string): string =>
  `terms: 恶/1\ntitle: 示例\neffective: { from: 2024-01-01 }\nfacts: { ${facts} }\nclauses:\n`;
const clause = (i: number, effect: string): string => `  - id: 第${i}条\n    text: 示例\n    ${effect}\n`;
const one = (facts: string, effect: string): string => head(facts) + clause(1, effect);
const repeat = (count: number, each: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => each(i)).join("");
const quoted = (feel: string): string => `'${feel.replaceAll("'", "''")}'`;
const demand = (feel: string): string => `require: ${quoted(feel)}\n    otherwise: 否`;

const laughs = (): string =>
  `terms: 恶/1\na0: &a0 [哈,哈,哈,哈,哈,哈,哈,哈,哈]\n${repeat(12, (i) => `a${i + 1}: &a${i + 1} [${Array(9).fill(`*a${i}`).join(",")}]\n`)}`;
const table = (rows: number): string =>
  one(
    "甲: number",
    `table:\n      define: 乙\n      on: [甲]\n      rows:\n${repeat(rows, (i) => `        - [${i}, ${i}]\n`)}`,
  );

export const HOSTILE: Readonly<Record<string, Hostile>> = {
  "a billion laughs": { text: laughs },
  "aliases of aliases in facts": {
    text: () =>
      `terms: 恶/1\nfacts:\n${repeat(
        12,
        (i) =>
          `  a${i}: &a${i} {type: {one of: [${
            i === 0
              ? "哈"
              : Array(9)
                  .fill(`*a${i - 1}`)
                  .join(",")
          }]}}\n`,
      )}`,
  },
  "an alias that holds itself": { text: () => "terms: 恶/1\nfacts: &a { 甲: *a }\nclauses: &b [*b]\n" },
  "30,000 aliases": { text: () => `terms: 恶/1\nx: &x [1]\nclauses:\n${repeat(30_000, () => "  - *x\n")}` },
  "60,000 keys": { text: () => `terms: 恶/1\n${repeat(60_000, (i) => `k${i}: 1\n`)}` },
  "40,000 facts of no type": {
    text: () => `terms: 恶/1\nfacts:\n${repeat(20_000, (i) => `  甲${i}: mony\n`)}clauses: []\n`,
  },
  "keys inside keys": { text: () => `${"? ".repeat(150)}a` },
  "brackets inside brackets": { text: () => `a: ${"[".repeat(100_000)}` },
  "dashes inside dashes": { text: () => "- ".repeat(5_000) },
  "lines ever further in": { text: () => repeat(1_900, (i) => `${" ".repeat(i)}a:\n`) },
  "10 MB of comments": { text: () => `terms: 恶/1\n${"# 示例\n".repeat(2_000_000)}` },
  "10 MB in one line": { text: () => `terms: 恶/1\ntitle: ${"示".repeat(10_000_000)}` },
  "2 MB of values": { text: () => `terms: 恶/1\nclauses: [${"1,".repeat(990_000)}1]` },
  "a text of 2 MB": {
    text: () => one(`甲: boolean`, `${demand("甲")}\n    law: ${"示".repeat(1_900_000)}`),
    facts: () => ({ 甲: true }),
  },
  "a million rows": { text: () => table(1_000_000) },
  "a million values": { text: () => `terms: 恶/1\nclauses: [${"1,".repeat(490_000)}1]` },
  "2,000 rows": { text: () => table(2_000) },
  "a FEEL of 200 kB": { text: () => one("甲: number", demand(`${"甲 + ".repeat(50_000)}甲 > 1`)) },
  "20,000 rows": { text: () => table(20_000) },
  "1,000 rows": { text: () => table(1_000), facts: () => ({}) },
  "a huge exponent": {
    text: () =>
      one(
        "甲: { type: number, max: 1E+999999999, step: 1E-999999999 }",
        demand("甲 < 1E+999999999 and 甲 > 10 ** 999999999"),
      ),
    facts: () => ({ 甲: 3 }),
  },
  "a known value of a huge exponent": {
    text: () => one("甲: money", demand("甲 < 3")),
    facts: () => ({ 甲: "1E+999999999" }),
  },
  "10,000 brackets in FEEL": {
    text: () => one("甲: number", demand(`${"(".repeat(10_000)}甲${")".repeat(10_000)} > 1`)),
  },
  "a FEEL of 1 MB": { text: () => one("甲: number", demand(`${"甲 + ".repeat(300_000)}甲 > 1`)) },
  "a range past counting": {
    text: () => one("甲: number", demand("count(for i in 1..1000000000 return i) > 甲")),
    facts: () => ({ 甲: 3 }),
  },
  "loops inside loops": {
    text: () => one("甲: number", demand("count(for i in 1..100000, j in 1..100000 return i * j) > 甲")),
    facts: () => ({ 甲: 3 }),
  },
  "a loop as long as an unknown": {
    text: () =>
      one(
        "甲: { type: number, min: 1, max: 1000000, step: 1 }",
        demand("count(for i in 1..甲 return i * i) > 70000"),
      ),
    facts: () => ({}),
  },
  "40 exceptions to one clause": {
    text: () =>
      `${head("甲: { type: number, min: 0, step: 1 }")}${clause(0, "pay: 1")}${repeat(40, (i) => clause(i + 1, `instead of: 第0条\n    when: 甲 = ${i}\n    pay: ${i}`))}`,
    facts: () => ({}),
  },
  "text that doubles": {
    text: () =>
      one(
        "甲: string",
        demand('contains(甲, (for i in 1..60 return if i = 1 then "x" else partial[-1] + partial[-1])[60])'),
      ),
    facts: () => ({ 甲: "x" }),
  },
  "a pattern that backtracks": {
    text: () => one("甲: string", demand('matches(甲, "^(a+)+$")')),
    facts: () => ({ 甲: `${"a".repeat(5_000)}!` }),
  },
  "a replacement that backtracks": {
    text: () => one("甲: string", demand('replace(甲, "(x+x+)+y", "") = "x"')),
    facts: () => ({ 甲: "x".repeat(5_000) }),
  },
  "a split that backtracks": {
    text: () => one("甲: string", demand('count(split(甲, "(a*)*b")) > 3')),
    facts: () => ({ 甲: "a".repeat(5_000) }),
  },
  "a pattern of patterns": {
    text: () => one("甲: string", demand(`matches(甲, "${"(a|b)?".repeat(500)}")`)),
    facts: () => ({ 甲: "ab".repeat(10_000) }),
  },
  "counts inside counts": {
    text: () => one("甲: string", demand('matches(甲, "((a{100}){100}){100}")')),
    facts: () => ({ 甲: "a" }),
  },
  "values squared sixty times": {
    text: () =>
      `${head("甲: { type: number, min: 0, max: 2 }")}${repeat(60, (i) => clause(i + 1, `define: { 乙${i + 1}: ${i === 0 ? "甲" : `乙${i}`} * ${i === 0 ? "甲" : `乙${i}`} }`))}${clause(99, demand("乙60 > 3"))}`,
    facts: () => ({}),
  },
  "a chain of 590 definitions": {
    text: () =>
      `${head("甲: { type: number, min: 0, max: 2 }")}${repeat(590, (i) => clause(i + 1, `define: { 乙${i + 1}: ${i === 0 ? "甲" : `乙${i}`} + 1 }`))}${clause(9999, demand("乙590 > 591"))}`,
    facts: () => ({}),
  },
  "500 exceptions to one clause": {
    text: () =>
      `${head("甲: { type: number, min: 0, step: 1 }")}${clause(0, "pay: 1")}${repeat(500, (i) => clause(i + 1, `instead of: 第0条\n    when: 甲 = ${i}\n    pay: ${i}`))}`,
  },
  "a chain of 500 exceptions": {
    text: () =>
      `${head("甲: { type: number, min: 0, step: 1 }")}${clause(0, "pay: 1")}${repeat(500, (i) => clause(i + 1, `instead of: 第${i}条\n    when: 甲 > ${i}\n    pay: ${i}`))}`,
    facts: () => ({ 甲: 5 }),
  },
  "a list of 1,000 compared with itself": {
    text: () =>
      one(
        "甲: { type: { list of: number } }",
        demand("every x in 甲 satisfies some y in 甲 satisfies x = y + 1"),
      ),
    facts: () => ({ 甲: Array.from({ length: 1_000 }, (_, i) => i) }),
  },
  "a list of a million": {
    text: () => one("甲: { type: { list of: number } }", demand("count(甲) > 3")),
    facts: () => ({ 甲: Array.from({ length: 1_000_000 }, (_, i) => i) }),
  },
  "40 unknown booleans that all matter": {
    text: () =>
      one(
        Array.from({ length: 40 }, (_, i) => `甲${i}: boolean`).join(", "),
        demand(Array.from({ length: 20 }, (_, i) => `甲${i} != 甲${i + 20}`).join(" or ")),
      ),
    facts: () => ({}),
  },
};

/** What came of one: the problems said, or the decision's outcome, or the refusal of its facts. */
function outcome(hostile: Hostile, text: string): { readonly said: string; readonly problems: number } {
  const problems = check([{ file: "恶", text }]).filter((p) => p.severity === "error");
  if (hostile.facts === undefined || problems.length > 0)
    return {
      said: problems
        .map((p) => p.message)
        .join("\n")
        .slice(0, 500),
      problems: problems.length,
    };
  try {
    return { said: compile(readTerms(text))(hostile.facts()).outcome, problems: 0 };
  } catch (error) {
    if (error instanceof Error && (error.name === "FactsError" || error instanceof TermsError))
      return { said: error.message.slice(0, 500), problems: 1 };
    throw error;
  }
}

for (const name of process.argv.slice(2)) {
  const asked = HOSTILE[name];
  if (asked === undefined) continue;
  const text = asked.text();
  const before = process.cpuUsage();
  const result = outcome(asked, text);
  const cpu = Math.round(process.cpuUsage(before).user / 1000);
  const heap = Math.round(process.memoryUsage().heapUsed / 1e6);
  process.stdout.write(`${JSON.stringify({ name, ...result, cpu, heap })}\n`);
}
