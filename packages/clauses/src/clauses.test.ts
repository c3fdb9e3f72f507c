/** The language's own example, and what a document or its facts can do wrong. */
import { expect, test } from "vitest";
import { check, compile, FactsError, problemLine, readTerms, TermsError, whatIf } from "./index.ts";

const JINHUIBAO = `terms: jinhuibao/2024            # id: family/edition. An edition, once used by a decision, never changes
title: 晋惠保 2024（示例条款）
kind: product                    # product | programme
effective: {from: 2024-01-01, to: 2024-12-31}   # \`to\` may be absent
governs: 入院日期                # the fact that must lie inside \`effective\` (optional)
source: 示例条款，按同类普惠型商业补充医疗险的公开做法拟定
rounding: half-up                # half-up (default) | down; each benefit is rounded to 0.01 yuan at its end
facts:
  入院日期:     {type: date, ask: 入院是哪一天？, from: 住院记录}
  生效日期:     {type: date}
  医疗总费用:   {type: money}
  基本医保已付: {type: money}
  大病保险已付: {type: money}
  目录外费用:   {type: money}
  既往症:       {type: boolean}
  本年已赔:     {type: money}
clauses:
  - id: 第二条
    text: 保险期间生效之日起30日内（含）因疾病住院的，本公司不承担保险责任。
    require: 入院日期 > 生效日期 + duration("P30D")
    otherwise: 等待期内住院
  - id: 第三条
    text: 目录内费用为医疗总费用扣除基本医保、大病保险已付及目录外费用后的余额。
    define: {目录内费用: 医疗总费用 - 基本医保已付 - 大病保险已付 - 目录外费用}
  - id: 附表一
    text: 赔付比例
    table:
      define: [目录内比例, 目录外比例]
      hit: unique                # unique | first | sum | max (sum and max: one output)
      on: [既往症]
      rows:
        - [true,  0.4, 0.3]
        - [false, 0.8, 0.6]
  - id: 第四条
    text: 目录内、目录外费用各自扣除1.5万元免赔额后按比例给付，年度累计给付以150万元为限。
    pay: max(0, 目录内费用 - 15000) * 目录内比例 + max(0, 目录外费用 - 15000) * 目录外比例
    as: 住院医疗保险金
    upTo: 1500000 - 本年已赔
examples:                        # golden cases; \`check\` runs them; \`then\` compares only the keys it gives
  - name: 目录内外均超免赔额
    given: {入院日期: 2024-06-01, 生效日期: 2024-01-01, 医疗总费用: 200000, 基本医保已付: 90000,
            大病保险已付: 20000, 目录外费用: 30000, 既往症: false, 本年已赔: 0}
    then: {outcome: pay, payable: "45000.00"}
  - name: 等待期内
    given: {入院日期: 2024-01-20, 生效日期: 2024-01-01}
    then: {outcome: decline, reasons: [等待期内住院]}
`;
const KNOWN = {
  入院日期: "2024-06-01",
  生效日期: "2024-01-01",
  医疗总费用: 200000,
  基本医保已付: 90000,
  大病保险已付: 20000,
  目录外费用: 30000,
  既往症: false,
  本年已赔: 0,
};
const terms = readTerms(JINHUIBAO, { file: "t.yaml" });
const decide = compile(terms);

test("the language's example, to the byte", () => {
  const d = decide(KNOWN);
  expect(d).toMatchObject({
    terms: "jinhuibao/2024",
    outcome: "pay",
    settled: true,
    tight: true,
    payable: { least: "45000.00", most: "45000.00" },
    benefits: [
      { clause: "第四条", name: "住院医疗保险金", least: "45000.00", most: "45000.00", reasons: [] },
    ],
    reasons: [],
    values: {},
    promises: [],
    flags: [],
    points: "0",
    steps: [],
    asks: [],
  });
  expect(d.explanation?.find((l) => l.clause === "第三条")?.shows).toBe(
    "目录内费用 = 200000 − 90000 − 20000 − 30000 = 60000",
  );
  expect(JSON.stringify(decide(KNOWN))).toBe(JSON.stringify(d));
  expect(check([{ file: "t.yaml", text: JINHUIBAO }])).toEqual([]);
});

test("an unknown that matters is asked for, with the range it leaves", () => {
  const { 既往症: _, ...facts } = KNOWN;
  const d = decide(facts);
  expect(d).toMatchObject({
    outcome: "open",
    settled: false,
    tight: true,
    payable: { least: "22500.00", most: "45000.00" },
  });
  expect(d.asks).toEqual([{ fact: "既往症", ask: null, from: null, clauses: ["附表一", "第四条"] }]);
});

test("inside the waiting period nothing else is asked", () => {
  const d = decide({ 入院日期: "2024-01-20", 生效日期: "2024-01-01" });
  expect(d).toMatchObject({
    outcome: "decline",
    settled: true,
    asks: [],
    reasons: [{ clause: "第二条", text: "等待期内住院" }],
  });
});

test("the governing date comes first while it may lie outside", () => {
  const { 入院日期: _, ...facts } = KNOWN;
  const d = decide(facts);
  expect(d.outcome).toBe("open");
  expect(d.asks[0]?.fact).toBe("入院日期");
  expect(d.payable).toEqual({ least: "0.00", most: "45000.00" });
  expect(() => decide({ ...KNOWN, 入院日期: "2025-01-01" })).toThrow(FactsError);
});

