/** The values of a statement in steps: each is computed once a row and read by later steps. */
import {
  type Column,
  FALSE,
  identifier,
  joined,
  NULL,
  raw,
  read,
  type Sql,
  seenOutside,
  sql,
  TRUE,
} from "./text.ts";

interface Defined {
  readonly column: Column;
  readonly value: Sql;
  /** The subquery that gives it; null where it is computed from the row's own columns. */
  readonly by: Subquery | null;
}

/** A query of one row beside each row. */
interface Subquery {
  readonly alias: string;
  readonly query: Sql;
}

export class Plan {
  private readonly defined: Defined[] = [];
  private readonly known = new Map<string, Sql>();
  private readonly subqueries = new Map<string, readonly Sql[]>();
  private readonly names = new Set<string>();
  private readonly depth: number;
  private count = 0;

  /** `depth` counts the subqueries around it; names of different depths are different. */
  constructor(depth = 0) {
    this.depth = depth;
  }

  /** A plan for the rows of a subquery that may read this one's columns. */
  inner(): Plan {
    return new Plan(this.depth + 1);
  }

  /** Names a value. `name` is used where no other column has it. */
  define(value: Sql, name: string | null = null): Sql {
    const found = this.known.get(value.text);
    if (found !== undefined) return found;
    return this.add(value, this.after(value), name);
  }

  /** A column of the first step, which alone reads the source's rows. */
  fact(value: Sql, name: string | null): Sql {
    return this.add(value, 0, name);
  }

  /** Values that one subquery over `from` gives each row together; `first` puts it beside the source's rows. */
  beside(values: readonly Sql[], from: Sql, first = false): readonly Sql[] {
    const key = [...values, from].map((v) => v.text).join("\u0000");
    const found = this.subqueries.get(key);
    if (found !== undefined) return found;
    const names = values.map(() => this.newName(null));
    const list = values.map((v, i) => sql`${v} AS ${raw(identifier(names[i] ?? ""))}`);
    const query = seenOutside(
      sql`SELECT ${joined(list, ",\n      ")}\n    FROM ${from}`,
      (c) => c.depth <= this.depth,
    );
    const by = { alias: identifier(`#by${this.depth}.${this.subqueries.size + 1}`), query };
    const step = first ? 0 : this.after(query);
    const made = names.map((name) => {
      const value = { ...query, text: `${by.alias}.${identifier(name)}` };
      return this.put({ column: { name, step, depth: this.depth }, value, by });
    });
    this.subqueries.set(key, made);
    return made;
  }

  /** Whether a value reads a column of this plan, not only of those around it. */
  reads(value: Sql): boolean {
    return [...value.reads].some((c) => c.depth === this.depth);
  }

  private after(value: Sql): number {
    return Math.max(0, ...[...value.reads].filter((c) => c.depth === this.depth).map((c) => c.step)) + 1;
  }

  private newName(name: string | null): string {
    const prefix = this.depth === 0 ? "#" : `#${this.depth}.`;
    const own = name !== null && !this.names.has(name) ? name : `${prefix}${++this.count}`;
    this.names.add(own);
    return own;
  }

  private add(value: Sql, step: number, name: string | null): Sql {
    return this.put({ column: { name: this.newName(name), step, depth: this.depth }, value, by: null });
  }

  private put(defined: Defined): Sql {
    this.defined.push(defined);
    const reading = read(defined.column);
    this.known.set(defined.value.text, reading);
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
    return this.selections(last).map(({ passed, made, joins }, s) => {
      const own = s === 0 ? keys.map((k, i) => `${k.text} AS ${keyName(i)}`) : keys.map((_, i) => keyName(i));
      const from = s === 0 ? source : stepName(s - 1);
      return {
        name: stepName(s),
        columns: [[...own, ...passed].join(", "), ...made.map((m) => m.text)],
        from: [from, ...joins.map((j) => j.text)].join("\n  "),
      };
    });
  }

  /** The steps inside one another, over the rows of `source`: what a query may select from. */
  nested(source: Sql, last: readonly Column[]): Sql {
    let from = source;
    for (const { passed, made, joins } of this.selections(last)) {
      const columns = joined([...passed.map((p) => raw(p)), ...made], ", ");
      from = sql`(SELECT ${columns}\n    FROM ${joined([from, ...joins], "\n    ")} OFFSET 0) AS ${raw(`"#in${this.depth}"`)}`;
    }
    return seenOutside(from, (c) => c.depth < this.depth);
  }

  private selections(last: readonly Column[]): readonly Selection[] {
    const own = last.filter((c) => c.depth === this.depth);
    const end = Math.max(0, ...this.defined.map((d) => d.column.step), ...own.map((c) => c.step));
    const until = this.lastReads(own, end + 1);
    const wanted = (d: Defined, s: number): boolean => (until.get(d.column) ?? -1) > s;
    return Array.from({ length: end + 1 }, (_, s) => {
      const here = this.defined.filter((d) => d.column.step === s && wanted(d, s));
      const beside = new Set(here.flatMap((d) => d.by ?? []));
      return {
        passed: this.defined
          .filter((d) => d.column.step < s && wanted(d, s))
          .map((d) => identifier(d.column.name)),
        made: here.map((d) => sql`${d.value} AS ${raw(identifier(d.column.name))}`),
        joins: [...beside].map((b) => sql`CROSS JOIN LATERAL (${b.query}) AS ${raw(b.alias)}`),
      };
    });
  }

  /** The last step that reads each column. */
  private lastReads(last: readonly Column[], end: number): ReadonlyMap<Column, number> {
    const until = new Map<Column, number>(last.map((c) => [c, end]));
    for (const { column, value } of [...this.defined].sort((a, b) => b.column.step - a.column.step)) {
      if (!until.has(column)) continue;
      for (const c of value.reads)
        if (c.depth === this.depth) until.set(c, Math.max(until.get(c) ?? 0, column.step));
    }
    return until;
  }
}

interface Selection {
  readonly passed: readonly string[];
  readonly made: readonly Sql[];
  readonly joins: readonly Sql[];
}

export interface Step {
  readonly name: string;
  readonly columns: readonly string[];
  readonly from: string;
}

export const keyName = (i: number): string => identifier(`#key${i + 1}`);
export const stepName = (i: number): string => identifier(i === 0 ? "#facts" : `#step${i}`);
