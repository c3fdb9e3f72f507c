/** A look at YAML's tokens before any tree is made of them: what nests or repeats too much is refused early. */
import { Lexer } from "yaml";
import type { Place } from "./located.ts";

/** Past these a document is refused: nobody signs such a promise. Rows are those of one table. */
export const LIMITS = {
  characters: 1_000_000,
  depth: 40,
  nodes: 50_000,
  clauses: 600,
  rows: 1_000,
  exceptions: 40,
  exceptionDepth: 20,
} as const;

/** Spaces before a line: nesting by indentation. */
const INDENT_MAX = 400;
const SCALAR = "\x1f";

/** The first place at which the text nests deeper or holds more values than the limits; null where it does not. */
export function tooMuch(text: string): Place | null {
  let [line, brackets, dashes, values] = [1, 0, 0, 0];
  let source = false;
  for (const token of new Lexer().lex(text)) {
    // What follows the mark of a scalar is its text, whatever it looks like.
    const first = source ? SCALAR : token[0];
    if (first === "[" || first === "{" || first === "-" || first === "?") values++;
    if (first === "[" || first === "{") brackets++;
    else if (first === "]" || first === "}") brackets = Math.max(0, brackets - 1);
    else if (first === "-" || first === "?") dashes++;
    else if (source || first === '"' || first === "'" || first === "*") values++;
    else if (first === " " && token.length > INDENT_MAX) return { line, column: 1 };
    if (brackets > LIMITS.depth || dashes > LIMITS.depth || values > LIMITS.nodes) return { line, column: 1 };
    const breaks = lineBreaks(token);
    if (breaks > 0) dashes = 0;
    line += breaks;
    source = !source && token === SCALAR;
  }
  return null;
}

function lineBreaks(token: string): number {
  let count = 0;
  for (let i = token.indexOf("\n"); i >= 0; i = token.indexOf("\n", i + 1)) count++;
  return count;
}
