/** Nodes of a graph as cells that judge a box: built once a document, each part only when it is first asked for. */

import { Num } from "../../feel/value.ts";
import type { DecisionGraph } from "../../ir/decisionGraph.ts";
import type { Node } from "../../ir/node.ts";
import { beyond, fromNum, powerOfTen } from "../exact/frame.ts";
import { inverse, Scales } from "../exact/scales.ts";
import { Board, Cell, type Clock, type Judge, NO, NONE, STILL, YES } from "./board.ts";
import { Box, Fact, type Kind } from "./box.ts";
import { choice, orElse } from "./choices.ts";
import { foreign, general } from "./foreign.ts";
import { Form, type FormSource, includeSum } from "./forms.ts";
import {
  absolute,
  extreme,
  finish,
  floorDivided,
  multiple,
  type Operand,
  type Order,
  product,
  roundedTo,
  setEnds,
  setNone,
  sum,
} from "./numbers.ts";
import { difference, orderOf } from "./orders.ts";
import { Reads } from "./reads.ts";
import { type CellSource, OTHER_CODE } from "./source.ts";
import { comparison, equality, holds, logic, missing, negation, sameText, setTruth } from "./truths.ts";

export class Cells implements CellSource {
  readonly board = new Board();
  readonly box = new Box(this.board);
  readonly graph: DecisionGraph;
  readonly scales: Scales;
  readonly codes = new Map<string, number>();
  /** The codes of the texts that the document compares with. */
  readonly literals: readonly number[];
  private readonly texts: string[] = [""];
  private readonly cells: (Cell | undefined)[] = [];
  private readonly made: { readonly node: Node; readonly cell: Cell }[] = [];
  private readonly reads = new Reads();
  private readonly forms: FormSource;
  /** The last value of a fact before it turns a condition, in the decision at hand. */
  readonly turns = new Map<string, number>();
  private freeIndexes: readonly number[] = [];

  constructor(graph: DecisionGraph) {
    this.graph = graph;
    this.scales = new Scales(graph.slots);
    for (const n of graph.nodes.graph.nodes)
      if (n.data.op === "const" && typeof n.data.value === "string" && n.data.value !== "")
        this.code(n.data.value);
    this.literals = [...this.codes.values()];
    graph.slots.forEach((s, i) => {
      const kind = kindOf(s.node, this.scales);
      if (kind !== null) this.box.facts[i] = new Fact(i, kind);
      const { type } = s.decl;
      if (type.kind === "one of") for (const m of type.members) if (typeof m === "string") this.code(m);
    });
    for (const f of graph.flags) this.box.facts[f.certain] = new Fact(f.certain, "truth");
    this.forms = {
      free: this.box.free,
      cell: (n) => this.judged(n),
      scale: (n) => this.scales.of(n),
      fact: (i) => this.box.facts[i],
      kink: (n) => graph.nodes.graph.kink(n),
    };
  }

  private code(text: string): void {
    if (this.codes.has(text)) return;
    this.codes.set(text, this.texts.length);
    this.texts.push(text);
  }

  textOf(code: number): string {
    return this.texts[code] ?? "";
  }

  /** The cell of a node, judged in the box at hand. */
  judged(node: Node): Cell {
    return this.board.read(this.cellOf(node));
  }

  /** Tells the cells which facts are free in the decision that begins. */
  begin(): void {
    if (this.turns.size > 0) this.turns.clear();
    this.box.start();
    if (!this.areOthersFree()) return;
    for (const m of this.made) this.hang(m.node, m.cell);
  }

  /** Whether other facts are free than in the decision before. */
  private areOthersFree(): boolean {
    const { free } = this.box;
    let others = free.length !== this.freeIndexes.length;
    for (let i = 0; i < free.length && !others; i++) others = free[i]?.index !== this.freeIndexes[i];
    if (others) this.freeIndexes = free.map((f) => f.index);
    return others;
  }

  /** Tells a cell which facts it hangs on. */
  private hang(node: Node, cell: Cell): void {
    const { facts } = this.box;
    let clock: Clock | null = null;
    for (const i of this.reads.of(node)) {
      const f = facts[i];
      if (f !== undefined && f.bit === 0) continue;
      clock = f === undefined || clock !== null ? this.board.box : f.clock;
    }
    cell.free = clock !== null;
    cell.clock = clock ?? this.board.run;
    cell.at = -1;
  }

