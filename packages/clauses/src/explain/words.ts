/** What a line of an explanation is made of; the decision's own `shows` and the readable explanation word it differently. */
import type { MoneyRange } from "../decide/decision.ts";
import type { Node } from "../ir/node.ts";
import type { Clause, Effect, Formula } from "../terms/model.ts";

type Of<K extends Effect["kind"]> = Extract<Effect, { kind: K }>;
export type Condition = Of<"require" | "exclude" | "refer">;

/** How a condition stands: it bites, it is met (or absent), it is open, or it cannot be computed. */
export type Standing = "bites" | "met" | "open" | "null";

export interface Words {
  /** A clause whose guard is false. */
  notApplying(guard: Formula): string;
  /** Put before a line of a clause whose guard is open. */
  ifSo(guard: Formula): string;
  condition(effect: Condition, standing: Standing): string;
  pay(clause: Clause, effect: Of<"pay">, due: MoneyRange | null): string;
  cap(effect: Of<"cap">): string;
  flag(effect: Of<"flag">): string;
  /** `values` are the clause's own, by name. */
  define(clause: Clause, effect: Of<"define">, values: ReadonlyMap<string, Node>): string;
  table(clause: Clause, effect: Of<"table">, values: ReadonlyMap<string, Node>): string;
}
