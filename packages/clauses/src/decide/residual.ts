/** What is left of a node in a region, as a text: equal texts mean that the node is the same function there. */
import { Num } from "../feel/value.ts";
import type { Node, Val } from "../ir/node.ts";
import { isOne, mayBeNull } from "./abs.ts";
import { relevant } from "./atoms.ts";
import type { Region } from "./region.ts";

/** Numbers residuals, so that large ones are compared by a number. Shared by all that is compared. */
export class Residuals {
  private readonly ids = new Map<string, number>();

  of(nodes: readonly Node[], region: Region): string {
    const memo = new Map<number, string>();
    return nodes.map((n) => this.one(n, region, memo)).join("|");
  }

  private one(node: Node, region: Region, memo: Map<number, string>): string {
    const found = memo.get(node.id);
    if (found !== undefined) return found;
    const text = this.compute(node, region, memo);
    memo.set(node.id, text);
    return text;
  }

  private compute(node: Node, region: Region, memo: Map<number, string>): string {
    const abs = region.abs(node);
    if (isOne(abs)) return constant(abs.value, node);
    const { op } = node.data;
    if (op === "fact") return `f${node.id}`;
    const children = relevant(node, region);
    const [only] = children;
    // A branch that is certain, a value that is not null, the larger of two: the node is that child.
    if (
      children.length === 1 &&
      only !== undefined &&
      (op === "if" || op === "or else" || op === "max" || op === "min")
    )
      return this.one(only, region, memo);
    if (op === "is true" && only !== undefined && !mayBeNull(region.abs(only)))
      return this.one(only, region, memo);
    let parts = children.map((c) => this.one(c, region, memo));
    if (op === "and" || op === "or") {
      const neutral = op === "and" ? "true" : "false";
      parts = [...new Set(parts)].filter((p) => p !== neutral).sort();
      if (parts.length === 1 && parts[0] !== undefined) return parts[0];
    }
    return this.id(`${op}${extra(node)}(${parts.join(",")})`);
  }

  private id(text: string): string {
    const known = this.ids.get(text);
    if (known !== undefined) return `#${known}`;
    this.ids.set(text, this.ids.size);
    return `#${this.ids.size - 1}`;
  }
}

function constant(value: Val, node: Node): string {
  if (value instanceof Num) return value.toString();
  if (typeof value === "string") return JSON.stringify(value);
  return value === null || typeof value === "boolean" ? String(value) : `n${node.id}`;
}

function extra(node: Node): string {
  switch (node.data.op) {
    case "round":
      return `${node.data.mode}${node.data.scale}`;
    case "foreign":
      return node.data.foreign.key;
    case "record":
      return node.data.names.join(",");
    default:
      return "";
  }
}
