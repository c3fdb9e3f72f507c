/** JSON whose numbers are exact, and FEEL values from and to it. */
import { limitError, type Meter, newMeter, spend, VALUE_DEPTH_MAX } from "./limits.ts";
import { show, showNumber } from "./show.ts";
import { context, isList, isNumber, type Num, num, parseNumber, type Value } from "./value.ts";

/** JSON as `parseJson` gives it: numbers are `Num`. JavaScript numbers are taken by their shortest decimal. */
export type Json =
  | null
  | boolean
  | number
  | string
  | Num
  | readonly Json[]
  | { readonly [key: string]: Json };

/** The value of a JSON document: objects become contexts, strings stay strings. NaN and infinities become null. */
export function fromJson(json: Json): Value {
  if (json === null || typeof json === "boolean" || typeof json === "string" || isNum(json)) return json;
  if (typeof json === "number") return Number.isFinite(json) ? num(json) : null;
  if (isArray(json)) return json.map(fromJson);
  return context(Object.entries(json).map(([key, item]) => [key, fromJson(item)] as const));
}

const isNum = (json: Json): json is Num => isNumber(json as Value);
const isArray = (json: Json): json is readonly Json[] => Array.isArray(json);

/** Dates, times, durations, ranges and functions become their FEEL text; numbers stay exact. @throws FeelLimitError */
export function toJson(value: Value): Json {
  return jsonOf(value, newMeter(), 0);
}

function jsonOf(value: Value, meter: Meter, depth: number): Json {
  spend(meter, 1);
  if (depth > VALUE_DEPTH_MAX) throw limitError("values nested too deeply", "值嵌套过深");
  if (value === null || typeof value === "boolean" || typeof value === "string" || isNumber(value))
    return value;
  if (isList(value)) return value.map((item) => jsonOf(item, meter, depth + 1));
  if (value.kind !== "context") return show(value);
  return Object.fromEntries([...value.entries].map(([key, item]) => [key, jsonOf(item, meter, depth + 1)]));
}

/** JSON text. Numbers are written in full, never with an exponent. */
export function printJson(json: Json, indent = 0): string {
  return print(json, indent, "");
}

function print(json: Json, indent: number, margin: string): string {
  if (json === null || typeof json === "boolean") return String(json);
  if (typeof json === "string") return JSON.stringify(json);
  if (typeof json === "number") return Number.isFinite(json) ? showNumber(num(json)) : "null";
  if (isNum(json)) return showNumber(json);
  const inner = margin + " ".repeat(indent);
  const [open, close] = isArray(json) ? ["[", "]"] : ["{", "}"];
  const items = isArray(json)
    ? json.map((item) => print(item, indent, inner))
    : Object.entries(json).map(
        ([key, item]) => `${JSON.stringify(key)}:${indent > 0 ? " " : ""}${print(item, indent, inner)}`,
      );
  if (items.length === 0) return open + close;
  if (indent === 0) return open + items.join(",") + close;
  return `${open}\n${inner}${items.join(`,\n${inner}`)}\n${margin}${close}`;
}

/** Text that is no JSON, with the offset of what is wrong. */
export class JsonError extends Error {
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.name = "JsonError";
    this.offset = offset;
  }
}

const DEPTH_MAX = 500;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d{1,6})?/uy;
const STRING = /"(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4}))*"/uy;
const SPACE = /[ \t\n\r]*/uy;

/** Reads JSON text without losing a digit of its numbers. @throws JsonError */
export function parseJson(text: string): Json {
  return new JsonReader(text).document();
}

class JsonReader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text.startsWith("\ufeff") ? text.slice(1) : text;
  }

  document(): Json {
    const value = this.#value(0);
    this.#match(SPACE);
    if (this.#at < this.#text.length) throw this.#wrong("something follows the value");
    return value;
  }

  #wrong(message: string): JsonError {
    return new JsonError(message, this.#at);
  }

  #match(pattern: RegExp): string | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0] ?? null;
    if (found !== null) this.#at += found.length;
    return found;
  }

  #take(sign: string): boolean {
    this.#match(SPACE);
    if (!this.#text.startsWith(sign, this.#at)) return false;
    this.#at += sign.length;
    return true;
  }

  #value(depth: number): Json {
    if (depth > DEPTH_MAX) throw this.#wrong(`nested more than ${DEPTH_MAX} levels deep`);
    if (this.#take("{")) return this.#object(depth);
    if (this.#take("[")) return this.#array(depth);
    if (this.#take("true")) return true;
    if (this.#take("false")) return false;
    if (this.#take("null")) return null;
    if (this.#text.charAt(this.#at) === '"') return this.#string();
    const digits = this.#match(NUMBER);
    const number = digits === null ? null : parseNumber(digits);
    if (number === null) throw this.#wrong(digits === null ? "no JSON value" : "the number is too large");
    return number;
  }

  #string(): string {
    const found = this.#match(STRING);
    if (found === null) throw this.#wrong("a string is not closed, or has a wrong character");
    return JSON.parse(found) as string;
  }

  #array(depth: number): Json {
    const items: Json[] = [];
    if (this.#take("]")) return items;
    do items.push(this.#value(depth + 1));
    while (this.#take(","));
    if (!this.#take("]")) throw this.#wrong("an array goes on with , or ends with ]");
    return items;
  }

  #object(depth: number): Json {
    const entries = new Map<string, Json>();
    if (this.#take("}")) return {};
    do {
      this.#match(SPACE);
      const key = this.#string();
      if (entries.has(key)) throw this.#wrong(`the key ${JSON.stringify(key)} stands twice`);
      if (!this.#take(":")) throw this.#wrong("a key is followed by :");
      entries.set(key, this.#value(depth + 1));
    } while (this.#take(","));
    if (!this.#take("}")) throw this.#wrong("an object goes on with , or ends with }");
    return Object.fromEntries(entries);
  }
}
