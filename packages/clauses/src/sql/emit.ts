/** Nodes of a decision graph as SQL values; equal nodes are one value, computed once a row. */
import { Num } from "../feel/value.ts";
import type { Node, PlainOp } from "../ir/node.ts";
import type { Cell } from "./cell.ts";
import { isOpen } from "./cell.ts";
import { extreme } from "./decimal.ts";
import type { Folds } from "./folds.ts";
import { emitForeign } from "./foreign.ts";
import type { Lists } from "./lists.ts";
import { equal, ifElse, logic, orElse } from "./logic.ts";
import { arithmetic, round } from "./numbers.ts";
import type { Places } from "./places.ts";
import type { Plan } from "./plan.ts";
import type { SqlProblem } from "./refused.ts";
import type { Sizes } from "./sizes.ts";
import { FALSE, NULL, numberLiteral, raw, type Sql, some, sql, TRUE, textLiteral } from "./text.ts";

const NO_COLUMN = "a list or a context has no column";
const NO_COLUMN_ZH = "列表或上下文没有对应的列";

export interface Emitting {
  readonly plan: Plan;
  readonly sizes: Sizes;
  readonly places: Places;
  /** A cell for each fact of the graph: the slots, then whether each flag is certain. */
  readonly fact: (index: number) => Cell;
  readonly lists: Lists;
  readonly folds: Folds;
  /** The graph's constant. */
  readonly yes: Node;
  /** Names of the document for the nodes that they stand for, so that the statement can be read. */
  readonly names: ReadonlyMap<Node, string>;
  /** Told of each node that SQL cannot compute; the row is then left open there. */
  readonly cannot: (problem: SqlProblem) => void;
}

/** What stands around the elements of a list. */
interface Around {
  readonly emitter: Emitter;
  /** The facts of an element. */
  readonly own: ReadonlySet<number>;
  readonly inside: Map<number, boolean>;
}

/** Whether a node hangs on a fact of the element. */
function reads(node: Node, around: Around): boolean {
  const known = around.inside.get(node.id);
  if (known !== undefined) return known;
  const own =
    (node.data.op === "fact" && around.own.has(node.data.index)) || node.args.some((a) => reads(a, around));
  around.inside.set(node.id, own);
  return own;
}

export class Emitter {
  readonly with: Emitting;
  private readonly cells = new Map<number, Cell>();
  private readonly uses = new Map<number, number>();
  private readonly around: Around | null;

  constructor(emitting: Emitting, roots: readonly Node[], around: Around | null = null) {
    this.with = emitting;
    this.around = around;
    const seen = new Set<number>();
    for (const root of roots) this.count(root, seen);
  }

  /** For the elements of a list, in their own plan: what reads no fact of an element stays outside. */
  inside(plan: Plan, cells: ReadonlyMap<number, Cell>, roots: readonly Node[], of: Node): Emitter {
    const fact = (index: number): Cell => cells.get(index) ?? this.with.fact(index);
    const cannot = (p: SqlProblem): void => this.with.cannot(this.with.places.within(of, p));
    const around = { emitter: this, own: new Set(cells.keys()), inside: new Map<number, boolean>() };
    return new Emitter({ ...this.with, plan, fact, names: new Map(), cannot }, roots, around);
  }

  /** A node's value where it is read more than once, or from inside a subquery. */
  private kept(node: Node): Cell {
    const { value, open } = this.cell(node);
    const { plan } = this.with;
    return { value: plan.atom(value), open: open === null ? null : plan.atom(open) };
  }

  /** How often each node is read, so that what is read once is written in its place. */
  private count(node: Node, seen: Set<number>): void {
    this.uses.set(node.id, (this.uses.get(node.id) ?? 0) + 1);
    if (seen.has(node.id)) return;
    seen.add(node.id);
    for (const a of node.args) this.count(a, seen);
  }

  cell(node: Node): Cell {
    const found = this.cells.get(node.id);
    if (found !== undefined) return found;
    const { around } = this;
    const cell =
      around === null || reads(node, around)
        ? this.named(node, this.compute(node))
        : around.emitter.kept(node);
    this.cells.set(node.id, cell);
    return cell;
  }

