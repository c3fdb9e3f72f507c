/** What a list's jsonb column may hold, and what hands its row back. */
import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { compileToSql } from "../../packages/clauses/src/sql/index.ts";
import { textLiteral } from "../../packages/clauses/src/sql/text.ts";
import { readTerms } from "../../packages/clauses/src/terms/terms.ts";
import { testDatabase } from "../../packages/platform/src/testing/index.ts";

const database = await testDatabase({ migrated: false });

const FACTS = `facts:
  表:
    type:
      list of:
        额: money
        日: {type: date, min: 2024-01-01}
        时: date and time
        长: days and time duration
        月: years and months duration
        级: {type: {one of: [1, 2, 3]}}
        选: {type: number, max: 9, optional: true}
`;
const terms = readTerms(`terms: 试/一
${FACTS}clauses:
  - id: 核
    refer: 'some x in 表 satisfies x.日 > date(x.时) or x.日 + x.月 < x.日 or x.时 + x.长 < x.时 or x.级 = 3 or (x.选 != null and x.选 > 8)'
    because: 看
  - id: 付
    pay: if count(表) = 0 then 0 else sum(表.额)
    as: 给付
`);
const thirds = readTerms(`terms: 试/二
${FACTS}clauses:
  - id: 付
    pay: sum(for x in 表 return x.额 / 3)
    as: 给付
`);

async function answer(json: string | null, of = terms): Promise<Record<string, unknown> | undefined> {
  const column = json === null ? "NULL" : textLiteral(json).text;
  const query = `SELECT 1 AS id, (${column})::jsonb AS l`;
  const { text } = compileToSql(of, { from: { query }, keys: ["id"], columns: { 表: { column: "l" } } });
  return (await sql.raw<Record<string, unknown>>(text).execute(database.store.owner.db)).rows[0];
}

const element = (own: Readonly<Record<string, unknown>> = {}): string =>
  JSON.stringify([
    {
      额: "12.30",
      日: "2024-02-29",
      时: "2024-02-29T23:59:59.5",
      长: "PT36H",
      月: "P1Y2M",
      级: 1,
      选: { none: true },
      ...own,
    },
  ]);

const paid = { outcome: "pay", settled: true };
const handed = { outcome: "open", least: null, most: null, reasons: null, promises: null, settled: false };

describe("a list is read", () => {
  for (const [name, json, wanted] of [
    ["empty", "[]", { outcome: "nothing", least: "0.00", settled: true }],
    ["with an element", element(), { ...paid, least: "12.30" }],
    ["with money as a number", element({ 额: 0.1 }), { ...paid, least: "0.10" }],
    ["with a time in another zone", element({ 时: "2024-02-28T16:00:00Z" }), paid],
    ["with an optional value", element({ 选: 9 }), { outcome: "refer", settled: true }],
    ["with a negative duration", element({ 长: "-PT1S" }), { outcome: "refer", settled: true }],
  ] as const)
    it(name, async () => {
      expect(await answer(json)).toMatchObject(wanted);
    });
});

describe("a row is handed back", () => {
  for (const [name, json] of [
    ["unknown to SQL", null],
    ["unknown in JSON", "null"],
    ["not a list", '{"额": 1}'],
    ["an element that is no object", "[1]"],
    ["an element that is null", "[null]"],
    ["a field that there is not", element({ 额外: 1 })],
    ["a field unknown", element({ 额: null })],
    ["a field bounded", element({ 额: { between: [1, 2] } })],
    ["none for what always has a value", element({ 额: { none: true } })],
    ["three decimals", element({ 额: "1.005" })],
    ["no number", element({ 额: "NaN" })],
    ["a day that there is not", element({ 日: "2024-02-30" })],
    ["a day before its limit", element({ 日: "2023-12-31" })],
    ["a month that there is not", element({ 日: "2024-13-01" })],
    ["an hour that there is not", element({ 时: "2024-02-28T25:00:00" })],
    ["a duration of months for one of days", element({ 长: "P1M" })],
    ["no member", element({ 级: 4 })],
    ["past a limit", element({ 选: 10 })],
    ["a text for a boolean's place", element({ 级: "一" })],
    ["more elements than the engine takes", JSON.stringify(Array.from({ length: 1001 }, () => null))],
  ] as const)
    it(name, async () => {
      expect(await answer(json)).toMatchObject(handed);
    });

  it("a sum of numbers too long for one exact sum, instead of a figure that is nearly right", async () => {
    expect(
      await answer(JSON.stringify([element(), element()].flatMap((e) => JSON.parse(e) as unknown)), thirds),
    ).toMatchObject(paid);
    const two = [JSON.parse(element({ 额: "1.00" })), JSON.parse(element({ 额: "0.10" }))].flat() as unknown;
    expect(await answer(JSON.stringify(two), thirds)).toMatchObject(handed);
  });
});
