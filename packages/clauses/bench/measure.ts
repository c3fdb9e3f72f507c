/** CPU time of this process, all its threads: what other programs do on the machine is not in it. */
import type { Claim } from "./claim.ts";
import type { Engine } from "./engines/engine.ts";

/** The middle one, or the mean of the two in the middle. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const low = sorted[Math.floor((sorted.length - 1) / 2)];
  const high = sorted[Math.ceil((sorted.length - 1) / 2)];
  if (low === undefined || high === undefined) throw new RangeError("a median needs a number");
  return (low + high) / 2;
}

export async function cpuSeconds(work: () => void | Promise<void>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** Decisions a CPU-second of each engine: `rounds` rounds after two of warming up, the engines taking turns, their medians. */
export async function rates(
  engines: readonly Engine[],
  claims: readonly Claim[],
  rounds: number,
): Promise<ReadonlyMap<string, number>> {
  const all = new Map(engines.map((e) => [e.name, [] as number[]]));
  for (let round = -2; round < rounds; round++)
    for (const e of engines) {
      const some = slice(claims, (round + 2) * e.perRound, e.perRound);
      const seconds = await cpuSeconds(() => e.round(some));
      if (round >= 0) all.get(e.name)?.push(some.length / seconds);
    }
  return new Map([...all].map(([name, each]) => [name, median(each)]));
}

/** From a place that wraps around. */
function slice<T>(items: readonly T[], from: number, count: number): readonly T[] {
  const start = from % items.length;
  const first = items.slice(start, start + count);
  return first.length < count ? [...first, ...items.slice(0, count - first.length)] : first;
}
