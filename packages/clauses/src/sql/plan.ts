/** The values of a statement in steps: each is computed once a row and read by later steps. */
import { type Column, FALSE, identifier, NULL, read, type Sql, TRUE } from "./text.ts";

interface Defined {
  readonly column: Column;
  readonly value: Sql;
}

export class Plan {
  private readonly defined: Defined[] = [];
  private readonly known = new Map<string, Sql>();
  private readonly names = new Set<string>();
  private count = 0;

  /** Names a value. `name` is used where no other column has it. */
  define(value: Sql, name: string | null = null): Sql {
    const found = this.known.get(value.text);
    if (found !== undefined) return found;
    const step = Math.max(0, ...[...value.reads].map((c) => c.step)) + 1;
    return this.add(value, step, name);
  }

  /** A column of the first step, which alone reads the source's rows. */
  fact(value: Sql, name: string | null): Sql {
    return this.add(value, 0, name);
  }

  private add(value: Sql, step: number, name: string | null): Sql {
    const own = name !== null && !this.names.has(name) ? name : `#${++this.count}`;
    this.names.add(own);
    const column: Column = { name: own, step };
    this.defined.push({ column, value });
    const reading = read(column);
    this.known.set(value.text, reading);
    return reading;
  }

  /** The value itself where it is cheap to repeat, else its name. */
  atom(value: Sql): Sql {
    return value.simple || value === TRUE || value === FALSE || value === NULL ? value : this.define(value);
  }

  /**
   * One subquery a step, each over the one before, with only the columns that a later step reads. `OFFSET 0`
   * keeps the planner from writing a value out again wherever it is read.
   */
  render(source: string, keys: readonly Sql[], last: readonly Column[]): readonly Step[] {
    const end = Math.max(0, ...this.defined.map((d) => d.column.step), ...last.map((c) => c.step));
    const until = this.lastReads(last, end + 1);
    const steps: Step[] = [];
    for (let s = 0; s <= end; s++) {
      const passed = this.defined
        .filter((d) => d.column.step < s && (until.get(d.column) ?? -1) > s)
        .map((d) => identifier(d.column.name));
      const made = this.defined
        .filter((d) => d.column.step === s && (until.get(d.column) ?? -1) > s)
        .map((d) => `${d.value.text} AS ${identifier(d.column.name)}`);
      const own = s === 0 ? keys.map((k, i) => `${k.text} AS ${keyName(i)}`) : keys.map((_, i) => keyName(i));
      const from = s === 0 ? source : stepName(s - 1);
      steps.push({ name: stepName(s), columns: [[...own, ...passed].join(", "), ...made], from });
    }
    return steps;
  }

  /** The last step that reads each column. */
  private lastReads(last: readonly Column[], end: number): ReadonlyMap<Column, number> {
    const until = new Map<Column, number>(last.map((c) => [c, end]));
    for (const { column, value } of [...this.defined].sort((a, b) => b.column.step - a.column.step)) {
      if (!until.has(column)) continue;
      for (const c of value.reads) until.set(c, Math.max(until.get(c) ?? 0, column.step));
    }
    return until;
  }
}

export interface Step {
  readonly name: string;
  readonly columns: readonly string[];
  readonly from: string;
}

export const keyName = (i: number): string => identifier(`#key${i + 1}`);
export const stepName = (i: number): string => identifier(i === 0 ? "#facts" : `#step${i}`);