test("whatIf shows where the decision turns", () => {
  const { 入院日期: _, ...facts } = KNOWN;
  const segments = whatIf(
    terms,
    { ...facts, 入院日期: { between: ["2024-01-20", "2024-03-01"] } },
    "入院日期",
  );
  expect(segments).toEqual([
    {
      from: "2024-01-20",
      to: "2024-01-31",
      outcome: "decline",
      settled: true,
      payable: { least: "0.00", most: "0.00" },
    },
    {
      from: "2024-02-01",
      to: "2024-03-01",
      outcome: "pay",
      settled: true,
      payable: { least: "45000.00", most: "45000.00" },
    },
  ]);
});

test.each([
  [{ 入院日期: "2024-13-01" }, "入院日期"],
  [{ 医疗总费用: -1 }, "医疗总费用"],
  [{ 医疗总费用: "1.234" }, "医疗总费用"],
  [{ 既往症: "是" }, "既往症"],
  [{ 医疗总费用: { between: [5, 1] } }, "医疗总费用"],
  [{ 既往: true }, "既往"],
  [{ 既往症: { none: true } }, "既往症"],
])("refuses wrong facts: %j", (facts, name) => {
  try {
    decide(facts);
    expect.unreachable();
  } catch (e) {
    expect(e).toBeInstanceOf(FactsError);
    expect(e instanceof FactsError && e.problems.map((p) => p.fact)).toEqual([name]);
  }
});

const lines = (text: string): readonly string[] =>
  check([{ file: "x.yaml", text }])
    .filter((p) => p.severity === "error")
    .map((p) => problemLine(p).split(";")[0] ?? "");

test.each([
  [["金额 * 金额"], /^x.yaml:6: .*multiplied/],
  [["金鹅 + 1"], /^x.yaml:6: .*金鹅/],
  [["金额 > 1"], /^x.yaml:6: .*boolean/],
  [["金额 +"], /^x.yaml:6: /],
])("check names the line of %s", ([pay], expected) => {
  const text = `terms: x/1\nfacts:\n  金额: {type: money}\nclauses:\n  - id: 一\n    pay: ${pay}\n`;
  expect(lines(text)).toHaveLength(1);
  expect(lines(text)[0]).toMatch(expected);
});

test("every error is said, not the first only", () => {
  const text = `terms: x
facts:
  甲: {type: mony}
  乙: {type: number, min: 0, max: 9, step: 1}
clauses:
  - id: 一
    define: {a: b + 1}
  - id: 一
    define: {b: a + 1}
  - id: 三
    table: {define: [率], on: [乙], rows: [["< 3", 1], ["[2..5]", 2]]}
`;
  const found = lines(text);
  expect(found.some((l) => l.startsWith("x.yaml:1:"))).toBe(true);
  expect(found.some((l) => l.startsWith("x.yaml:3:") && l.includes("mony"))).toBe(true);
  expect(found.some((l) => l.startsWith("x.yaml:8:") && l.includes("already used"))).toBe(true);
});

test("a table's gap and overlap come with the least example", () => {
  const text = `terms: x/1
facts:
  乙: {type: number, min: 0, max: 9, step: 1}
clauses:
  - id: 三
    table:
      define: [率]
      on: [乙]
      rows:
        - ["< 3", 1]
        - ["[2..5]", 2]
  - id: 四
    pay: 率
`;
  expect(lines(text)).toEqual([
    "x.yaml:7: table of clause 三 has no row for 乙 = 6",
    "x.yaml:11: this row of clause 三 and the row on line 10 both take 乙 = 2",
  ]);
});

test("two exceptions that can hold at once and disagree are shown by example", () => {
  const text = `terms: x/1
facts: {甲: {type: boolean}, 乙: {type: boolean}}
clauses:
  - {id: 一, pay: 100}
  - {id: 二, pay: 200, instead of: 一, when: 甲}
  - {id: 三, pay: 300, instead of: 一, when: 乙}
`;
  expect(lines(text)).toEqual([
    "x.yaml:6: clauses 二 and 三 both hold and disagree for 甲 = true, 乙 = true",
  ]);
  expect(lines(text.replace("when: 乙", "when: 乙 and not(甲)"))).toEqual([]);
});

test.each([
  ["deep nesting", `a: ${"[".repeat(100000)}`],
  [
    "a billion laughs",
    `a: &a [x,x,x,x,x,x,x,x,x]\n${"bcdefghi"
      .split("")
      .map((c, i) => `${c}: &${c} [${Array(9).fill(`*${"abcdefgh"[i]}`).join(",")}]`)
      .join("\n")}\n`,
  ],
  ["ten megabytes", "x".repeat(10_000_000)],
])("a hostile document (%s) is refused at once", (_, text) => {
  expect(() => readTerms(text)).toThrow(TermsError);
});

test("an unknown list is asked for, and nothing is claimed of it", () => {
  const own = compile(
    readTerms(`terms: x/1
facts: {单据: {type: {list of: {金额: {type: money}}}}}
clauses:
  - {id: 一, pay: sum(for x in 单据 return x.金额), upTo: 1000}
`),
  );
  expect(own({})).toMatchObject({
    outcome: "open",
    payable: { least: "0.00", most: "1000.00" },
    asks: [{ fact: "单据" }],
  });
  const d = own({ 单据: [{ 金额: 100 }, { 金额: { between: [50, 80] } }, {}] });
  expect(d).toMatchObject({ payable: { least: "150.00", most: "1000.00" }, tight: true });
  // The third may be large enough to settle it alone: it is asked first.
  expect(d.asks.map((a) => a.fact)).toEqual(["单据[3].金额", "单据[2].金额"]);
});
