/** The types of DMN variables, and the coercions to them (DMN 1.5 §10.3.2.9.4). */
import type { TypeExpr, UnaryTests } from "../feel/ast.ts";
import { conforms } from "../feel/conform.ts";
import type { CompiledTests } from "../feel/eval/cell.ts";
import { UTC } from "../feel/time/zone.ts";
import {
  type FeelDate,
  type FeelDateTime,
  isList,
  kindOf,
  tagged,
  type Value,
  type ValueKind,
} from "../feel/value.ts";

export type DmnType =
  | { readonly kind: "any" }
  | { readonly kind: "basic"; readonly name: ValueKind }
  | { readonly kind: "list"; readonly of: DmnType }
  | { readonly kind: "range"; readonly of: DmnType }
  | { readonly kind: "context"; readonly fields: ReadonlyMap<string, DmnType> }
  | { readonly kind: "function"; readonly parameters: readonly DmnType[]; readonly result: DmnType }
  /** An item definition by name; read when it is asked for, since definitions may hold one another. */
  | { readonly kind: "item"; readonly name: string; readonly type: () => DmnType }
  | {
      readonly kind: "constrained";
      readonly of: DmnType;
      readonly tests: UnaryTests;
      readonly allows: CompiledTests;
    };

export const ANY: DmnType = { kind: "any" };

const NO_SCOPE: ReadonlyMap<string, Value> = new Map();

/** How many definitions one may stand behind another. */
const ALIASES_MAX = 100;

/** The type itself behind names of definitions; any type where they only name one another. */
export function unfolded(type: DmnType): Exclude<DmnType, { kind: "item" }> {
  let found = type;
  for (let i = 0; i < ALIASES_MAX; i++) {
    if (found.kind !== "item") return found;
    found = found.type();
  }
  return { kind: "any" };
}

/** Whether a value conforms; null conforms to every type. @throws FeelLimitError */
export function fits(value: Value, named: DmnType): boolean {
  if (value === null) return true;
  const type = unfolded(named);
  const compound = tagged(value);
  switch (type.kind) {
    case "any":
      return true;
    case "basic":
      return kindOf(value) === type.name;
    case "list":
      return isList(value) && value.every((item) => fits(item, type.of));
    case "range":
      return compound?.kind === "range" && fits(compound.low, type.of) && fits(compound.high, type.of);
    case "context":
      return compound?.kind === "context" && fieldsFit(compound.entries, type.fields);
    case "function":
      return conforms(value, typeExprOf(type)) === true;
    case "constrained":
      return fits(value, type.of) && type.allows(value, NO_SCOPE) === true;
  }
}

/** Every field has to be there; others may be, too. */
const fieldsFit = (entries: ReadonlyMap<string, Value>, fields: ReadonlyMap<string, DmnType>): boolean =>
  [...fields].every(([name, type]) => {
    const entry = entries.get(name);
    return entry !== undefined && fits(entry, type);
  });

/**
 * The value as a variable of `type` holds it: as it is, out of a list of one, in a list of one, or a date as
 * its midnight in UTC; undefined where it does not fit. @throws FeelLimitError
 */
export function coerced(value: Value, type: DmnType): Value | undefined {
  if (fits(value, type)) return value;
  if (isList(value)) {
    const [only] = value;
    if (value.length !== 1 || only === undefined) return undefined;
    return fits(only, type) ? only : timed(only, type);
  }
  if (fits([value], type)) return [value];
  return timed(value, type);
}

function timed(value: Value, type: DmnType): Value | undefined {
  const day = tagged(value);
  if (day?.kind !== "date") return undefined;
  const moment = midnight(day);
  return fits(moment, type) ? moment : undefined;
}

const midnight = ({ day }: FeelDate): FeelDateTime => ({ kind: "date and time", day, nanos: 0, zone: UTC });

const NOWHERE = { from: 0, to: 0 };
/** How deep a type that holds itself is written out. */
const WRITTEN_DEPTH_MAX = 8;

/** The type as an expression can write it; allowed values are left out. */
export function typeExprOf(named: DmnType, depth = 0): TypeExpr {
  const type = unfolded(named);
  if (depth > WRITTEN_DEPTH_MAX) return { kind: "named", name: "Any", ...NOWHERE };
  const inner = (of: DmnType): TypeExpr => typeExprOf(of, depth + 1);
  switch (type.kind) {
    case "any":
      return { kind: "named", name: "Any", ...NOWHERE };
    case "basic":
      return { kind: "named", name: type.name === "null" ? "Null" : type.name, ...NOWHERE };
    case "list":
    case "range":
      return { kind: type.kind, of: inner(type.of), ...NOWHERE };
    case "context": {
      const fields = [...type.fields].map(([name, of]) => ({ name, type: inner(of) }));
      return { kind: "context", fields, ...NOWHERE };
    }
    case "function":
      return {
        kind: "function",
        parameters: type.parameters.map(inner),
        result: inner(type.result),
        ...NOWHERE,
      };
    case "constrained":
      return inner(type.of);
  }
}

/** The type as a message names it. */
export function typeName(type: DmnType): string {
  switch (type.kind) {
    case "any":
      return "Any";
    case "basic":
    case "item":
      return type.name;
    case "list":
    case "range":
      return `${type.kind}<${typeName(type.of)}>`;
    case "context":
      return `context<${[...type.fields].map(([name, of]) => `${name}: ${typeName(of)}`).join(", ")}>`;
    case "function":
      return `function<${type.parameters.map(typeName).join(", ")}> -> ${typeName(type.result)}`;
    case "constrained":
      return `${typeName(type.of)} with allowed values`;
  }
}
