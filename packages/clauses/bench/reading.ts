/** Reading and compiling a document, and what it takes until its first decision is made. */
import { compile, readTerms } from "@goodfaith/clauses";
import { sixtyClauses } from "./document.ts";
import { cpuSeconds, median } from "./measure.ts";

export interface ReadingTimes {
  readonly clauses: number;
  /** `readTerms` and `compile`. */
  readonly ready_ms: number;
  /** Until the first decision too, where the graph is made. */
  readonly decided_ms: number;
}

const FACTS = { 事故日期: "2024-06-01", 生效日期: "2024-01-01", 已尽说明义务: false };
const ROUNDS = 15;

/** Once: the first time in a process, everything is still to be loaded and optimised. */
export async function readOnce(): Promise<ReadingTimes> {
  const text = sixtyClauses();
  let decide: ReturnType<typeof compile> | null = null;
  const ready = await cpuSeconds(() => {
    decide = compile(readTerms(text));
  });
  const all = { ...FACTS, ...known() };
  const decided = await cpuSeconds(() => {
    if (decide?.(all).outcome !== "pay") throw new Error("the sixty clauses pay nothing");
  });
  const clauses = text.split("\n  - id:").length - 1;
  return { clauses, ready_ms: ready * 1000, decided_ms: (ready + decided) * 1000 };
}

/** The medians, warm. */
export async function readOften(): Promise<ReadingTimes> {
  const all: ReadingTimes[] = [];
  for (let i = 0; i < ROUNDS * 2; i++) all.push(await readOnce());
  const warm = all.slice(ROUNDS);
  return {
    clauses: warm[0]?.clauses ?? 0,
    ready_ms: median(warm.map((t) => t.ready_ms)),
    decided_ms: median(warm.map((t) => t.decided_ms)),
  };
}

const known = (): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Array.from({ length: 10 }, (_, i) => i + 1).flatMap((n) => [
      [`费用${n}`, 50_000],
      [`扣除${n}`, 1_000],
      [`除外${n}`, false],
      [`等级${n}`, "乙"],
    ]),
  );
