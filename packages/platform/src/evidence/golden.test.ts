import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { isRefusal } from "../kernel/refusal.ts";
import { readTable, type Table, writeXlsx } from "../tabular/index.ts";
import { checkOwner, type KnownOwner, lastSignOfLife, readStatement, sameWhereShown } from "./index.ts";

const Known = z.object({
  phone: z.array(z.string()),
  wechat: z.array(z.string()),
  name: z.array(z.string()),
});
const Case = z.object({
  name: z.string(),
  lines: z.array(z.string()),
  encoding: z.enum(["utf-8", "gb18030", "xlsx"]).default("utf-8"),
  kind: z.string().optional(),
  owner: z.enum(["named", "unnamed"]).optional(),
  last: z.number().optional(),
  acts: z.array(z.tuple([z.number(), z.string(), z.enum(["+", "-"]), z.string()])).optional(),
  refused: z.string().optional(),
  says: z.array(z.string()).default([]),
});
const Golden = z.object({
  known: Known,
  now: z.string(),
  until: z.string().optional(),
  cases: z.array(Case),
});
const load = (file: string) =>
  Golden.parse(parse(readFileSync(new URL(`cases/${file}`, import.meta.url), "utf8")));

/** GB18030 by the decoder's own table turned round: two bytes a character, and four for ¥, are enough here. */
const gb18030 = (text: string): Uint8Array => {
  const decoder = new TextDecoder("gb18030");
  const table = new Map<string, readonly number[]>([["¥", [0x81, 0x30, 0x84, 0x36]]]);
  for (let a = 0x81; a <= 0xfe; a += 1)
    for (let b = 0x40; b <= 0xfe; b += 1) {
      const char = decoder.decode(Uint8Array.of(a, b));
      if (b !== 0x7f && [...char].length === 1 && !table.has(char)) table.set(char, [a, b]);
    }
  return Uint8Array.from(
    [...text].flatMap((char) =>
      char.charCodeAt(0) < 128 ? [char.charCodeAt(0)] : (table.get(char) ?? [0x3f]),
    ),
  );
};
const tableOf = async ({ lines, encoding }: z.infer<typeof Case>): Promise<Table> => {
  const text = `${lines.join("\r\n")}\r\n`;
  if (encoding === "gb18030") return readTable(gb18030(text), "导出.csv");
  const csv = await readTable(new TextEncoder().encode(`\ufeff${text}`), "导出.csv");
  if (encoding === "utf-8") return csv;
  const rows = (csv.sheets[0]?.rows ?? []).map(({ cells }) => [...cells]);
  const [head = [], ...rest] = rows;
  const columns = Array.from({ length: 11 }, (_, at) => ({ header: head[at] ?? "" }));
  return readTable(await writeXlsx([{ name: "明细", columns, rows: rest }]), "导出.xlsx");
};
const knownOwner = (known: z.infer<typeof Known>): KnownOwner => ({
  knows: (kind, text) => {
    const values = { phone: known.phone, alipay: known.phone, wechat: known.wechat, name: known.name }[kind];
    return values.some((value) => sameWhereShown(value, text));
  },
});

const good = load("statements.yaml");
describe("statements", () => {
  it.each(good.cases)("$name", async (golden) => {
    const table = await tableOf(golden);
    const statement = readStatement({ table, now: good.now });
    if (isRefusal(statement)) throw new Error(statement.zh);
    expect(statement.kind).toBe(golden.kind);
    const owner = checkOwner(statement, knownOwner(good.known), false);
    expect(isRefusal(owner) ? owner.code : owner).toBe(
      golden.owner === "unnamed" ? "evidence.owner-unconfirmed" : "named",
    );
    expect(lastSignOfLife(statement, good.until ?? "")?.row).toBe(golden.last);
    if (!golden.acts) return;
    expect(statement.acts.map((act) => [act.row, act.at, act.signOfLife ? "+" : "-"])).toEqual(
      golden.acts.map(([row, at, sign]) => [row, at, sign]),
    );
    statement.acts.forEach((act, at) => {
      expect(act.why.zh).toContain(golden.acts?.[at]?.[3]);
    });
  });

  it("takes an unnamed bill once a person has confirmed whose it is", async () => {
    const unnamed = good.cases.find((golden) => golden.owner === "unnamed");
    if (!unnamed) throw new Error("no case");
    const statement = readStatement({ table: await tableOf(unnamed), now: good.now });
    if (isRefusal(statement)) throw new Error(statement.zh);
    expect(checkOwner(statement, knownOwner(good.known), true)).toBe("confirmed");
  });
});

const bad = load("refusals.yaml");
describe("refused files", () => {
  it.each(bad.cases)("$name", async (golden) => {
    const statement = readStatement({ table: await tableOf(golden), now: bad.now });
    const result = isRefusal(statement) ? statement : checkOwner(statement, knownOwner(bad.known), true);
    if (!isRefusal(result)) throw new Error(`not refused: ${golden.name}`);
    expect(result.code).toBe(golden.refused);
    for (const words of golden.says) expect(result.zh).toContain(words);
    expect(result.zh).toContain("导出.csv");
    expect(result.en.length).toBeGreaterThan(20);
  });
});
