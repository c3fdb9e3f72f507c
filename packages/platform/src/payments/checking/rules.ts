import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { z } from "zod";
import { CheckId } from "../contract.ts";

const Name = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const Check = z.strictObject({
  check: CheckId,
  level: z.enum(["block", "warn"]),
  /** How far back to look, calendar days in China, the day of the order included. */
  days: z.int().min(1).max(3660).optional(),
  name: Name,
});
const Rules = z.strictObject({ checks: z.array(Check).min(1) });

/** 付款前核对 as data: each check once. */
export type CheckRule = z.infer<typeof Check>;

/** @throws z.ZodError naming the field; Error where a check stands twice or one that looks back has no number of days */
export const readRules = (yaml: string): readonly CheckRule[] => {
  const { checks } = Rules.parse(parse(yaml));
  if (new Set(checks.map(({ check }) => check)).size !== checks.length)
    throw new Error("payments: a check stands twice in checks.yaml");
  for (const { check, days } of checks)
    if ((check === "duplicate" || check === "new-account") && days === undefined)
      throw new Error(`payments: the check ${check} in checks.yaml needs days`);
  return checks;
};

/** The sources' folder, beside `src` and `dist` alike: the compiler copies no YAML. */
const FILE = fileURLToPath(new URL("../../../src/payments/rules/checks.yaml", import.meta.url));

let loaded: readonly CheckRule[] | null = null;
export const checkRules = (): readonly CheckRule[] => {
  loaded ??= readRules(readFileSync(FILE, "utf8"));
  return loaded;
};
