import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { command } from "./check.ts";

const folder = mkdtempSync(join(tmpdir(), "check-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the command here: its status, what it printed and what it complained of. */
const check = async (...args: readonly string[]) => {
  let said = "";
  let printed = "";
  const spies = [
    vi.spyOn(process.stdout, "write").mockImplementation((text) => {
      printed += String(text);
      return true;
    }),
    vi.spyOn(process.stderr, "write").mockImplementation((text) => {
      said += String(text);
      return true;
    }),
  ];
  try {
    await command().parseAsync([...args], { from: "user" });
    return { said, printed, status: process.exitCode };
  } finally {
    for (const spy of spies) spy.mockRestore();
    process.exitCode = undefined;
  }
};

test("a folder without a document is no pass: a mistyped path must not look like success", async () => {
  writeFileSync(join(folder, "vocabulary.yaml"), "facts: {}\n");
  const { said, status } = await check(folder);
  expect(status).toBe(2);
  expect(said).toContain(`${folder}:0: there is no terms document in this folder; `);
});

const DOCUMENT = (pay: string, facts = "保额: { type: money }, 保费: { type: money }") => `terms: 试/2024
title: 试
kind: product
effective: { from: 2024-01-01 }
facts: { ${facts} }
clauses:
  - id: 第一条
    text: 试
    pay: ${pay}
    as: 金
`;

test.each([
  ["an unknown name", "保险额", /:9: .*保险额.*; did you mean 保额\?/],
  ["money by money", "保额 * 保费", /:9: .*money \* money.*; make one of them a number/],
])("%s: file, line, what is wrong and what would be right", async (_what, pay, expected) => {
  const file = join(folder, "one.yaml");
  writeFileSync(file, DOCUMENT(pay));
  const { said, status } = await check(file);
  expect(status).toBe(1);
  expect(said).toContain(`${file}:`);
  expect(said).toMatch(expected);
});

const COVERED = `${DOCUMENT("max(0, 保额 - 保费)")}    upTo: 500
examples:
  - name: 未达限额
    given: { 保额: 300, 保费: 100 }
    then: { payable: "200.00" }
`;

test("--coverage: what no example shows, by file and line", async () => {
  const file = join(folder, "covered.yaml");
  writeFileSync(file, COVERED);
  const { printed, status } = await check(file, "--coverage");
  expect(status).toBe(0);
  expect(printed).toBe(
    `${file}: ok, coverage 2/3\n${file}:7: no example shows that \`upTo\` of clause 第一条 limits what is paid\n`,
  );
});

test("--json: problems and coverage for programs", async () => {
  const good = join(folder, "covered.yaml");
  writeFileSync(good, COVERED);
  const { documents } = JSON.parse((await check(good, "--json", "--coverage")).printed);
  expect(documents).toMatchObject([
    { file: good, ok: true, problems: [], coverage: { reached: 2, total: 3 } },
  ]);
  const bad = join(folder, "bad.yaml");
  writeFileSync(bad, DOCUMENT("保额 * 保费"));
  const { printed, status } = await check(bad, "--json");
  expect(status).toBe(1);
  expect(JSON.parse(printed).documents).toMatchObject([
    { ok: false, coverage: null, problems: [{ line: 9, severity: "error" }] },
  ]);
});

test("--schema: the JSON Schema that editors read", async () => {
  const { printed, status } = await check("--schema");
  expect(status).toBe(0);
  expect(JSON.parse(printed)).toMatchObject({ title: "条款文件", required: ["terms", "clauses"] });
});

test("nothing named is a mistake of use, not a pass", async () => {
  const { said, status } = await check();
  expect(status).toBe(2);
  expect(said).toContain("nothing is named");
});
