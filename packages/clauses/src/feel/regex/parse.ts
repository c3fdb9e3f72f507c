/** Reading a pattern. */
import { type Flags, type Pattern, PatternError } from "./ast.ts";
import { Cursor, charClass, readEscape, single } from "./chars.ts";

export interface ParsedPattern {
  readonly pattern: Pattern;
  readonly groups: number;
  readonly hasBackReferences: boolean;
}

const DEPTH_MAX = 100;

class Reader {
  readonly cursor: Cursor;
  readonly flags: Flags;
  groups = 0;
  back = false;
  readonly #closed = new Set<number>();
  #depth = 0;

  constructor(text: string, flags: Flags) {
    this.cursor = new Cursor(flags.x ? text.replace(/[ \t\n\r]/gu, "") : text);
    this.flags = flags;
  }

  choice(): Pattern {
    const options = [this.sequence()];
    while (this.cursor.take("|")) options.push(this.sequence());
    return options.length === 1 && options[0] !== undefined ? options[0] : { kind: "choice", options };
  }

  sequence(): Pattern {
    const items: Pattern[] = [];
    while (!this.cursor.done && this.cursor.peek() !== "|" && this.cursor.peek() !== ")") {
      items.push(this.quantified(this.atom()));
    }
    return { kind: "sequence", items };
  }

  atom(): Pattern {
    const character = this.cursor.next();
    switch (character) {
      case "(":
        return this.group();
      case "[":
        return { kind: "char", test: charClass(this.cursor, this.flags) };
      case "^":
        return { kind: "start" };
      case "$":
        return { kind: "end" };
      case ".":
        return { kind: "char", test: this.flags.s ? () => true : (code) => code !== 10 && code !== 13 };
      case "\\":
        return this.escaped();
      case "*":
      case "+":
      case "?":
      case "{":
      case "}":
      case "]":
        throw new PatternError(`${character} has to be escaped here`);
      default:
        return { kind: "char", test: single(character, this.flags) };
    }
  }

  group(): Pattern {
    this.#depth++;
    if (this.#depth > DEPTH_MAX) throw new PatternError("too many groups inside groups");
    let group: number | null = null;
    if (this.cursor.take("?")) {
      if (!this.cursor.take(":")) throw new PatternError("only (?:…) is known");
    } else {
      this.groups++;
      group = this.groups;
    }
    const of = this.choice();
    if (!this.cursor.take(")")) throw new PatternError("a group is not closed");
    if (group !== null) this.#closed.add(group);
    this.#depth--;
    return { kind: "group", group, of };
  }

  escaped(): Pattern {
    if (/[1-9]/u.test(this.cursor.peek())) return this.backReference();
    const found = readEscape(this.cursor);
    return { kind: "char", test: typeof found === "string" ? single(found, this.flags) : found };
  }

  /** As many digits as make the number of a group that is closed already. */
  backReference(): Pattern {
    let group = Number(this.cursor.next());
    if (!this.#closed.has(group)) throw new PatternError(`there is no group ${group} yet`);
    while (/\d/u.test(this.cursor.peek()) && this.#closed.has(group * 10 + Number(this.cursor.peek()))) {
      group = group * 10 + Number(this.cursor.next());
    }
    this.back = true;
    return { kind: "back", group };
  }

  quantified(of: Pattern): Pattern {
    const range = this.quantifier();
    if (range === null) return of;
    const greedy = !this.cursor.take("?");
    if (this.quantifier() !== null) throw new PatternError("one quantifier follows another");
    return { kind: "repeat", of, min: range[0], max: range[1], greedy };
  }

  quantifier(): readonly [number, number] | null {
    if (this.cursor.take("*")) return [0, Number.POSITIVE_INFINITY];
    if (this.cursor.take("+")) return [1, Number.POSITIVE_INFINITY];
    if (this.cursor.take("?")) return [0, 1];
    if (!this.cursor.take("{")) return null;
    let text = "";
    while (!this.cursor.take("}")) text += this.cursor.next();
    const match = /^(\d+)(?:(,)(\d*))?$/u.exec(text);
    if (match === null) throw new PatternError(`{${text}} is no quantifier`);
    const min = Number(match[1]);
    const max = match[2] === undefined ? min : match[3] === "" ? Number.POSITIVE_INFINITY : Number(match[3]);
    if (max < min) throw new PatternError(`{${text}} runs backwards`);
    return [min, max];
  }
}

/** @throws PatternError */
export function parsePattern(text: string, flags: Flags): ParsedPattern {
  if (flags.q) {
    const items = [...text].map((c): Pattern => ({ kind: "char", test: single(c, flags) }));
    return { pattern: { kind: "sequence", items }, groups: 0, hasBackReferences: false };
  }
  const reader = new Reader(text, flags);
  const pattern = reader.choice();
  if (!reader.cursor.done) throw new PatternError(") closes nothing");
  return { pattern, groups: reader.groups, hasBackReferences: reader.back };
}
