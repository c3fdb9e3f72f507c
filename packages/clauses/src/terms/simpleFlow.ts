/** Collections in brackets, of one line, in simple YAML. */
import type { Located, LocatedEntry } from "./located.ts";
import { beginsPlain, endOfQuoted, plainScalar, quotedScalar } from "./simpleScalar.ts";

/** Thrown where YAML is not simple. */
export class NotSimple extends Error {}

const FLOW = new Set(",[]{}");
const DEPTH_MAX = 10;

/** Reads one value of a line, going from left to right. */
export class FlowReader {
  readonly line: string;
  readonly number: number;
  at: number;
  values = 0;

  constructor(line: string, number: number, at: number) {
    this.line = line;
    this.number = number;
    this.at = at;
  }

  /** `[…]` or `{…}` at this place, to past its closing bracket. @throws NotSimple */
  collection(depth: number): Located {
    if (depth > DEPTH_MAX) throw new NotSimple();
    const place = { line: this.number, column: this.at + 1 };
    const kind = this.line[this.at] === "[" ? "seq" : "map";
    const close = kind === "seq" ? "]" : "}";
    const items: Located[] = [];
    const entries: LocatedEntry[] = [];
    this.at++;
    this.spaces();
    while (this.line[this.at] !== close) {
      if (kind === "seq") items.push(this.value(depth));
      else entries.push(this.entry(depth, entries));
      this.comma(close);
    }
    this.at++;
    this.values++;
    return kind === "seq" ? { kind, items, ...place } : { kind, entries, ...place };
  }

  /** `'…'` or `"…"` at this place, to past its closing quote. @throws NotSimple */
  quoted(): Located {
    const from = this.at;
    this.at = endOfQuoted(this.line, from);
    if (this.at === 0) throw new NotSimple();
    this.values++;
    return quotedScalar(this.line.slice(from, this.at), this.number, from + 1);
  }

  private value(depth: number): Located {
    const first = this.line[this.at];
    if (first === "[" || first === "{") return this.collection(depth + 1);
    if (first === "'" || first === '"') return this.quoted();
    return this.plain();
  }

  private entry(depth: number, before: readonly LocatedEntry[]): LocatedEntry {
    const { text: key, line, column } = this.plain();
    if (this.line[this.at] !== ":" || before.some((e) => e.key === key)) throw new NotSimple();
    this.at++;
    if (this.line[this.at] !== " ") throw new NotSimple();
    this.spaces();
    return { key, at: { line, column }, value: this.value(depth) };
  }

  /** To the next comma, bracket or colon; which of them belongs there is for the caller to say. */
  private plain(): ReturnType<typeof plainScalar> {
    const { line, at } = this;
    if (!beginsPlain(line, at)) throw new NotSimple();
    let end = at;
    for (; end < line.length && !FLOW.has(line[end] ?? ""); end++) {
      if (line[end] === "#" && line[end - 1] === " ") throw new NotSimple();
      if (line[end] === ":" && (line[end + 1] === " " || FLOW.has(line[end + 1] ?? ","))) break;
    }
    this.at = end;
    this.values++;
    return plainScalar(line.slice(at, end).replace(/ +$/, ""), this.number, at + 1);
  }

  /** Past a comma and to what follows it, or to the closing bracket. */
  private comma(close: string): void {
    this.spaces();
    if (this.line[this.at] === close) return;
    if (this.line[this.at] !== ",") throw new NotSimple();
    this.at++;
    this.spaces();
    if (this.line[this.at] === close) throw new NotSimple();
  }

  private spaces(): void {
    while (this.line[this.at] === " ") this.at++;
  }
}
