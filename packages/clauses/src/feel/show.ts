/** Values as text, the way FEEL's `string` writes them. */
import { checkText, limitError, VALUE_DEPTH_MAX } from "./limits.ts";
import { isName } from "./names.ts";
import { showDate, showDateTime, showDays, showMonths, showTime } from "./time/show.ts";
import { type FeelContext, type FeelRange, isList, isNumber, type Num, type Value } from "./value.ts";

/** A number in full, without exponent and without needless zeros. */
export const showNumber = (n: Num): string => n.toFixed();

/**
 * The text of a value: a string is itself; inside lists, contexts and ranges it is quoted.
 * @throws FeelLimitError where the text would be too long
 */
export function show(value: Value): string {
  if (typeof value === "string") return value;
  const out = new Writer();
  out.value(value, 0);
  return out.text;
}

export const quote = (text: string): string => `"${text.replace(/[\\"]/gu, "\\$&")}"`;

class Writer {
  text = "";

  write(text: string): void {
    checkText(this.text.length + text.length);
    this.text += text;
  }

  value(value: Value, depth: number): void {
    if (depth > VALUE_DEPTH_MAX) throw limitError("values nested too deeply", "值嵌套过深");
    if (value === null || typeof value === "boolean") this.write(String(value));
    else if (typeof value === "string") this.write(quote(value));
    else if (isNumber(value)) this.write(showNumber(value));
    else if (isList(value)) this.list(value, depth);
    else this.tagged(value, depth);
  }

  list(items: readonly Value[], depth: number): void {
    this.write("[");
    items.forEach((item, i) => {
      if (i > 0) this.write(", ");
      this.value(item, depth + 1);
    });
    this.write("]");
  }

  tagged(value: Exclude<Value, null | boolean | string | Num | readonly Value[]>, depth: number): void {
    switch (value.kind) {
      case "date":
        this.write(showDate(value));
        break;
      case "time":
        this.write(showTime(value));
        break;
      case "date and time":
        this.write(showDateTime(value));
        break;
      case "days and time duration":
        this.write(showDays(value));
        break;
      case "years and months duration":
        this.write(showMonths(value));
        break;
      case "range":
        this.range(value, depth);
        break;
      case "context":
        this.context(value, depth);
        break;
      case "function":
        this.write(`function(${value.parameters.join(", ")})`);
        break;
    }
  }

  context({ entries }: FeelContext, depth: number): void {
    let separator = "{";
    for (const [key, value] of entries) {
      this.write(`${separator}${isName(key) ? key : quote(key)}: `);
      this.value(value, depth + 1);
      separator = ", ";
    }
    this.write(entries.size === 0 ? "{}" : "}");
  }

  /** `[1..5]`; with one end absent `< 5`, `>= 1` and so on. */
  range({ low, high, lowIncluded, highIncluded }: FeelRange, depth: number): void {
    if (low === null) this.write(highIncluded ? "<= " : "< ");
    else if (high === null) this.write(lowIncluded ? ">= " : "> ");
    else this.write(lowIncluded ? "[" : "(");
    if (low !== null) this.value(low, depth + 1);
    if (low !== null && high !== null) this.write("..");
    if (high !== null) this.value(high, depth + 1);
    if (low !== null && high !== null) this.write(highIncluded ? "]" : ")");
  }
}
