/** YAML as a plain tree that remembers its lines, read within stated limits. */
import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  Scalar,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import type { Report } from "./report.ts";

/** Past these a document is refused: nobody signs such a promise. */
export const LIMITS = { bytes: 2_000_000, depth: 40, nodes: 100_000 } as const;

export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface LocatedScalar extends Place {
  readonly kind: "scalar";
  /** The text as FEEL reads it: quotes and folding undone, numbers and booleans as written. */
  readonly text: string;
  /** What YAML takes it for. */
  readonly is: "string" | "number" | "boolean" | "null";
  /** A block scalar keeps its line breaks, so that a line inside it can be named. */
  readonly block: boolean;
  readonly quoted: boolean;
}

export interface LocatedSeq extends Place {
  readonly kind: "seq";
  readonly items: readonly Located[];
}

export interface LocatedEntry {
  readonly key: string;
  readonly at: Place;
  readonly value: Located;
}

export interface LocatedMap extends Place {
  readonly kind: "map";
  readonly entries: readonly LocatedEntry[];
}

export type Located = LocatedScalar | LocatedSeq | LocatedMap;

class TooBig extends Error {}

/** Reads YAML 1.2 text. Reports every syntax error; null where no tree can be made of it. */
export function readYaml(text: string, report: Report): Located | null {
  if (text.length > LIMITS.bytes) {
    report(
      { line: 1, column: 1 },
      "the document is larger than 2 MB",
      "split it into editions or shorten it",
      ["文件超过 2 MB", "请拆分或缩短"],
    );
    return null;
  }
  if (tooDeep(text)) return refuseDepth(report);
  const counter = new LineCounter();
  try {
    const doc = parseDocument(text, {
      lineCounter: counter,
      uniqueKeys: true,
      prettyErrors: false,
      version: "1.2",
    });
    for (const e of [...doc.errors, ...doc.warnings]) {
      const at = counter.linePos(e.pos[0]);
      const what = e.message.replace(/\s+/g, " ").replace(/[;:.]$/, "");
      report({ line: at.line, column: at.col }, `unreadable YAML: ${what}`, "correct the YAML here", [
        `YAML 无法读取：${what}`,
        "请更正此处的 YAML",
      ]);
    }
    if (doc.errors.length > 0 || doc.contents === null) return null;
    // Resolving goes through the whole document: once an alias, however often it is expanded.
    const targets = new Map<Node, Node | null>();
    const target = (node: Node): Node | null => {
      if (!isAlias(node)) return node;
      const found = targets.get(node) ?? node.resolve(doc) ?? null;
      targets.set(node, found);
      return found;
    };
    return new Walker(counter, target).walk(doc.contents, 0);
  } catch (e) {
    if (e instanceof TooBig || e instanceof RangeError) return refuseDepth(report);
    throw e;
  }
}

function refuseDepth(report: Report): null {
  report(
    { line: 1, column: 1 },
    `the document nests deeper than ${LIMITS.depth} levels or expands to more than ${LIMITS.nodes} values`,
    "write it flat, without aliases that repeat one another",
    [`文件嵌套超过 ${LIMITS.depth} 层或展开后超过 ${LIMITS.nodes} 个值`, "请平铺书写，不要反复引用别名"],
  );
  return null;
}

/** A cheap look before parsing: brackets opened and not closed. Quotes are not honoured, so the limit is lax. */
function tooDeep(text: string): boolean {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === 0x5b || c === 0x7b) depth++;
    else if ((c === 0x5d || c === 0x7d) && depth > 0) depth--;
    if (depth > 400) return true;
  }
  return /^[ ]{400}|^(- ){200}|^(\? ){200}/m.test(text);
}

class Walker {
  private nodes = 0;
  private readonly counter: LineCounter;
  private readonly resolve: (node: Node) => Node | null;

  constructor(counter: LineCounter, resolve: (node: Node) => Node | null) {
    this.counter = counter;
    this.resolve = resolve;
  }

  walk(node: unknown, depth: number): Located {
    this.nodes++;
    if (this.nodes > LIMITS.nodes || depth > LIMITS.depth) throw new TooBig();
    const at = this.place(node);
    if (isAlias(node)) {
      const target = this.resolve(node);
      return target === null ? nothing(at) : { ...this.walk(target, depth + 1), ...at };
    }
    if (isMap(node)) return this.map(node, at, depth);
    if (isSeq(node)) return this.seq(node, at, depth);
    if (isScalar(node)) return scalar(node, at);
    return nothing(at);
  }

  private map(node: YAMLMap, at: Place, depth: number): LocatedMap {
    const entries = node.items.map((pair) => {
      const key = pair.key;
      const keyAt = this.place(key);
      const value = pair.value === null ? nothing(keyAt) : this.walk(pair.value, depth + 1);
      return { key: isScalar(key) ? scalar(key, keyAt).text : String(key), at: keyAt, value };
    });
    return { kind: "map", entries, ...at };
  }

  private seq(node: YAMLSeq, at: Place, depth: number): LocatedSeq {
    return { kind: "seq", items: node.items.map((item) => this.walk(item, depth + 1)), ...at };
  }

  private place(node: unknown): Place {
    const range = isAlias(node) || isMap(node) || isSeq(node) || isScalar(node) ? node.range : null;
    const at = this.counter.linePos(range?.[0] ?? 0);
    return { line: at.line, column: at.col };
  }
}

const nothing = (at: Place): LocatedScalar => ({
  kind: "scalar",
  text: "",
  is: "null",
  block: false,
  quoted: false,
  ...at,
});

function scalar(node: Scalar, at: Place): LocatedScalar {
  const block = node.type === Scalar.BLOCK_LITERAL || node.type === Scalar.BLOCK_FOLDED;
  const quoted = node.type === Scalar.QUOTE_DOUBLE || node.type === Scalar.QUOTE_SINGLE;
  const v = node.value;
  const common = { kind: "scalar" as const, block, quoted, ...at };
  if (typeof v === "string") return { ...common, text: v, is: "string" };
  const text = node.source ?? String(v);
  if (typeof v === "number" || typeof v === "bigint") return { ...common, text, is: "number" };
  if (typeof v === "boolean") return { ...common, text: String(v), is: "boolean" };
  return { ...common, text: v === null ? "" : text, is: v === null ? "null" : "string" };
}
