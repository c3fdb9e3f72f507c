/** Decision tables. */
import type { Aggregation, HitPolicy, TableBox, TableInput, TableOutput, TableRule } from "./model.ts";
import { type Around, nameOf, type Reading } from "./reading.ts";
import { typeRef } from "./readTypes.ts";
import { attribute, child, childrenNamed, type Element } from "./xml.ts";

const HITS: Readonly<Record<string, HitPolicy>> = {
  UNIQUE: "U",
  ANY: "A",
  PRIORITY: "P",
  FIRST: "F",
  "RULE ORDER": "R",
  "OUTPUT ORDER": "O",
  COLLECT: "C",
};
const AGGREGATIONS: readonly Aggregation[] = ["SUM", "COUNT", "MIN", "MAX"];

export function readTable(element: Element, names: Around, reading: Reading): TableBox {
  const inputs = childrenNamed(element, "input").map((input) => readInput(input, names, reading));
  const outputs = childrenNamed(element, "output").map((output) => readOutput(output, names, reading));
  return {
    kind: "table",
    line: element.line,
    type: typeRef(element, reading),
    ...hitOf(element, reading),
    inputs,
    outputs,
    rules: childrenNamed(element, "rule").map((rule) =>
      readRule(rule, [inputs.length, outputs.length], names, reading),
    ),
  };
}

function hitOf(
  element: Element,
  reading: Reading,
): { readonly hit: HitPolicy; readonly aggregation: Aggregation | null } {
  const written = attribute(element, "hitPolicy");
  const hit = written === "" ? "U" : HITS[written.replaceAll("_", " ")];
  if (hit === undefined)
    reading.report(
      element.line,
      `no hit policy \`${written}\``,
      `write one of ${Object.keys(HITS).join(", ")}`,
    );
  const sign = attribute(element, "aggregation");
  const aggregation = AGGREGATIONS.find((name) => name === sign) ?? null;
  if (sign !== "" && aggregation === null)
    reading.report(element.line, `no aggregation \`${sign}\``, `write one of ${AGGREGATIONS.join(", ")}`);
  return { hit: hit ?? "U", aggregation };
}

function readInput(input: Element, names: Around, reading: Reading): TableInput {
  const expression = child(input, "inputExpression");
  const slot = reading.expressionIn(expression, names);
  if (slot === null)
    reading.report(input.line, "an input without an expression", "write its inputExpression");
  return {
    label: attribute(input, "label"),
    line: input.line,
    expression: slot ?? reading.expression("null", input.line, []),
    type: typeRef(expression, reading),
    allowed: reading.testsIn(child(input, "inputValues"), names),
  };
}

function readOutput(output: Element, names: Around, reading: Reading): TableOutput {
  const name = nameOf(output);
  reading.everywhere.add(name);
  return {
    name,
    type: typeRef(output, reading),
    allowed: reading.testsIn(child(output, "outputValues"), names),
    fallback: reading.expressionIn(child(output, "defaultOutputEntry"), names),
  };
}

function readRule(
  rule: Element,
  [inputs, outputs]: readonly [number, number],
  names: Around,
  reading: Reading,
): TableRule {
  const tests = childrenNamed(rule, "inputEntry").flatMap((entry) => reading.testsIn(entry, names) ?? []);
  const values = childrenNamed(rule, "outputEntry").map(
    (entry) => reading.expressionIn(entry, names) ?? reading.expression("null", entry.line, []),
  );
  if (tests.length !== inputs || values.length !== outputs)
    reading.report(
      rule.line,
      `a rule of ${tests.length} tests and ${values.length} outputs`,
      `write ${inputs} tests and ${outputs} outputs`,
    );
  return { line: rule.line, tests, outputs: values };
}
