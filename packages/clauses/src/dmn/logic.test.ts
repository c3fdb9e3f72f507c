/** Decision tables, boxed expressions and types, one small model for each thing they can say. */
import { describe, expect, test } from "vitest";
import { num } from "../feel/value.ts";
import { decision, input, literal, needs, requires, run } from "./testing.ts";

describe("decision tables", () => {
  const cells = (kind: string, texts: readonly string[]): string =>
    texts.map((text) => `<${kind}><text><![CDATA[${text}]]></text></${kind}>`).join("");
  const rules = (...rows: readonly (readonly [string, ...string[]])[]): string =>
    rows
      .map(
        ([test, ...outputs]) => `<rule>${cells("inputEntry", [test])}${cells("outputEntry", outputs)}</rule>`,
      )
      .join("");
  const table = (policy: string, outputs: string, rows: string): string =>
    `<decisionTable ${policy}><input><inputExpression><text>x</text></inputExpression></input>${outputs}${rows}</decisionTable>`;
  const ranked = '<output><outputValues><text>"high","mid","low"</text></outputValues></output>';
  const decided = (body: string, x: number): unknown =>
    run(input("x", "number") + decision("d", needs("x") + body), { x: num(x) }).values.d;

  test.each([
    ['hitPolicy="UNIQUE"', 3, null],
    ['hitPolicy="UNIQUE"', 15, "high"],
    ["", -5, "low"],
    ['hitPolicy="FIRST"', 3, "low"],
    ['hitPolicy="PRIORITY"', 3, "mid"],
    ['hitPolicy="OUTPUT ORDER"', 3, ["mid", "low"]],
    ['hitPolicy="RULE ORDER"', 3, ["low", "mid"]],
    ['hitPolicy="COLLECT"', 3, ["low", "mid"]],
    ['hitPolicy="ANY"', 3, null],
    ['hitPolicy="COLLECT" aggregation="COUNT"', 3, 2],
    ['hitPolicy="COLLECT" aggregation="COUNT"', 50, 0],
    ['hitPolicy="COLLECT" aggregation="MIN"', 3, "low"],
    ['hitPolicy="PRIORITY"', 50, null],
  ])("%s of %d", (policy, x, expected) => {
    const rows = rules(["< 5", '"low"'], ["[0..10]", '"mid"'], ["(10..20]", '"high"']);
    expect(decided(table(policy, ranked, rows), x)).toEqual(expected);
  });

  test("several outputs are a context, ordered by the first output first", () => {
    const outputs =
      '<output name="a"><outputValues><text>1, 2</text></outputValues></output>' +
      '<output name="b"><outputValues><text>"q", "p"</text></outputValues></output>';
    const rows = rules(["-", "2", '"q"'], ["-", "1", '"p"'], ["> 0", "1", '"q"']);
    expect(decided(table('hitPolicy="PRIORITY"', outputs, rows), 1)).toEqual({ a: 1, b: "q" });
    expect(decided(table('hitPolicy="OUTPUT ORDER"', outputs, rows), 1)).toEqual([
      { a: 1, b: "q" },
      { a: 1, b: "p" },
      { a: 2, b: "q" },
    ]);
    expect(
      decided(
        table('hitPolicy="COLLECT" aggregation="SUM"', outputs, rules(["-", "2", "5"], ["-", "1", "6"])),
        1,
      ),
    ).toEqual({ a: 3, b: 11 });
  });

  test("default outputs stand where no rule matches", () => {
    const output =
      '<output name="a"><defaultOutputEntry><text>x + 1</text></defaultOutputEntry></output><output name="b"/>';
    expect(decided(table("", output, rules(["> 5", "1", "2"])), 1)).toEqual({ a: 2, b: null });
  });

  test("tests read their input as ?", () => {
    expect(
      decided(table("", "<output/>", rules(["? * 2 > 8 and ? < 7", "true"], ["not(5, 6)", "false"])), 5),
    ).toBe(true);
  });

  test("an input outside its allowed values has no result", () => {
    const body = `<decisionTable><input><inputExpression><text>x</text></inputExpression><inputValues><text>[0..10]</text></inputValues></input><output/>${rules(["-", "true"])}</decisionTable>`;
    expect([decided(body, 5), decided(body, 11)]).toEqual([true, null]);
  });
});

