/** Comparisons of two nodes. */
import type { Compare } from "../feel/ast.ts";
import type { Env } from "./env.ts";
import type { Node } from "./node.ts";

/** Null where the two cannot be compared as they are. */
export function comparison(op: Compare["op"], a: Node, b: Node, env: Env): Node | null {
  const g = env.graph;
  const isNull = (n: Node): boolean => n.data.op === "const" && n.data.value === null;
  if ((op === "=" || op === "!=") && (isNull(a) || isNull(b))) {
    const same = isNull(a) && isNull(b) ? g.yes : g.isNull(isNull(a) ? b : a);
    return op === "=" ? same : g.not(same);
  }
  if (a.sort !== b.sort || a.unit !== b.unit || a.sort === "other") return null;
  switch (op) {
    case "=":
      return g.equal(a, b);
    case "!=":
      return g.not(g.equal(a, b));
    case "<":
      return a.sort === "ordered" ? g.compare("lt", a, b) : null;
    case "<=":
      return a.sort === "ordered" ? g.compare("le", a, b) : null;
    case ">":
      return a.sort === "ordered" ? g.compare("lt", b, a) : null;
    case ">=":
      return a.sort === "ordered" ? g.compare("le", b, a) : null;
  }
}
