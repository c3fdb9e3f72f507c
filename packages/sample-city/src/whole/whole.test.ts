import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { luhn, residentCheck } from "@goodfaith/platform";
import { afterAll, describe, expect, it } from "vitest";
import { city } from "../city.ts";
import { COUNTIES } from "../counties.ts";
import { divide, upTo } from "./allot.ts";
import { cityRecords, NOBODY_ELSEWHERE, smallSampleHas } from "./bring.ts";
import { countSettlements, settlement } from "./claimants.ts";
import { csvPieces } from "./csv.ts";
import { cellsOf } from "./files.ts";
import { FARM_PRODUCTS } from "./products.ts";
import { infant, resident } from "./residents.ts";
import { ARTICLE, FULL } from "./size.ts";
import { writeCity } from "./write.ts";

const AS_OF = "2025-03-15";
const SMALL = { people: 1500, seed: 7 };

const folder = await mkdtemp(join(tmpdir(), "goodfaith-city-"));
afterAll(() => rm(folder, { recursive: true }));

describe("residents", () => {
  it("are different people, in every county, and can be nobody", () => {
    const numbers = new Set<string>();
    const counties = new Set<string>();
    for (let n = 0; n < 60_000; n += 1) {
      const one = resident(1, n);
      numbers.add(one.identityNumber);
      counties.add(one.county);
      if (n % 997 > 0) continue;
      expect(one.identityNumber).toMatch(/^9999/);
      expect(residentCheck(one.identityNumber)).toBe(one.identityNumber[17]);
      expect(one.name).toMatch(/（示例）$/);
      expect(one.phone).toMatch(/^(154\d{8})?$/);
      expect(luhn(one.card)).toBe(true);
    }
    expect(numbers.size).toBe(60_000);
    expect(counties.size).toBe(COUNTIES.length);
  });

  it("nobody has the number of a child, of another serial or of someone in the small sample", () => {
    const { life, property } = city(AS_OF);
    const taken = new Set([...life.parties, ...property.parties].map((row) => row.证件号码));
    const far = [0, 1, 21_914, 21_915, 43_830, 19_999_999];
    const all = [...far.map((n) => resident(1, n)), ...[0, 1095, 1096, 999_999].map((n) => infant(1, n))];
    expect(new Set(all.map((one) => one.identityNumber)).size).toBe(all.length);
    for (const { identityNumber } of all) expect(taken.has(identityNumber)).toBe(false);
  });
});

describe("whole parts", () => {
  it("are the total together, whatever the weights", () => {
    expect(divide(10, [1, 1, 1])).toEqual([3, 3, 4]);
    expect(divide(7, [0.1, 99, 0.3]).reduce((sum, part) => sum + part)).toBe(7);
    expect([upTo(10, 0, 3), upTo(10, 1, 3), upTo(10, 3, 3)]).toEqual([0, 3, 10]);
  });

  it("the claims of the article ask for its amount, to the 分, in order of time", () => {
    const claims = Array.from({ length: countSettlements(FULL) }, (_, n) => settlement(FULL, n));
    expect(claims.length).toBe(ARTICLE.claims);
    expect(claims.reduce((sum, { steps }) => sum + steps * 4, 0)).toBe(ARTICLE.paid_fen);
    expect(new Set(claims.map(({ claimant }) => claimant)).size).toBe(claims.length);
    const days = claims.map(({ reportedOn }) => reportedOn);
    expect(days).toEqual([...days].sort());
    expect([days[0]?.slice(0, 4), days.at(-1)?.slice(0, 4)]).toEqual(["2020", "2024"]);
    expect(claims.every(({ steps }) => steps > 0)).toBe(true);
  });
});

describe("files", () => {
  it("the same seed writes the same bytes, another seed others, and the manifest says which", async () => {
    const [first, again, other] = await Promise.all([
      writeCity(join(folder, "a"), SMALL, AS_OF),
      writeCity(join(folder, "b"), SMALL, AS_OF),
      writeCity(join(folder, "c"), { ...SMALL, seed: 8 }, AS_OF),
    ]);
    expect(again).toEqual(first);
    expect(other.map(({ path }) => path).filter((path) => path.includes("客户资料"))).toEqual(
      first.map(({ path }) => path).filter((path) => path.includes("客户资料")),
    );
    expect(other.map(({ sha256 }) => sha256)).not.toEqual(first.map(({ sha256 }) => sha256));
    const manifest = await readFile(join(folder, "a", "manifest.json"), "utf8");
    expect(JSON.parse(manifest)).toEqual({ ...SMALL, asOf: AS_OF, files: first });
  });

  it("every product of the nine farm insurers is there, with terms as policies and without as rolls", () => {
    const records = cityRecords(SMALL, AS_OF, NOBODY_ELSEWHERE);
    const farm = records.filter(({ files }) => files.some(({ filename }) => filename.startsWith("农险")));
    expect(farm.length).toBe(9);
    const files = farm.flatMap((one) => one.files);
    const products = (kind: string, column: string) =>
      files
        .filter((file) => file.kind === kind)
        .flatMap((file) => [...file.rows()].map((row) => row[column] ?? ""));
    const both = new Set([...products("policies", "产品名称"), ...products("input", "产品")]);
    expect(both).toEqual(new Set(FARM_PRODUCTS.map(({ name }) => name)));
    expect(both.size).toBe(24);
  });

  it("limits of 2024 are the article's in proportion, policy by policy, the small sample's counted in", () => {
    const elsewhere = smallSampleHas(AS_OF);
    expect(elsewhere.policies).toBeGreaterThan(50);
    const tenth = { ...FULL, people: ARTICLE.insured / 10 };
    const [jinhuibao] = cityRecords(tenth, AS_OF, elsewhere);
    const file = jinhuibao?.files.find(({ kind }) => kind === "policies");
    let people = elsewhere.policies;
    let limits_wan = elsewhere.limits_wan;
    for (const row of file?.rows() ?? []) {
      if (row.生效日期 !== "2024-01-01") continue;
      people += 1;
      limits_wan += Number(row.基本保险金额) / 10_000;
    }
    expect({ people, limits_wan }).toEqual({ people: tenth.people, limits_wan: ARTICLE.limits_wan / 10 });
  });

  it("quotes what must be quoted, and refuses a row that says more than its columns", () => {
    const file = {
      kind: "input" as const,
      filename: "x.csv",
      columns: ["甲", "乙"],
      about: 1,
      *rows() {
        yield { 甲: '一,"二"', 乙: "三" };
      },
    };
    expect([...csvPieces(file)].join("")).toBe('\ufeff甲,乙\r\n"一,""二""",三\r\n');
    expect(() => cellsOf(file, { 甲: "1", 丙: "2" })).toThrow("a column of its own");
  });
});
