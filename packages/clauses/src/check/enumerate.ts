/** Trying every completion, where there are few. */
import type { Completion } from "../decide/concrete.ts";
import type { Domain } from "../facts/domain.ts";
import type { Val } from "../ir/node.ts";

/** More are not tried one by one. */
const COMPLETIONS_MAX = 20_000;

/**
 * Every choice of values for the facts named by index, the others at some value of theirs; null where there are too
 * many, or a text or list that cannot be tried through.
 */
export function everyCompletion(
  facts: readonly number[],
  domains: readonly Domain[],
): readonly Completion[] | null {
  let done: readonly Val[][] = [domains.map((d) => valuesOf(d, 1)?.[0] ?? null)];
  for (const i of facts) {
    const domain = domains[i];
    const values = domain === undefined ? null : valuesOf(domain, COMPLETIONS_MAX / done.length);
    if (values === null) return null;
    done = done.flatMap((completion) => values.map((v) => completion.map((old, j) => (j === i ? v : old))));
  }
  return done;
}

/** The values of a domain, null where there are more than `most` or no end of them. */
function valuesOf(domain: Domain, most: number): readonly Val[] | null {
  if (domain.kind === "finite")
    return domain.values.length <= Math.max(most, 1) || most === 1 ? domain.values : null;
  if (domain.kind !== "range") return null;
  const { low, high, step, nullable } = domain;
  const first = low.isFinite() ? low : high;
  if (most === 1) return [first.isFinite() ? first : domain.origin];
  const steps = high.minus(low).div(step);
  if (!steps.isFinite() || steps.greaterThan(most)) return null;
  const values = Array.from({ length: steps.floor().toNumber() + 1 }, (_, k) => low.plus(step.times(k)));
  return nullable ? [...values, null] : values;
}
