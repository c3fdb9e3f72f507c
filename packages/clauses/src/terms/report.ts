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

/** Problems listed of one file; nobody reads more. */
const PROBLEMS_MAX = 500;

/** Collects problems of one file. */
export class Problems {
  readonly file: string;
  readonly all: TermsProblem[] = [];
  private more = false;

  constructor(file: string) {
    this.file = file;
  }

  readonly report: Report = (at, message, hint, zh, severity = "error") => {
    const { line, column } = at;
    if (this.all.length >= PROBLEMS_MAX) {
      if (this.more) return;
      this.more = true;
      [message, hint, severity] = [
        `there are more than ${PROBLEMS_MAX} problems`,
        "correct these first",
        "error",
      ];
      zh = [`问题超过 ${PROBLEMS_MAX} 个`, "请先更正以上问题"];
    }
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

/** Does what may go deeper than the machine can follow; says so, and gives null, where it does. */
export function withinDepth<T>(run: () => T, report: Report): T | null {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    report(
      { line: 1, column: 1 },
      "the values of this document hang on one another too deeply to be followed",
      "shorten the chains of definitions and exceptions",
      ["文件中数值的层层引用过深，无法处理", "请缩短定义与例外的引用链"],
    );
    return null;
  }
}

/** The candidate most like `word` (edit distance at most a third of its length, at least one), or null. */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  let best: string | null = null;
  let bestDistance = Math.max(1, Math.floor(word.length / 2)) + 1;
  for (const c of candidates) {
    const d = distance(word, c, bestDistance);
    // What shares no character was not what was meant.
    if (d < bestDistance && d < Math.max(word.length, c.length)) {
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
