/** What an expression makes of a list: sums, counts, extremes, `some` and `every`, one element. */
import type { Call, Expr } from "../feel/ast.ts";
import type { Env } from "../ir/env.ts";
import { bind } from "../ir/env.ts";
import { isNothing } from "../ir/graph.ts";
import type { Node } from "../ir/node.ts";
import { type Cell, isOpen } from "./cell.ts";
import { overElements } from "./elements.ts";
import type { Emitter } from "./emit.ts";
import { LIST_DIGITS } from "./listFacts.ts";
import { type Elements, fieldOf, type Listed, type Lists, mapped, within } from "./lists.ts";
import { chosen } from "./logic.ts";
import { DIGITS, larger, type Size } from "./sizes.ts";
import { FALSE, raw, type Sql, some, sql, TRUE } from "./text.ts";

/** What is asked of a list. */
export type Fold =
  | { readonly kind: "sum" | "mean" | "min" | "max" | "count" | "count distinct" | "some" | "every" }
  | { readonly kind: "contains"; readonly item: Node }
  | { readonly kind: "at"; readonly position: Node }
  /** Only whether there is a list. */
  | { readonly kind: "list" }
  /** Undetermined where any part of any element is. */
  | { readonly kind: "known" };

export interface Folded {
  readonly fold: Fold;
  readonly over: Listed;
  /** Whether the graph of a list of known length opens it; otherwise the engine needs every argument whole. */
  readonly opened: boolean;
}

/** The folds of a graph's nodes, each told apart once. */
export class Folds {
  private readonly memo = new Map<number, Folded | null>();
  private readonly lists: Lists;

  constructor(lists: Lists) {
    this.lists = lists;
  }

  /** Null where the node is nothing of the sort. */
  of(node: Node): Folded | null {
    const found = this.memo.get(node.id);
    if (found !== undefined) return found;
    const made = foldOf(node, this.lists);
    this.memo.set(node.id, made);
    return made;
  }

  /** The digits of a fold's value; null for what is no fold. */
  size(node: Node, of: (node: Node) => Size): Size | null {
    const folded = this.of(node);
    return folded === null ? null : sizeOver(folded.over, folded.fold, of);
  }
}

function sizeOver(over: Listed, fold: Fold, of: (node: Node) => Size): Size {
  if (over.kind === "none") return LENGTH;
  if (over.kind === "choice")
    return larger([sizeOver(over.then, fold, of), sizeOver(over.otherwise, fold, of)]);
  switch (fold.kind) {
    case "sum":
    case "mean": {
      const each = of(over.value);
      const sum = { ...each, whole: each.whole + LENGTH.whole };
      return fold.kind === "sum" ? sum : { ...sum, places: sum.places + DIGITS + LENGTH.whole };
    }
    case "min":
    case "max":
    case "at":
      return of(over.value);
    default:
      return LENGTH;
  }
}

/** Of a number of elements: at most 1000. */
const LENGTH: Size = { whole: LIST_DIGITS, places: 0, endless: false };

export function emitFold(node: Node, emitter: Emitter): Cell | null {
  const folded = emitter.with.folds.of(node);
  if (folded === null) return null;
  const cell = emit(folded.over, folded.fold, node, emitter);
  if (folded.opened) return cell;
  const whole = node.args.map((a) => unknownIn(a, emitter));
  const open = emitter.with.plan.atom(some([isOpen(cell), ...whole]));
  return { value: sql`CASE WHEN NOT ${open} THEN ${cell.value} END`, open };
}

/** Whether any part of a value is undetermined. */
function unknownIn(node: Node, emitter: Emitter): Sql {
  if (node.sort !== "other") return isOpen(emitter.cell(node));
  if (node.data.op === "record") return some(node.args.map((a) => unknownIn(a, emitter)));
  const over = emitter.with.lists.ofNode(node);
  return over === null ? FALSE : isOpen(emit(over, { kind: "known" }, node, emitter));
}

function emit(over: Listed, fold: Fold, node: Node, emitter: Emitter): Cell {
  switch (over.kind) {
    case "none":
      return { value: raw(`NULL::${sqlTypeOf(node)}`, true), open: FALSE };
    case "elements":
      return over.columns === null
        ? { value: raw(`NULL::${sqlTypeOf(node)}`, true), open: TRUE }
        : overElements(over, over.columns, fold, node, emitter);
    case "choice": {
      const { plan } = emitter.with;
      const c = emitter.cell(over.condition);
      const condition = plan.atom(c.value);
      const [then, otherwise] = [
        emit(over.then, fold, node, emitter),
        emit(over.otherwise, fold, node, emitter),
      ];
      const open = chosen(c, condition, then.open ?? FALSE, otherwise.open ?? FALSE, TRUE);
      return { value: chosen(c, condition, then.value, otherwise.value, null), open };
    }
  }
}

