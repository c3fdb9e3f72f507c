/** Examples in a sentence. */
import { jsonOf } from "../decide/render.ts";
import type { Unit, Val } from "../ir/node.ts";
import type { Words } from "../terms/where.ts";

export interface ShownValue {
  /** The fact, or the column as it is written. */
  readonly name: string;
  readonly value: Val;
  readonly unit: Unit | null;
}

/** `甲 = 1, 乙 = true`, as facts write values; in Chinese as people say them. */
export const shownValues = (all: readonly ShownValue[]): Words => [
  all.map(({ name, value, unit }) => `${name} = ${english(value, unit)}`).join(", "),
  all.map(({ name, value, unit }) => `${name} = ${chinese(value, unit)}`).join("，"),
];

const english = (value: Val, unit: Unit | null): string =>
  value === null ? "(none)" : String(jsonOf(value, unit));

function chinese(value: Val, unit: Unit | null): string {
  if (value === null) return "（无）";
  return typeof value === "boolean" ? (value ? "是" : "否") : String(jsonOf(value, unit));
}
