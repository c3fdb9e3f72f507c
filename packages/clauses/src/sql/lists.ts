/** Lists inside a statement: which elements an expression ranges over, as nodes of one element. */
import type { Expr } from "../feel/ast.ts";
import { freeNames } from "../feel/index.ts";
import type { ClauseNodes } from "../ir/clauseNodes.ts";
import { bind, type Env } from "../ir/env.ts";
import type { Node } from "../ir/node.ts";
import type { Slot } from "../ir/slots.ts";
import { translateTable } from "../ir/table.ts";
import { shapeOf } from "../ir/value.ts";
import { typeOfFact } from "../terms/factTypes.ts";
import type { Clause, FactDecl } from "../terms/model.ts";
import type { Resolved } from "../terms/resolve.ts";
import { elementDecls, type ListColumns } from "./listFacts.ts";
import { DUE, DUE_KEY } from "./opened.ts";
import type { Places } from "./places.ts";

/** The elements of one list fact, each as facts of its own that stand beside the row's. */
export interface Elements {
  readonly kind: "elements";
  /** Null where the list has no column: unknown in every row. */
  readonly columns: ListColumns | null;
  /** The facts of one element, in the order of the columns' fields. */
  readonly facts: readonly ElementFact[];
  /** Whether the element is there; never null. */
  readonly present: Node;
  readonly value: Node;
  /** Whether the graph of a list of known length has these elements one by one too. */
  readonly opened: boolean;
}

export interface ElementFact {
  readonly index: number;
  readonly decl: FactDecl;
}

export type Listed =
  | Elements
  | { readonly kind: "choice"; readonly condition: Node; readonly then: Listed; readonly otherwise: Listed }
  /** FEEL's null in place of a list. */
  | { readonly kind: "none" };

interface Known {
  readonly resolved: Resolved;
  readonly nodes: ClauseNodes;
  readonly places: Places;
  readonly columns: ReadonlyMap<number, ListColumns>;
  readonly slots: readonly Slot[];
  /** The first index that no fact of the graph has. */
  readonly free: number;
}

export class Lists {
  private readonly with: Known;
  private readonly decls = new Map<number, FactDecl>();
  private next: number;

  constructor(known: Known) {
    this.with = known;
    this.next = known.free;
  }

  /** The declaration of a fact of an element. */
  declOf(index: number): FactDecl | null {
    return this.decls.get(index) ?? null;
  }

  /** The expression that a foreign node stands for, with what its names mean there. */
  expression(node: Node): { readonly expr: Expr; readonly env: Env } | null {
    if (node.data.op !== "foreign") return null;
    const { key } = node.data.foreign;
    const [names = "", own] = key.split("\u0001");
    if (names === "test" || names === "for each") return null;
    const expr = own === DUE_KEY ? DUE : this.with.places.expression(key)?.expr;
    if (expr === undefined) return null;
    const bound = boundNames(expr, names);
    const entries = node.args.flatMap((a, i) => (bound[i] === undefined ? [] : [[bound[i], a] as const]));
    return { expr, env: bind(this.with.nodes.env, new Map(entries)) };
  }

  /** Null where the elements cannot be told apart here. */
  ofNode(node: Node): Listed | null {
    const { data } = node;
    if (data.op === "const") return data.value === null ? { kind: "none" } : null;
    if (data.op === "fact") return this.ofFact(data.index);
    if (data.op === "if") return this.ofChoice(node);
    if (data.op !== "foreign") return null;
    const [word, id, name] = data.foreign.key.split("\u0001");
    if (word === "for each" && id !== undefined && name !== undefined) return this.ofForEach(id, name);
    const own = this.expression(node);
    const list = own === null ? null : this.of(own.expr, own.env);
    return mapped(list, (e) => ({ ...e, opened: e.opened && e.present === this.with.nodes.graph.yes }));
  }

  /** As the graph opens a list of known length. */
  of(expr: Expr, env: Env): Listed | null {
    switch (expr.kind) {
      case "name": {
        const node = env.lookup(expr.name);
        return node === undefined ? null : this.ofNode(node);
      }
      case "path": {
        const { name } = expr;
        return each(this.of(expr.object, env), ({ value }) => fieldOf(value, name));
      }
      case "for": {
        const [iterator, second] = expr.iterators;
        if (iterator === undefined || second !== undefined || iterator.until !== null) return null;
        if (freeNames(expr.body).has("partial")) return null;
        return each(this.of(iterator.source, env), ({ value }) =>
          env.translate(expr.body, bind(env, new Map([[iterator.name, value]]))),
        );
      }
      case "filter":
        return keep(
          this.of(expr.list, env),
          (value) => env.translate(expr.condition, within(value, env)),
          env,
        );
      default:
        return null;
    }
  }

