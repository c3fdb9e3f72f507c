/** One value of a column, exact and checked as the engine checks it. */
import { wholeDomain } from "../facts/domain.ts";
import { type Num, num } from "../feel/value.ts";
import type { FactDecl, FactType } from "../terms/model.ts";
import { every, numberLiteral, raw, type Sql, sql, textLiteral } from "./text.ts";

/** Values past these are left to the engine, so that every number's digits are known beforehand. */
export const WHOLE = 15;
export const PLACES = 9;
/** Years 1 to 9999, in days and in seconds. */
export const FIRST_DAY = -719_162;
export const LAST_DAY = 2_932_896;

/** The value in the graph's unit, or null where the engine would not take it. */
export function factValue(decl: FactDecl, from: Sql, none: Sql | null): Sql {
  const unlessNone = none === null ? [] : [sql`NOT ${none}`];
  const { type } = decl;
  switch (type.kind) {
    case "boolean":
      return none === null
        ? sql`(${from} = TRUE)`
        : sql`CASE WHEN ${every(unlessNone)} THEN ${from} = TRUE END`;
    case "string":
      return when(unlessNone, sql`${from}::text COLLATE "C"`);
    case "one of":
      return member(type.members, from, unlessNone);
    case "money":
    case "number": {
      // `min_scale` takes numbers that are exact only: a column of floating point is an error, not a guess.
      const places = sql`min_scale(${from}) <= ${raw(type.kind === "money" ? "2" : String(PLACES))}`;
      const short = sql`abs(${from}) < ${numberLiteral(num(10).pow(WHOLE))}`;
      return when([...unlessNone, short, places, ...limits(decl, from)], sql`${from}::numeric`);
    }
    default:
      return temporal(decl, from, unlessNone);
  }
}

function member(members: readonly (string | Num)[], from: Sql, unlessNone: readonly Sql[]): Sql {
  const literals = members.map((m) => (typeof m === "string" ? textLiteral(m) : numberLiteral(m)));
  const list = literals.reduce((whole, m, i) => (i === 0 ? m : sql`${whole}, ${m}`), raw(""));
  const value = members.every((m) => typeof m === "string")
    ? sql`${from}::text COLLATE "C"`
    : sql`(${from} + 0::numeric)`;
  return when([...unlessNone, sql`${value} IN (${list})`], value);
}

const when = (conditions: readonly Sql[], value: Sql): Sql =>
  conditions.length === 0 ? value : sql`CASE WHEN ${every(conditions)} THEN ${value} END`;

/** Finite first, then in the graph's unit, then its limits. */
function temporal(decl: FactDecl, from: Sql, unlessNone: readonly Sql[]): Sql {
  const finite = [...unlessNone, sql`isfinite(${from})`];
  const value = seconds(decl.type, from);
  const range = limits(decl, value.amount);
  return when(finite, when([...value.conditions, ...range], value.amount));
}

function seconds(type: FactType, from: Sql): { amount: Sql; conditions: readonly Sql[] } {
  const between = (x: Sql, low: number, high: number): Sql =>
    sql`${x} BETWEEN ${raw(String(low))} AND ${raw(String(high))}`;
  switch (type.kind) {
    case "date": {
      const amount = sql`(${from} - DATE '1970-01-01')::numeric`;
      return { amount, conditions: [between(amount, FIRST_DAY, LAST_DAY)] };
    }
    case "date and time": {
      const amount = sql`extract(epoch FROM ${from})`;
      // Only a time with a zone has `timezone`: one without would be read by the session's own clock.
      const zoned = sql`extract(timezone FROM ${from}) IS NOT NULL`;
      return { amount, conditions: [zoned, between(amount, (FIRST_DAY + 1) * 86_400, LAST_DAY * 86_400)] };
    }
    case "years and months duration": {
      const amount = sql`(extract(year FROM ${from}) * 12 + extract(month FROM ${from}))`;
      const whole = sql`${from} = ${amount}::int * INTERVAL '1 month'`;
      const days = sql`extract(day FROM ${from}) = 0`;
      return { amount, conditions: [between(amount, -119_988, 119_988), whole, days] };
    }
    default: {
      const months = sql`extract(year FROM ${from}) = 0 AND extract(month FROM ${from}) = 0`;
      const amount = sql`extract(epoch FROM ${from})`;
      return { amount, conditions: [months, between(amount, -315_537_897_600, 315_537_897_600)] };
    }
  }
}

/** As the engine: past the limits of the declaration is an error; off its grid is not. */
function limits(decl: FactDecl, value: Sql): readonly Sql[] {
  const domain = wholeDomain(decl);
  if (domain.kind !== "range") return [];
  const low = domain.low.isFinite() ? [sql`${value} >= ${numberLiteral(domain.low)}`] : [];
  return domain.high.isFinite() ? [...low, sql`${value} <= ${numberLiteral(domain.high)}`] : low;
}
