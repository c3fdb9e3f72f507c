/**
 * Two completions of every row, computed beside it: unknown facts take plain values. A reason that is false in one
 * of them is not certain, whatever else is unknown; a decline may then be settled though other reasons stay open.
 */
import { defaultOf } from "../decide/aim.ts";
import { type RangeDomain, wholeDomain } from "../facts/domain.ts";
import { Num, num } from "../feel/value.ts";
import type { Node, Val } from "../ir/node.ts";
import type { Slot } from "../ir/slots.ts";
import type { FactDecl } from "../terms/model.ts";
import { type Cell, isOpen } from "./cell.ts";
import { Emitter } from "./emit.ts";
import { FALSE, numberLiteral, type Sql, some, sql, TRUE, textLiteral } from "./text.ts";

/** Far enough from zero to fall on the other side of an ordinary limit: seconds of 2024, days of 4707, a million. */
const AWAY = num(1_000_000);
const AWAY_SECONDS = num(1_717_200_000);

/** True where the node is false in one of the two completions; never null. */
export type Denies = (node: Node) => Sql;

export function witnesses(roots: readonly Node[], slots: readonly Slot[], emitter: Emitter): Denies {
  const completions = [false, true].map((up) => {
    const fact = (index: number): Cell => {
      const slot = slots[index];
      // Whether a flag is certain is the same in every completion.
      return slot === undefined
        ? emitter.with.fact(index)
        : completed(slot.decl, emitter.with.fact(index), up);
    };
    return new Emitter({ ...emitter.with, fact, names: new Map() }, roots);
  });
  return (node) => some(completions.map((c) => sql`(${c.cell(node).value} IS FALSE)`));
}

function completed(decl: FactDecl, cell: Cell, up: boolean): Cell {
  const value = plainValue(decl, up);
  if (value === null) return cell;
  if (cell.value.text.startsWith("NULL::")) return { value, open: decl.optional ? FALSE : null };
  if (!decl.optional) return { value: sql`coalesce(${cell.value}, ${value})`, open: null };
  return { value: sql`CASE WHEN ${isOpen(cell)} THEN ${value} ELSE ${cell.value} END`, open: FALSE };
}

/** Null for a list, which stays unknown. */
function plainValue(decl: FactDecl, up: boolean): Sql | null {
  const domain = wholeDomain(decl);
  if (domain.kind === "unknown list") return null;
  if (domain.kind === "range") return literal(up ? high(domain, decl) : defaultOf(domain));
  if (domain.kind === "text") return literal(defaultOf(domain));
  return literal((up ? domain.values.filter((v) => v !== null).at(-1) : domain.values[0]) ?? null);
}

/** A point of the fact's own grid. */
function high(domain: RangeDomain, decl: FactDecl): Val {
  if (domain.high.isFinite()) return domain.high;
  const away = decl.type.kind === "date and time" ? AWAY_SECONDS : AWAY;
  const onGrid = away.minus(domain.origin).div(domain.step).floor().times(domain.step).plus(domain.origin);
  return onGrid.gte(domain.low) ? onGrid : domain.low;
}

function literal(value: Val): Sql | null {
  if (typeof value === "boolean") return value ? TRUE : FALSE;
  if (typeof value === "string") return textLiteral(value);
  return value instanceof Num ? numberLiteral(value) : null;
}
