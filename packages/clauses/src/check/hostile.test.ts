/**
 * Hostile documents are refused, or decided, inside 200 MB: a few after another by a process with that much heap. How long
 * each took is printed, in CPU time after loading; a clock on a busy machine proves nothing.
 */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { HOSTILE } from "./hostile.fixture.ts";

const HEAP_MB = 200;
/** Only a hang meets this. */
const KILL_MS = 90_000;

const TOO_MUCH = /deeper than 40 levels or expands to more than 50000 values/;
const TOO_LONG = /longer than a million characters/;

const EXPECTED: Readonly<Record<string, RegExp>> = {
  "a billion laughs": TOO_MUCH,
  "aliases of aliases in facts": TOO_MUCH,
  "an alias that holds itself": /alias \*a holds itself[\s\S]*alias \*b holds itself/,
  "30,000 aliases": TOO_MUCH,
  "60,000 keys": TOO_MUCH,
  "40,000 facts of no type": /unknown type `mony` of fact 甲0/,
  "keys inside keys": TOO_MUCH,
  "brackets inside brackets": TOO_MUCH,
  "dashes inside dashes": TOO_MUCH,
  "lines ever further in": TOO_LONG,
  "10 MB of comments": TOO_LONG,
  "10 MB in one line": TOO_LONG,
  "2 MB of values": TOO_LONG,
  "a million values": TOO_MUCH,
  "a text of 2 MB": TOO_LONG,
  "a million rows": TOO_LONG,
  "20,000 rows": TOO_MUCH,
  "2,000 rows": /more than 1000 rows/,
  "1,000 rows": /has no row for 甲 = /,
  "a huge exponent": /is not a number/,
  "a known value of a huge exponent": /is not a money/,
  "10,000 brackets in FEEL": /nested more than 250 levels deep/,
  "a FEEL of 1 MB": TOO_LONG,
  "a FEEL of 200 kB": /longer than 50000 characters/,
  "a range past counting": /more than 200000 items/,
  "loops inside loops": /more than 200000 steps/,
  "a loop as long as an unknown": /^open$/,
  "40 exceptions to one clause": /^open$/,
  "text that doubles": /a string longer than 1000000 characters/,
  "a pattern that backtracks": /^decline$/,
  "a replacement that backtracks": /^decline$/,
  "a split that backtracks": /^decline$/,
  "a pattern of patterns": /^refer$/,
  "counts inside counts": /^refer$/,
  "values squared sixty times": /^open$/,
  "a chain of 590 definitions": /^open$/,
  "500 exceptions to one clause": /more than 40 exceptions/,
  "a chain of 500 exceptions": /more than 20 others in a row/,
  "a list of 1,000 compared with itself": /^decline$/,
  "a list of a million": /more than 1000 elements/,
  "40 unknown booleans that all matter": /^open$/,
};

interface Run {
  readonly name: string;
  readonly said: string;
  readonly cpu: number;
  readonly heap: number;
}

const measured: string[] = [];
afterAll(() => {
  process.stdout.write(`hostile documents, CPU ms and heap MB after loading:\n${measured.join("\n")}\n`);
});

test("every hostile document is expected to come to something", () => {
  expect(Object.keys(EXPECTED).sort()).toEqual(Object.keys(HOSTILE).sort());
});

/** Loading the language takes longer than most of them: so many share a process. */
const TOGETHER = 21;
const names = Object.keys(EXPECTED);
const groups = new Map<number, ReturnType<typeof run>>();
const groupOf = (name: string): ReturnType<typeof run> => {
  const group = Math.floor(names.indexOf(name) / TOGETHER);
  const running = groups.get(group) ?? run(names.slice(group * TOGETHER, (group + 1) * TOGETHER));
  groups.set(group, running);
  return running;
};

test.each(Object.entries(EXPECTED))("%s", { timeout: KILL_MS + 10_000 }, async (name, expected) => {
  const { status, out, err } = await groupOf(name);
  expect(err, name).not.toMatch(/heap out of memory|RangeError|FeelLimitError/);
  expect(status, err).toBe(0);
  const runs = out
    .trim()
    .split("\n")
    .map((line): Run => JSON.parse(line));
  const own = runs.find((one) => one.name === name);
  measured.push(`${name.padEnd(40)} ${String(own?.cpu).padStart(6)} ${String(own?.heap).padStart(4)}`);
  expect(own?.said).toMatch(expected);
});

function run(cases: readonly string[]): Promise<{ status: number | null; out: string; err: string }> {
  const script = join(import.meta.dirname, "hostile.fixture.ts");
  const child = spawn(
    process.execPath,
    [`--max-old-space-size=${HEAP_MB}`, "--import", "tsx", script, ...cases],
    {
      timeout: KILL_MS,
    },
  );
  let [out, err] = ["", ""];
  child.stdout.on("data", (chunk) => {
    out += String(chunk);
  });
  child.stderr.on("data", (chunk) => {
    err += String(chunk);
  });
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status) => resolve({ status, out, err }));
  });
}
