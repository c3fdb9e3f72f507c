/** Patterns of XPath's `fn:matches` (XPath Functions §7.6.1: XML Schema patterns with anchors and groups). */

/** Whether a character (by its code point) belongs. */
export type CharTest = (code: number) => boolean;

export type Pattern =
  | { readonly kind: "char"; readonly test: CharTest }
  | { readonly kind: "start" }
  | { readonly kind: "end" }
  | { readonly kind: "sequence"; readonly items: readonly Pattern[] }
  | { readonly kind: "choice"; readonly options: readonly Pattern[] }
  /** `group` is null for `(?:…)`. */
  | { readonly kind: "group"; readonly group: number | null; readonly of: Pattern }
  | { readonly kind: "back"; readonly group: number }
  | {
      readonly kind: "repeat";
      readonly of: Pattern;
      readonly min: number;
      readonly max: number;
      readonly greedy: boolean;
    };

export interface Flags {
  /** `.` matches line ends too. */
  readonly s: boolean;
  /** `^` and `$` match at line ends too. */
  readonly m: boolean;
  /** Upper and lower case are one. */
  readonly i: boolean;
  /** White space in the pattern does not count. */
  readonly x: boolean;
  /** The pattern is plain text. */
  readonly q: boolean;
}

/** Null where `text` has a letter that is no flag. */
export function readFlags(text: string): Flags | null {
  if (!/^[smixq]*$/u.test(text)) return null;
  const has = (flag: string): boolean => text.includes(flag);
  return { s: has("s"), m: has("m"), i: has("i"), x: has("x"), q: has("q") };
}

/** Thrown inside the parser of patterns; FEEL makes null of it. */
export class PatternError extends Error {}
