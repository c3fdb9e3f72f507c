/** Which lines an explanation keeps. */
import type { ExplanationLine } from "../decide/decision.ts";
import type { Clause } from "../terms/model.ts";
import { namesRead, type Resolved } from "../terms/resolve.ts";

/** An explanation longer than this sheds what matters least. Bytes of its JSON in UTF-8. */
const MAX_BYTES = 2000;

/** 0 decides, 1 leads to what decides, 2 is a condition that is met, 3 does not apply. */
export type Weight = 0 | 1 | 2 | 3;

export interface Line extends ExplanationLine {
  readonly weight: Weight;
}

/** Sheds lines from the least important, of those the longest, until the rest is short enough; what decides always stays. */
export const fit = (lines: readonly Line[]): readonly Line[] =>
  surelyShort(lines) ? lines : fitInto(lines, MAX_BYTES);

/** The same for another length. */
export function fitInto(lines: readonly Line[], most: number): readonly Line[] {
  const sizes = new Map(lines.map((l) => [l, bytesOf(l)]));
  const size = (l: Line): number => sizes.get(l) ?? 0;
  let over = lines.reduce((sum, l) => sum + size(l), 2) - most;
  if (over <= 0) return lines;
  const shed = new Set<Line>();
  for (const l of inOrderOfShedding(lines, size)) {
    if (over <= 0) break;
    shed.add(l);
    over -= size(l);
  }
  return lines.filter((l) => !shed.has(l));
}

const inOrderOfShedding = (lines: readonly Line[], size: (l: Line) => number): readonly Line[] =>
  lines.filter((l) => l.weight !== 0).sort((a, b) => b.weight - a.weight || size(b) - size(a));

/** No character takes more than three bytes for each of its units. */
function surelyShort(lines: readonly Line[]): boolean {
  let units = 0;
  for (const l of lines) units += l.clause.length + l.text.length + l.shows.length;
  return units * 3 + lines.length * 36 + 2 <= MAX_BYTES;
}

/** With its keys, quotes and commas; what JSON escapes counts twice. */
const bytesOf = (l: Line): number => utf8Length(l.clause) + utf8Length(l.text) + utf8Length(l.shows) + 36;

/** Half of a pair of surrogates takes two bytes. */
export function utf8Length(text: string): number {
  let n = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    n += c === 0x22 || c === 0x5c ? 2 : c < 0x80 ? 1 : c < 0x800 || (c >= 0xd800 && c < 0xe000) ? 2 : 3;
  }
  return n;
}

/** The clauses whose values a clause reads, directly or through others. */
export function reachOf(clause: Clause, resolved: Resolved): ReadonlySet<string> {
  const found = new Set<string>();
  const names = new Set<string>();
  const visit = (c: Clause): void => {
    for (const n of namesRead(c)) {
      if (names.has(n)) continue;
      names.add(n);
      for (const d of resolved.definers.get(n) ?? []) {
        found.add(d.id);
        visit(d);
      }
    }
  };
  visit(clause);
  return found;
}
