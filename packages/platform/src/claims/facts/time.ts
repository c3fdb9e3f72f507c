import { timeInChina } from "../../kernel/clock.ts";
import type { Value } from "./form.ts";

const TIME = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::(\d{2})(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$/;

/** A date and time to the second, +08:00 where it does not say, in the form `2024-10-02T08:12:05+08:00`; else null. */
export const readDateTime = (text: string): Value | null => {
  const match = TIME.exec(text);
  if (!match) return null;
  const [, day = "", minutes = "", seconds = "00", offset = "+08:00"] = match;
  const real = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(real.getTime()) || real.toISOString().slice(0, 10) !== day) return null;
  const at = new Date(`${day}T${minutes}:${seconds}${offset}`);
  if (Number.isNaN(at.getTime())) return null;
  return { json: timeInChina(at), rank: BigInt(at.getTime()) };
};
