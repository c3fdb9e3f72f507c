/** Whether a value conforms to a written type (DMN 1.5 §10.3.2.9 and Table 61). */
import type { TypeExpr } from "./ast.ts";
import { type Meter, newMeter, spend } from "./limits.ts";
import { type FeelFunction, isList, kindOf, tagged, type Value } from "./value.ts";

/** Names of types, with the spellings that DMN models use for them. */
const KINDS: ReadonlyMap<string, string> = new Map([
  ["number", "number"],
  ["string", "string"],
  ["boolean", "boolean"],
  ["date", "date"],
  ["time", "time"],
  ["date and time", "date and time"],
  ["dateTime", "date and time"],
  ["days and time duration", "days and time duration"],
  ["dayTimeDuration", "days and time duration"],
  ["years and months duration", "years and months duration"],
  ["yearMonthDuration", "years and months duration"],
]);

/** Null where `type` names no type; `list`, `context`, `range` and `function` need their parameters. */
export function conforms(value: Value, type: TypeExpr, meter: Meter = newMeter()): boolean | null {
  if (!isType(type)) return null;
  if (value === null) return type.kind === "named" && type.name === "Null";
  return admits(type, value, meter);
}

function isType(type: TypeExpr): boolean {
  switch (type.kind) {
    case "named":
      return KINDS.has(type.name) || type.name === "Any" || type.name === "Null";
    case "list":
    case "range":
      return isType(type.of);
    case "context":
      return type.fields.every((field) => isType(field.type));
    case "function":
      return [...type.parameters, type.result].every(isType);
  }
}

/** Null conforms to every type here, as it does inside lists and contexts. */
function admits(type: TypeExpr, value: Value, meter: Meter): boolean {
  spend(meter, 1);
  if (value === null) return true;
  const compound = tagged(value);
  switch (type.kind) {
    case "named":
      return type.name === "Any" || KINDS.get(type.name) === kindOf(value);
    case "list":
      return isList(value) && value.every((item) => admits(type.of, item, meter));
    case "range":
      return (
        compound?.kind === "range" &&
        admits(type.of, compound.low, meter) &&
        admits(type.of, compound.high, meter)
      );
    case "context":
      return (
        compound?.kind === "context" &&
        type.fields.every((field) => {
          const entry = compound.entries.get(field.name);
          return entry !== undefined && admits(field.type, entry, meter);
        })
      );
    case "function":
      return compound?.kind === "function" && functionConforms(compound, type.parameters);
  }
}

/** Parameters are contravariant; what a function returns is not known without running it, and not judged. */
function functionConforms(fn: FeelFunction, wanted: readonly TypeExpr[]): boolean {
  if (fn.parameters.length !== wanted.length) return false;
  return wanted.every((type, i) => {
    const own = fn.types[i] ?? null;
    return own === null || isSubtype(type, own);
  });
}

/** `sub <: type` for written types. */
function isSubtype(sub: TypeExpr, type: TypeExpr): boolean {
  if (type.kind === "named" && type.name === "Any") return true;
  if (sub.kind === "named" && sub.name === "Null") return true;
  if (sub.kind === "named" && type.kind === "named") return KINDS.get(sub.name) === KINDS.get(type.name);
  if (sub.kind === "list" && type.kind === "list") return isSubtype(sub.of, type.of);
  if (sub.kind === "range" && type.kind === "range") return isSubtype(sub.of, type.of);
  if (sub.kind === "context" && type.kind === "context") {
    return type.fields.every((field) => {
      const own = sub.fields.find(({ name }) => name === field.name);
      return own !== undefined && isSubtype(own.type, field.type);
    });
  }
  if (sub.kind !== "function" || type.kind !== "function") return false;
  const arity = sub.parameters.length === type.parameters.length;
  const parameters = type.parameters.every((own, i) => {
    const other = sub.parameters[i];
    return other !== undefined && isSubtype(own, other);
  });
  return arity && parameters && isSubtype(sub.result, type.result);
}

/** The value as a parameter of `type` takes it: as it is, or out of a list of one; undefined where it may not. */
export function asArgument(
  value: Value,
  type: TypeExpr | null,
  meter: Meter = newMeter(),
): Value | undefined {
  if (type === null || admits(type, value, meter)) return value;
  if (isList(value) && value.length === 1 && value[0] !== undefined && admits(type, value[0], meter))
    return value[0];
  return undefined;
}
