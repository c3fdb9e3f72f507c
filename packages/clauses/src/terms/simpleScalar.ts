/** Single values of simple YAML: plain texts of one line as the core schema of YAML 1.2 takes them, and quoted ones. */
import type { LocatedScalar } from "./located.ts";

/** Begins what is no plain text. A dash begins one where no space follows. */
const INDICATORS = new Set("?:,[]{}#&*!|>'\"%@`");
const NULL = /^(?:~|[Nn]ull|NULL)$/;
const BOOLEAN = /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/;
const NUMBER =
  /^(?:[-+]?\d+|0o[0-7]+|0x[\da-fA-F]+|[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
/** What does not begin so is a text: most values, which need no look at the expressions above. */
const MAY_BE_OTHER = new Set("~nNtTfF+-.0123456789");

/** Whether a plain text may begin at this place of a line, in and outside brackets alike. */
export function beginsPlain(line: string, at: number): boolean {
  const first = line[at] ?? " ";
  if (first !== "-") return first !== " " && !INDICATORS.has(first);
  const next = line[at + 1] ?? " ";
  return next !== " " && !INDICATORS.has(next);
}

/** A plain value from its text, without the spaces around it. */
export function plainScalar(source: string, line: number, column: number): LocatedScalar {
  const is = kindOf(source);
  const text = is === "null" ? "" : is === "boolean" ? source.toLowerCase() : source;
  return { kind: "scalar", text, is, block: false, quoted: false, line, column };
}

function kindOf(text: string): LocatedScalar["is"] {
  if (!MAY_BE_OTHER.has(text[0] ?? "")) return "string";
  if (NUMBER.test(text)) return "number";
  if (BOOLEAN.test(text)) return "boolean";
  return NULL.test(text) ? "null" : "string";
}

/**
 * Where the quoted text that begins at this place of a line ends, past its closing quote; 0 where it does not end
 * there, or has escapes.
 */
export function endOfQuoted(line: string, at: number): number {
  const quote = line[at] ?? "";
  let end = line.indexOf(quote, at + 1);
  while (quote === "'" && end >= 0 && line[end + 1] === "'") end = line.indexOf("'", end + 2);
  return quote === '"' && line.slice(at, end).includes("\\") ? 0 : end + 1;
}

export function quotedScalar(source: string, line: number, column: number): LocatedScalar {
  const inner = source.slice(1, -1);
  const text = source.startsWith("'") ? inner.replaceAll("''", "'") : inner;
  return { kind: "scalar", text, is: "string", block: false, quoted: true, line, column };
}
