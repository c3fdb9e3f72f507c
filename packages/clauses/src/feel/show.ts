/** Values as text, the way FEEL's `string` writes them. */
import { isName } from "./names.ts";
import { showDate, showDateTime, showDays, showMonths, showTime } from "./time/show.ts";
import { type FeelContext, type FeelRange, isList, isNumber, type Num, type Value } from "./value.ts";

/** A number in full, without exponent and without needless zeros. */
export const showNumber = (n: Num): string => n.toFixed();

/** The text of a value: a string is itself; inside lists, contexts and ranges it is quoted. */
export function show(value: Value): string {
  return typeof value === "string" ? value : showInside(value);
}

function showInside(value: Value): string {
  if (value === null) return "null";
  if (typeof value === "string") return quote(value);
  if (typeof value === "boolean") return String(value);
  if (isNumber(value)) return showNumber(value);
  if (isList(value)) return `[${value.map(showInside).join(", ")}]`;
  switch (value.kind) {
    case "date":
      return showDate(value);
    case "time":
      return showTime(value);
    case "date and time":
      return showDateTime(value);
    case "days and time duration":
      return showDays(value);
    case "years and months duration":
      return showMonths(value);
    case "range":
      return showRange(value);
    case "context":
      return showContext(value);
    case "function":
      return `function(${value.parameters.join(", ")})`;
  }
}

export const quote = (text: string): string => `"${text.replace(/[\\"]/gu, "\\$&")}"`;

function showContext({ entries }: FeelContext): string {
  const shown = [...entries].map(([key, value]) => `${isName(key) ? key : quote(key)}: ${showInside(value)}`);
  return `{${shown.join(", ")}}`;
}

/** `[1..5]`; with one end absent `< 5`, `>= 1` and so on. */
function showRange(range: FeelRange): string {
  const { low, high, lowIncluded, highIncluded } = range;
  if (low === null) return `${highIncluded ? "<=" : "<"} ${showInside(high)}`;
  if (high === null) return `${lowIncluded ? ">=" : ">"} ${showInside(low)}`;
  return `${lowIncluded ? "[" : "("}${showInside(low)}..${showInside(high)}${highIncluded ? "]" : ")"}`;
}
