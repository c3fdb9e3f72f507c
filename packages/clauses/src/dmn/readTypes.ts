/** Item definitions, and the names of types. */
import type { TypeExpr } from "../feel/ast.ts";
import { compileTests } from "../feel/eval/cell.ts";
import { isSyntaxError, parse, parseUnaryTests } from "../feel/parse.ts";
import type { ValueKind } from "../feel/value.ts";
import { nameOf, type Reading } from "./reading.ts";
import { ANY, type DmnType } from "./types.ts";
import { attribute, child, childrenNamed, type Element, textOf } from "./xml.ts";

const basic = (name: ValueKind): DmnType => ({ kind: "basic", name });

/** FEEL's own types, by all the names that models give them. */
const BUILT_IN: ReadonlyMap<string, DmnType> = new Map([
  ["Any", ANY],
  ["number", basic("number")],
  ["string", basic("string")],
  ["boolean", basic("boolean")],
  ["date", basic("date")],
  ["time", basic("time")],
  ["date and time", basic("date and time")],
  ["dateTime", basic("date and time")],
  ["days and time duration", basic("days and time duration")],
  ["dayTimeDuration", basic("days and time duration")],
  ["years and months duration", basic("years and months duration")],
  ["yearMonthDuration", basic("years and months duration")],
  ["Null", basic("null")],
  ["list", { kind: "list", of: ANY }],
  ["context", { kind: "context", fields: new Map() }],
  ["range", { kind: "range", of: ANY }],
]);

/** Reads all item definitions of a model into `reading.items`. */
export function readItems(root: Element, reading: Reading): void {
  for (const definition of childrenNamed(root, "itemDefinition")) {
    const name = nameOf(definition);
    let made: DmnType | null = null;
    const type = (): DmnType => {
      made ??= definedType(definition, reading);
      return made;
    };
    reading.items.set(name, { kind: "item", name, type });
    noteFields(definition, reading);
  }
  // Whatever is wrong inside is said while reading, not when a value first meets the type.
  for (const item of reading.items.values()) if (item.kind === "item") item.type();
}

function noteFields(definition: Element, reading: Reading): void {
  for (const component of childrenNamed(definition, "itemComponent")) {
    reading.everywhere.add(nameOf(component));
    noteFields(component, reading);
  }
}

function definedType(definition: Element, reading: Reading): DmnType {
  const components = childrenNamed(definition, "itemComponent");
  const functionItem = child(definition, "functionItem");
  let type: DmnType = ANY;
  if (components.length > 0) {
    const fields = components.map(
      (component) => [nameOf(component), definedType(component, reading)] as const,
    );
    type = { kind: "context", fields: new Map(fields) };
  } else if (functionItem !== undefined) type = functionType(functionItem, reading);
  else {
    const written = child(definition, "typeRef");
    if (written !== undefined) type = typeNamed(written.text, written.line, reading) ?? ANY;
  }
  const allowed = constrained(type, child(definition, "allowedValues"), reading);
  const whole: DmnType =
    attribute(definition, "isCollection") === "true" ? { kind: "list", of: allowed } : allowed;
  return constrained(whole, child(definition, "typeConstraint"), reading);
}

const functionType = (item: Element, reading: Reading): DmnType => ({
  kind: "function",
  parameters: childrenNamed(item, "parameters").map((parameter) => typeRef(parameter, reading) ?? ANY),
  result: typeNamed(attribute(item, "outputTypeRef"), item.line, reading) ?? ANY,
});

function constrained(of: DmnType, constraint: Element | undefined, reading: Reading): DmnType {
  const source = constraint === undefined ? null : textOf(constraint);
  if (constraint === undefined || source === null || source.trim() === "") return of;
  const tests = parseUnaryTests(source, { names: new Set() });
  if (!isSyntaxError(tests)) return { kind: "constrained", of, tests, allows: compileTests(tests) };
  reading.report(constraint.line, `unreadable allowed values: ${tests.message}`, tests.hint);
  return of;
}

/** The type that an element's `typeRef` names; null where it names none. */
export const typeRef = (element: Element | undefined, reading: Reading): DmnType | null =>
  element === undefined ? null : typeNamed(attribute(element, "typeRef"), element.line, reading);

/** The type of a name: of an item definition here or imported, FEEL's own, or written out in FEEL. */
export function typeNamed(written: string, line: number, reading: Reading): DmnType | null {
  const name = written.replace(/\s+/gu, " ").trim();
  if (name === "") return null;
  const found =
    known(name, reading) ?? known(name.replace(/^[\w.-]+:/u, ""), reading) ?? inFeel(name, reading);
  if (found !== null) return found;
  reading.report(line, `no type \`${name}\``, "name an item definition or a type of FEEL");
  return null;
}

function known(name: string, { items, imports }: Reading): DmnType | null {
  const own = items.get(name) ?? BUILT_IN.get(name);
  if (own !== undefined) return own;
  for (const { name: prefix, model } of imports) {
    const rest = prefix === "" ? name : name.startsWith(`${prefix}.`) ? name.slice(prefix.length + 1) : null;
    const found = rest === null ? undefined : importedItem(rest, model);
    if (found !== undefined) return found;
  }
  return null;
}

function importedItem(
  name: string,
  { items, imports }: Reading["imports"][number]["model"],
): DmnType | undefined {
  const own = items.get(name);
  if (own !== undefined) return own;
  for (const { name: prefix, model } of imports) {
    if (prefix === "" || !name.startsWith(`${prefix}.`)) continue;
    const found = importedItem(name.slice(prefix.length + 1), model);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A type such as `list<number>`. */
function inFeel(written: string, reading: Reading): DmnType | null {
  if (!written.includes("<")) return null;
  const expr = parse(`null instance of ${written}`, { names: reading.everywhere });
  return isSyntaxError(expr) || expr.kind !== "instance of" ? null : fromExpr(expr.type, reading);
}

/** The type that an expression writes; null where it names one that is not there. */
export function fromExpr(type: TypeExpr, reading: Reading): DmnType | null {
  switch (type.kind) {
    case "named":
      return known(type.name, reading);
    case "list":
    case "range": {
      const of = fromExpr(type.of, reading);
      return of === null ? null : { kind: type.kind, of };
    }
    case "context": {
      const fields = new Map<string, DmnType>();
      for (const field of type.fields) fields.set(field.name, fromExpr(field.type, reading) ?? ANY);
      return { kind: "context", fields };
    }
    case "function":
      return {
        kind: "function",
        parameters: type.parameters.map((parameter) => fromExpr(parameter, reading) ?? ANY),
        result: fromExpr(type.result, reading) ?? ANY,
      };
  }
}
