/** The facts of one decision, lists opened: each scalar fact or list field is a slot of its own. */

import { typeOfFact } from "../terms/factTypes.ts";
import type { FactDecl } from "../terms/model.ts";
import type { Graph } from "./graph.ts";
import type { Node } from "./node.ts";
import { shapeOf } from "./value.ts";

export interface Slot {
  /** `医疗总费用`, `列表[2]` or `列表[2].字段` (from 1). */
  readonly path: string;
  readonly decl: FactDecl;
  readonly node: Node;
}

/** The lengths of the lists that are known; a list that is not here is unknown as a whole. */
export type ListLengths = ReadonlyMap<string, number>;

export interface FactNodes {
  readonly slots: readonly Slot[];
  readonly byName: ReadonlyMap<string, Node>;
}

/** Makes a node for every fact. An unknown list is one slot that nothing can look into. */
export function factNodes(
  facts: ReadonlyMap<string, FactDecl>,
  lengths: ListLengths,
  graph: Graph,
): FactNodes {
  const slots: Slot[] = [];
  const slot = (path: string, decl: FactDecl): Node => {
    const node = graph.fact(slots.length, shapeOf(typeOfFact(decl.type)), decl.optional);
    slots.push({ path, decl, node });
    return node;
  };
  const byName = new Map<string, Node>();
  for (const [name, decl] of facts) {
    const length = lengths.get(name);
    const { type } = decl;
    if (length === undefined || (type.kind !== "list" && type.kind !== "records"))
      byName.set(name, slot(name, decl));
    else {
      const items = Array.from({ length }, (_, i) => {
        const path = `${name}[${i + 1}]`;
        if (type.kind === "list") return slot(path, type.of);
        const fields = [...type.fields].map(([f, d]) => [f, slot(`${path}.${f}`, d)] as const);
        return graph.record(
          fields.map(([f]) => f),
          fields.map(([, n]) => n),
        );
      });
      byName.set(name, graph.list(items));
    }
  }
  return { slots, byName };
}
