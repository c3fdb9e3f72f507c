/** Requirements, functions, services and imports, and what can be wrong with a model. */
import { describe, expect, test } from "vitest";
import { num } from "../feel/value.ts";
import { DmnError, type DmnModel, readDmn } from "./index.ts";
import {
  bkm,
  decision,
  definitions,
  evaluated,
  input,
  knows,
  literal,
  NS,
  needs,
  requires,
  run,
} from "./testing.ts";

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
    const { values, problems } = run(
      deep + wide + decision("d", knows("f") + literal("f(0)")) + decision("e", knows("g") + literal("g(0)")),
    );
    expect(values).toEqual({ d: null, e: null });
    expect(problems).toHaveLength(2);
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

  test("that meet again and again are read once", () => {
    const chain: Record<string, string> = {};
    for (let i = 0; i < 18; i++) {
      const next = `urn:${i + 1}`;
      chain[`urn:${i}`] = definitions(imported("l", next) + imported("r", next), `urn:${i}`);
    }
    chain["urn:18"] = definitions(decision("end", literal("1")), "urn:18");
    let asked = 0;
    const resolve = ({ namespace }: { readonly namespace: string }) => {
      asked++;
      return { file: namespace, xml: chain[namespace] ?? "" };
    };
    const top = `${imported("a", "urn:0")}${decision("d", `${from("Decision", "urn:18#no")}${literal("2")}`)}`;
    expect(evaluated(readDmn(definitions(top), { resolve })).values).toEqual({ d: 2 });
    expect(asked).toBe(19);
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

  test("past a limit, a decision is null, and so is who requires it, without another reason", () => {
    const { values, problems } = run(
      decision("a", literal("for i in 1..1000, j in 1..1000, k in 1..9 return i")) +
        decision("b", requires("a") + literal("a")) +
        decision("c", literal("3")),
    );
    expect(values).toEqual({ a: null, b: null, c: 3 });
    expect(problems.filter((problem) => problem.includes("requires itself"))).toEqual([]);
    expect(problems).toHaveLength(2);
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
