/** A first look at a source, before parsing: what would overflow the parser, and signs that mislead it. */
import { DEPTH_MAX, SOURCE_LENGTH_MAX } from "./limits.ts";
import { hasLookalike, LOOKALIKES } from "./names.ts";
import type { FeelSyntaxError } from "./problem.ts";
import { syntaxError, tooDeep } from "./syntax-error.ts";

/** Strings, comments, and single signs outside them. */
const LEXEME = /"(?:\\.|[^"\\])*"?|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|[\s\S]/gu;
const CLOSED_STRING = /^"(?:\\.|[^"\\])*"$/su;
/** Every string is closed, and there is no comment. */
const PLAIN = /^(?:[^"/]|"(?:\\.|[^"\\])*"|\/(?![/*]))*$/su;
const OPEN = "([{";
const CLOSE = ")]}";

/** What is wrong with `source` as text, or null. */
export function scan(source: string): FeelSyntaxError | null {
  if (source.length > SOURCE_LENGTH_MAX) {
    return syntaxError(0, source.length, {
      message: `the expression is longer than ${SOURCE_LENGTH_MAX} characters`,
      hint: "split it into several definitions",
      zh: { message: `表达式超过 ${SOURCE_LENGTH_MAX} 个字符`, hint: "请拆成几个定义" },
    });
  }
  // Most sources are too short to nest too deeply: one look tells that nothing is wrong with them.
  if (source.length <= DEPTH_MAX && PLAIN.test(source)) return null;
  let depth = 0;
  for (const { 0: text, index } of source.matchAll(LEXEME)) {
    if (text.startsWith('"')) {
      if (!CLOSED_STRING.test(text)) return unclosed(index, source.length, '"');
    } else if (text.startsWith("/*")) {
      if (!text.endsWith("*/") || text.length < 4) return unclosed(index, source.length, "*/");
    } else if (OPEN.includes(text)) {
      depth++;
      if (depth > DEPTH_MAX) return tooDeep(index, index + 1);
    } else if (CLOSE.includes(text) && depth > 0) {
      depth--;
    }
  }
  return null;
}

/** A full-width sign outside strings and declared names: it would silently become part of a name. */
export function lookalikeIn(source: string, names: ReadonlySet<string>): FeelSyntaxError | null {
  if (!hasLookalike(source)) return null;
  for (const { 0: text, index } of source.matchAll(LEXEME)) {
    const plain = LOOKALIKES.get(text);
    if (plain === undefined || [...names].some((name) => name.includes(text))) continue;
    return syntaxError(index, index + text.length, {
      message: `“${text}” is a full-width or typographic sign`,
      hint: `write ${JSON.stringify(plain)}`,
      zh: { message: `“${text}”是全角或排版符号`, hint: `请改用半角 ${JSON.stringify(plain)}` },
    });
  }
  return null;
}

/** `range<…>` where a type stands, which lezer-feel does not know. */
const RANGE_TYPE = /(?<=(?:instance\s+of|->|[:<,])\s*)range</gu;

/**
 * The source as lezer-feel can read it: `range<` in a type becomes `list <`, which is as long and has the
 * same shape. Whoever reads the tree sees in the true source which of the two it was.
 */
export function standIn(source: string): string {
  if (!source.includes("range<")) return source;
  let out = "";
  let plain = "";
  for (const { 0: text } of source.matchAll(LEXEME)) {
    if (text.length === 1 || !/^["/]/u.test(text)) plain += text;
    else {
      out += plain.replace(RANGE_TYPE, "list <") + text;
      plain = "";
    }
  }
  return out + plain.replace(RANGE_TYPE, "list <");
}

function unclosed(from: number, to: number, end: string): FeelSyntaxError {
  return syntaxError(from, to, {
    message: end === '"' ? "a string is not closed" : "a comment is not closed",
    hint: `end it with ${end}`,
    zh: { message: end === '"' ? "文本没有结束" : "注释没有结束", hint: `请以 ${end} 结尾` },
  });
}
