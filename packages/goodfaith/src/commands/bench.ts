import { Argument, Command } from "commander";
import { decisions } from "../bench/decisions.ts";
import type { Benchmark, Figure } from "../bench/figure.ts";
import { imports } from "../bench/imports.ts";
import { machine } from "../bench/machine.ts";
import { starting } from "../bench/start.ts";
import { sweep } from "../bench/sweep.ts";
import { explain } from "../start/explain.ts";

const BENCHMARKS: readonly Benchmark[] = [decisions, sweep, imports, starting];

/** `goodfaith bench [NAME…]`: measures on this machine, now; nothing it prints was typed in. */
export const command = (): Command =>
  new Command("bench")
    .description("度量 · Measure decisions, sweeps, imports and starting on this machine")
    .addArgument(
      new Argument("[name...]", "哪几项，默认全部 · which, all by default").choices(
        BENCHMARKS.map(({ name }) => name),
      ),
    )
    .option("--json", "以 JSON 输出 · print the figures as JSON")
    .action(run);

const run = async (names: readonly string[], options: { json?: boolean }): Promise<void> => {
  const about = machine();
  const figures: Figure[] = [];
  try {
    for (const { name, run: measure } of BENCHMARKS.filter(
      (one) => names.length === 0 || names.includes(one.name),
    ))
      figures.push(...(await measure((line) => process.stderr.write(`… ${name}: ${line}\n`))));
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`);
    process.exitCode = 1;
    return;
  }
  process.stdout.write(
    options.json ? `${JSON.stringify({ machine: about, figures }, null, 2)}\n` : shown(about, figures),
  );
};

const shown = (about: ReturnType<typeof machine>, figures: readonly Figure[]): string =>
  [
    ...Object.entries(about).map(([name, value]) => `${name.padEnd(12)} ${value}`),
    "",
    ...figures.map(
      ({ name, value, unit, how }) =>
        `${name.padEnd(48)} ${value.toLocaleString("en").padStart(12)} ${unit.padEnd(12)} ${how}`,
    ),
    "",
  ].join("\n");
