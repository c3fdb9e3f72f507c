/** Character classes: `[a-z-[aeiou]]`, `\d`, `\p{Lu}` and so on. */
import { type CharTest, type Flags, PatternError } from "./ast.ts";

/** A reader over the code points of a pattern. */
export class Cursor {
  readonly #codes: readonly string[];
  #at = 0;

  constructor(text: string) {
    this.#codes = [...text];
  }

  peek(ahead = 0): string {
    return this.#codes[this.#at + ahead] ?? "";
  }

  next(): string {
    const found = this.peek();
    if (found === "") throw new PatternError("the pattern ends too early");
    this.#at++;
    return found;
  }

  take(wanted: string): boolean {
    if (this.peek() !== wanted) return false;
    this.#at++;
    return true;
  }

  get done(): boolean {
    return this.#at >= this.#codes.length;
  }
}

const NAME_START = "\\p{L}\\p{Nl}_:";
const NAME_PART = `${NAME_START}\\p{Nd}\\p{M}\\-.\\u00b7`;

const CLASSES: Readonly<Record<string, string>> = {
  s: "[ \\t\\n\\r]",
  S: "[^ \\t\\n\\r]",
  d: "\\p{Nd}",
  D: "\\P{Nd}",
  w: "[^\\p{P}\\p{Z}\\p{C}]",
  W: "[\\p{P}\\p{Z}\\p{C}]",
  i: `[${NAME_START}]`,
  I: `[^${NAME_START}]`,
  c: `[${NAME_PART}]`,
  C: `[^${NAME_PART}]`,
};

const SINGLES: Readonly<Record<string, string>> = { n: "\n", r: "\r", t: "\t" };

/** Everything that may be escaped to stand for itself. */
const ESCAPABLE = "\\|.?*+(){}$-[]^";

const ofSource = (source: string): CharTest => {
  const pattern = new RegExp(`^${source}$`, "u");
  return (code) => pattern.test(String.fromCodePoint(code));
};

/** A test for one character, or for both its cases. */
export function single(character: string, flags: Flags): CharTest {
  const code = character.codePointAt(0) ?? 0;
  if (!flags.i) return (other) => other === code;
  const folded = fold(code);
  return (other) => other === code || fold(other) === folded;
}

const fold = (code: number): string => String.fromCodePoint(code).toLowerCase().toUpperCase();

const anyCase = (test: CharTest, flags: Flags): CharTest => {
  if (!flags.i) return test;
  return (code) => {
    const character = String.fromCodePoint(code);
    const cases = [character.toLowerCase(), character.toUpperCase()].map((c) => c.codePointAt(0) ?? 0);
    return test(code) || cases.some(test);
  };
};

/** After a backslash: a class of characters, or one character that stands for itself. */
export function readEscape(cursor: Cursor): CharTest | string {
  const letter = cursor.next();
  const source = CLASSES[letter];
  if (source !== undefined) return ofSource(source);
  if (letter === "p" || letter === "P") return category(letter, cursor);
  const meant = SINGLES[letter] ?? (ESCAPABLE.includes(letter) ? letter : null);
  if (meant === null) throw new PatternError(`\\${letter} means nothing`);
  return meant;
}

/** `\p{Lu}`: a general category of Unicode. Blocks (`\p{IsGreek}`) are not known. */
function category(letter: string, cursor: Cursor): CharTest {
  if (!cursor.take("{")) throw new PatternError("\\p needs {…}");
  let name = "";
  while (!cursor.take("}")) name += cursor.next();
  if (!/^(?:L[ultmo]?|M[nce]?|N[dlo]?|P[cdseifo]?|Z[slp]?|S[mcko]?|C[cfon]?)$/u.test(name)) {
    throw new PatternError(`\\p{${name}} is not known`);
  }
  return ofSource(`\\${letter}{${name}}`);
}

/** After `[`: ranges, characters and classes, perhaps negated, perhaps with a class taken out. */
export function charClass(cursor: Cursor, flags: Flags): CharTest {
  const negated = cursor.take("^");
  const tests: CharTest[] = [];
  let without: CharTest | null = null;
  for (let first = true; ; first = false) {
    if (cursor.take("]")) {
      if (first) throw new PatternError("a class is empty");
      break;
    }
    if (!first && cursor.peek() === "-" && cursor.peek(1) === "[") {
      cursor.next();
      cursor.next();
      without = charClass(cursor, flags);
      if (!cursor.take("]")) throw new PatternError("a class goes on after what is taken out of it");
      break;
    }
    tests.push(classItem(cursor, flags));
  }
  const inside: CharTest = (code) => tests.some((test) => test(code)) !== negated;
  return without === null
    ? inside
    : (
        (out) => (code) =>
          inside(code) && !out(code)
      )(without);
}

function classItem(cursor: Cursor, flags: Flags): CharTest {
  const low = classChar(cursor);
  if (typeof low !== "string") return anyCase(low, flags);
  const isRange = cursor.peek() === "-" && cursor.peek(1) !== "]" && cursor.peek(1) !== "[";
  if (!isRange) return single(low, flags);
  cursor.next();
  const high = classChar(cursor);
  if (typeof high !== "string") throw new PatternError("a range ends in a class");
  const [from, to] = [low.codePointAt(0) ?? 0, high.codePointAt(0) ?? 0];
  if (from > to) throw new PatternError("a range runs backwards");
  return anyCase((code) => code >= from && code <= to, flags);
}

function classChar(cursor: Cursor): CharTest | string {
  const character = cursor.next();
  if (character === "\\") return readEscape(cursor);
  if (character === "[") throw new PatternError("[ inside a class has to be escaped");
  return character;
}
