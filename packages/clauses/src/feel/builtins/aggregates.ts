/** Functions from many values to one: sums, extremes, statistics, all and any (DMN 1.5 Table 75). */
import { compare } from "../compare.ts";
import { spend } from "../limits.ts";
import { finite, isNumber, Num, type Value, ZERO } from "../value.ts";
import { any, type Context, onlyList, type Signature, signature, variadic } from "./signature.ts";

/** A function of a list, or of its items as arguments. */
const overList = (run: (items: readonly Value[]) => Value, name = "n"): readonly Signature[] => {
  const counted = (items: readonly Value[], { meter }: Context): Value => {
    spend(meter, items.length);
    return run(items);
  };
  return [
    signature([onlyList("list")], ([items], context) => counted(items, context)),
    variadic(null, any(name), (items, _, context) => counted(items, context)),
  ];
};

/** The same, of numbers only: null where one is not. */
const overNumbers = (run: (items: readonly Num[]) => Value): readonly Signature[] =>
  overList((items) => (items.every(isNumber) ? run(items) : null));

const total = (items: readonly Num[]): Num => items.reduce((a, b) => a.plus(b), ZERO);

function extreme(items: readonly Value[], wanted: 1 | -1): Value {
  let best: Value = items[0] ?? null;
  if (best === null || compare(best, best) === null) return null;
  for (const item of items.slice(1)) {
    const order = compare(item, best);
    if (order === null) return null;
    if (order * wanted > 0) best = item;
  }
  return best;
}

function median(items: readonly Num[]): Value {
  const sorted = [...items].sort((a, b) => a.comparedTo(b));
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  if (low === undefined || high === undefined) return null;
  return low === high ? low : finite(low.plus(high).dividedBy(2));
}

/** Of the sample: divided by one less than the number of items. */
function stddev(items: readonly Num[]): Value {
  if (items.length < 2) return null;
  const mean = total(items).dividedBy(items.length);
  const squares = items.map((item) => item.minus(mean)).map((d) => d.times(d));
  return finite(
    total(squares)
      .dividedBy(items.length - 1)
      .sqrt(),
  );
}

/** The most frequent numbers, smallest first. */
function mode(items: readonly Num[]): Value {
  const counts = new Map<string, { readonly item: Num; count: number }>();
  for (const item of items) {
    const key = item.toFixed();
    const seen = counts.get(key);
    if (seen === undefined) counts.set(key, { item, count: 1 });
    else seen.count++;
  }
  let most = 0;
  for (const { count } of counts.values()) most = Math.max(most, count);
  const found = [...counts.values()].filter(({ count }) => count === most).map(({ item }) => item);
  return found.sort((a, b) => a.comparedTo(b));
}

/** `decisive` where one item is, else its opposite where all are, else null. */
function ternary(items: readonly Value[], decisive: boolean): Value {
  if (items.includes(decisive)) return decisive;
  return items.every((item) => item === !decisive) ? !decisive : null;
}

/** `all(0)` and `all("x")` are null, however many true and false stand beside. */
const overBooleans = (decisive: boolean): readonly Signature[] =>
  overList((items) => {
    const wrong = items.some((item) => item !== null && typeof item !== "boolean");
    return wrong && !items.includes(decisive) ? null : ternary(items, decisive);
  }, "b");

export const AGGREGATES: Readonly<Record<string, readonly Signature[]>> = {
  min: overList((items) => extreme(items, -1), "c"),
  max: overList((items) => extreme(items, 1), "c"),
  sum: overNumbers((items) => (items.length === 0 ? null : finite(total(items)))),
  mean: overNumbers((items) => (items.length === 0 ? null : finite(total(items).dividedBy(items.length)))),
  product: overNumbers((items) =>
    items.length === 0 ? null : finite(items.reduce((a, b) => a.times(b), new Num(1))),
  ),
  median: overNumbers(median),
  stddev: overNumbers(stddev),
  mode: overNumbers(mode),
  all: overBooleans(false),
  any: overBooleans(true),
};
