/** What models can say, one small model for each. The wider proof is the TCK beside. */
import { describe, expect, test } from "vitest";
import { toJson } from "../feel/json.ts";
import { num, type Value } from "../feel/value.ts";
import { DmnError, type DmnModel, dmnInputs, evaluateDmn, readDmn } from "./index.ts";

const NS = "https://www.omg.org/spec/DMN/20230324/MODEL/";

const definitions = (inside: string, namespace = "urn:test"): string =>
  `<definitions xmlns="${NS}" name="test" namespace="${namespace}">${inside}</definitions>`;

const literal = (text: string): string =>
  `<literalExpression><text><![CDATA[${text}]]></text></literalExpression>`;
const requires = (...ids: readonly string[]): string =>
  ids
    .map((id) => `<informationRequirement><requiredDecision href="#${id}"/></informationRequirement>`)
    .join("");
const knows = (...ids: readonly string[]): string =>
  ids.map((id) => `<knowledgeRequirement><requiredKnowledge href="#${id}"/></knowledgeRequirement>`).join("");
const needs = (...ids: readonly string[]): string =>
  ids.map((id) => `<informationRequirement><requiredInput href="#${id}"/></informationRequirement>`).join("");

const input = (id: string, type = "Any"): string =>
  `<inputData id="${id}" name="${id}"><variable name="${id}" typeRef="${type}"/></inputData>`;
const decision = (id: string, inside: string, type = "Any"): string =>
  `<decision id="${id}" name="${id}"><variable name="${id}" typeRef="${type}"/>${inside}</decision>`;
const bkm = (id: string, parameters: readonly string[], body: string, inside = ""): string =>
  `<businessKnowledgeModel id="${id}" name="${id}"><variable name="${id}"/><encapsulatedLogic>${parameters
    .map((name) => `<formalParameter name="${name}"/>`)
    .join("")}${body}</encapsulatedLogic>${inside}</businessKnowledgeModel>`;

interface Run {
  readonly values: { readonly [name: string]: unknown };
  readonly problems: readonly string[];
}

/** The values as plain JSON, numbers as JavaScript's. */
function run(inside: string, json: Parameters<typeof dmnInputs>[1] = {}): Run {
  return evaluated(readDmn(definitions(inside)), json);
}

function evaluated(model: DmnModel, json: Parameters<typeof dmnInputs>[1] = {}, decision?: string): Run {
  const options = decision === undefined ? {} : { decision };
  const { values, problems } = evaluateDmn(model, dmnInputs(model, json), options);
  return {
    values: Object.fromEntries([...values].map(([name, value]) => [name, plain(value)])),
    problems: [...model.problems, ...problems].map(({ line, message }) => `${line}: ${message}`),
  };
}

const plain = (value: Value): unknown =>
  JSON.parse(
    JSON.stringify(toJson(value), (_, item) =>
      typeof item === "string" && /^-?\d+(\.\d+)?$/u.test(item) ? Number(item) : item,
    ),
  );

describe("functions", () => {
  test("one may call itself", () => {
    const fact = bkm("fact", ["n"], literal("if n <= 1 then 1 else n * fact(n - 1)"), knows("fact"));
    expect(run(fact + decision("d", knows("fact") + literal("fact(20)"))).values).toEqual({
      d: 2432902008176640000,
    });
  });

  test("two may call one another", () => {
    const even = bkm("even0", ["n"], literal("if n = 0 then true else odd0(n - 1)"), knows("odd0"));
    const odd = bkm("odd0", ["n"], literal("if n = 0 then false else even0(n - 1)"), knows("even0"));
    expect(run(even + odd + decision("d", knows("even0") + literal("even0(7)"))).values).toEqual({
      d: false,
    });
  });

  test("without an end they are null, soon and with a word", () => {
    const deep = bkm("f", ["n"], literal("f(n + 1)"), knows("f"));
    const wide = bkm("g", ["n"], literal("if n > 60 then 1 else g(n + 1) + g(n + 1)"), knows("g"));
    const started = Date.now();
    const { values, problems } = run(
      deep + wide + decision("d", knows("f") + literal("f(0)")) + decision("e", knows("g") + literal("g(0)")),
    );
    expect(values).toEqual({ d: null, e: null });
    expect(problems).toHaveLength(2);
    expect(Date.now() - started).toBeLessThan(5_000);
  });

  test("those in other languages give null", () => {
    const java = `<functionDefinition kind="Java"><formalParameter name="x"/><context>
      <contextEntry><variable name="class"/>${literal('"java.lang.Math"')}</contextEntry></context></functionDefinition>`;
    const whole = `<context><contextEntry><variable name="cos"/>${java}</contextEntry>
      <contextEntry>${literal("cos(1)")}</contextEntry></context>`;
    expect(run(decision("d", whole)).values).toEqual({ d: null });
  });

  test("parameters with spaces are given by name", () => {
    const f = bkm("f", ["first term", "second term"], literal("first term - second term"));
    const call = literal("f(second term: 1, first term: 5)");
    expect(run(f + decision("d", knows("f") + call)).values).toEqual({ d: 4 });
  });
});

