/** The figures of one run as a table. */
import type { Accuracy } from "./accuracy.ts";
import { BOUNDED } from "./bounded.ts";
import { BY_HAND, BY_HAND_TRACED } from "./engines/byHand.ts";
import type { ReadingTimes } from "./reading.ts";

export interface Row {
  readonly name: string;
  /** Decisions a CPU-second. */
  readonly rate: number;
  /** Null where the answers are ranges. */
  readonly accuracy: Accuracy | null;
}

export interface Run {
  readonly machine: {
    readonly cpu: string;
    readonly cores: number;
    readonly node: string;
    readonly load: number;
  };
  readonly seed: number;
  readonly claims: number;
  readonly rounds: number;
  readonly rows: readonly Row[];
  readonly reading: { readonly cold: ReadingTimes; readonly warm: ReadingTimes };
}

export function shown(run: Run): string {
  const { machine, rows, reading } = run;
  const rate = (name: string): number => rows.find((r) => r.name === name)?.rate ?? Number.NaN;
  const ratio = (a: string, b: string): string => `${a} ÷ ${b}: ${(rate(a) / rate(b)).toFixed(2)}`;
  const ms = ({ ready_ms, decided_ms }: ReadingTimes): string =>
    `${ready_ms.toFixed(1)} ms, with the first decision ${decided_ms.toFixed(1)} ms`;
  return `${[
    `${machine.cpu}, ${machine.cores} cores, Node ${machine.node}, load ${machine.load.toFixed(2)} before`,
    `${run.claims} claims (seed ${run.seed}); medians of ${run.rounds} rounds`,
    "",
    table(rows),
    "",
    ratio("@goodfaith/clauses", BY_HAND),
    ratio("@goodfaith/clauses, explained", BY_HAND_TRACED),
    ratio(BOUNDED, "@goodfaith/clauses"),
    "",
    `readTerms and compile of ${reading.warm.clauses} clauses: ${ms(reading.warm)}; the first time in a process ${ms(reading.cold)}`,
  ].join("\n")}\n`;
}

function table(rows: readonly Row[]): string {
  const head = ["", "decisions a CPU-second", "amounts wrong", "cents wrong", "outcomes wrong"];
  const lines = rows.map(({ name, rate, accuracy: a }) => [
    name,
    Math.round(rate).toLocaleString("en"),
    ...(a === null
      ? ["", "", ""]
      : [a.amountsWrong, a.centsWrong, a.outcomesWrong].map((n) => n.toLocaleString("en"))),
  ]);
  const widths = head.map((_, i) => Math.max(...[head, ...lines].map((l) => (l[i] ?? "").length)));
  const line = (cells: readonly string[]): string =>
    cells.map((c, i) => (i === 0 ? c.padEnd(widths[i] ?? 0) : c.padStart(widths[i] ?? 0))).join("  ");
  return [head, ...lines].map(line).join("\n");
}
