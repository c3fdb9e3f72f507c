import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { command } from "./dmn.ts";

const folder = mkdtempSync(join(tmpdir(), "dmn-"));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string): string => join(folder, name);

const NS = "https://www.omg.org/spec/DMN/20230324/MODEL/";
const definitions = (namespace: string, inside: string): string =>
  `<definitions xmlns="${NS}" name="m" namespace="${namespace}">\n${inside}\n</definitions>`;

beforeAll(() => {
  const base = `<inputData id="i" name="入院 日期"><variable name="入院 日期" typeRef="date"/></inputData>
<decision id="y" name="年"><variable name="年" typeRef="number"/>
  <informationRequirement><requiredInput href="#i"/></informationRequirement>
  <literalExpression><text>入院 日期.year + 0.1 + 0.2</text></literalExpression></decision>
<decision id="n" name="下年"><variable name="下年"/>
  <informationRequirement><requiredDecision href="#y"/></informationRequirement>
  <literalExpression><text>年 + 1</text></literalExpression></decision>`;
  writeFileSync(at("base.dmn"), definitions("urn:base", base));
  const using = `<import name="b" namespace="urn:base" importType="${NS}"/>
<decision id="d" name="两年"><variable name="两年"/>
  <informationRequirement><requiredDecision href="urn:base#n"/></informationRequirement>
  <literalExpression><text>b.下年 + 1</text></literalExpression></decision>`;
  writeFileSync(at("using.dmn"), definitions("urn:using", using));
  writeFileSync(at("lost.dmn"), definitions("urn:lost", using.replaceAll("urn:base", "urn:nowhere")));
  writeFileSync(at("half.dmn"), definitions("urn:half", base.replace("年 + 1", "年 +")));
  writeFileSync(at("broken.dmn"), "<definitions>\n<a>");
  writeFileSync(at("input.json"), '{"入院 日期": "2024-06-01"}');
  writeFileSync(at("wrapped.json"), '{"b": {"入院 日期": "2024-06-01"}}');
  writeFileSync(at("broken.json"), '{\n"a": 1,\n}');
  writeFileSync(at("list.json"), "[]");
  writeFileSync(
    at("terms.yaml"),
    `terms: t/1
title: 示例
kind: programme
effective: {from: 2024-01-01}
facts: {年龄: {type: number}}
clauses:
  - {id: 表, text: 表, table: {define: [值], hit: unique, on: [年龄], rows: [["< 60", 1], [">= 60", 2]]}}
  - {id: 给, text: 给, gives: [值]}
`,
  );
});

interface Ran {
  readonly out: string;
  readonly err: string;
  readonly status: unknown;
}

/** Runs the command here, its output caught. */
async function dmn(...args: readonly string[]): Promise<Ran> {
  const said = { out: "", err: "" };
  const catching = (stream: "out" | "err") => (text: string | Uint8Array) => {
    said[stream] += String(text);
    return true;
  };
  const spies = [
    vi.spyOn(process.stdout, "write").mockImplementation(catching("out")),
    vi.spyOn(process.stderr, "write").mockImplementation(catching("err")),
  ];
  try {
    await command().parseAsync(args, { from: "user" });
    return { ...said, status: process.exitCode };
  } finally {
    for (const spy of spies) spy.mockRestore();
    process.exitCode = undefined;
  }
}

describe("goodfaith dmn", () => {
  test("prints decisions by name, numbers exact", async () => {
    const { out, err, status } = await dmn(at("base.dmn"), at("input.json"));
    expect([out, err, status]).toEqual(['{\n  "年": 2024.3,\n  "下年": 2025.3\n}\n', "", 0]);
  });

  test("prints one decision", async () => {
    const { out, status } = await dmn(at("base.dmn"), at("input.json"), "--decision", "年");
    expect([out, status]).toEqual(['{\n  "年": 2024.3\n}\n', 0]);
  });

  test("finds imported models beside the model, broken neighbours or not", async () => {
    const { out, err, status } = await dmn(at("using.dmn"), at("wrapped.json"));
    expect([out, err, status]).toEqual(['{\n  "两年": 2026.3\n}\n', "", 0]);
  });

  test("an unreadable expression is null, and standard error says where", async () => {
    const { out, err, status } = await dmn(at("half.dmn"), at("input.json"));
    expect(JSON.parse(out)).toEqual({ 年: 2024.3, 下年: null });
    expect(err).toMatch(/half\.dmn:8: unreadable FEEL: .*; .*\n$/u);
    expect(status).toBe(0);
  });

  test.each([
    [["none.dmn", "input.json"], /none\.dmn:0: the file cannot be read \(ENOENT\); name a DMN model/u],
    [["broken.dmn", "input.json"], /broken\.dmn:2: unreadable XML: .*; correct the XML here\n$/u],
    [["lost.dmn", "input.json"], /lost\.dmn:2: no model with the namespace `urn:nowhere`; /u],
    [["base.dmn", "broken.json"], /broken\.json:3: .*; write the inputs as a JSON object/u],
    [["base.dmn", "list.json"], /list\.json:1: not a JSON object; /u],
  ])("%j is refused", async (files, message) => {
    const { out, err, status } = await dmn(...files.map(at));
    expect(err).toMatch(message);
    expect([out, status]).toEqual(["", 2]);
  });

  test("a decision that is not there is refused", async () => {
    const { err, status } = await dmn(at("base.dmn"), at("input.json"), "--decision", "月");
    expect(err).toMatch(/base\.dmn:0: no decision `月`; name one of 年, 下年\n$/u);
    expect(status).toBe(2);
  });

  test("writes the tables of terms as DMN that it can evaluate", async () => {
    const { out, status } = await dmn("--export", at("terms.yaml"));
    expect(status).toBe(0);
    writeFileSync(at("exported.dmn"), out);
    writeFileSync(at("age.json"), '{"年龄": 60}');
    expect(JSON.parse((await dmn(at("exported.dmn"), at("age.json"))).out)).toEqual({ 值: 2 });
  });

  test("terms that are wrong are refused by line", async () => {
    const { err, status } = await dmn("--export", at("input.json"));
    expect(err).toMatch(/input\.json:\d+: /u);
    expect(status).toBe(2);
  });
});
