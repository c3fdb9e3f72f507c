import type { TermsProblem } from "./errors.ts";
import type { Place } from "./located.ts";

/** Says what is wrong at a place and what would be right, in English and (last) in Chinese. */
export type Report = (
  at: Place,
  message: string,
  hint: string,
  zh: readonly [string, string],
  severity?: "error" | "warning",
) => void;

/** Collects problems of one file. */
export class Problems {
  readonly file: string;
  readonly all: TermsProblem[] = [];

  constructor(file: string) {
    this.file = file;
  }

  readonly report: Report = (at, message, hint, zh, severity = "error") => {
    const { line, column } = at;
    this.all.push({
      file: this.file,
      line,
      column,
      severity,
      message,
      hint,
      zh: { message: zh[0], hint: zh[1] },
    });
  };

  get errors(): readonly TermsProblem[] {
    return this.all.filter((p) => p.severity === "error");
  }

  /** Problems by line, then in the order found; the same one once. */
  sorted(): readonly TermsProblem[] {
    const seen = new Set<string>();
    const once = this.all.filter((p) => {
      const key = `${p.line}:${p.message}`;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    });
    return once.sort((a, b) => a.line - b.line);
  }
}

/** The candidate most like `word` (edit distance at most a third of its length, at least one), or null. */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  let best: string | null = null;
  let bestDistance = Math.max(1, Math.floor(word.length / 2)) + 1;
  for (const c of candidates) {
    const d = distance(word, c, bestDistance);
    if (d < bestDistance) {
      best = c;
      bestDistance = d;
    }
  }
  return best;
}

function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? limit;
}
