/** Where a condition that hangs on one fact alone turns: solved for the fact, or searched for. */
import { Num } from "../../feel/value.ts";
import type { Node } from "../../ir/node.ts";
import { fromNum, powerOfTen } from "../exact/frame.ts";
import { YES } from "./board.ts";
import type { Fact } from "./box.ts";
import type { Cells } from "./cells.ts";
import { safe } from "./numbers.ts";

/** ⌊a ÷ b⌋ of whole numbers, b above zero. */
export function floorOf(a: number, b: number): number {
  const rest = a % b;
  return (a - rest) / b - (rest < 0 ? 1 : 0);
}

/** The last value before a comparison of a number with a known one turns; null where it cannot be solved. */
export function solvedTurn(node: Node, cells: Cells): number | null {
  const [a, b] = node.args;
  const { op } = node.data;
  if (a === undefined || b === undefined) return null;
  const known = knownIn(b, a, cells) ?? knownIn(a, b, cells);
  if (known === null) return null;
  const { limit, other } = known;
  const { over, under } = limit;
  // a < b ⇔ a ≤ ⌈b⌉ − 1, and a ≤ b ⇔ not b ≤ ⌈a⌉ − 1.
  const upTo = (op === "lt") === (other === a) ? over - 1 : under;
  return solved(other, upTo, cells);
}

interface Known {
  readonly other: Node;
  /** The known number in the units of the other: rounded up and down. */
  readonly limit: { readonly over: number; readonly under: number };
}

function knownIn(node: Node, other: Node, cells: Cells): Known | null {
  const cell = cells.judged(node);
  const [own, scale] = [cells.scales.of(node), cells.scales.of(other)];
  if (cell.mask !== YES || cell.lo !== cell.hi || own === null || scale === null) return null;
  const finer = Math.max(own, scale);
  const [x, by] = [safe(cell.lo * powerOfTen(finer - own)), powerOfTen(finer - scale)];
  return { other, limit: { over: -floorOf(-x, by), under: floorOf(x, by) } };
}

/** The greatest value of the only fact below a node before “at most `limit`” (whole units of it) turns. */
export function solved(node: Node, limit: number, cells: Cells): number | null {
  const [a, b] = node.args;
  switch (node.data.op) {
    case "fact":
      return limit;
    case "add":
    case "sub":
      return a === undefined || b === undefined ? null : solvedSum(node, a, b, limit, cells);
    case "round":
      return a === undefined ? null : solvedFloor(node, a, limit, cells);
    case "or else":
      return a !== undefined && cells.judged(a).mask === YES ? solvedPart(node, a, limit, cells) : null;
    case "if":
      return solvedChoice(node, limit, cells);
    default:
      return null;
  }
}

/** A part of which the whole is the same number. */
function solvedPart(node: Node, part: Node, limit: number, cells: Cells): number | null {
  const factor = factorOf(part, node, cells);
  return factor === null ? null : solved(part, floorOf(limit, factor), cells);
}

function factorOf(part: Node, whole: Node, cells: Cells): number | null {
  const [own, scale] = [cells.scales.of(part), cells.scales.of(whole)];
  return own === null || scale === null || own > scale ? null : powerOfTen(scale - own);
}

function solvedSum(node: Node, a: Node, b: Node, limit: number, cells: Cells): number | null {
  const [f, g] = [factorOf(a, node, cells), factorOf(b, node, cells)];
  const [x, y] = [cells.judged(a), cells.judged(b)];
  if (f === null || g === null) return null;
  const minus = node.data.op === "sub";
  if (y.mask === YES && y.lo === y.hi) {
    const rest = safe(y.lo * g);
    return solved(a, floorOf(safe(minus ? limit + rest : limit - rest), f), cells);
  }
  if (x.mask !== YES || x.lo !== x.hi) return null;
  const rest = safe(limit - safe(x.lo * f));
  // x − b ≤ limit ⇔ not b ≤ ⌈x − limit⌉ − 1.
  return solved(b, minus ? -floorOf(rest, g) - 1 : floorOf(rest, g), cells);
}

/** ⌊a ÷ units⌋ ≤ limit ⇔ a ≤ units · (limit + 1) − 1. */
function solvedFloor(node: Node, quotient: Node, limit: number, cells: Cells): number | null {
  const { data } = node;
  const [x, divisor] = quotient.args;
  const by = divisor?.data.op === "const" ? divisor.data.value : null;
  const scale = x === undefined ? null : cells.scales.of(x);
  if (data.op !== "round" || data.mode !== "floor" || data.scale !== 0 || quotient.data.op !== "div")
    return null;
  if (x === undefined || scale === null || !(by instanceof Num) || !by.isInteger() || !by.greaterThan(0))
    return null;
  return solved(x, safe(safe(fromNum(by, scale) * (limit + 1)) - 1), cells);
}

function solvedChoice(node: Node, limit: number, cells: Cells): number | null {
  const [condition, then, otherwise] = node.args;
  if (condition === undefined || then === undefined || otherwise === undefined) return null;
  const { mask } = cells.judged(condition);
  if (mask === YES) return solvedPart(node, then, limit, cells);
  return (mask & YES) === 0 ? solvedPart(node, otherwise, limit, cells) : null;
}

/** The last value of a fact before a condition that it alone turns once; found once a decision. */
export function searchedTurn(key: string, fact: Fact, holds: () => boolean, cells: Cells): number | null {
  const known = cells.turns.get(key);
  if (known !== undefined && known >= fact.lo && known < fact.hi) return known;
  const at = fact.values === null ? lastBefore(fact, holds, cells) : lastOf(fact.values, fact, holds, cells);
  if (at !== null) cells.turns.set(key, at);
  return at;
}

/** Whether a condition holds at a value of the fact. */
function holdsAt(x: number, fact: Fact, holds: () => boolean, { box }: Cells): boolean {
  const mark = box.mark;
  box.range(fact, x, x);
  const answer = holds();
  box.undo(mark);
  return answer;
}

function lastOf(values: readonly number[], fact: Fact, holds: () => boolean, cells: Cells): number | null {
  const inside = values.filter((v) => v >= fact.lo && v <= fact.hi);
  const first = holdsAt(fact.end(false), fact, holds, cells);
  return inside[inside.findIndex((v) => holdsAt(v, fact, holds, cells) !== first) - 1] ?? null;
}

function lastBefore(fact: Fact, holds: () => boolean, cells: Cells): number | null {
  const [low, high] = [fact.end(false), fact.end(true)];
  const first = holdsAt(low, fact, holds, cells);
  if (holdsAt(high, fact, holds, cells) === first) return null;
  let [good, bad] = [0, Math.round((high - low) / fact.step)];
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (holdsAt(low + middle * fact.step, fact, holds, cells) === first) good = middle;
    else bad = middle;
  }
  return low + good * fact.step;
}
