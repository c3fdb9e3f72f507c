/**
 * The YAML that most documents are written in, read in one pass: keys and dashes by indentation, values of one line,
 * comments. Of all other YAML, right or wrong, it says nothing: that is the library's to read and to find fault with.
 * What it reads, the library reads as the same tree (`simpleYaml.property.test.ts`).
 */
import type { Located, LocatedEntry, LocatedMap, LocatedSeq } from "./located.ts";
import { FlowReader, NotSimple } from "./simpleFlow.ts";
import { beginsPlain, plainScalar } from "./simpleScalar.ts";

/** Far below the limits of documents, so that reading never meets one of them. */
const VALUES_MAX = 20_000;
const INDENT_MAX = 40;
const KEY_MAX = 200;

/** Control characters, a tab among them, and the mark of a file's beginning inside it. */
const STRANGE = /[^\P{Cc}\n]|\ufeff/u;
/** What stands between documents, and directives. */
const MARK = /^(?:---|\.\.\.|%)/m;

/** Text whose lines end by LF as a tree; null where it is not simple YAML. */
export function readSimpleYaml(text: string): LocatedMap | null {
  if (STRANGE.test(text) || MARK.test(text)) return null;
  try {
    return new SimpleReader(text.split("\n")).document();
  } catch (error) {
    if (error instanceof NotSimple) return null;
    throw error;
  }
}

class SimpleReader {
  private readonly lines: readonly string[];
  /** The present line, 0-based, and where what is still to be read of it begins; -1 past the last line. */
  private row = -1;
  private at = 0;
  private values = 0;

  constructor(lines: readonly string[]) {
    this.lines = lines;
    this.nextLine();
  }

  document(): LocatedMap {
    if (this.at !== 0) throw new NotSimple();
    const root = this.map();
    // What stands further to the left than the document's keys cannot be: they have no indentation.
    if (this.at >= 0) throw new NotSimple();
    return root;
  }

  /** Keys, one below the other, from this place. */
  private map(): LocatedMap {
    const indent = this.at;
    const place = { line: this.row + 1, column: indent + 1 };
    const entries: LocatedEntry[] = [];
    const seen = new Set<string>();
    do {
      const entry = this.entry(indent);
      if (seen.has(entry.key)) throw new NotSimple();
      seen.add(entry.key);
      entries.push(entry);
    } while (this.at === indent);
    if (this.at > indent) throw new NotSimple();
    return { kind: "map", entries, ...place };
  }

  private entry(indent: number): LocatedEntry {
    const { line } = this;
    const colon = colonIn(line, indent);
    if (colon < 0 || colon - indent > KEY_MAX || !beginsPlain(line, indent)) throw new NotSimple();
    const source = line.slice(indent, colon).replace(/ +$/, "");
    if (source.includes(" #")) throw new NotSimple();
    const { text: key, line: row, column } = this.scalar(source, indent);
    this.at = colon + 1;
    return { key, at: { line: row, column }, value: this.ended() ? this.below(indent) : this.beside() };
  }

  /** What belongs to a key or dash that ends its line: it stands further in. */
  private below(indent: number): Located {
    this.nextLine();
    if (this.at <= indent) throw new NotSimple();
    return this.line.startsWith("- ", this.at) ? this.seq() : this.map();
  }

  private seq(): LocatedSeq {
    const indent = this.at;
    const place = { line: this.row + 1, column: indent + 1 };
    const items: Located[] = [];
    do {
      if (!this.line.startsWith("- ", indent)) throw new NotSimple();
      this.at = indent + 2;
      this.spaces();
      items.push(this.item());
    } while (this.at === indent);
    if (this.at > indent) throw new NotSimple();
    return { kind: "seq", items, ...place };
  }

  /** A value after a dash, or a mapping whose first key stands there. */
  private item(): Located {
    const { line, at } = this;
    const isKey = beginsPlain(line, at) && colonIn(line, at) >= 0;
    return isKey ? this.map() : this.beside();
  }

  /** The value in the rest of this line; goes on to the next line. */
  private beside(): Located {
    const { line, at } = this;
    const first = line[at] ?? " ";
    if (!"[{'\"".includes(first)) return this.plain();
    const reader = new FlowReader(line, this.row + 1, at);
    const value = first === "[" || first === "{" ? reader.collection(0) : reader.quoted();
    this.count(reader.values);
    this.at = reader.at;
    // A comment needs a space before it.
    if (this.at < line.length && line[this.at] !== " ") throw new NotSimple();
    if (!this.ended()) throw new NotSimple();
    this.nextLine();
    return value;
  }

  private plain(): Located {
    const { line, at } = this;
    if (!beginsPlain(line, at) || colonIn(line, at) >= 0) throw new NotSimple();
    const comment = line.indexOf(" #", at);
    const text = line.slice(at, comment < 0 ? line.length : comment).replace(/ +$/, "");
    const value = this.scalar(text, at);
    this.nextLine();
    return value;
  }

  private scalar(text: string, at: number): ReturnType<typeof plainScalar> {
    this.count(1);
    return plainScalar(text, this.row + 1, at + 1);
  }

  private count(values: number): void {
    this.values += values;
    if (this.values > VALUES_MAX) throw new NotSimple();
  }

  /** Whether no more than spaces and a comment is left of the line; else goes to what is left. */
  private ended(): boolean {
    this.spaces();
    return this.at >= this.line.length || this.line[this.at] === "#";
  }

  private spaces(): void {
    while (this.line[this.at] === " ") this.at++;
  }

  private get line(): string {
    return this.lines[this.row] ?? "";
  }

  /** To the first sign of the next line that holds more than a comment. */
  private nextLine(): void {
    while (++this.row < this.lines.length) {
      this.at = 0;
      if (this.ended()) continue;
      if (this.at > INDENT_MAX) throw new NotSimple();
      return;
    }
    this.at = -1;
  }
}

/** Where the first colon stands that ends a key, from this place of a line; -1 where there is none. */
function colonIn(line: string, from: number): number {
  const found = line.indexOf(": ", from);
  if (found >= 0) return found;
  return line.endsWith(":") && line.length > from ? line.length - 1 : -1;
}
