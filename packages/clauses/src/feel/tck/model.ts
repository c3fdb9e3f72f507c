/** As much of a DMN model as literal expressions need. Only for the tests. */
import type { TypeExpr } from "../ast.ts";
import { canonicalName } from "../names.ts";
import { attribute, child, childrenNamed, type Element, readXml } from "./xml.ts";

export interface Decision {
  readonly name: string;
  readonly type: TypeExpr | null;
  readonly expression: string;
  /** Names of the decisions and functions it requires. */
  readonly requires: readonly string[];
}

export interface Knowledge {
  readonly name: string;
  readonly parameters: readonly { readonly name: string; readonly type: TypeExpr | null }[];
  readonly type: TypeExpr | null;
  readonly body: string;
  readonly requires: readonly string[];
}

export interface Model {
  readonly decisions: ReadonlyMap<string, Decision>;
  readonly knowledge: ReadonlyMap<string, Knowledge>;
  readonly inputs: ReadonlyMap<string, TypeExpr | null>;
  /** Everything that may be a name in an expression. */
  readonly names: ReadonlySet<string>;
}

const NOWHERE = { from: 0, to: 0 };
const ANY: TypeExpr = { kind: "named", name: "Any", ...NOWHERE };

/** Reads a model. Decisions and functions whose logic is no literal expression are left out. */
export function readModel(text: string): Model {
  const root = readXml(text);
  const byId = new Map(
    root.children.map((element) => [`#${attribute(element, "id")}`, attribute(element, "name")]),
  );
  const types = new Map(
    childrenNamed(root, "itemDefinition").map((item) => [attribute(item, "name"), item] as const),
  );
  const names = new Set<string>();
  for (const element of root.children) {
    names.add(attribute(element, "name"));
    const logic = child(element, "encapsulatedLogic");
    for (const parameter of logic === undefined ? [] : childrenNamed(logic, "formalParameter")) {
      names.add(attribute(parameter, "name"));
    }
  }
  for (const item of types.values()) componentNames(item, names);
  names.delete("");
  return {
    decisions: new Map(
      childrenNamed(root, "decision").flatMap((element) => {
        const found = decisionOf(element, byId, types);
        return found === null ? [] : [[found.name, found] as const];
      }),
    ),
    knowledge: new Map(
      childrenNamed(root, "businessKnowledgeModel").flatMap((element) => {
        const found = knowledgeOf(element, byId, types);
        return found === null ? [] : [[found.name, found] as const];
      }),
    ),
    inputs: new Map(
      childrenNamed(root, "inputData").map((element) => [
        attribute(element, "name"),
        variableType(element, types),
      ]),
    ),
    names,
  };
}

type Items = ReadonlyMap<string, Element>;

function componentNames(item: Element, names: Set<string>): void {
  for (const component of childrenNamed(item, "itemComponent")) {
    names.add(attribute(component, "name"));
    componentNames(component, names);
  }
}

function decisionOf(element: Element, byId: ReadonlyMap<string, string>, types: Items): Decision | null {
  const expression = literalOf(element);
  if (expression === null) return null;
  const requires = requirements(element, byId);
  return { name: attribute(element, "name"), type: variableType(element, types), expression, requires };
}

function literalOf(element: Element): string | null {
  const literal = child(element, "literalExpression");
  return literal === undefined ? null : (child(literal, "text")?.text ?? null);
}

const REQUIREMENTS = new Set(["requiredDecision", "requiredInput", "requiredKnowledge"]);

function requirements(element: Element, byId: ReadonlyMap<string, string>): string[] {
  return element.children
    .flatMap((requirement) => requirement.children.filter(({ name }) => REQUIREMENTS.has(name)))
    .map((required) => byId.get(attribute(required, "href")) ?? "");
}

function knowledgeOf(element: Element, byId: ReadonlyMap<string, string>, types: Items): Knowledge | null {
  const logic = child(element, "encapsulatedLogic");
  const body = logic === undefined ? null : literalOf(logic);
  if (logic === undefined || body === null) return null;
  const result = child(logic, "literalExpression");
  const parameters = childrenNamed(logic, "formalParameter").map((parameter) => ({
    name: attribute(parameter, "name"),
    type: typeRef(attribute(parameter, "typeRef"), types),
  }));
  const type =
    variableType(element, types) ?? typeRef(result === undefined ? "" : attribute(result, "typeRef"), types);
  return { name: attribute(element, "name"), parameters, type, body, requires: requirements(element, byId) };
}

function variableType(element: Element, types: Items): TypeExpr | null {
  const variable = child(element, "variable");
  return variable === undefined ? null : typeRef(attribute(variable, "typeRef"), types);
}

function typeRef(written: string, types: Items): TypeExpr | null {
  const name = canonicalName(written.replace(/^\w+:/u, "")).trim();
  if (name === "") return null;
  const item = types.get(name);
  return item === undefined ? { kind: "named", name, ...NOWHERE } : itemType(item, types);
}

function itemType(item: Element, types: Items): TypeExpr {
  const components = childrenNamed(item, "itemComponent");
  const fields = components.map((component) => ({
    name: attribute(component, "name"),
    type: itemType(component, types),
  }));
  const of: TypeExpr =
    fields.length > 0
      ? { kind: "context", fields, ...NOWHERE }
      : (typeRef(child(item, "typeRef")?.text.trim() ?? "", types) ?? ANY);
  return attribute(item, "isCollection") === "true" ? { kind: "list", of, ...NOWHERE } : of;
}
