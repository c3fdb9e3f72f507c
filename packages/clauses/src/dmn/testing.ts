/** Small models made of text, and their values as plain JSON. Only for the tests. */
import { toJson } from "../feel/json.ts";
import type { Value } from "../feel/value.ts";
import { type DmnModel, dmnInputs, evaluateDmn, readDmn } from "./index.ts";

export const NS = "https://www.omg.org/spec/DMN/20230324/MODEL/";

export const definitions = (inside: string, namespace = "urn:test"): string =>
  `<definitions xmlns="${NS}" name="test" namespace="${namespace}">${inside}</definitions>`;

export const literal = (text: string): string =>
  `<literalExpression><text><![CDATA[${text}]]></text></literalExpression>`;
export const requires = (...ids: readonly string[]): string =>
  ids
    .map((id) => `<informationRequirement><requiredDecision href="#${id}"/></informationRequirement>`)
    .join("");
export const knows = (...ids: readonly string[]): string =>
  ids.map((id) => `<knowledgeRequirement><requiredKnowledge href="#${id}"/></knowledgeRequirement>`).join("");
export const needs = (...ids: readonly string[]): string =>
  ids.map((id) => `<informationRequirement><requiredInput href="#${id}"/></informationRequirement>`).join("");

export const input = (id: string, type = "Any"): string =>
  `<inputData id="${id}" name="${id}"><variable name="${id}" typeRef="${type}"/></inputData>`;
export const decision = (id: string, inside: string, type = "Any"): string =>
  `<decision id="${id}" name="${id}"><variable name="${id}" typeRef="${type}"/>${inside}</decision>`;
export const bkm = (id: string, parameters: readonly string[], body: string, inside = ""): string =>
  `<businessKnowledgeModel id="${id}" name="${id}"><variable name="${id}"/><encapsulatedLogic>${parameters
    .map((name) => `<formalParameter name="${name}"/>`)
    .join("")}${body}</encapsulatedLogic>${inside}</businessKnowledgeModel>`;

export interface Run {
  readonly values: { readonly [name: string]: unknown };
  readonly problems: readonly string[];
}

/** The values as plain JSON, numbers as JavaScript's. */
export function run(inside: string, json: Parameters<typeof dmnInputs>[1] = {}): Run {
  return evaluated(readDmn(definitions(inside)), json);
}

export function evaluated(
  model: DmnModel,
  json: Parameters<typeof dmnInputs>[1] = {},
  decision?: string,
): Run {
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