  cellOf(node: Node): Cell {
    const found = this.cells[node.id];
    if (found !== undefined) return found;
    const cell = new Cell();
    this.cells[node.id] = cell;
    cell.judge = this.make(node, cell);
    if (node.data.op === "const") return cell;
    this.hang(node, cell);
    this.made.push({ node, cell });
    return cell;
  }

  private make(node: Node, cell: Cell): Judge {
    if (node.data.op === "const") return this.constant(node, cell);
    if (node.data.op === "fact") return this.fact(node.data.index, node, cell);
    if (node.data.op === "foreign") return foreign(node, node.data.foreign, cell, this);
    if (node.data.op === "list" || node.data.op === "record") return general(node, cell, this);
    if (node.data.op === "if") return choice(node, cell, this);
    if (node.data.op === "or else") return orElse(node, cell, this);
    if (node.sort === "boolean") return this.truth(node, cell);
    if (node.sort === "ordered" && this.scales.of(node) !== null) return this.number(node, cell);
    return general(node, cell, this);
  }

  private constant(node: Node, cell: Cell): Judge {
    cell.clock = STILL;
    cell.at = STILL.now;
    const value = node.data.op === "const" ? node.data.value : null;
    if (value === null) setNone(cell);
    else if (typeof value === "boolean") cell.mask = value ? YES : NO;
    else {
      cell.mask = YES;
      const scale = this.scales.of(node);
      if (typeof value === "string") cell.codes = [this.codes.get(value) ?? OTHER_CODE];
      if (value instanceof Num && scale !== null) cell.lo = cell.hi = fromNum(value, scale);
      else cell.value = value;
    }
    return cell.judge;
  }

  private fact(index: number, node: Node, cell: Cell): Judge {
    const fact = this.box.facts[index];
    if (fact === undefined || (node.sort === "ordered" && this.scales.of(node) === null)) return beyond;
    return () => {
      const { bit, mask } = fact;
      if (fact.kind === "truth") {
        setTruth(cell, mask, bit, 0);
        return;
      }
      if (mask === NONE) {
        setNone(cell);
        return;
      }
      cell.mask = mask;
      cell.lo = fact.lo;
      cell.hi = fact.hi;
      cell.codes = fact.codes;
      cell.value = fact.text;
      const loose = fact.fixed ? 0 : bit;
      if (fact.kind === "number") finish(cell, bit, 0);
      else cell.up = cell.down = loose;
    };
  }

  private number(node: Node, cell: Cell): Judge {
    const { board } = this;
    const [a, b] = node.args;
    const { data } = node;
    if (a === undefined) return general(node, cell, this);
    switch (data.op) {
      case "add":
      case "sub":
        if (b !== undefined) return this.sum(node, cell, a, b, data.op === "sub");
        break;
      case "mul":
        if (b !== undefined) return product(board, cell, this.cellOf(a), this.cellOf(b));
        break;
      case "div": {
        const factor = inverse(b);
        const [own, scale] = [this.scales.of(a), this.scales.of(node)];
        if (factor !== null && own !== null && scale !== null)
          return multiple(board, cell, this.cellOf(a), fromNum(factor, scale - own));
        break;
      }
      case "abs":
        return absolute(board, cell, this.cellOf(a));
      case "max":
      case "min":
        if (b !== undefined) {
          const order = this.order(a, b);
          return extreme(board, cell, this.operand(a, node), this.operand(b, node), data.op === "max", order);
        }
        break;
      case "round":
        return this.round(node, cell, a);
      default:
        break;
    }
    return general(node, cell, this);
  }

  /** A number in the units of its reader. */
  operand(part: Node, whole: Node): Operand {
    const [own, scale] = [this.scales.of(part), this.scales.of(whole)];
    if (own === null || scale === null || own > scale) return beyond();
    return { cell: this.cellOf(part), factor: powerOfTen(scale - own) };
  }

  private sum(node: Node, cell: Cell, a: Node, b: Node, minus: boolean): Judge {
    const narrow = (): void => {
      const { free } = this.box;
      const form = new Form(free.length);
      if (!includeSum(form, node, a, b, 1, this.forms)) return;
      setEnds(cell, Math.max(cell.lo, form.end(false, free)), Math.min(cell.hi, form.end(true, free)));
      finish(cell, ...this.slopeBits(form));
    };
    return sum(this.board, cell, this.operand(a, node), this.operand(b, node), minus ? -1 : 1, narrow);
  }