  private ofChoice(node: Node): Listed | null {
    const [condition, a, b] = node.args;
    if (condition === undefined || a === undefined || b === undefined) return null;
    const [then, otherwise] = [this.ofNode(a), this.ofNode(b)];
    return then === null || otherwise === null ? null : { kind: "choice", condition, then, otherwise };
  }

  private ofForEach(id: string, name: string): Listed | null {
    const { resolved, nodes } = this.with;
    const clause = resolved.clauses.get(id);
    const { forEach } = clause ?? {};
    if (clause === undefined || forEach == null) return null;
    const source = this.of(forEach.source.expr, nodes.env);
    // Of a filtered list the engine itself computes no values.
    return each(source, ({ value, present }) =>
      present === nodes.graph.yes
        ? this.output(clause, name, bind(nodes.env, new Map([[forEach.name, value]])))
        : null,
    );
  }

  private output({ effect }: Clause, name: string, env: Env): Node | null {
    if (effect.kind === "define") {
      const entry = effect.entries.find((d) => d.name === name);
      return entry === undefined ? null : env.translate(entry.value.expr, env);
    }
    if (effect.kind !== "table") return null;
    const declOf = (node: Node): FactDecl | null =>
      this.with.nodes.declOf(node) ?? (node.data.op === "fact" ? this.declOf(node.data.index) : null);
    return translateTable(effect, declOf, env)[effect.names.indexOf(name)] ?? null;
  }

  private ofFact(index: number): Elements | null {
    const { slots, nodes, columns } = this.with;
    const { graph } = nodes;
    const list = slots[index]?.decl;
    if (list === undefined || (list.type.kind !== "list" && list.type.kind !== "records")) return null;
    const facts: ElementFact[] = [];
    const fields = elementDecls(list).map(([key, decl]) => {
      const own = this.next++;
      this.decls.set(own, decl);
      facts.push({ index: own, decl });
      return { key: key ?? "", node: graph.fact(own, shapeOf(typeOfFact(decl.type)), decl.optional) };
    });
    const value =
      list.type.kind === "list"
        ? fields[0]?.node
        : graph.record(
            fields.map((f) => f.key),
            fields.map((f) => f.node),
          );
    if (value === undefined || facts.length === 0) return null;
    return {
      kind: "elements",
      columns: columns.get(index) ?? null,
      facts,
      present: graph.yes,
      value,
      opened: true,
    };
  }
}

/** The names that the graph bound: all that are free, but for those of functions and of a filter's fields. */
function boundNames(expr: Expr, key: string): readonly string[] {
  const free = [...freeNames(expr)];
  return free.join("\u0000") === key ? free : key.split("\u0000");
}

function each(list: Listed | null, value: (e: Elements) => Node | null): Listed | null {
  return mapped(list, (e) => {
    const own = value(e);
    return own === null ? null : { ...e, value: own };
  });
}

/** A number selects by position, which is no list. */
function keep(list: Listed | null, condition: (value: Node) => Node, env: Env): Listed | null {
  const { graph } = env;
  return mapped(list, (e) => {
    const own = condition(e.value);
    return own.sort === "boolean" ? { ...e, present: graph.and(e.present, graph.isTrue(own)) } : null;
  });
}

export function mapped(list: Listed | null, f: (e: Elements) => Listed | null): Listed | null {
  if (list === null || list.kind === "none") return list;
  if (list.kind === "elements") return f(list);
  const [then, otherwise] = [mapped(list.then, f), mapped(list.otherwise, f)];
  return then === null || otherwise === null ? null : { ...list, then, otherwise };
}

/** What a filter's condition may read of an element. */
export function within(value: Node, env: Env): Env {
  const names = new Map([["item", value]]);
  const { data } = value;
  if (data.op === "record")
    data.names.forEach((name, i) => {
      const field = value.args[i];
      if (field !== undefined) names.set(name, field);
    });
  return bind(env, names);
}

export const fieldOf = (value: Node, name: string): Node | null =>
  value.data.op === "record" ? (value.args[value.data.names.indexOf(name)] ?? null) : null;
