/** Those of several values of which the condition holds. */
import type { Code } from "./code.ts";
import type { TruthOf } from "./logic.ts";

const NONE: readonly never[] = Object.freeze([]);

/** In order; one empty list, which cannot be changed, stands for all of them. */
export function where<T>(values: readonly Code<T>[], conditions: readonly TruthOf[]): Code<readonly T[]> {
  if (values.length === 0) return { run: () => NONE, print: (p) => p.constant(NONE) };
  return {
    run: () => {
      let out: T[] | null = null;
      for (let i = 0; i < values.length; i++) {
        const value = values[i];
        if (value === undefined || conditions[i]?.run() !== true) continue;
        out ??= [];
        out.push(value.run());
      }
      return out ?? NONE;
    },
    print: (p) =>
      p.block(values, (q) => {
        const each = values.map(
          (v, i) => `if (${conditions[i]?.print(q) ?? "false"} === true) (out ??= []).push(${v.print(q)});`,
        );
        return `let out = null; ${each.join("\n")} return out ?? ${q.constant(NONE)};`;
      }),
  };
}
