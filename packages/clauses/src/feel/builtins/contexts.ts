/** Context functions (DMN 1.5 Table 81). */
import { context, type FeelContext, tagged, type Value } from "../value.ts";
import { any, list, of, onlyList, type Signature, signature, string } from "./signature.ts";

const isContext = (value: Value): value is FeelContext => tagged(value)?.kind === "context";

/** From a list of `{key, value}`; null where one lacks either, or a key stands twice. */
function fromEntries(entries: readonly Value[]): Value {
  const made = new Map<string, Value>();
  for (const entry of entries) {
    if (!isContext(entry)) return null;
    const [key, value] = [entry.entries.get("key"), entry.entries.get("value")];
    if (typeof key !== "string" || value === undefined || made.has(key)) return null;
    made.set(key, value);
  }
  return context(made);
}

const put = ({ entries }: FeelContext, key: string, value: Value): FeelContext =>
  context(new Map(entries).set(key, value));

/** Puts along a path of keys; null where the path is empty or leads through something that is no context. */
function putAlong(into: FeelContext, keys: readonly Value[], value: Value): FeelContext | null {
  const [key, ...rest] = keys;
  if (typeof key !== "string") return null;
  if (rest.length === 0) return put(into, key, value);
  const inner = into.entries.get(key);
  if (inner === undefined || !isContext(inner)) return null;
  const made = putAlong(inner, rest, value);
  return made === null ? null : put(into, key, made);
}

function merge(contexts: readonly Value[]): Value {
  const made = new Map<string, Value>();
  for (const one of contexts) {
    if (!isContext(one)) return null;
    for (const [key, value] of one.entries) made.set(key, value);
  }
  return context(made);
}

function entriesOf({ entries }: FeelContext): Value {
  return [...entries].map(([key, value]) =>
    context([
      ["key", key],
      ["value", value],
    ]),
  );
}

export const CONTEXT_FUNCTIONS: Readonly<Record<string, readonly Signature[]>> = {
  "get value": [signature([of("m", "context"), string("key")], ([m, key]) => m.entries.get(key) ?? null)],
  "get entries": [signature([of("m", "context")], ([m]) => entriesOf(m))],
  context: [signature([list("entries")], ([entries]) => fromEntries(entries))],
  "context put": [
    signature([of("context", "context"), string("key"), any("value")], ([into, key, value]) =>
      put(into, key, value),
    ),
    signature([of("context", "context"), onlyList("keys"), any("value")], ([into, keys, value]) =>
      putAlong(into, keys, value),
    ),
  ],
  "context merge": [signature([list("contexts")], ([contexts]) => merge(contexts))],
};
