/** Functions in words: the few that read as a sentence, the others by their word and what they are given. */
import type { Call, Expr } from "../feel/ast.ts";
import { durationWords } from "./durations.ts";
import { functionWord } from "./function-words.ts";
import { LEVEL, type Phrase, type Saying } from "./saying.ts";
import { dayText, timeText } from "./values.ts";

export function sayCall(expr: Call, s: Saying): Phrase {
  const name = expr.callee.kind === "name" ? expr.callee.name : "";
  const args = [...expr.args, ...expr.named.map((n) => n.value)];
  return literalCall(name, args, s) ?? sentence(name, args, s) ?? plain(name, args, s);
}

/** `date("2024-10-01")`, `duration("P30D")`: what is written, in words. */
function literalCall(name: string, args: readonly Expr[], s: Saying): Phrase | null {
  const [first] = args;
  if (args.length !== 1 || first?.kind !== "literal" || typeof first.value !== "string") return null;
  const { language } = s.reader;
  if (name === "duration") return [durationWords(first.value, language), LEVEL.atom];
  if (name === "date") return [dayText(first.value, language), LEVEL.atom];
  return name === "date and time" ? [timeText(first.value, language), LEVEL.atom] : null;
}

function sentence(name: string, args: readonly Expr[], s: Saying): Phrase | null {
  const [a, b] = args;
  if (a === undefined) return null;
  const [x, y] = [s.at(a, LEVEL.add), b === undefined ? "" : s.at(b, LEVEL.add)];
  switch (name) {
    case "not":
      return [s.pick(`并非 ${s.at(a, LEVEL.atom)}`, `not ${s.at(a, LEVEL.atom)}`), LEVEL.compare];
    case "max":
      return floored(args, s);
    case "date":
      return args.length === 1 ? [s.pick(`${x} 当日`, `the day of ${x}`), LEVEL.add] : null;
    case "statutory holiday":
      return [s.pick(`${x} 在法定节假日`, `${x} falls on a statutory holiday`), LEVEL.compare];
    case "day off":
      return [s.pick(`${x} 是放假日`, `${x} is a day off`), LEVEL.compare];
    case "age":
      return [s.pick(`${x} 出生者到 ${y} 的周岁`, `the age on ${y} of one born ${x}`), LEVEL.add];
    case "working days between":
    case "full years between":
    case "full months between": {
      const of = functionWord(name, s.reader.language) ?? name;
      return [s.pick(`${x} 到 ${y} 的${of}`, `${of} ${x} and ${y}`), LEVEL.add];
    }
    case "add working days":
      return [s.pick(`${x} 后第 ${y} 个工作日`, `${y} working days after ${x}`), LEVEL.add];
    case "round half up":
      return b === undefined
        ? null
        : [s.pick(`${x} 四舍五入到 ${y} 位小数`, `${x} rounded half up to ${y} decimals`), LEVEL.open];
    case "contains":
    case "list contains":
      return [s.pick(`${x} 含有 ${y}`, `${x} contains ${y}`), LEVEL.compare];
    default:
      return null;
  }
}

/** `max(0, x)`: x itself where it is above zero, else with a word on why it counts as zero. */
function floored(args: readonly Expr[], s: Saying): Phrase | null {
  const [a, b] = args;
  if (a === undefined || b === undefined || args.length !== 2) return null;
  const other = isZero(a) ? b : isZero(b) ? a : null;
  if (other === null) return null;
  const value = s.number(other);
  if (value?.greaterThanOrEqualTo(0)) return s.phrase(other);
  const inner = s.text(other);
  return [s.pick(`（${inner}，低于 0 按 0 计）`, `(${inner}, below 0 counts as 0)`), LEVEL.atom];
}

const isZero = (e: Expr): boolean =>
  e.kind === "literal" && typeof e.value === "object" && e.value !== null && String(e.value) === "0";

function plain(name: string, args: readonly Expr[], s: Saying): Phrase {
  const word = functionWord(name, s.reader.language) ?? name;
  const given = args.map((x) => s.text(x));
  if (s.reader.language === "en") return [`${word} (${given.join(", ")})`, LEVEL.atom];
  return name === "max" || name === "min"
    ? [`${given.join(" 与 ")} 中${word}`, LEVEL.open]
    : [`${word}（${given.join("，")}）`, LEVEL.atom];
}
