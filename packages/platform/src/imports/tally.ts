import type { Row } from "../tabular/index.ts";
import { type Remark, shownRemark } from "./row.ts";

/** A bad row with everything wrong with it. */
export interface BadRow {
  readonly row: Row;
  readonly problems: readonly Remark[];
}

/** Beyond this many bad rows a file has one mistake many times; the rest are counted and not kept. */
export const MOST_BAD_KEPT = 5000;
const MOST_SHOWN = 100;

/** What an import has come to, row by row. */
export class Tally {
  rows = 0;
  bad = 0;
  readonly changes = { created: 0, updated: 0, unchanged: 0 };
  readonly kept: BadRow[] = [];
  private readonly warned: Remark[] = [];

  addBad(bad: BadRow): void {
    this.bad += 1;
    if (this.kept.length < MOST_BAD_KEPT) this.kept.push(bad);
  }

  addWarnings(remarks: readonly Remark[]): void {
    this.warned.push(...remarks.slice(0, MOST_SHOWN - this.warned.length));
  }

  /** The first hundred problems, in the order of the file. */
  problems() {
    return [...this.kept]
      .sort((a, b) => a.row.number - b.row.number)
      .flatMap(({ problems }) => problems)
      .slice(0, MOST_SHOWN)
      .map(shownRemark);
  }

  warnings() {
    return this.warned.map(shownRemark);
  }
}