  private slopeBits(form: Form): readonly [number, number] {
    let [up, down] = [0, 0];
    form.slopes.forEach((s, i) => {
      if (s > 0) up |= this.box.free[i]?.bit ?? 0;
      if (s < 0) down |= this.box.free[i]?.bit ?? 0;
    });
    return [up, down];
  }

  private round(node: Node, cell: Cell, a: Node): Judge {
    const { data } = node;
    const own = this.scales.of(a);
    if (data.op !== "round") return beyond;
    if (own === null) {
      const divisor =
        a.data.op === "div" && data.mode === "floor" && data.scale === 0 ? a.args[1] : undefined;
      const x = a.args[0];
      const by =
        divisor?.data.op === "const" && divisor.data.value instanceof Num ? divisor.data.value : null;
      const scale = x === undefined ? null : this.scales.of(x);
      if (x === undefined || scale === null || by === null || !by.isInteger() || !by.greaterThan(0))
        return general(node, cell, this);
      return floorDivided(this.board, cell, this.cellOf(x), fromNum(by, scale));
    }
    const x = this.cellOf(a);
    if (own <= data.scale) {
      return () => {
        this.board.read(x);
        cell.mask = x.mask;
        cell.lo = x.lo;
        cell.hi = x.hi;
        cell.up = x.up;
        cell.down = x.down;
      };
    }
    return roundedTo(
      this.board,
      cell,
      x,
      data.mode,
      own - data.scale,
      data.scale < 0 ? powerOfTen(-data.scale) : 1,
    );
  }

  private truth(node: Node, cell: Cell): Judge {
    const { board } = this;
    const [a, b] = node.args;
    const { op } = node.data;
    if (op === "and" || op === "or") {
      const parts = node.args.map((x) => this.cellOf(x));
      return logic(board, cell, parts, op === "or" ? YES : NO);
    }
    if (a === undefined) return general(node, cell, this);
    switch (op) {
      case "not":
        return negation(board, cell, this.cellOf(a));
      case "is true":
        return holds(board, cell, this.cellOf(a));
      case "is null":
        return missing(board, cell, this.cellOf(a));
      case "lt":
      case "le":
      case "eq":
        if (b !== undefined && this.isComparable(a, b)) return this.compare(op, cell, a, b);
        break;
      default:
        break;
    }
    return general(node, cell, this);
  }

  private isComparable(a: Node, b: Node): boolean {
    if (a.sort !== b.sort) return false;
    if (a.sort === "ordered") return this.scales.of(a) !== null && this.scales.of(b) !== null;
    return a.sort === "text" || a.sort === "boolean";
  }

  private compare(op: "lt" | "le" | "eq", cell: Cell, a: Node, b: Node): Judge {
    const [x, y] = [this.cellOf(a), this.cellOf(b)];
    if (op !== "eq") return comparison(this.board, cell, x, y, op === "lt", this.order(a, b));
    const order = a.sort === "ordered" ? this.order(a, b) : null;
    const same = (): boolean | null => {
      if (a.sort === "text") return sameText(x, y);
      if (order === null) return (x.mask & y.mask & ~NONE) === 0 ? false : x.mask === y.mask ? true : null;
      // Below, or above, everywhere; equal where neither can be below the other.
      const [le, lt] = [order(false), order(true)];
      if (le === false || lt === true) return false;
      return le === true && lt === false ? true : null;
    };
    return equality(this.board, cell, x, y, same);
  }

  /** a − b as a form, in units of the finer of the two. */
  difference(a: Node, b: Node): Form | null {
    return difference(a, b, this.scales, this.forms);
  }

  private order(a: Node, b: Node): Order {
    return orderOf(a, b, this.cellOf(a), this.cellOf(b), { scales: this.scales, forms: this.forms });
  }
}

function kindOf(node: Node, scales: Scales): Kind | null {
  if (node.sort === "boolean") return "truth";
  if (node.sort === "text") return "text";
  return node.sort === "ordered" && scales.of(node) !== null ? "number" : null;
}
