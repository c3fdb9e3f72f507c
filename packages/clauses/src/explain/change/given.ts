/** Facts as they come (§3), with one of them otherwise. */
import type { FactsInput, JsonValue } from "../../decide/decision.ts";
import { jsonOf } from "../../decide/render.ts";
import type { Domain } from "../../facts/domain.ts";
import type { Num } from "../../feel/value.ts";
import type { Val } from "../../ir/node.ts";
import type { Slot } from "../../ir/slots.ts";
import { normal } from "../../terms/reader.ts";

/** A domain as facts write it. */
export function givenOf(domain: Domain, slot: Slot): JsonValue {
  const json = (v: Val): JsonValue => (v === null ? { none: true } : jsonOf(v, slot.node.unit));
  if (domain.kind === "range") {
    const end = (n: Num): JsonValue => (n.isFinite() ? json(n) : null);
    return { between: [end(domain.low), end(domain.high)] };
  }
  if (domain.kind !== "finite") return null;
  const [only, second] = domain.values;
  return only !== undefined && second === undefined ? json(only) : { oneOf: domain.values.map(json) };
}

/** The path of a field of a list's element: `列表[2].字段`, or of an element itself. */
const ELEMENT = /^(.*)\[(\d+)\](?:\.(.*))?$/;

export function withFact(input: FactsInput, path: string, given: JsonValue): FactsInput {
  const found = ELEMENT.exec(path);
  if (found === null) return replaced(input, path, () => given);
  const [, list = "", position = "", field] = found;
  const at = Number(position) - 1;
  const element = (old: unknown): unknown =>
    field === undefined || !isEntries(old) ? given : replaced(old, field, () => given);
  return replaced(input, list, (items) =>
    Array.isArray(items) ? items.map((x: unknown, i) => (i === at ? element(x) : x)) : items,
  );
}

type Entries = { readonly [key: string]: unknown };
const isEntries = (x: unknown): x is Entries => typeof x === "object" && x !== null && !Array.isArray(x);

/** The same entries with one of them made anew, however its name was written. */
function replaced(entries: Entries, name: string, make: (old: unknown) => unknown): Entries {
  const all = Object.entries(entries);
  const others = all.filter(([key]) => normal(key) !== name);
  const old = all.find(([key]) => normal(key) === name);
  return { ...Object.fromEntries(others), [name]: make(old?.[1]) };
}
