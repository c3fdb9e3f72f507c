/** Which facts are below a node. */
import type { Node } from "../../ir/node.ts";

export class Reads {
  private readonly known: (ReadonlySet<number> | undefined)[] = [];

  of(node: Node): ReadonlySet<number> {
    const found = this.known[node.id];
    if (found !== undefined) return found;
    const set = new Set<number>();
    if (node.data.op === "fact") set.add(node.data.index);
    for (const a of node.args) for (const i of this.of(a)) set.add(i);
    this.known[node.id] = set;
    return set;
  }
}
