/** What the statement takes, refuses and never lets in. */
import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import {
  compileToSql,
  type SqlOptions,
  SqlRefused,
  type SqlSource,
} from "../../packages/clauses/src/sql/index.ts";
import { readTerms } from "../../packages/clauses/src/terms/terms.ts";
import { testDatabase } from "../../packages/platform/src/testing/index.ts";

const database = await testDatabase();

const terms = readTerms(`terms: 试/一
facts:
  额: {type: money}
  类: {type: {one of: ["甲'\\\\", 乙]}}
  时: {type: date and time}
clauses:
  - id: 'a"''\\'
    exclude: '类 = "甲''\\\\"'
    because: '因\\n''; drop table party; --'
  - id: 付
    pay: 额
    as: 给付
  - id: 诺
    promise: {lane: 'b''"', within: duration("P10D"), from: 时}
`);

const given = (query: string): SqlSource => ({
  from: { query },
  keys: ['k"; select 1; --'],
  columns: { 额: { column: 'c"1' }, 类: { column: "c2" }, 时: { column: "c3" } },
});

const rows = (values: string): string =>
  `SELECT 1 AS "k""; select 1; --", * FROM (VALUES ${values}) AS t ("c""1", c2, c3)`;

async function answer(
  values: string,
  settings: readonly string[] = [],
): Promise<Record<string, unknown> | undefined> {
  const { text } = compileToSql(terms, given(rows(values)));
  const result = await database.run(async ({ tx }) => {
    for (const s of settings) await sql.raw(s).execute(tx);
    return sql.raw<Record<string, unknown>>(text).execute(tx);
  });
  return result.rows[0];
}

describe("names and texts", () => {
  const decline = {
    outcome: "decline",
    reasons: [{ clause: "a\"'\\", text: "因\\n'; drop table party; --" }],
    promises: [{ clause: "诺", lane: "b'\"", due: "2024-10-11T08:12:00+08:00" }],
    terms: terms.id,
    settled: true,
  };

  it("come through as they are", async () => {
    const row = await answer("(5.00, E'甲''\\\\', timestamptz '2024-10-01T00:12:00Z')");
    expect(row).toMatchObject(decline);
    expect(row).toHaveProperty(['k"; select 1; --'], 1);
  });

  it("mean the same without standard strings and in another time zone", async () => {
    const settings = ["set local standard_conforming_strings = off", "set local timezone = 'America/Lima'"];
    const row = await answer("(5.00, E'甲''\\\\', timestamptz '2024-10-01T00:12:00Z')", settings);
    expect(row).toMatchObject(decline);
  });
});

describe("columns of the wrong type", () => {
  const values = [
    ["floating point for money", "(5.5::float8, '乙', timestamptz '2024-10-01Z')"],
    ["a text for money", "('5'::text, '乙', timestamptz '2024-10-01Z')"],
    ["a time without its zone", "(5, '乙', timestamp '2024-10-01 00:00')"],
    ["a date for a time", "(5, '乙', date '2024-10-01')"],
  ] as const;
  for (const [name, row] of values)
    it(`are an error, not a guess: ${name}`, async () => {
      await expect(answer(row)).rejects.toThrow();
    });

  it("may be whole numbers", async () => {
    const row = await answer("(5, '乙', timestamptz '2024-10-01T00:00:00+08:00')");
    expect(row).toMatchObject({ outcome: "pay", least: "5.00", most: "5.00", settled: true });
  });
});

describe("values that the engine refuses hand their row back", () => {
  const handed = { outcome: "open", least: null, most: null, reasons: null, promises: null, settled: false };
  for (const [name, row] of [
    ["three decimals", "(5.001, '乙', timestamptz '2024-10-01Z')"],
    ["below its limits", "(-0.01, '乙', timestamptz '2024-10-01Z')"],
    ["no number", "('NaN'::numeric, '乙', timestamptz '2024-10-01Z')"],
    ["without end", "('Infinity'::numeric, '乙', timestamptz '2024-10-01Z')"],
    ["no member", "(5, '丙', timestamptz '2024-10-01Z')"],
    ["a time without end", "(5, '乙', timestamptz 'infinity')"],
    ["unknown", "(null::numeric, '乙', timestamptz '2024-10-01Z')"],
  ] as const)
    it(name, async () => {
      expect(await answer(row)).toMatchObject(handed);
    });
});

describe("a source is refused", () => {
  const refused = (source: Partial<SqlSource>, options: SqlOptions = {}): (() => unknown) => {
    const whole: SqlSource = { from: { table: "t" }, keys: ["id"], columns: {}, ...source };
    return () => compileToSql(terms, whole, options);
  };

  for (const [name, source, message] of [
    ["without keys", { keys: [] }, "keys"],
    ["with a key named as an output", { keys: ["outcome"] }, "outcome: is the name"],
    ["with a name too long", { keys: ["键".repeat(22)] }, "1 to 63 bytes"],
    ["with NUL in a name", { from: { table: "a\u0000b" } }, "without NUL"],
    ["with a fact that there is not", { columns: { 无: { column: "c" } } }, "无: is no fact"],
    [
      "with `none` for a fact that has a value",
      { columns: { 额: { column: "c", noneColumn: "n" } } },
      "额: always",
    ],
  ] as const)
    it(name, () => {
      expect(refused(source)).toThrow(SqlRefused);
      expect(refused(source)).toThrow(message);
    });
});

it("refuses an expression by clause and text, or hands back the rows that read it", async () => {
  const odd = readTerms(`terms: 试/二
facts:
  名: {type: string}
  额: {type: money}
clauses:
  - id: 甲
    when: 额 > 10
    refer: contains(名, "乙")
    because: 看名
  - id: 付
    pay: 额
    as: 给付
`);
  const source: SqlSource = {
    from: { query: "SELECT 1 AS id, '乙' AS n, 5 AS m UNION ALL SELECT 2, '乙', 50" },
    keys: ["id"],
    columns: { 名: { column: "n" }, 额: { column: "m" } },
  };
  const refused = (): unknown => compileToSql(odd, source);
  expect(refused).toThrow('clause 甲: contains(名, "乙")');
  const { text, handsBack } = compileToSql(odd, source, { beyondSql: "hand back" });
  expect(handsBack).toMatchObject([{ kind: "expression", clause: "甲", expression: 'contains(名, "乙")' }]);
  const answers = await database.run(({ tx }) => sql.raw(`${text} ORDER BY "id"`).execute(tx));
  expect(answers.rows).toMatchObject([
    { id: 1, outcome: "pay", settled: true },
    { id: 2, outcome: "open", settled: false },
  ]);
});
