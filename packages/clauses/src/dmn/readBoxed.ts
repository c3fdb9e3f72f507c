/** Boxed expressions. */
import type { Boxed, ContextEntry, FunctionBox, Typed } from "./model.ts";
import { type Around, nameOf, type Reading } from "./reading.ts";
import { readTable } from "./readTable.ts";
import { typeRef } from "./readTypes.ts";
import type { DmnType } from "./types.ts";
import { attribute, child, childrenNamed, type Element } from "./xml.ts";

const KINDS: ReadonlySet<string> = new Set([
  "literalExpression",
  "decisionTable",
  "context",
  "invocation",
  "functionDefinition",
  "list",
  "relation",
  "conditional",
  "filter",
  "for",
  "some",
  "every",
]);

/** The expression elements directly inside. */
export const expressionsIn = (element: Element): readonly Element[] =>
  element.children.filter(({ name }) => KINDS.has(name));

/** The expression inside an element, which may be absent. */
export function readInside(element: Element | undefined, names: Around, reading: Reading): Boxed {
  const found = element === undefined ? undefined : expressionsIn(element)[0];
  return found === undefined
    ? { kind: "nothing", line: element?.line ?? 0, type: null }
    : readBoxed(found, names, reading);
}

/** An expression element. */
export function readBoxed(element: Element, names: Around, reading: Reading): Boxed {
  const base = { line: element.line, type: typeRef(element, reading) };
  const inside = (part: string): Boxed => readInside(child(element, part), names, reading);
  switch (element.name) {
    case "literalExpression": {
      const expression = reading.expressionIn(element, names);
      return expression === null ? { kind: "nothing", ...base } : { kind: "literal", expression, ...base };
    }
    case "decisionTable":
      return readTable(element, names, reading);
    case "context":
      return { kind: "context", entries: readEntries(element, names, reading), ...base };
    case "invocation":
      return {
        kind: "invocation",
        callee: readInside(element, names, reading),
        ...bindings(element, names, reading),
        ...base,
      };
    case "functionDefinition":
      return readFunction(element, names, null, reading);
    case "list":
      return {
        kind: "list",
        items: expressionsIn(element).map((item) => readBoxed(item, names, reading)),
        ...base,
      };
    case "relation":
      return readRelation(element, names, reading);
    case "conditional":
      return {
        kind: "conditional",
        condition: inside("if"),
        consequent: inside("then"),
        alternative: inside("else"),
        ...base,
      };
    case "filter":
      return { kind: "filter", list: inside("in"), match: inside("match"), ...base };
    default:
      return readLoop(element, names, reading);
  }
}

function bindings(
  element: Element,
  names: Around,
  reading: Reading,
): { readonly bindings: readonly { readonly name: string; readonly value: Boxed }[] } {
  return {
    bindings: childrenNamed(element, "binding").map((binding) => {
      const parameter = child(binding, "parameter");
      const name = parameter === undefined ? "" : nameOf(parameter);
      return { name, value: readInside(binding, names, reading) };
    }),
  };
}

export const typedName = (element: Element, reading: Reading): Typed => ({
  name: nameOf(element),
  type: typeRef(element, reading),
});

function readEntries(element: Element, names: Around, reading: Reading): readonly ContextEntry[] {
  let around = names;
  return childrenNamed(element, "contextEntry").map((entry) => {
    const written = child(entry, "variable");
    const variable = written === undefined ? null : typedName(written, reading);
    const value = readInside(entry, around, reading);
    if (variable !== null) {
      reading.everywhere.add(variable.name);
      around = [...around, variable.name];
    }
    return { variable, value };
  });
}

/** A function definition; `result` is what its surroundings declare of its results. */
export function readFunction(
  element: Element,
  names: Around,
  result: DmnType | null,
  reading: Reading,
): FunctionBox {
  const parameters = childrenNamed(element, "formalParameter").map((p) => typedName(p, reading));
  const own = parameters.map(({ name }) => name);
  // Callers name them; one with a dot would hide a path of the same spelling from everyone else.
  for (const name of own) if (!name.includes(".")) reading.everywhere.add(name);
  const kind = attribute(element, "kind");
  return {
    kind: "function",
    line: element.line,
    type: typeRef(element, reading),
    parameters,
    result,
    external: kind !== "" && kind !== "FEEL",
    body: readInside(element, [...names, ...own], reading),
  };
}

function readRelation(element: Element, names: Around, reading: Reading): Boxed {
  const columns = childrenNamed(element, "column").map((column) => typedName(column, reading));
  for (const { name } of columns) reading.everywhere.add(name);
  const rows = childrenNamed(element, "row").map((row) => {
    const cells = expressionsIn(row).map((cell) => readBoxed(cell, names, reading));
    if (cells.length !== columns.length)
      reading.report(row.line, `a row of ${cells.length} cells`, `write ${columns.length}, one a column`);
    return cells;
  });
  return { kind: "relation", line: element.line, type: typeRef(element, reading), columns, rows };
}

function readLoop(element: Element, names: Around, reading: Reading): Boxed {
  const kind = element.name === "for" ? "for" : element.name === "every" ? "every" : "some";
  const variable = nameOf(element, "iteratorVariable");
  const inner = [...names, variable];
  return {
    kind,
    line: element.line,
    type: typeRef(element, reading),
    variable,
    source: readInside(child(element, "in"), names, reading),
    body: readInside(child(element, kind === "for" ? "return" : "satisfies"), inner, reading),
  };
}