  private named(node: Node, cell: Cell): Cell {
    const name = this.with.names.get(node) ?? null;
    const often = (this.uses.get(node.id) ?? 0) > 1 || name !== null;
    if (!often || node.data.op === "const" || node.data.op === "fact") return cell;
    const keep = (x: Sql, own: string | null): Sql => (x.simple ? x : this.with.plan.define(x, own));
    return { value: keep(cell.value, name), open: cell.open === null ? null : keep(cell.open, null) };
  }

  private compute(node: Node): Cell {
    const { data, args } = node;
    switch (data.op) {
      case "const":
        return this.constant(node);
      case "fact":
        return this.with.fact(data.index);
      case "foreign":
        return emitForeign(node, data.foreign, this);
      case "record":
        return this.cannot(node, NO_COLUMN, NO_COLUMN_ZH);
      case "round":
        return this.strict(node, ([a = NULL]) => round(node, data.mode, data.scale, a, this));
      default:
        return this.plain(node, data.op, args);
    }
  }

  private plain(node: Node, op: PlainOp, args: readonly Node[]): Cell {
    switch (op) {
      case "add":
      case "sub":
      case "mul":
      case "div":
        return this.strict(node, (parts) => arithmetic(op, node, parts, this));
      case "abs":
        return this.strict(node, ([a = NULL]) => sql`abs(${a})`);
      case "max":
      case "min":
        return this.strict(node, ([a = NULL, b = NULL]) => extreme(op, a, b, this.with.plan));
      case "lt":
        return this.strict(node, ([a = NULL, b = NULL]) => sql`(${a} < ${b})`);
      case "le":
        return this.strict(node, ([a = NULL, b = NULL]) => sql`(${a} <= ${b})`);
      case "not":
        return this.strict(node, ([a = NULL]) => sql`(NOT ${a})`);
      case "is true":
        return this.asked(args[0], (v) => sql`${v} IS TRUE`);
      case "is null":
        return this.asked(args[0], (v) => sql`${v} IS NULL`);
      case "list":
        return this.cannot(node, NO_COLUMN, NO_COLUMN_ZH);
      default:
        return this.joined(
          node,
          op,
          args.map((a) => this.cell(a)),
        );
    }
  }

  private joined(node: Node, op: "eq" | "and" | "or" | "or else" | "if", cells: readonly Cell[]): Cell {
    switch (op) {
      case "eq":
        return equal(node, cells, this);
      case "and":
      case "or":
        return logic(op, node, cells, this);
      case "or else":
        return orElse(node, cells, this);
      case "if":
        return ifElse(node, cells, this);
    }
  }

  private constant(node: Node): Cell {
    const value = node.data.op === "const" ? node.data.value : null;
    const open = node.nullable ? FALSE : null;
    if (value === null) return { value: NULL, open: FALSE };
    if (typeof value === "boolean") return { value: value ? TRUE : FALSE, open };
    if (typeof value === "string") return { value: textLiteral(value), open };
    if (value instanceof Num) return { value: numberLiteral(value), open };
    return this.cannot(node, NO_COLUMN, NO_COLUMN_ZH);
  }

  /** Null where an argument is null, undetermined where one is undetermined: as FEEL and SQL both have it. */
  private strict(node: Node, write: (parts: readonly Sql[]) => Sql): Cell {
    const cells = node.args.map((a) => this.cell(a));
    const value = write(cells.map((c) => c.value));
    return { value, open: node.nullable ? some(cells.map(isOpen)) : null };
  }

  /** A question about a value that is never null itself: undetermined where the value is. */
  private asked(node: Node | undefined, question: (value: Sql) => Sql): Cell {
    if (node === undefined) return { value: NULL, open: FALSE };
    const cell = this.cell(node);
    const value = this.with.plan.atom(cell.value);
    return {
      value: sql`CASE WHEN NOT ${isOpen({ ...cell, value })} THEN ${question(value)} END`,
      open: null,
    };
  }

  /** Refuses a node by name; what hangs on it is undetermined. */
  cannot(node: Node, message: string, zh: string): Cell {
    const key = node.data.op === "foreign" ? node.data.foreign.key : "";
    const { places } = this.with;
    const standing = places.expression(key) ?? places.reading(node);
    this.with.cannot({
      kind: "expression",
      clause: standing?.clause ?? "?",
      expression: standing?.source ?? node.data.op,
      message,
      zh,
    });
    const type = node.sort === "boolean" ? "boolean" : node.sort === "ordered" ? "numeric" : "text";
    return { value: raw(`NULL::${type}`, true), open: node.nullable ? TRUE : null };
  }
}
