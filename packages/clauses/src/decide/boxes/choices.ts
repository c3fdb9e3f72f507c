/** Nodes that take the value of one of their parts. */
import type { Node } from "../../ir/node.ts";
import { beyond, powerOfTen } from "../exact/frame.ts";
import { type Cell, type Judge, NO, NONE, YES } from "./board.ts";
import { general } from "./foreign.ts";
import { finish, scaled, setEnds, setNone } from "./numbers.ts";
import type { CellSource } from "./source.ts";
import { setTruth } from "./truths.ts";

/** Makes one cell what another is, in its units, or what two may be. */
interface Shape {
  readonly copy: (from: Cell, first: boolean) => void;
  /** `condition` is the cell on which it hangs which of the two it is: true for the first. */
  readonly join: (a: Cell, b: Cell, condition: Cell | null) => void;
}

/** `condition`: true takes the second part, false and null the third. */
export function choice(node: Node, cell: Cell, cells: CellSource): Judge {
  const [condition, then, otherwise] = node.args;
  if (condition === undefined || then === undefined || otherwise === undefined) return beyond;
  const shape = shapeFor(node, then, otherwise, cell, cells);
  if (shape === null) return general(node, cell, cells);
  const { board } = cells;
  const [c, a, b] = [cells.cellOf(condition), cells.cellOf(then), cells.cellOf(otherwise)];
  return () => {
    board.read(c);
    if (c.mask === YES) shape.copy(board.read(a), true);
    else if ((c.mask & YES) === 0) shape.copy(board.read(b), false);
    else {
      board.read(a);
      board.read(b);
      shape.join(a, b, c);
    }
  };
}

/** The first part, or the second where the first is null. */
export function orElse(node: Node, cell: Cell, cells: CellSource): Judge {
  const [first, second] = node.args;
  if (first === undefined || second === undefined) return beyond;
  const shape = shapeFor(node, first, second, cell, cells);
  if (shape === null) return general(node, cell, cells);
  const { board } = cells;
  const [a, b] = [cells.cellOf(first), cells.cellOf(second)];
  return () => {
    board.read(a);
    if ((a.mask & NONE) === 0) shape.copy(a, true);
    else {
      board.read(b);
      if (a.mask === NONE) shape.copy(b, false);
      else shape.join(a, b, null);
    }
  };
}

function shapeFor(node: Node, a: Node, b: Node, cell: Cell, cells: CellSource): Shape | null {
  if (node.sort === "boolean") return truthShape(cell);
  if (node.sort === "text") return textShape(cell);
  if (node.sort !== "ordered" || cells.scales.of(node) === null) return null;
  return numberShape(cell, factorOf(a, node, cells), factorOf(b, node, cells));
}

function factorOf(part: Node, whole: Node, cells: CellSource): number {
  const [own, scale] = [cells.scales.of(part), cells.scales.of(whole)];
  return own === null || scale === null ? 1 : powerOfTen(scale - own);
}

/** What a condition adds to the facts by which its choice rises: it takes the greater part, the lesser, or either. */
function steer(
  c: Cell | null,
  firstGreater: boolean,
  firstLesser: boolean,
  facts: number,
): readonly [number, number] {
  if (c === null) return [facts, facts];
  if (firstGreater) return [c.up, c.down];
  return firstLesser ? [c.down, c.up] : [c.up | c.down, c.up | c.down];
}

function numberShape(cell: Cell, f: number, g: number): Shape {
  const copy = (from: Cell, first: boolean): void => {
    if (from.mask === NONE) {
      setNone(cell);
      return;
    }
    const factor = first ? f : g;
    cell.mask = from.mask;
    setEnds(cell, scaled(from.lo, factor), scaled(from.hi, factor));
    finish(cell, from.up, from.down);
  };
  const join = (a: Cell, b: Cell, c: Cell | null): void => {
    // The nulls of the first part of `or else` are the second's turn.
    const mask = c === null ? (a.mask & ~NONE) | b.mask : a.mask | b.mask;
    const facts = a.up | a.down | b.up | b.down;
    cell.mask = mask;
    if (mask === NONE) {
      setNone(cell);
      return;
    }
    if ((a.mask & YES) === 0 || (b.mask & YES) === 0) {
      const some = (a.mask & YES) === 0 ? b : a;
      const factor = some === a ? f : g;
      setEnds(cell, scaled(some.lo, factor), scaled(some.hi, factor));
      const all = facts | (c === null ? 0 : c.up | c.down);
      cell.up = all;
      cell.down = all;
      return;
    }
    const [p, q, r, s] = [scaled(a.lo, f), scaled(a.hi, f), scaled(b.lo, g), scaled(b.hi, g)];
    setEnds(cell, Math.min(p, r), Math.max(q, s));
    const [up, down] = steer(c, p >= s, q <= r, facts);
    finish(cell, a.up | b.up | up, a.down | b.down | down);
  };
  return { copy, join };
}

function truthShape(cell: Cell): Shape {
  const copy = (from: Cell): void => setTruth(cell, from.mask, from.up, from.down);
  const join = (a: Cell, b: Cell, c: Cell | null): void => {
    const mask = c === null ? (a.mask & ~NONE) | b.mask : a.mask | b.mask;
    const [up, down] = steer(
      c,
      a.mask === YES || b.mask === NO,
      a.mask === NO || b.mask === YES,
      a.up | a.down,
    );
    setTruth(cell, mask, a.up | b.up | up, a.down | b.down | down);
  };
  return { copy, join };
}

const NOTHING: readonly number[] = [];

/** The codes of either, each once; often those of one hold all of the other. */
function union(a: readonly number[], b: readonly number[]): readonly number[] {
  let out = a;
  for (const code of b) if (!out.includes(code)) out = [...out, code];
  return out;
}

function textShape(cell: Cell): Shape {
  const copy = (from: Cell): void => {
    cell.mask = from.mask;
    cell.codes = from.codes;
    cell.value = from.value;
    cell.up = from.up;
    cell.down = from.down;
  };
  const join = (a: Cell, b: Cell, c: Cell | null): void => {
    cell.mask = c === null ? (a.mask & ~NONE) | b.mask : a.mask | b.mask;
    cell.codes = union((a.mask & YES) === 0 ? NOTHING : a.codes, (b.mask & YES) === 0 ? NOTHING : b.codes);
    cell.value = null;
    const same = cell.mask === YES && cell.codes.length === 1 && cell.codes[0] !== 0;
    const facts = same ? 0 : a.up | a.down | b.up | b.down | (c === null ? 0 : c.up | c.down);
    cell.up = facts;
    cell.down = facts;
  };
  return { copy, join };
}
