/** One completion, decided exactly: every fact has one value, every node follows. */
import { apply } from "../ir/apply.ts";
import type { Node, Val } from "../ir/node.ts";

/** A value for every fact index of the graph. */
export type Completion = readonly Val[];

/** Stands for a list of which nothing is known: a completion may hold it, but nothing may read it. */
export const UNKNOWN_LIST: Val = Object.freeze({ kind: "context", entries: new Map<string, Val>() });

class Unreadable extends Error {}

/** Values of nodes in one completion, each computed once and only when asked for. */
export class Concrete {
  private readonly completion: Completion;
  private readonly memo: (Val | undefined)[] = [];

  constructor(completion: Completion) {
    this.completion = completion;
  }

  value(node: Node): Val {
    if (node.data.op === "const") return node.data.value;
    if (node.data.op === "fact") {
      const given = this.completion[node.data.index] ?? null;
      if (given === UNKNOWN_LIST) throw new Unreadable();
      return given;
    }
    const found = this.memo[node.id];
    if (found !== undefined) return found;
    const value = this.compute(node);
    this.memo[node.id] = value;
    return value;
  }

  /** The value, undefined where it hangs on a list of which nothing is known. */
  read(node: Node): Val | undefined {
    try {
      return this.value(node);
    } catch (e) {
      if (e instanceof Unreadable) return undefined;
      throw e;
    }
  }

  isTrue(node: Node): boolean {
    return this.read(node) === true;
  }

  private compute(node: Node): Val {
    switch (node.data.op) {
      case "if":
        return this.choose(node);
      case "or else": {
        const [a, b] = node.args;
        const value = a === undefined ? null : this.value(a);
        return value === null && b !== undefined ? this.value(b) : value;
      }
      case "and":
        return this.logic(node, false);
      case "or":
        return this.logic(node, true);
      default:
        return apply(
          node,
          node.args.map((a) => this.value(a)),
        );
    }
  }

  private choose(node: Node): Val {
    const [condition, then, otherwise] = node.args;
    const taken = condition !== undefined && this.value(condition) === true ? then : otherwise;
    return taken === undefined ? null : this.value(taken);
  }

  /** `decisive` ends it: false for `and`, true for `or`. */
  private logic(node: Node, decisive: boolean): Val {
    let result: Val = !decisive;
    for (const a of node.args) {
      const v = this.value(a);
      if (v === decisive) return decisive;
      if (v !== !decisive) result = null;
    }
    return result;
  }
}