describe("decision services", () => {
  const graph =
    input("x", "number") +
    decision("a", needs("x") + literal("x + 1"), "number") +
    decision("b", requires("a") + needs("x") + literal("a * x"), "number") +
    decision("c", requires("a") + literal("a"));
  const service = (outputs: string, inside: string): string =>
    `<decisionService id="s" name="s"><variable name="s"/>${outputs}${inside}</decisionService>`;

  test("are functions of their inputs", () => {
    const s = service(
      '<outputDecision href="#b"/><encapsulatedDecision href="#a"/>',
      '<inputData href="#x"/>',
    );
    const d = decision("d", knows("s") + literal("[s(3), s(x: 4), s(), s(1, 2), s([5])]"));
    expect(run(graph + s + d, { x: num(100) }).values).toMatchObject({
      d: [12, 20, null, null, 30],
      b: 10100,
    });
  });

  test("take input decisions after input data, and give several outputs as a context", () => {
    const s = service(
      '<outputDecision href="#b"/><outputDecision href="#c"/><inputDecision href="#a"/>',
      '<inputData href="#x"/>',
    );
    const d = decision("d", knows("s") + literal("s(2, 10)"));
    expect(run(graph + s + d).values).toMatchObject({ d: { b: 20, c: 10 } });
  });

  test("can be asked for by name", () => {
    const s = service('<outputDecision href="#b"/>', '<inputData href="#x"/>');
    expect(evaluated(readDmn(definitions(graph + s)), { x: num(3) }, "s").values).toEqual({ s: 12 });
  });

  test("a decision given is not computed", () => {
    expect(run(graph, { x: num(3), a: num(7) }).values).toEqual({ a: 7, b: 21, c: 7 });
  });
});

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
});

