/** The guide says only what is so: every piece of a document, every complaint and every result in it is run again. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it, vi } from "vitest";
import { evaluate, isSyntaxError, parse, toJson } from "../packages/clauses/src/feel/index.ts";
import { compile, readTerms } from "../packages/clauses/src/index.ts";
import { command } from "../packages/goodfaith/src/commands/check.ts";

const guide = readFileSync(join(import.meta.dirname, "../docs/terms-guide.zh-CN.md"), "utf8");
const folder = mkdtempSync(join(tmpdir(), "guide-"));
afterAll(() => rmSync(folder, { recursive: true }));

interface Block {
  /** `yaml 谷子.yaml`, as after the fence. */
  readonly what: string;
  readonly text: string;
}

const blocks: readonly Block[] = [...guide.matchAll(/^```(.+)\n([\s\S]*?)^```$/gm)].map((m) => ({
  what: m[1] ?? "",
  text: m[2] ?? "",
}));
const named = (what: string): string => {
  const found = blocks.find((b) => b.what === what);
  if (found === undefined) throw new Error(`the guide has no block ${what}`);
  return found.text;
};

const whole = named("yaml 谷子.yaml");
const examples = [...whole.matchAll(/^ {2}- name:/gm)].map((m) => m.index);
/** The document when only its first example is written. */
const withOne = whole.slice(0, examples[1]);
const files: Readonly<Record<string, string>> = {
  "最小.yaml": named("yaml 最小.yaml"),
  "一例.yaml": withOne,
  "谷子.yaml": whole,
};

/** What the command says on a terminal of someone who stands in the folder. */
async function check(file: string, text: string, ...options: readonly string[]): Promise<string> {
  const path = join(folder, file);
  writeFileSync(path, text);
  let said = "";
  const write = (part: unknown): boolean => {
    said += String(part);
    return true;
  };
  const spies = [process.stdout, process.stderr].map((s) => vi.spyOn(s, "write").mockImplementation(write));
  try {
    await command().parseAsync([...options, path], { from: "user" });
    return said.replaceAll(`${folder}/`, "");
  } finally {
    for (const spy of spies) spy.mockRestore();
    process.exitCode = undefined;
  }
}

describe("the pieces of the document", () => {
  const pieces = blocks.filter((b) => b.what === "yaml 片段");
  it("are those of the whole, in their order", () => {
    expect(pieces.length).toBeGreaterThanOrEqual(8);
    let from = 0;
    for (const { text } of pieces) {
      const at = whole.indexOf(text, from);
      expect(at, text).toBeGreaterThanOrEqual(from);
      from = at + text.length;
    }
  });
});

describe("check", () => {
  for (const [file, text] of Object.entries(files)) {
    const said = blocks.find((b) => b.what === `text 检查 ${file}`);
    if (said !== undefined)
      it(`says of ${file} what the guide quotes`, async () => {
        expect(await check(file, text)).toBe(said.text);
      });
    const covered = blocks.find((b) => b.what === `text 覆盖 ${file}`);
    if (covered !== undefined)
      it(`reports of the examples of ${file} what the guide quotes`, async () => {
        expect(await check(file, text, "--coverage")).toBe(covered.text);
      });
  }
});

describe("a mistake is told as the guide quotes it", () => {
  const mistakes = blocks.flatMap((b, i) =>
    b.what === "diff" ? [{ diff: b.text, said: blocks[i + 1] }] : [],
  );
  it("there are a dozen", () => {
    expect(mistakes.length).toBeGreaterThanOrEqual(12);
  });
  for (const { diff, said } of mistakes)
    it(diff.trim().split("\n").at(-1) ?? "", async () => {
      const lines = (sign: string): string =>
        diff
          .split("\n")
          .flatMap((line) => (line.startsWith(sign) ? [`${line.slice(1)}\n`] : []))
          .join("");
      expect(withOne.split(lines("-")).length, "the line stands once in the document").toBe(2);
      expect(said?.what).toBe("text 检查 错.yaml");
      expect(await check("错.yaml", withOne.replace(lines("-"), lines("+")))).toBe(said?.text);
    });
});

describe("decide", () => {
  const decide = compile(readTerms(whole, { file: "谷子.yaml" }));
  const wanted = blocks.filter((b) => b.what.startsWith("json 决定 "));
  it("has three cases", () => {
    expect(wanted.length).toBe(3);
  });
  for (const { what, text } of wanted)
    it(what, () => {
      const facts = JSON.parse(named(what.replace("决定 ", ""))) as Readonly<Record<string, unknown>>;
      expect(decide(facts)).toMatchObject(JSON.parse(text) as object);
    });
});

describe("expressions", () => {
  const rows = [...guide.slice(guide.indexOf("### 算式")).matchAll(/^\| `(.+)` \| `(.+)` +\|$/gm)];
  it("are many", () => {
    expect(rows.length).toBeGreaterThanOrEqual(25);
  });
  for (const [, source = "", result = ""] of rows)
    it(source, () => {
      const expr = parse(source.trim(), { names: new Set(), mode: "terms" });
      if (isSyntaxError(expr)) throw new Error(expr.message);
      const json = JSON.stringify(toJson(evaluate(expr, new Map(), { mode: "terms" })));
      const shown = json
        .replaceAll(/"(-?[\d.]+)"/g, "$1")
        .replaceAll(",", ", ")
        .replace(/^"(.*)"$/, "$1");
      expect(shown).toBe(result.trim());
    });
});
