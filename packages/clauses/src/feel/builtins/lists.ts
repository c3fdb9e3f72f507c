/** List functions (DMN 1.5 Tables 75 and 80). */
import { compare, equal } from "../compare.ts";
import { checkItems, spend } from "../limits.ts";
import { type FeelFunction, isNumber, type Num, num, type Value } from "../value.ts";
import { counted } from "./numbers.ts";
import {
  any,
  type Context,
  list,
  number,
  of,
  onlyList,
  optional,
  type Signature,
  signature,
  variadic,
} from "./signature.ts";

type Items = readonly Value[];

/** An index from a position counted from 1, or from the end with -1; null where the list has none such. */
function indexAt(items: Items, position: Num): number | null {
  const at = counted(position);
  if (at === null || at === 0 || Math.abs(at) > items.length) return null;
  return at > 0 ? at - 1 : items.length + at;
}

function sublist(items: Items, start: Num, length: Num | null): Value {
  const at = indexAt(items, start);
  if (at === null) return null;
  const count = length === null ? items.length - at : counted(length);
  if (count === null || count < 0 || (length !== null && count < 1) || at + count > items.length) return null;
  return items.slice(at, at + count);
}

function joined(parts: readonly Items[], { meter }: Context): Items {
  const size = parts.reduce((sum, part) => sum + part.length, 0);
  checkItems(size);
  spend(meter, size);
  return parts.flat();
}

/** What tells simple values apart at once; null for values that have to be compared one with another. */
function keyOf(value: Value): string | null {
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "string") return `"${value}`;
  if (isNumber(value)) return value.toFixed();
  return null;
}

/** Each value once, where it first stands. */
function distinct(items: Items, { meter }: Context): Items {
  const seen = new Set<string>();
  const kept: Value[] = [];
  const compound: Value[] = [];
  for (const item of items) {
    const key = keyOf(item);
    spend(meter, key === null ? compound.length + 1 : 1);
    if (key === null) {
      if (compound.some((other) => equal(other, item, meter) === true)) continue;
      compound.push(item);
    } else {
      if (seen.has(key)) continue;
      seen.add(key);
    }
    kept.push(item);
  }
  return kept;
}

/** Without recursion: lists may be nested deeply. */
function flatten(items: Items, { meter }: Context): Items {
  const flat: Value[] = [];
  const open: { readonly items: Items; at: number }[] = [{ items, at: 0 }];
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    spend(meter, 1);
    const item = top.items[top.at];
    top.at++;
    if (item === undefined) open.pop();
    else if (Array.isArray(item)) open.push({ items: item as Items, at: 0 });
    else flat.push(item);
  }
  return flat;
}

/** Ordered by `precedes`, or upwards where none is given; null where some pair has no order. */
function sort(items: Items, precedes: FeelFunction | null, { meter }: Context): Value {
  if (precedes !== null && precedes.parameters.length !== 2) return null;
  let failed = false;
  const before = (a: Value, b: Value): boolean => {
    spend(meter, 1);
    const order = precedes === null ? (compare(a, b) ?? null) : precedes.call([a, b], meter);
    if (typeof order === "number") return order < 0;
    if (typeof order !== "boolean") failed = true;
    return order === true;
  };
  const sorted = [...items].sort((a, b) => (before(a, b) ? -1 : before(b, a) ? 1 : 0));
  return failed ? null : sorted;
}

function replaceAt(items: Items, position: Num, item: Value): Value {
  const at = indexAt(items, position);
  return at === null ? null : items.toSpliced(at, 1, item);
}

/** `match(item, newItem)` has to be true or false for every item. */
function replaceWhere(items: Items, match: FeelFunction, newItem: Value, { meter }: Context): Value {
  if (match.parameters.length !== 2) return null;
  const made: Value[] = [];
  for (const item of items) {
    const hit = match.call([item, newItem], meter);
    if (typeof hit !== "boolean") return null;
    made.push(hit ? newItem : item);
  }
  return made;
}

function insertBefore(items: Items, position: Num, item: Value): Value {
  const at = indexAt(items, position);
  return at === null ? null : items.toSpliced(at, 0, item);
}

function remove(items: Items, position: Num): Value {
  const at = indexAt(items, position);
  return at === null ? null : items.toSpliced(at, 1);
}

function positions(items: Items, match: Value, { meter }: Context): Value {
  spend(meter, items.length);
  return items.flatMap((item, i) => (equal(item, match, meter) === true ? [num(i + 1)] : []));
}

function contains(items: Items, element: Value, { meter }: Context): boolean {
  return items.some((item) => {
    spend(meter, 1);
    return equal(item, element, meter) === true;
  });
}

export const LIST_FUNCTIONS: Readonly<Record<string, readonly Signature[]>> = {
  "list contains": [
    signature([list("list"), any("element")], ([items, element], context) =>
      contains(items, element, context),
    ),
  ],
  count: [signature([list("list")], ([items]) => num(items.length))],
  sublist: [
    signature(
      [list("list"), number("start position"), optional(number("length"))],
      ([items, start, length]) => sublist(items, start, length),
    ),
  ],
  append: [
    variadic(list("list"), any("item"), (added, items, context) => joined([items ?? [], added], context)),
  ],
  concatenate: [variadic(null, list("list"), (lists, _, context) => joined(lists, context))],
  "insert before": [
    signature([list("list"), number("position"), any("newItem")], ([items, position, item]) =>
      insertBefore(items, position, item),
    ),
  ],
  remove: [signature([list("list"), number("position")], ([items, position]) => remove(items, position))],
  "list replace": [
    signature([list("list"), number("position"), any("newItem")], ([items, position, item]) =>
      replaceAt(items, position, item),
    ),
    signature([list("list"), of("match", "function"), any("newItem")], ([items, match, item], context) =>
      replaceWhere(items, match, item, context),
    ),
  ],
  reverse: [signature([list("list")], ([items]) => items.toReversed())],
  "index of": [
    signature([list("list"), any("match")], ([items, match], context) => positions(items, match, context)),
  ],
  union: [variadic(null, list("list"), (lists, _, context) => distinct(joined(lists, context), context))],
  "distinct values": [signature([list("list")], ([items], context) => distinct(items, context))],
  flatten: [signature([list("list")], ([items], context) => flatten(items, context))],
  sort: [
    signature([onlyList("list"), optional(of("precedes", "function"))], ([items, precedes], context) =>
      sort(items, precedes, context),
    ),
  ],
};
