/** What the columns of a table can hold, from the declaration of the fact or from the sort of the value. */
import type { UnaryTests } from "../feel/ast.ts";
import { children } from "../feel/index.ts";
import { Num, num } from "../feel/value.ts";
import type { FactDecl } from "../terms/model.ts";
import { testExprs } from "../terms/resolve.ts";
import { OTHER_TEXT } from "./cells.ts";
import type { Node } from "./node.ts";
import { compare } from "./order.ts";
import type { Column, Interval } from "./pieces.ts";
import { fromFeel } from "./value.ts";

const FAR = num("Infinity");

/** The inputs of a column; null where its values are neither ordered nor to be listed. */
export function columnOf(input: Node, decl: FactDecl | null, cells: readonly UnaryTests[]): Column | null {
  const optional = decl?.optional === true;
  const finite = (members: readonly string[]): Column => ({ kind: "finite", members, optional });
  if (input.sort === "boolean") return finite(["true", "false"]);
  const members = decl?.type.kind === "one of" ? decl.type.members : null;
  if (input.sort === "text")
    return finite(members === null ? [...textsOf(cells), OTHER_TEXT] : members.map(String));
  if (input.sort !== "ordered") return null;
  const only = members?.filter((m): m is Num => m instanceof Num).sort(compare) ?? null;
  return {
    kind: "ordered",
    range: rangeOf(decl),
    step: stepOf(input, decl),
    origin: originOf(decl),
    only,
    optional,
  };
}

function rangeOf(decl: FactDecl | null): Interval {
  const low = decl === null ? null : fromFeel(decl.min);
  const high = decl === null ? null : fromFeel(decl.max);
  return {
    low: low instanceof Num ? low : FAR.neg(),
    lowIn: low instanceof Num,
    high: high instanceof Num ? high : FAR,
    highIn: high instanceof Num,
  };
}

/** The grid of a fact with its own step begins at its least value. */
function originOf(decl: FactDecl | null): Num {
  const min = decl === null || decl.step === null ? null : fromFeel(decl.min);
  return min instanceof Num ? min : num(0);
}

/** The step of a column: a fact's grid; dense where it is not known. */
function stepOf(input: Node, decl: FactDecl | null): Num | null {
  const step = decl === null ? null : fromFeel(decl.step);
  if (step instanceof Num) return input.unit === "date" ? Num.max(1, step.div(86_400).floor()) : step;
  if (decl?.type.kind === "money") return num("0.01");
  if (input.unit === "date" || input.unit === "date and time" || input.unit === "years and months duration")
    return num(1);
  return decl === null ? null : num("0.000001");
}

/** Every text that the cells of a column name. */
function textsOf(cells: readonly UnaryTests[]): ReadonlySet<string> {
  const found = new Set<string>();
  const open = cells.flatMap(testExprs);
  for (let expr = open.pop(); expr !== undefined; expr = open.pop()) {
    if (expr.kind === "literal" && typeof expr.value === "string") found.add(expr.value);
    if (expr.kind === "name" && expr.name !== "?") found.add(expr.name);
    open.push(...children(expr));
  }
  return found;
}
