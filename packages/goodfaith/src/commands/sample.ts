import { mkdir, readdir } from "node:fs/promises";
import { FULL, MOST_PEOPLE, type WrittenFile, writeCity } from "@goodfaith/sample-city";
import { Command, InvalidArgumentError } from "commander";
import { explain } from "../start/explain.ts";

interface Options {
  readonly people: number;
  readonly seed: number;
  readonly asOf: string;
  readonly out: string;
  readonly json?: boolean;
}

const whole = (least: number, most: number) => (text: string) => {
  const value = Number(text);
  if (!Number.isInteger(value) || value < least || value > most)
    throw new InvalidArgumentError(
      `应为 ${least} 至 ${most} 的整数 · should be a whole number from ${least} to ${most}`,
    );
  return value;
};

const day = (text: string): string => {
  const exists = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));
  if (!exists || text < "2025-01-01")
    throw new InvalidArgumentError(
      "应为 2025-01-01 或以后的日期 · should be a day from 2025-01-01 on, as 2025-03-15",
    );
  return text;
};

/** `goodfaith sample --people N`: a city's records as the files its institutions would bring. */
export const command = (): Command =>
  new Command("sample")
    .description(
      "写出示例城市的文件 · Write the files of a made-up city (示例), for trying imports and for measuring",
    )
    .option(
      "--people <n>",
      `2024 年晋惠保参保人次 · person-times insured in 2024, up to ${MOST_PEOPLE}`,
      whole(100, MOST_PEOPLE),
      FULL.people,
    )
    .option("--seed <n>", "随机种子 · the same seed gives the same files", whole(0, 2 ** 31 - 1), FULL.seed)
    .option("--as-of <day>", "截至哪一天 · the day that the policies' states are of", day, "2025-03-15")
    .option("--out <dir>", "写到哪里，须为空 · an empty folder, or a new one", "sample-city")
    .option("--json", "以 JSON 输出每个文件及其摘要 · print every file with its digest as JSON")
    .addHelpText("after", "\n退出码 · Exit codes: 0 done, 2 bad usage, or the folder cannot be written")
    .action(run);

const run = async ({ people, seed, asOf, out, json }: Options): Promise<void> => {
  try {
    await mkdir(out, { recursive: true });
    if ((await readdir(out)).length > 0) {
      process.stderr.write(`${out} 不是空目录，未作改动 · is not empty and was left as it is\n`);
      process.exitCode = 2;
      return;
    }
    const files = await writeCity(out, { people, seed }, asOf, (_, done, total) => progress(done, total));
    process.stdout.write(json ? `${JSON.stringify(files, null, 2)}\n` : shown(out, files));
  } catch (error) {
    process.stderr.write(`${explain(error)}\n`);
    process.exitCode = 2;
  }
};

/** Only where a person looks on. */
const progress = (done: number, total: number): void => {
  if (process.stderr.isTTY)
    process.stderr.write(`\r\x1b[K${done}/${total}${done === total ? "\r\x1b[K" : ""}`);
};

const shown = (out: string, files: readonly WrittenFile[]): string => {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  const importable = files.filter(({ kind }) => kind !== "input").length;
  return `${out}: ${files.length} 个文件 files（${importable} 个可导入 importable），${(bytes / 1e6).toFixed(1)} MB\n`;
};
