/**
 * Inputs of a model from JSON, which has no dates: a string becomes what the input's type says. Where the
 * model says nothing of the type, a string that is an ISO date, or date and time, is that.
 */
import { fromJson, type Json } from "../feel/json.ts";
import { parseDate, parseDateTime, parseDuration, parseTime } from "../feel/time/iso.ts";
import { isNumber, type Value, type ValueKind } from "../feel/value.ts";
import type { DmnModel } from "./model.ts";
import { type DmnType, unfolded } from "./types.ts";

/**
 * The inputs in a JSON object, for `evaluateDmn`: by the names of input data and, where a decision is given
 * rather than computed, of decisions; those of an imported model in an object under the import's name.
 */
export function dmnInputs(
  model: DmnModel,
  json: { readonly [name: string]: Json },
): ReadonlyMap<string, Value> {
  return new Map(Object.entries(json).map(([name, value]) => [name, inputOf(model, name, value)] as const));
}

function inputOf(model: DmnModel, name: string, json: Json): Value {
  for (const element of model.elements.values())
    if (element.kind !== "knowledge" && (element.name === name || element.variable === name))
      return element.type === null ? untyped(json) : typedJson(json, element.type);
  for (const part of model.imports) {
    if (part.name === "" && names(part.model, name)) return inputOf(part.model, name, json);
    if (part.name !== name || !isObject(json)) continue;
    return { kind: "context", entries: dmnInputs(part.model, json) };
  }
  return untyped(json);
}

const names = (model: DmnModel, name: string): boolean =>
  [...model.elements.values()].some((element) => element.name === name || element.variable === name) ||
  model.imports.some((part) => part.name === "" && names(part.model, name));

const isArray = (json: Json): json is readonly Json[] => Array.isArray(json);

/** Exact numbers are objects too, but of a class. */
const isObject = (json: Json): json is { readonly [key: string]: Json } =>
  typeof json === "object" && json !== null && !isArray(json) && !isNumber(json as Value);

const READERS: Partial<Record<ValueKind, (text: string) => Value>> = {
  date: parseDate,
  time: parseTime,
  "date and time": parseDateTime,
  "days and time duration": parseDuration,
  "years and months duration": parseDuration,
};

/** The value as its type reads it. What does not fit stays as it is, and is found out by the evaluation. */
function typedJson(json: Json, named: DmnType): Value {
  const type = unfolded(named);
  if (isArray(json)) return json.map((item) => typedJson(item, type.kind === "list" ? type.of : type));
  switch (type.kind) {
    case "list":
      return typedJson(json, type.of);
    case "constrained":
      return typedJson(json, type.of);
    case "context": {
      if (!isObject(json)) return fromJson(json);
      const entries = Object.entries(json).map(([key, value]) => {
        const field = type.fields.get(key);
        return [key, field === undefined ? untyped(value) : typedJson(value, field)] as const;
      });
      // What a JSON object leaves out has no value.
      const absent = [...type.fields.keys()].filter((key) => !Object.hasOwn(json, key));
      return {
        kind: "context",
        entries: new Map([...entries, ...absent.map((key) => [key, null] as const)]),
      };
    }
    case "basic":
      return typeof json === "string" ? readText(json, type.name) : fromJson(json);
    case "any":
      return untyped(json);
    default:
      return fromJson(json);
  }
}

const DATED = /^-?\d{4,}-\d\d-\d\d(?:T|$)/u;

function untyped(json: Json): Value {
  if (typeof json === "string")
    return (DATED.test(json) ? (parseDate(json) ?? parseDateTime(json)) : null) ?? json;
  if (isArray(json)) return json.map(untyped);
  if (!isObject(json)) return fromJson(json);
  return {
    kind: "context",
    entries: new Map(Object.entries(json).map(([key, item]) => [key, untyped(item)] as const)),
  };
}

function readText(text: string, kind: ValueKind): Value {
  return READERS[kind]?.(text) ?? text;
}
