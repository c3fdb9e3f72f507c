/**
 * Boxed filters and iterators. They differ from those of plain FEEL in one thing: a condition that gives
 * anything but true, false or null makes the whole null.
 */
import type { Expr } from "../feel/ast.ts";
import { isList, type Value } from "../feel/value.ts";
import { lambda, NOWHERE, NULL, name, native } from "./native.ts";

/** `for variable in source return body` */
export const loop = (variable: string, source: Expr, body: Expr): Expr => ({
  kind: "for",
  iterators: [{ name: variable, source, until: null, ...NOWHERE }],
  body,
  ...NOWHERE,
});

const isCondition = (value: Value): boolean => value === null || typeof value === "boolean";

/** `some` or `every` over the list of the condition's values, which `conditions` gives. */
export const strictQuantified = (kind: "some" | "every", conditions: Expr): Expr =>
  native(
    ([values]) => {
      if (values === undefined || !isList(values) || !values.every(isCondition)) return null;
      const decisive = kind === "some";
      if (values.includes(decisive)) return decisive;
      return values.includes(null) ? null : !decisive;
    },
    [conditions],
  );

/** No name can be this one. */
const SOURCE = "\u0000source";

/** The items where the condition is true. It is looked at twice: first whether it is a condition at all. */
export function strictFilter(source: Expr, condition: Expr): Expr {
  const filter = (by: Expr): Expr => ({ kind: "filter", list: name(SOURCE), condition: by, ...NOWHERE });
  const others = filter(native(([value]) => !isCondition(value ?? null), [condition]));
  const none = native(
    ([found]) => found !== undefined && found !== null && isList(found) && found.length === 0,
    [others],
  );
  const whole: Expr = {
    kind: "if",
    condition: none,
    consequent: filter(condition),
    alternative: NULL,
    ...NOWHERE,
  };
  return { kind: "call", callee: lambda([SOURCE], whole), args: [source], named: [], ...NOWHERE };
}