const sqlTypeOf = (node: Node): "boolean" | "numeric" | "text" =>
  node.sort === "boolean" ? "boolean" : node.sort === "ordered" ? "numeric" : "text";

function foldOf(node: Node, lists: Lists): Folded | null {
  const own = lists.expression(node);
  const scalar = own === null ? null : ofExpr(own.expr, own.env, lists);
  if (scalar !== null) return fits(scalar, node) ? scalar : null;
  if (node.sort !== "other") return null;
  const over = lists.ofNode(node);
  return over === null ? null : { fold: { kind: "list" }, over, opened: true };
}

function ofExpr(expr: Expr, env: Env, lists: Lists): Folded | null {
  switch (expr.kind) {
    case "call":
      return ofCall(expr, env, lists);
    case "quantified": {
      const [iterator, second] = expr.iterators;
      if (iterator === undefined || second !== undefined || iterator.until !== null) return null;
      const over = mapped(lists.of(iterator.source, env), (e) => ({
        ...e,
        value: env.translate(expr.condition, bind(env, new Map([[iterator.name, e.value]]))),
      }));
      return over === null ? null : { fold: { kind: expr.quantifier }, over, opened: opens(over) };
    }
    case "path": {
      const whole = ofExpr(expr.object, env, lists);
      if (whole?.fold.kind !== "at") return null;
      const over = mapped(whole.over, (e) => {
        const value = fieldOf(e.value, expr.name);
        return value === null ? null : { ...e, value };
      });
      return over === null ? null : { ...whole, over };
    }
    case "filter": {
      const position = env.translate(expr.condition, env);
      const over = position.unit === "number" ? lists.of(expr.list, env) : null;
      const same = (e: Elements): boolean => env.translate(expr.condition, within(e.value, env)) === position;
      const all = mapped(over, (e) => (e.present === env.graph.yes && same(e) ? e : null));
      return all === null ? null : { fold: { kind: "at", position }, over: all, opened: false };
    }
    default:
      return null;
  }
}

const OF_ONE_LIST: Readonly<Record<string, Fold>> = {
  sum: { kind: "sum" },
  mean: { kind: "mean" },
  min: { kind: "min" },
  max: { kind: "max" },
  count: { kind: "count" },
  any: { kind: "some" },
  all: { kind: "every" },
};

function ofCall(expr: Call, env: Env, lists: Lists): Folded | null {
  const name = calledName(expr, env);
  const [list, item, third] = expr.args;
  if (name === null || list === undefined || third !== undefined) return null;
  if (name === "list contains" && item !== undefined) {
    const over = lists.of(list, env);
    const fold = { kind: "contains", item: env.translate(item, env) } as const;
    return over === null ? null : { fold, over, opened: false };
  }
  if (item !== undefined) return null;
  if (name === "count" && list.kind === "call" && calledName(list, env) === "distinct values") {
    const [values, other] = list.args;
    const over = values === undefined || other !== undefined ? null : lists.of(values, env);
    return over === null ? null : { fold: { kind: "count distinct" }, over, opened: false };
  }
  const fold = Object.hasOwn(OF_ONE_LIST, name) ? OF_ONE_LIST[name] : undefined;
  const over = fold === undefined ? null : lists.of(list, env);
  if (fold === undefined || over === null) return null;
  return { fold, over, opened: OPENED[name]?.(over, env.graph.yes) ?? false };
}

const opens = (over: Listed): boolean => over.kind === "elements" && over.opened;

/** As the graph does it: an extreme only of elements that are all certain to be there. */
const OPENED: Readonly<Record<string, (over: Listed, yes: Node) => boolean>> = {
  sum: opens,
  count: opens,
  min: (over, yes) => opens(over) && over.kind === "elements" && over.present === yes,
  max: (over, yes) => opens(over) && over.kind === "elements" && over.present === yes,
};

const calledName = (expr: Call, env: Env): string | null =>
  expr.callee.kind === "name" && expr.named.length === 0 && env.lookup(expr.callee.name) === undefined
    ? expr.callee.name
    : null;

/** Whether the elements are of the sort that the fold is written for. */
function fits({ fold, over }: Pick<Folded, "fold" | "over">, node: Node): boolean {
  const good = (e: Elements): boolean => {
    const { sort, unit } = e.value;
    switch (fold.kind) {
      case "sum":
      case "mean":
        return unit === "number" && node.unit === "number";
      case "min":
      case "max":
        return sort === "ordered" && unit === node.unit;
      case "some":
      case "every":
        return sort === "boolean";
      case "count distinct":
        return sort !== "other";
      case "contains":
        return (
          sort !== "other" && (isNothing(fold.item) || (sort === fold.item.sort && unit === fold.item.unit))
        );
      case "at":
        return sort !== "other" && sort === node.sort && unit === node.unit;
      case "count":
      case "list":
      case "known":
        return true;
    }
  };
  return mapped(over, (e) => (good(e) ? e : null)) !== null;
}
