/**
 * A document as a graph: every value that a decision hangs on is a node, equal nodes are one node, and each
 * knows what sort of value it has. Ordered values (numbers, money, dates, times, durations) are all one `Num`
 * in the unit of their node, so that arithmetic and comparison are the same for all of them.
 */
import type { Num, Value } from "../feel/value.ts";

/** What a `Num` counts: yuan or a plain number, days, seconds since 1970 (UTC), seconds, months. */
export type Unit =
  | "number"
  | "date"
  | "date and time"
  | "days and time duration"
  | "years and months duration";

export type Sort = "boolean" | "ordered" | "text" | "other";

/** A value inside the graph. As FEEL's, except that ordered ones are `Num` (see `Unit`). */
export type Val = Value;

export type RoundMode = "half-up" | "half-down" | "half-even" | "down" | "up" | "floor" | "ceiling";

/** A function of FEEL that the graph does not open. Its arguments come as FEEL values, its result too. */
export interface Foreign {
  /** Distinguishes functions; equal keys mean equal functions. */
  readonly key: string;
  readonly run: (args: readonly Value[]) => Value;
  /** For each argument: 1 where the result never falls as it grows, −1 where it never rises, else 0. */
  readonly trend: readonly (1 | -1 | 0)[];
  /** The days in (from, to] where the value for a day may differ from that for the day before; for one date argument. */
  readonly changes: ((from: number, to: number) => readonly number[]) | null;
}

export type NodeData =
  | { readonly op: "const"; readonly value: Val }
  | { readonly op: "fact"; readonly index: number }
  | { readonly op: "round"; readonly mode: RoundMode; readonly scale: number }
  | { readonly op: "foreign"; readonly foreign: Foreign }
  | { readonly op: "record"; readonly names: readonly string[] }
  | { readonly op: PlainOp };

export type PlainOp =
  | "add"
  | "sub"
  | "mul"
  | "div"
  | "abs"
  | "max"
  | "min"
  | "lt"
  | "le"
  | "eq"
  | "and"
  | "or"
  | "not"
  | "is true"
  | "is null"
  | "or else"
  | "if"
  | "list";

export type Op = NodeData["op"];

export interface Node {
  readonly id: number;
  readonly data: NodeData;
  readonly args: readonly Node[];
  readonly sort: Sort;
  /** Null unless the sort is ordered. */
  readonly unit: Unit | null;
  /** False where the value is never null in any completion. */
  readonly nullable: boolean;
}

export const isConst = (n: Node): boolean => n.data.op === "const";

export const constOf = (n: Node): Val | undefined => (n.data.op === "const" ? n.data.value : undefined);

export type { Num };
