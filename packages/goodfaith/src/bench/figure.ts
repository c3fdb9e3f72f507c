/** One measured figure. Everything printed was measured in this run. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What was done, with its sizes, so that it can be repeated. */
  readonly how: string;
}

export interface Benchmark {
  readonly name: string;
  readonly run: (say: (line: string) => void) => Promise<readonly Figure[]>;
}

/** The middle one, or the mean of the two in the middle. */
export const median = (numbers: readonly number[]): number => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const low = sorted[Math.floor((sorted.length - 1) / 2)];
  const high = sorted[Math.ceil((sorted.length - 1) / 2)];
  if (low === undefined || high === undefined) throw new RangeError("a median needs a number");
  return (low + high) / 2;
};
