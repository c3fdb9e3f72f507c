/** The golden cases of a document: decided, and compared on the keys they give. */
import { compileResolved } from "../decide/compile.ts";
import type { Decision } from "../decide/decision.ts";
import { FactsError } from "../facts/errors.ts";
import { printJson } from "../feel/index.ts";
import { Num, num } from "../feel/value.ts";
import type { Example } from "../terms/model.ts";
import type { Report } from "../terms/report.ts";
import type { Resolved } from "../terms/resolve.ts";
import { quoted } from "../terms/where.ts";

export function checkExamples(resolved: Resolved, report: Report): void {
  if (resolved.doc.examples.length === 0) return;
  const decide = compileResolved(resolved);
  for (const e of resolved.doc.examples) runExample(e, decide, report);
}

function runExample(e: Example, decide: (facts: Example["given"]) => Decision, report: Report): void {
  try {
    compareExample(e, decide(e.given), report);
  } catch (error) {
    if (!(error instanceof FactsError)) throw error;
    for (const p of error.problems) {
      const at = e.places.get(`given.${p.fact.replace(/\[.*$/, "")}`) ?? e.at;
      report(at, `example ${e.name}: ${p.message}`, p.hint, [`示例 ${e.name}：${p.zh.message}`, p.zh.hint]);
    }
  }
}

function compareExample(e: Example, decision: Decision, report: Report): void {
  for (const [key, expected] of Object.entries(e.expected)) {
    const at = e.places.get(`then.${key}`) ?? e.at;
    if (!Object.hasOwn(decision, key)) {
      const keys = Object.keys(decision).join(", ");
      report(at, `example ${e.name} expects \`${key}\`, which no decision has`, `the keys are ${keys}`, [
        `示例 ${e.name} 的 \`${key}\` 不是裁决的键`,
        `可用的键：${quoted(Object.keys(decision))}`,
      ]);
      continue;
    }
    const actual: unknown = Object.entries(decision).find(([k]) => k === key)?.[1];
    if (agrees(expected, actual, key)) continue;
    const [want, got] = [brief(expected), brief(shorten(actual, key, expected))];
    report(
      at,
      `example ${e.name}: \`${key}\` is ${got}, expected ${want}`,
      "correct the clause, or the example",
      [`示例 ${e.name}：\`${key}\` 为 \`${got}\`，应为 \`${want}\``, "请更正条款或示例"],
    );
  }
}

/**
 * `then` compares only what it gives: an amount alone stands for a range closed on it, a text for the reason,
 * ask, flag or benefit of that name, a mapping for the keys it has.
 */
export function agrees(expected: unknown, actual: unknown, key: string): boolean {
  if (key === "payable" && !isRecord(expected))
    return agrees({ least: expected, most: expected }, actual, "");
  if (Array.isArray(expected))
    return (
      Array.isArray(actual) &&
      actual.length === expected.length &&
      expected.every((x, i) => agrees(x, actual[i], ""))
    );
  if (isRecord(expected))
    return (
      isRecord(actual) &&
      Object.entries(expected).every(([k, v]) => Object.hasOwn(actual, k) && agrees(v, actual[k], ""))
    );
  if (isRecord(actual) && typeof expected === "string") return NAMES.some((k) => actual[k] === expected);
  return sameScalar(expected, actual);
}

/** The keys by which a text names an entry of a list. */
const NAMES = ["text", "fact", "name", "lane", "channel"];

function sameScalar(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  const [x, y] = [toNum(a), toNum(b)];
  return x !== null && y !== null && x.equals(y);
}

const toNum = (v: unknown): Num | null => {
  if (v instanceof Num) return v;
  return typeof v === "number" || (typeof v === "string" && /^-?\d+(\.\d+)?$/.test(v)) ? num(v) : null;
};

const isRecord = (v: unknown): v is { readonly [k: string]: unknown } =>
  typeof v === "object" && v !== null && !Array.isArray(v) && !(v instanceof Num);

/** What the example compared, not the whole of it. */
function shorten(actual: unknown, key: string, expected: unknown): unknown {
  if (key === "payable" && !isRecord(expected) && isRecord(actual))
    return Object.is(actual.least, actual.most) ? actual.least : actual;
  if (!Array.isArray(actual) || !Array.isArray(expected) || !expected.every((x) => typeof x === "string"))
    return actual;
  return actual.map((x: unknown) =>
    isRecord(x) ? (NAMES.map((k) => x[k]).find((v) => v !== undefined) ?? x) : x,
  );
}

function brief(v: unknown): string {
  const text = typeof v === "string" ? v : printJson(v as Parameters<typeof printJson>[0]);
  return text.length > 160 ? `${text.slice(0, 157)}…` : text;
}
