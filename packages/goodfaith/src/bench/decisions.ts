import { readFile } from "node:fs/promises";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { compile, type Decide, readTerms } from "@goodfaith/clauses";
import { type Benchmark, type Figure, median } from "./figure.ts";

const FILE = fileURLToPath(new URL("../../../../terms/life/endowment-holiday-2019.yaml", import.meta.url));
const WARM_MS = 1_000;
const ROUND_MS = 1_000;
const ROUNDS = 5;

const KNOWN = {
  合同成立日期: "2019-04-30",
  生效日期: "2019-05-01",
  满期日: "2039-04-30",
  最近复效日期: { none: true },
  合同效力: "有效",
  基本保险金额: 100_000,
  应扣欠款: 0,
  身故: true,
  意外伤害: true,
  除外情形: "无",
} as const;
const EXACT = { ...KNOWN, 身故日期: "2024-10-03", 出险时间: "2024-10-02T08:12:05" };
const BOUNDED = {
  ...KNOWN,
  身故日期: { between: ["2024-10-01", "2024-10-03"] },
  出险时间: { between: ["2024-09-30T21:00:00", "2024-10-03T08:40:00"] },
};

/** Decisions a second of the endowment whose benefit depends on the hour: all known, and with two facts bounded. */
export const decisions: Benchmark = {
  name: "decisions",
  run: async (say) => {
    const terms = readTerms(await readFile(FILE, "utf8"), { file: "endowment-holiday-2019.yaml" });
    const figures: Figure[] = [];
    for (const explain of [false, true]) {
      const decide = compile(terms, { explain });
      for (const [what, facts] of [
        ["every fact known", EXACT],
        ["two facts bounded", BOUNDED],
      ] as const) {
        const name = `decisions, ${what}, ${explain ? "explained" : "not explained"}`;
        say(name);
        figures.push({
          name,
          value: Math.round(perSecond(decide, facts)),
          unit: "decisions/s",
          how: `${terms.id}, one thread, median of ${ROUNDS} rounds of ${ROUND_MS} ms after ${WARM_MS} ms of warming up`,
        });
      }
    }
    return figures;
  },
};

const perSecond = (decide: Decide, facts: Parameters<Decide>[0]): number => {
  round(decide, facts, WARM_MS);
  return median(Array.from({ length: ROUNDS }, () => round(decide, facts, ROUND_MS)));
};

const round = (decide: Decide, facts: Parameters<Decide>[0], lasts_ms: number): number => {
  const from = performance.now();
  let count = 0;
  let taken = 0;
  while (taken < lasts_ms) {
    decide(facts);
    count += 1;
    taken = performance.now() - from;
  }
  return (count / taken) * 1000;
};
