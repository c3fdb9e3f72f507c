/** `matches`, `replace` and `split`. What XPath calls an error is null. */
import { checkItems, checkText, type Meter } from "../limits.ts";
import { type Flags, PatternError, readFlags } from "./ast.ts";
import { Matcher, type Slots } from "./match.ts";
import { parsePattern } from "./parse.ts";
import { assemble, type Program } from "./program.ts";

interface Prepared {
  readonly program: Program;
  readonly flags: Flags;
}

function prepare(pattern: string, flagText: string): Prepared | null {
  const flags = readFlags(flagText);
  if (flags === null) return null;
  try {
    return { program: assemble(parsePattern(pattern, flags)), flags };
  } catch (error) {
    if (error instanceof PatternError) return null;
    throw error;
  }
}

const codesOf = (text: string): number[] => Array.from(text, (c) => c.codePointAt(0) ?? 0);

/** Whether some part of `input` fits. Null for a wrong pattern or flag. @throws FeelLimitError */
export function matches(input: string, pattern: string, flags: string, meter: Meter): boolean | null {
  const prepared = prepare(pattern, flags);
  if (prepared === null) return null;
  return new Matcher(prepared.program, codesOf(input), prepared.flags, meter).find(0) !== null;
}

/** All matches from left to right, not overlapping. Null where the pattern fits the empty text. */
function allMatches({ program, flags }: Prepared, codes: readonly number[], meter: Meter): Slots[] | null {
  if (new Matcher(program, [], flags, meter).find(0) !== null) return null;
  const matcher = new Matcher(program, codes, flags, meter);
  const found: Slots[] = [];
  for (let at = 0; ; ) {
    const slots = matcher.find(at);
    if (slots === null) return found;
    found.push(slots);
    checkItems(found.length);
    at = Math.max(slots[1] ?? 0, (slots[0] ?? 0) + 1);
  }
}

/** Every match replaced; `$1` stands for a group, `\$` for a dollar. Null where XPath has an error. @throws FeelLimitError */
export function replace(
  input: string,
  pattern: string,
  replacement: string,
  flags: string,
  meter: Meter,
): string | null {
  const prepared = prepare(pattern, flags);
  const template =
    prepared?.flags.q === true ? [replacement] : readTemplate(replacement, prepared?.program.groups ?? 0);
  if (prepared === null || template === null) return null;
  const codes = codesOf(input);
  const found = allMatches(prepared, codes, meter);
  if (found === null) return null;
  let out = "";
  let from = 0;
  for (const slots of found) {
    out += textOf(codes, from, slots[0] ?? 0);
    for (const part of template) out += typeof part === "string" ? part : groupText(codes, slots, part);
    checkText(out.length);
    from = slots[1] ?? 0;
  }
  return out + textOf(codes, from, codes.length);
}

/** Text and numbers of groups; null where a `$` or `\` stands alone. */
function readTemplate(text: string, groups: number): (string | number)[] | null {
  const parts: (string | number)[] = [];
  for (let i = 0; i < text.length; i++) {
    const c = text.charAt(i);
    if (c === "\\") {
      i++;
      const escaped = text.charAt(i);
      if (escaped !== "\\" && escaped !== "$") return null;
      parts.push(escaped);
    } else if (c === "$") {
      i++;
      let digits = text.charAt(i);
      if (!/^\d$/u.test(digits)) return null;
      while (/^\d$/u.test(text.charAt(i + 1)) && Number(digits + text.charAt(i + 1)) <= groups) {
        i++;
        digits += text.charAt(i);
      }
      parts.push(Number(digits));
    } else {
      parts.push(c);
    }
  }
  return parts;
}

function textOf(codes: readonly number[], from: number, to: number): string {
  let text = "";
  for (let i = from; i < to; i++) text += String.fromCodePoint(codes[i] ?? 0);
  return text;
}

function groupText(codes: readonly number[], slots: Slots, group: number): string {
  const [from, to] = [slots[group * 2] ?? -1, slots[group * 2 + 1] ?? -1];
  return from < 0 || to < 0 ? "" : textOf(codes, from, to);
}

/** The parts between the matches. Null for a wrong pattern, or one that fits the empty text. @throws FeelLimitError */
export function split(text: string, delimiter: string, meter: Meter): string[] | null {
  const prepared = prepare(delimiter, "");
  if (prepared === null) return null;
  const codes = codesOf(text);
  const found = allMatches(prepared, codes, meter);
  if (found === null) return null;
  const parts: string[] = [];
  let from = 0;
  for (const slots of found) {
    parts.push(textOf(codes, from, slots[0] ?? 0));
    from = slots[1] ?? 0;
  }
  parts.push(textOf(codes, from, codes.length));
  return parts;
}
