import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { command } from "./check.ts";

const folder = mkdtempSync(join(tmpdir(), "check-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the command here: its status and what it complained of. */
const check = async (path: string) => {
  let said = "";
  const spies = [
    vi.spyOn(process.stdout, "write").mockImplementation(() => true),
    vi.spyOn(process.stderr, "write").mockImplementation((text) => {
      said += String(text);
      return true;
    }),
  ];
  try {
    await command().parseAsync([path], { from: "user" });
    return { said, status: process.exitCode };
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
