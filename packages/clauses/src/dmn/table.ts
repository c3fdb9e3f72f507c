/** Decision tables (DMN 1.5 §8): which rules match, and what the hit policy makes of them. */
import type { Expr, Test, UnaryTests } from "../feel/ast.ts";
import { type Meter, spend } from "../feel/limits.ts";
import { isList, type Value } from "../feel/value.ts";
import { byPolicy, type Hit } from "./hit.ts";
import type { TableBox, TableOutput, TestsSlot } from "./model.ts";
import { asFunction, asList, lambda, list, literal, NOWHERE, NULL, name, native } from "./native.ts";
import type { Report } from "./problem.ts";
import { loose } from "./typed.ts";
import { unfolded } from "./types.ts";

const INPUT = "?";

/** The table as a call on its inputs and, as functions of what is around it, its tests and outputs. */
export function lowerTable(table: TableBox, report: Report): Expr {
  const inputs = table.inputs.map(({ expression, type }) => loose(expression.parsed ?? NULL, type));
  const allowed = table.inputs.map((input) => testOf(input.allowed));
  const tests = table.rules.map((rule) => list(table.inputs.map((_, i) => testOf(rule.tests[i] ?? null))));
  const outputs = table.rules.map((rule) =>
    list(
      table.outputs.map(({ type }, i) => {
        const value = rule.outputs[i]?.parsed ?? NULL;
        return lambda([], loose(value, type));
      }),
    ),
  );
  const fallbacks = table.outputs.map(({ fallback }) =>
    fallback === null ? NULL : lambda([], fallback.parsed ?? NULL),
  );
  const priorities = table.outputs.map((output) => list(priorityTests(output)));
  return native(
    (args, meter) => new TableRun(table, args, meter, report).value(),
    [inputs, allowed, tests, outputs, fallbacks, priorities].map(list),
  );
}

/** The tests as a function of the input; null where there are none, so that every input passes. */
function testOf(slot: TestsSlot | null): Expr {
  if (slot === null) return NULL;
  // A cell that cannot be read never matches.
  if (slot.parsed === null) return lambda([INPUT], literal(false));
  if (slot.parsed.tests.length === 0) return NULL;
  return lambda([INPUT], holds(slot.parsed));
}

function holds(cell: UnaryTests): Expr {
  const test: Expr = { kind: "in", value: name(INPUT), tests: cell.tests, ...NOWHERE };
  if (!cell.negated) return test;
  return native(([held]) => (typeof held === "boolean" ? !held : null), [test]);
}

/** One function for each value that an output may have, the first of them having the highest priority. */
const priorityTests = (output: TableOutput): readonly Expr[] =>
  allowedTests(output).map((test) =>
    lambda([INPUT], { kind: "in", value: name(INPUT), tests: [test], ...NOWHERE }),
  );

/** An output's own allowed values, else those of its type. */
function allowedTests({ allowed, type }: TableOutput): readonly Test[] {
  if (allowed !== null) return allowed.parsed?.tests ?? [];
  const declared = type === null ? null : unfolded(type);
  return declared?.kind === "constrained" ? declared.tests.tests : [];
}

class TableRun {
  readonly #table: TableBox;
  readonly #parts: readonly (readonly Value[])[];
  readonly #meter: Meter;
  readonly #report: Report;

  constructor(table: TableBox, args: readonly Value[], meter: Meter, report: Report) {
    this.#table = table;
    this.#parts = args.map(asList);
    this.#meter = meter;
    this.#report = report;
  }

  value(): Value {
    const [inputs = [], allowed = [], tests = [], outputs = []] = this.#parts;
    for (const [i, input] of inputs.entries()) {
      if (this.#allows(allowed[i], input)) continue;
      this.#report(
        this.#table.inputs[i]?.line ?? this.#table.line,
        "an input that is not one of its allowed values",
        "the table's value is null",
      );
      return null;
    }
    const hits: Hit[] = [];
    for (const [i, row] of tests.entries()) {
      spend(this.#meter, 1 + inputs.length);
      if (!inputs.every((input, j) => this.#passes(asList(row)[j], input))) continue;
      hits.push(this.#hit(outputs[i]));
      if (this.#table.hit === "F") break;
    }
    return byPolicy(this.#table, hits, { fallback: this.#fallback(), report: this.#report });
  }

  /** Whether an input passes a test; it passes where there is none. */
  #passes(test: Value | undefined, input: Value): boolean {
    const fn = asFunction(test);
    return fn === null || fn.call([input], this.#meter) === true;
  }

  /** Allowed values may be said of a list's items. */
  #allows(allowed: Value | undefined, input: Value): boolean {
    if (this.#passes(allowed, input)) return true;
    return isList(input) && input.every((item) => this.#passes(allowed, item));
  }

  #hit(outputs: Value | undefined): Hit {
    const values = asList(outputs).map((output) => this.#run(output));
    return { values, rank: values.map((value, i) => this.#rank(value, asList(this.#parts[5]?.[i]))) };
  }

  #run(output: Value | undefined): Value {
    return asFunction(output)?.call([], this.#meter) ?? null;
  }

  /** The place of a value among an output's allowed values; after all of them where it is none of them. */
  #rank(value: Value, tests: readonly Value[]): number {
    const at = tests.findIndex((test) => asFunction(test)?.call([value], this.#meter) === true);
    return at < 0 ? tests.length : at;
  }

  #fallback(): readonly Value[] | null {
    const outputs = this.#parts[4] ?? [];
    if (outputs.every((output) => output === null)) return null;
    return outputs.map((output) => this.#run(output));
  }
}
