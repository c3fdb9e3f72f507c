/** Which of two numbers is the smaller in a box: by their ends and, where they share facts, by their difference. */
import type { Node } from "../../ir/node.ts";
import { beyond, powerOfTen } from "../exact/frame.ts";
import type { Scales } from "../exact/scales.ts";
import type { Cell } from "./board.ts";
import { Form, type FormSource, include } from "./forms.ts";
import { type Order, scaled } from "./numbers.ts";

/** Compares two judged numbers of one unit. */
export function orderOf(
  a: Node,
  b: Node,
  x: Cell,
  y: Cell,
  { scales, forms }: { readonly scales: Scales; readonly forms: FormSource },
): Order {
  const [own, other] = [scales.of(a), scales.of(b)];
  if (own === null || other === null) return beyond();
  const scale = Math.max(own, other);
  const [f, g] = [powerOfTen(scale - own), powerOfTen(scale - other)];
  return (strict) => {
    const low = scaled(x.lo, f);
    const high = scaled(x.hi, f);
    const least = scaled(y.lo, g);
    const most = scaled(y.hi, g);
    if (strict ? high < least : high <= least) return true;
    if (strict ? low >= most : low > most) return false;
    if (((x.up & y.up) | (x.down & y.down)) === 0) return null;
    const form = difference(a, b, scales, forms);
    if (form === null) return null;
    const over = form.end(true, forms.free);
    if (strict ? over < 0 : over <= 0) return true;
    const under = form.end(false, forms.free);
    return (strict ? under >= 0 : under > 0) ? false : null;
  };
}

/** a − b as a form, in units of the finer of the two. */
export function difference(a: Node, b: Node, scales: Scales, forms: FormSource): Form | null {
  const [own, other] = [scales.of(a), scales.of(b)];
  if (own === null || other === null) return null;
  const scale = Math.max(own, other);
  const form = new Form(forms.free.length);
  const isSum =
    include(form, a, powerOfTen(scale - own), forms) && include(form, b, -powerOfTen(scale - other), forms);
  return isSum ? form : null;
}
