/** Names as FEEL has them: sequences of tokens, in which white space and its amount do not count. */

/** One spelling for one name: single spaces between words, none around the symbols a name may hold. */
export function canonicalName(text: string): string {
  return text
    .replace(/\s*([./\-'+*])\s*/gu, "$1")
    .replace(/\s+/gu, " ")
    .trim();
}

const KEYWORDS: ReadonlySet<string> = new Set([
  "and",
  "between",
  "else",
  "every",
  "external",
  "false",
  "for",
  "function",
  "if",
  "in",
  "instance",
  "null",
  "or",
  "return",
  "satisfies",
  "some",
  "then",
  "true",
]);

const START =
  "A-Z_a-z\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u02ff\\u0370-\\u037d\\u037f-\\u1fff\\u200c-\\u200d" +
  "\\u2070-\\u218f\\u2c00-\\u2fef\\u3001-\\ud7ff\\uf900-\\ufdcf\\ufdf0-\\ufffd\\u{10000}-\\u{effff}";
const PART = `${START}0-9\\u00b7\\u0300-\\u036f\\u203f-\\u2040`;
const NAME = new RegExp(`^[${START}][${PART}]*(?:[ ./\\-'+*]+[${PART}]+)*$`, "u");

/** Full-width signs that look like operators or brackets and would silently become part of a name. */
export const LOOKALIKES: ReadonlyMap<string, string> = new Map([
  ["（", "("],
  ["）", ")"],
  ["，", ","],
  ["、", ","],
  ["：", ":"],
  ["；", ";"],
  ["＋", "+"],
  ["－", "-"],
  ["＊", "*"],
  ["／", "/"],
  ["＝", "="],
  ["＜", "<"],
  ["＞", ">"],
  ["［", "["],
  ["］", "]"],
  ["【", "["],
  ["】", "]"],
  ["｛", "{"],
  ["｝", "}"],
  ["．", "."],
  ["。", "."],
  ["＂", '"'],
  ["“", '"'],
  ["”", '"'],
  ["≥", ">="],
  ["≤", "<="],
  ["≠", "!="],
  ["×", "*"],
  ["÷", "/"],
  ["\u3000", " "],
]);

const LOOKALIKE = new RegExp(`[${[...LOOKALIKES.keys()].join("")}]`, "u");

/** Whether one of these signs is anywhere in `text`. */
export const hasLookalike = (text: string): boolean => LOOKALIKE.test(text);

/** Whether `text` can be declared as a name: FEEL's grammar rules 25 to 30, and no keyword or lookalike sign. */
export function isName(text: string): boolean {
  return NAME.test(text) && !KEYWORDS.has(text) && !hasLookalike(text);
}

/** The declared name nearest to `name`, if one is near enough to be what was meant. */
export function nearestName(name: string, declared: Iterable<string>): string | null {
  let best: string | null = null;
  let least = Math.max(1, Math.floor([...name].length / 2)) + 1;
  for (const candidate of declared) {
    const d = distance(name, candidate, least);
    // What shares no character was not what was meant.
    if (d < least && d < Math.max(name.length, candidate.length)) {
      least = d;
      best = candidate;
    }
  }
  return best;
}

/** Levenshtein distance, or `limit` where it is at least that. */
function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return Math.min(row[b.length] ?? limit, limit);
}