describe("imports", () => {
  const imported = (name: string, namespace: string): string =>
    `<import name="${name}" namespace="${namespace}" importType="${NS}"/>`;
  const models: Readonly<Record<string, string>> = {
    "urn:a": definitions(
      `${input("who", "tName")}${decision("greet", `${needs("who")}${literal('"hi " + who')}`)}<itemDefinition name="tName"><typeRef>string</typeRef></itemDefinition>${bkm("twice", ["n"], literal("half(n) * 4"), knows("half"))}${bkm("half", ["n"], literal("n / 2"))}`,
      "urn:a",
    ),
    "urn:b": definitions(
      `${imported("my a", "urn:a")}${decision("shout", `<informationRequirement><requiredDecision href="urn:a#greet"/></informationRequirement>${literal('my a.greet + "!"')}`)}`,
      "urn:b",
    ),
    "urn:loop": definitions(imported("self", "urn:loop"), "urn:loop"),
  };
  const read = (inside: string): DmnModel =>
    readDmn(definitions(inside), {
      resolve: ({ namespace }) => {
        const xml = models[namespace];
        return xml === undefined ? null : { file: namespace, xml };
      },
    });
  const from = (kind: string, href: string): string =>
    kind === "Knowledge"
      ? `<knowledgeRequirement><requiredKnowledge href="${href}"/></knowledgeRequirement>`
      : `<informationRequirement><required${kind} href="${href}"/></informationRequirement>`;

  test("of imports: inputs stand under the names of the imports", () => {
    const model = read(
      `${imported("b", "urn:b")}${decision("d", `${from("Decision", "urn:b#shout")}${literal("b.shout")}`)}`,
    );
    expect(evaluated(model, { b: { "my a": { who: "X" } } }).values).toEqual({ d: "hi X!" });
  });

  test("functions and types", () => {
    const model = read(
      `${imported("a", "urn:a")}${decision("d", `${from("Knowledge", "urn:a#twice")}${literal("a.twice(5)")}`)}${decision("e", literal("1"), "a.tName")}`,
    );
    expect(evaluated(model).values).toEqual({ d: 10, e: null });
  });

  test("without a name join the model's own", () => {
    const model = read(
      `${imported("", "urn:a")}${decision("d", `${from("Decision", "urn:a#greet")}${from("Input", "urn:a#who")}${literal("greet + who")}`, "tName")}`,
    );
    expect(evaluated(model, { who: "Y" }).values).toEqual({ d: "hi YY" });
  });

  test("that are missing or come back are refused, all of them at once", () => {
    expect(() => read(imported("x", "urn:x") + imported("l", "urn:loop"))).toThrow(/1: .*urn:loop/u);
    expect(() => read(imported("x", "urn:x") + imported("y", "urn:y"))).toThrow(/urn:x.*\n.*urn:y/u);
  });
});

describe("what is wrong", () => {
  const refusal = (xml: string): string => {
    try {
      readDmn(xml, { file: "m.dmn" });
    } catch (error) {
      if (error instanceof DmnError) return error.message;
      throw error;
    }
    return "read";
  };

  test.each([
    ["no XML", "m.dmn:1: unreadable XML"],
    [`${definitions("\n<decision>")}`, "m.dmn:2: unreadable XML"],
    ['<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>', "m.dmn:1: a document type declaration"],
    ["<x/>", "m.dmn:1: <x> is no DMN model"],
    [definitions("<a>".repeat(300) + "</a>".repeat(300)), "m.dmn:1: elements nested more than 200 deep"],
    [definitions("<a/>".repeat(200_001)), "m.dmn:1: more than 200000 elements"],
    [" ".repeat(10_000_001), "m.dmn:0: more than 10000000 characters"],
  ])("refuses %.40s", (xml, message) => {
    expect(refusal(xml)).toContain(message);
  });

  test("an unreadable expression is null, and the others have values", () => {
    const { values, problems } = run(
      `${decision("d", "\n<literalExpression>\n<text>1 +\n* 2</text></literalExpression>")}${decision("e", literal("2"))}`,
    );
    expect(values).toEqual({ d: null, e: 2 });
    expect(problems).toEqual([expect.stringMatching(/^4: unreadable FEEL/u)]);
  });

  test("a decision that requires itself, or what is not there", () => {
    const { values, problems } = run(
      decision("a", requires("b") + literal("b")) +
        decision("b", requires("a") + literal("a")) +
        decision("c", requires("x") + literal("1")),
    );
    expect(values).toEqual({ a: null, b: null, c: 1 });
    expect(problems).toEqual([
      expect.stringContaining("requires itself"),
      expect.stringContaining("nothing with the id `x`"),
    ]);
  });

  test("what is not required is not seen", () => {
    expect(run(decision("a", literal("1")) + decision("b", literal("a"))).values).toEqual({ a: 1, b: null });
  });

  test("expressions in other languages", () => {
    const js = literal("1 + 1").replace(
      "<literalExpression",
      '<literalExpression expressionLanguage="javascript"',
    );
    expect(run(decision("a", js))).toEqual({
      values: { a: null },
      problems: ["1: an expression in `javascript`"],
    });
  });

  test("a decision that is not there", () => {
    expect(() => evaluated(readDmn(definitions(decision("a", literal("1")))), {}, "b")).toThrow(
      "no decision `b`; name one of a",
    );
  });
});