describe("boxed expressions", () => {
  const part = (name: string, text: string): string => `<${name}>${literal(text)}</${name}>`;
  const value = (body: string): unknown => run(decision("d", body)).values.d;

  test("conditional", () => {
    const body = `<conditional>${part("if", "1 > 0")}${part("then", "2")}${part("else", "3")}</conditional>`;
    expect([value(body), value(body.replace("1 > 0", "null"))]).toEqual([2, 3]);
  });

  test("for, with the results so far", () => {
    const body = `<for iteratorVariable="i">${part("in", "[1..4]")}${part("return", "i + sum(partial)")}</for>`;
    expect(value(body.replace("sum(partial)", "count(partial)"))).toEqual([1, 3, 5, 7]);
  });

  test.each([
    ["i > 0", true],
    ["i > 2", false],
    ["i > 1", false],
    ["if i > 2 then null else true", null],
    ['"no condition"', null],
  ])("every: %s", (condition, expected) => {
    const body = `<every iteratorVariable="i">${part("in", "[1, 2, 3]")}${part("satisfies", condition)}</every>`;
    expect(value(body)).toBe(expected);
  });

  test("filter by the fields of its items", () => {
    const body = `<filter>${part("in", "[{a: 1}, {a: 2}, {a: 3}]")}${part("match", "a > 1 and item.a < 3")}</filter>`;
    expect(value(body)).toEqual([{ a: 2 }]);
  });

  test("relation", () => {
    const body = `<relation><column name="first name"/><column name="n"/><row>${literal('"A"')}${literal("1")}</row><row>${literal('"B"')}${literal("2")}</row></relation>`;
    const d = decision("r", body) + decision("d", requires("r") + literal('r[first name = "B"].n'));
    expect(run(d).values.d).toEqual([2]);
  });

  test("entries of a context see those before them", () => {
    const entry = (name: string, text: string): string =>
      `<contextEntry><variable name="${name}"/>${literal(text)}</contextEntry>`;
    expect(
      value(`<context>${entry("net price", "10")}${entry("total-sum", "net price * 2")}</context>`),
    ).toEqual({ "net price": 10, "total-sum": 20 });
  });

  test("keys written in one expression are names in another", () => {
    const d =
      decision("a", literal('{first name: "X"}')) + decision("d", requires("a") + literal("a.first name"));
    expect(run(d).values.d).toBe("X");
  });
});

describe("types", () => {
  const item = (name: string, inside: string, attributes = ""): string =>
    `<itemDefinition name="${name}" ${attributes}>${inside}</itemDefinition>`;
  const held = (type: string, text: string, items = ""): unknown =>
    run(items + decision("d", literal(text), type)).values.d;
  const grade = item(
    "tGrade",
    '<typeRef>string</typeRef><allowedValues><text>"A","B"</text></allowedValues>',
  );
  const grades = item(
    "tGrades",
    "<typeRef>tGrade</typeRef><typeConstraint><text>count(?) &lt; 3</text></typeConstraint>",
    'isCollection="true"',
  );

  test.each([
    ["number", "[5]", 5],
    ["number", "[5, 6]", null],
    ["tGrade", '"A"', "A"],
    ["tGrade", '"C"', null],
    ["tGrades", '["A", "B"]', ["A", "B"]],
    ["tGrades", '["A", "C"]', null],
    ["tGrades", '["A", "B", "A"]', null],
    ["date and time", 'date("2024-02-29")', "2024-02-29T00:00:00Z"],
    ["list&lt;number&gt;", "[1, 2]", [1, 2]],
    ["list&lt;number&gt;", '["a"]', null],
    ["feel:string", '"x"', "x"],
    ["dateTime", "1", null],
  ])("%s holds %s as %j", (type, text, expected) => {
    expect(held(type, text, grade + grades)).toEqual(expected);
  });

  test("a type may hold itself", () => {
    const person = item(
      "tPerson",
      '<itemComponent name="name"><typeRef>string</typeRef></itemComponent><itemComponent name="children" isCollection="true"><typeRef>tPerson</typeRef></itemComponent>',
    );
    const good = '{name: "A", children: [{name: "B", children: []}]}';
    expect(held("tPerson", good, person)).toEqual({ name: "A", children: [{ name: "B", children: [] }] });
    expect(held("tPerson", good.replace('"B"', "1"), person)).toBeNull();
    expect(held("boolean", `${good} instance of tPerson`, person)).toBe(true);
  });

  test("types that only name one another hold anything", () => {
    expect(held("tA", "1", item("tA", "<typeRef>tB</typeRef>") + item("tB", "<typeRef>tA</typeRef>"))).toBe(
      1,
    );
  });

  test("JSON becomes what the type says, and a missing field has no value", () => {
    const event = item(
      "tEvent",
      '<itemComponent name="on"><typeRef>date</typeRef></itemComponent><itemComponent name="took"><typeRef>days and time duration</typeRef></itemComponent>',
    );
    const events = item("tEvents", "<typeRef>tEvent</typeRef>", 'isCollection="true"');
    const d = decision("d", needs("e") + literal("for i in e return [i.on.year, i.took]"));
    const { values } = run(event + events + input("e", "tEvents") + d, {
      e: [{ on: "2024-05-06", took: "PT36H" }, { on: "2023-01-01" }],
    });
    expect(values.d).toEqual([
      [2024, "P1DT12H"],
      [2023, null],
    ]);
  });

  test("JSON without a type: dates are dates, other strings are strings", () => {
    const d = decision(
      "d",
      needs("x") + literal("for i in x return if i instance of string then i else i.year"),
    );
    const json = { x: ["2024-05-06", "2023-05-06T10:00:00+08:00", "2024-13-01", "2024-05-06 noon", "P1D"] };
    expect(run(`<inputData id="x" name="x"/>${d}`, json).values.d).toEqual([
      2024,
      2023,
      "2024-13-01",
      "2024-05-06 noon",
      "P1D",
    ]);
  });
});
