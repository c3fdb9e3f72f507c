/** The names of the built-in functions. */
import type { Mode } from "../mode.ts";

const FEEL = `date|date and time|time|number|string|duration|years and months duration|not
|substring|string length|upper case|lower case|substring before|substring after|replace|contains|starts with
|ends with|matches|split|string join
|list contains|count|min|max|sum|mean|all|any|sublist|append|concatenate|insert before|remove|list replace
|reverse|index of|union|distinct values|flatten|product|median|stddev|mode|sort
|decimal|floor|ceiling|round up|round down|round half up|round half down|abs|modulo|sqrt|log|exp|odd|even
|is|before|after|meets|met by|overlaps|overlaps before|overlaps after|finishes|finished by|includes|during
|starts|started by|coincides|range
|day of year|day of week|month of year|week of year
|get value|get entries|context|context put|context merge`;

/** They read a clock, so they are no part of terms. */
const CLOCK = "now|today";

/** The language's own, only in terms (terms-language §1, "Time"). */
const TERMS = `statutory holiday|day off|working days between|add working days|full years between
|full months between|age`;

const split = (text: string): string[] => text.split("|").map((name) => name.trim());

const NAMES: Readonly<Record<Mode, ReadonlySet<string>>> = {
  feel: new Set([...split(FEEL), ...split(CLOCK)]),
  terms: new Set([...split(FEEL), ...split(TERMS)]),
};

/** Names of the functions that exist in `mode`. */
export const builtinNames = (mode: Mode): ReadonlySet<string> => NAMES[mode];

const PROPERTIES = ["start included", "end included", "time offset", "days and time duration"];

/** Names with spaces that the grammar must know everywhere: functions, properties, types. */
export const SPACED_BUILTINS: readonly string[] = [
  ...new Set([...NAMES.feel, ...NAMES.terms, ...PROPERTIES]),
].filter((name) => name.includes(" "));
