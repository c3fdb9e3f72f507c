/** What has no fixed scale, and functions of unknown facts: judged in decimals, as the full engine does. */
import { Num, num } from "../../feel/value.ts";
import type { Node } from "../../ir/node.ts";
import {
  type Abs,
  bools,
  ends,
  isOne,
  isOpen,
  mayBeFalse,
  mayBeNull,
  mayBeTrue,
  NULL,
  one,
  span,
  TOP,
  texts,
  textsOf,
} from "../abs.ts";
import { absApply } from "../absApply.ts";
import { powerOfTen, toNum } from "../exact/frame.ts";
import { type Cell, type Judge, NO, NONE, YES } from "./board.ts";
import { finish, safe, setNone } from "./numbers.ts";
import { type CellSource, OTHER_CODE } from "./source.ts";
import { setTruth } from "./truths.ts";
import { set, valueIn } from "./values.ts";

const NEAR = num("-Infinity");
const FAR = num("Infinity");

/** A judged cell as a set of values. */
function absOf(node: Node, cell: Cell, cells: CellSource): Abs {
  if (cell.mask === NONE) return NULL;
  if (cell.known) return one(valueIn(node, cell, cells));
  const mayNull = (cell.mask & NONE) !== 0;
  if (node.sort === "boolean") return bools((cell.mask & YES) !== 0, (cell.mask & NO) !== 0, mayNull);
  if (node.sort === "text") {
    const named = cell.codes.filter((c) => c !== OTHER_CODE).map((c) => cells.textOf(c));
    return texts(named, cell.codes.includes(OTHER_CODE), mayNull);
  }
  const scale = node.sort === "ordered" ? cells.scales.of(node) : null;
  if (scale === null) return cell.abs ?? TOP;
  return span(toNum(cell.lo, scale) ?? NEAR, toNum(cell.hi, scale) ?? FAR, mayNull);
}

/** Any node, by its operation on sets of values. */
export function decimals(node: Node, cell: Cell, cells: CellSource): Judge {
  const parts = node.args.map((a) => ({ node: a, cell: cells.cellOf(a) }));
  return () => {
    const sets = parts.map((p) => absOf(p.node, cells.board.read(p.cell), cells));
    const abs = absApply(node, sets);
    if (isOne(abs)) {
      set(cell, abs.value, node, cells);
      return;
    }
    const [up, down] = directions(
      node,
      parts.map((p) => p.cell),
      sets,
    );
    if (node.sort === "boolean") setTruth(cell, maskOf(abs), up, down);
    else setSet(cell, abs, node, cells, up, down);
  };
}

const maskOf = (abs: Abs): number =>
  (mayBeTrue(abs) ? YES : 0) | (mayBeFalse(abs) ? NO : 0) | (mayBeNull(abs) ? NONE : 0);

function setSet(cell: Cell, abs: Abs, node: Node, cells: CellSource, up: number, down: number): void {
  cell.value = null;
  cell.abs = abs;
  cell.mask = YES | (mayBeNull(abs) ? NONE : 0);
  const scale = node.sort === "ordered" ? cells.scales.of(node) : null;
  if (node.sort === "text") {
    const named = textsOf(abs).map((t) => cells.codes.get(t) ?? OTHER_CODE);
    cell.codes =
      abs.kind === "top"
        ? [...cells.codes.values(), OTHER_CODE]
        : [...new Set(isOpen(abs) ? [...named, OTHER_CODE] : named)];
  }
  const range = scale === null ? null : ends(abs);
  if (scale !== null && range === null) {
    setNone(cell);
    return;
  }
  if (scale === null || range === null) {
    const both = cell.mask === YES && node.sort === "ordered" ? 0 : up | down;
    cell.up = up | both;
    cell.down = down | both;
    return;
  }
  cell.lo = units(range[0], scale, false);
  cell.hi = units(range[1], scale, true);
  finish(cell, up, down);
}

/** Whole units at or beyond a number. */
function units(n: Num, scale: number, up: boolean): number {
  if (!n.isFinite()) return n.toNumber();
  const x = n.times(powerOfTen(scale));
  return safe((up ? x.ceil() : x.floor()).toNumber());
}

/** By which facts it rises and falls; both where nothing better is known. */
function directions(node: Node, parts: readonly Cell[], sets: readonly Abs[]): readonly [number, number] {
  const all = parts.reduce((bits, p) => bits | p.up | p.down, 0);
  const [x, y] = parts;
  if (x === undefined || sets.some(mayBeNull)) return [all, all];
  switch (node.data.op) {
    case "round":
      return [x.up, x.down];
    case "max":
    case "min":
      return [parts.reduce((bits, p) => bits | p.up, 0), parts.reduce((bits, p) => bits | p.down, 0)];
    default:
      return y === undefined ? [all, all] : ofTwo(node, x, y, sets, all);
  }
}

function ofTwo(node: Node, x: Cell, y: Cell, sets: readonly Abs[], all: number): readonly [number, number] {
  switch (node.data.op) {
    case "add":
      return [x.up | y.up, x.down | y.down];
    case "sub":
      return [x.up | y.down, x.down | y.up];
    case "lt":
    case "le":
      return [x.down | y.up, x.up | y.down];
    case "mul":
    case "div": {
      // By a number of one sign that does not change.
      const by = sets[1];
      const factor = by !== undefined && isOne(by) && by.value instanceof Num ? by.value : null;
      if (factor === null || factor.isZero()) return [all, all];
      return factor.isNegative() ? [x.down, x.up] : [x.up, x.down];
    }
    default:
      return [all, all];
  }
}
