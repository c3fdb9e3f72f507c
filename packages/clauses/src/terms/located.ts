/** YAML as a plain tree that remembers its lines, read within stated limits. */
import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  Scalar,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import { LIMITS, tooMuch } from "./prescan.ts";
import type { Report } from "./report.ts";
import { readSimpleYaml } from "./simpleYaml.ts";
import { sayErrors } from "./yamlErrors.ts";

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

/** Reads YAML 1.2 text. Reports what it cannot read, one error a line; null where no tree can be made of it. */
export function readYaml(text: string, report: Report): Located | null {
  if (text.length > LIMITS.characters) {
    report(
      { line: 1, column: 1 },
      "the document is longer than a million characters",
      "split it or shorten it",
      ["文件超过一百万字", "请拆分或缩短"],
    );
    return null;
  }
  return readSimpleYaml(text) ?? readAnyYaml(text, report);
}

/** The same of any YAML, by the library, which also says what is wrong. */
export function readAnyYaml(text: string, report: Report): Located | null {
  const place = tooMuch(text);
  if (place !== null) return refuse(place, report);
  const counter = new LineCounter();
  try {
    // Keys are compared by the walker: the library compares each with every other.
    const doc = parseDocument(text, {
      lineCounter: counter,
      uniqueKeys: false,
      prettyErrors: false,
      version: "1.2",
    });
    sayErrors([...doc.errors, ...doc.warnings], counter, report);
    if (doc.errors.length > 0) return null;
    return new Walker(counter, report).walk(doc.contents, 0);
  } catch (e) {
    if (e instanceof TooBig || e instanceof RangeError) return refuse({ line: 1, column: 1 }, report);
    throw e;
  }
}

function refuse(at: Place, report: Report): null {
  report(
    at,
    `the document nests deeper than ${LIMITS.depth} levels or expands to more than ${LIMITS.nodes} values`,
    "write it flat, without aliases that repeat one another",
    [`文件嵌套超过 ${LIMITS.depth} 层或展开后超过 ${LIMITS.nodes} 个值`, "请平铺书写，不要反复引用别名"],
  );
  return null;
}

class Walker {
  private nodes = 0;
  private readonly counter: LineCounter;
  private readonly report: Report;
  /** The last node of each anchor so far, and those being walked through. */
  private readonly anchors = new Map<string, Node>();
  private readonly open = new Set<Node>();

  constructor(counter: LineCounter, report: Report) {
    this.counter = counter;
    this.report = report;
  }

  walk(node: unknown, depth: number): Located {
    this.nodes++;
    if (this.nodes > LIMITS.nodes || depth > LIMITS.depth) throw new TooBig();
    const at = this.place(node);
    if (isAlias(node)) return this.alias(node.source, at, depth);
    if (isNode(node) && "anchor" in node && node.anchor !== undefined) this.anchors.set(node.anchor, node);
    if (isScalar(node)) return scalar(node, at);
    if (!isMap(node) && !isSeq(node)) return nothing(at);
    this.open.add(node);
    const made = isMap(node) ? this.map(node, at, depth) : this.seq(node, at, depth);
    this.open.delete(node);
    return made;
  }

  private alias(name: string, at: Place, depth: number): Located {
    const target = this.anchors.get(name);
    if (target === undefined)
      this.report(at, `alias *${name} has no anchor &${name} before it`, "write the value itself", [
        `别名 *${name} 之前没有锚点 &${name}`,
        "请直接写出该值",
      ]);
    else if (this.open.has(target))
      this.report(at, `alias *${name} holds itself`, "write the value itself", [
        `别名 *${name} 包含它自己`,
        "请直接写出该值",
      ]);
    else return { ...this.walk(target, depth + 1), ...at };
    return nothing(at);
  }

  private map(node: YAMLMap, at: Place, depth: number): LocatedMap {
    const seen = new Map<string, Place>();
    const entries = node.items.map((pair) => {
      const keyAt = this.place(pair.key);
      const key = this.key(pair.key, keyAt, depth);
      const first = seen.get(key);
      if (first === undefined) seen.set(key, keyAt);
      else
        this.report(keyAt, `key \`${key}\` is already on line ${first.line}`, "write it once", [
          `键 \`${key}\` 已在第 ${first.line} 行出现`,
          "每个键只写一次",
        ]);
      return {
        key,
        at: keyAt,
        value: pair.value === null ? nothing(keyAt) : this.walk(pair.value, depth + 1),
      };
    });
    return { kind: "map", entries, ...at };
  }

  private key(node: unknown, at: Place, depth: number): string {
    const key = this.walk(node, depth + 1);
    if (key.kind === "scalar") return key.text;
    this.report(at, "a key is not a text", "write a name before the colon", [
      "键不是文字",
      "请在冒号前写名称",
    ]);
    return "";
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
