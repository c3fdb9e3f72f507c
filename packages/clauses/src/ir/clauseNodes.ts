/** Clauses as nodes: which apply, what they define, where they contradict one another. */
import type { Expr } from "../feel/ast.ts";
import type { Type } from "../feel/types.ts";
import type { Clause, FactDecl, ForEach } from "../terms/model.ts";
import { definedNames, type Resolved } from "../terms/resolve.ts";
import { elementsOf, listNode } from "./elements.ts";
import { bind, type Env } from "./env.ts";
import { Graph } from "./graph.ts";
import type { Node } from "./node.ts";
import { factNodes, type ListLengths, type Slot } from "./slots.ts";
import { type DeclOf, translateTable } from "./table.ts";
import { translate } from "./translate.ts";
import { OTHER, TEXT } from "./value.ts";

export interface ClauseNodes {
  readonly graph: Graph;
  readonly env: Env;
  readonly slots: readonly Slot[];
  /** Guard and bases hold, and no exception stands in its place. Null where a guard cannot be computed. */
  readonly active: (clause: Clause) => Node;
  /** The value of each name that a clause defines. */
  readonly defined: (clause: Clause) => ReadonlyMap<string, Node>;
  readonly names: ReadonlyMap<string, Node>;
  readonly declOf: DeclOf;
  readonly expr: (expr: Expr) => Node;
}

export function clauseNodes(resolved: Resolved, lengths: ListLengths): ClauseNodes {
  const builder = new Builder(resolved, lengths);
  for (const name of resolved.order) builder.defineName(name);
  return builder.finish();
}

class Builder {
  readonly graph = new Graph();
  private readonly resolved: Resolved;
  private readonly slots: readonly Slot[];
  private readonly facts: ReadonlyMap<string, Node>;
  private readonly names = new Map<string, Node>();
  private readonly env: Env;
  private readonly holding = new Map<Clause, Node>();
  private readonly values = new Map<string, Node>();

  constructor(resolved: Resolved, lengths: ListLengths) {
    this.resolved = resolved;
    const { slots, byName } = factNodes(resolved.doc.facts, lengths, this.graph);
    this.slots = slots;
    this.facts = byName;
    const types: ReadonlyMap<Expr, Type> = resolved.exprTypes;
    this.env = { graph: this.graph, types, lookup: (name) => this.lookup(name), translate };
  }

  private lookup(name: string): Node | undefined {
    const known = this.facts.get(name) ?? this.names.get(name);
    if (known !== undefined) return known;
    return this.resolved.members.has(name) ? this.graph.constant(name, TEXT) : undefined;
  }

  /** The value of the definer that applies, the first in the document where several do. */
  defineName(name: string): void {
    const definers = this.resolved.definers.get(name) ?? [];
    const value = definers.reduceRight((rest, c) => {
      const own = this.definedValue(c, name);
      return this.graph.choose(this.graph.isTrue(this.active(c)), own, rest);
    }, this.graph.nothing);
    this.names.set(name, value);
  }

  readonly defined = (c: Clause): ReadonlyMap<string, Node> =>
    new Map(definedNames(c).map((name) => [name, this.definedValue(c, name)]));

  private definedValue(c: Clause, name: string): Node {
    const key = `${c.id}\u0000${name}`;
    const found = this.values.get(key);
    if (found !== undefined) return found;
    const value = c.forEach === null ? this.output(c, name, this.env) : this.each(c, name, c.forEach);
    this.values.set(key, value);
    return value;
  }

  private output(c: Clause, name: string, env: Env): Node {
    const e = c.effect;
    if (e.kind === "define") {
      const entry = e.entries.find((d) => d.name === name);
      return entry === undefined ? this.graph.nothing : translate(entry.value.expr, env);
    }
    if (e.kind !== "table") return this.graph.nothing;
    return translateTable(e, this.declOf, env)[e.names.indexOf(name)] ?? this.graph.nothing;
  }

  /** A list of values; a list that cannot be opened gives a value of which nothing is known. */
  private each(c: Clause, name: string, { name: variable, source }: ForEach): Node {
    const elements = elementsOf(source.expr, this.env);
    const g = this.graph;
    if (elements === null)
      return g.foreign(unknownList(c.id, name), [translate(source.expr, this.env)], OTHER);
    const outputs = elements.map(({ present, value }) => ({
      present,
      value: this.output(c, name, bind(this.env, new Map([[variable, value]]))),
    }));
    return listNode(outputs, this.env);
  }

  /** Guard and bases hold, exceptions aside. */
  private holds(c: Clause): Node {
    const found = this.holding.get(c);
    if (found !== undefined) return found;
    const base = c.insteadOf === null ? undefined : this.resolved.clauses.get(c.insteadOf);
    const own = c.when === null ? this.graph.yes : translate(c.when.expr, this.env);
    const node = this.graph.and(own, base === undefined ? this.graph.yes : this.holds(base));
    this.holding.set(c, node);
    return node;
  }

  readonly active = (c: Clause): Node => {
    const exceptions = this.resolved.exceptions.get(c.id) ?? [];
    const replaced = this.graph.or(...exceptions.map((e) => this.holds(e)));
    return this.graph.and(this.holds(c), this.graph.not(replaced));
  };

  readonly declOf = (node: Node): FactDecl | null =>
    node.data.op === "fact" ? (this.slots[node.data.index]?.decl ?? null) : null;

  finish(): ClauseNodes {
    const { graph, env, slots, active, defined, names, declOf } = this;
    return { graph, env, slots, active, defined, names, declOf, expr: (e) => translate(e, env) };
  }
}

/** The value of a `for each` over a list whose elements are not known: anything. */
const unknownList = (
  clause: string,
  name: string,
): { key: string; run: () => null; trend: readonly [0]; changes: null } => ({
  key: `for each\u0001${clause}\u0001${name}`,
  run: () => null,
  trend: [0],
  changes: null,
});
