import type { z } from "zod";
import type { FieldProblem } from "../kernel/problem.ts";

type Issue = z.core.$ZodRawIssue;

/** Between the Chinese and the English of one message; contracts write theirs the same way. */
const BETWEEN = " · ";

/** Parses one part of a request. A problem names the field and what would be right, in both languages. */
export const parsePart = <S extends z.ZodType>(
  shape: S,
  value: unknown,
  where: FieldProblem["in"],
): { ok: true; value: z.output<S> } | { ok: false; fields: FieldProblem[] } => {
  const result = shape.safeParse(value, { error: (issue) => say(issue) });
  if (result.success) return { ok: true, value: result.data };
  return {
    ok: false,
    fields: result.error.issues.map((issue) => {
      const [zh = "", en = zh] = issue.message.split(BETWEEN);
      return { in: where, field: issue.path.map(String).join("."), zh, en };
    }),
  };
};

/** What would be right, where the contract does not say it itself. */
const say = (issue: Issue): string => both(describe(issue));

const both = ([zh, en]: readonly [string, string]) => `${zh}${BETWEEN}${en}`;

const describe = (issue: Issue): readonly [string, string] => {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined
        ? ["必填", "is required"]
        : [
            `应为${TYPES[issue.expected] ?? issue.expected}`,
            `should be of type ${ENGLISH[issue.expected] ?? issue.expected}`,
          ];
    case "too_small":
      return tooSmall(issue);
    case "too_big":
      return tooBig(issue);
    case "invalid_format":
      return FORMATS[issue.format] ?? ["格式不正确", `should match ${issue.pattern ?? issue.format}`];
    case "not_multiple_of":
      return [`应为 ${issue.divisor} 的倍数`, `should be a multiple of ${issue.divisor}`];
    case "invalid_value":
      return [`应为以下之一：${list(issue.values)}`, `should be one of: ${list(issue.values)}`];
    case "unrecognized_keys":
      return [`没有这些字段：${list(issue.keys)}`, `has unknown fields: ${list(issue.keys)}`];
    default:
      return ["内容不正确", "is not right"];
  }
};

const TYPES: Readonly<Record<string, string>> = {
  string: "文字",
  number: "数字",
  int: "整数",
  boolean: "是或否",
  array: "列表",
  object: "对象",
  record: "对象",
};

/** Where the shape's word is not one that JSON knows. */
const ENGLISH: Readonly<Record<string, string>> = { record: "object", int: "integer" };
const FORMATS: Readonly<Record<string, readonly [string, string]>> = {
  uuid: ["应为编号（UUID）", "should be a UUID"],
  email: ["应为电子邮箱", "should be an e-mail address"],
  date: ["应为日期，如 2024-10-02", "should be a date such as 2024-10-02"],
  datetime: ["应为时间，如 2024-10-02T08:12:05+08:00", "should be a time such as 2024-10-02T08:12:05+08:00"],
  url: ["应为网址", "should be an address on the web"],
};

type Sized<Code extends string> = Extract<Issue, { code: Code }>;

const tooSmall = ({ origin, minimum }: Sized<"too_small">): readonly [string, string] => {
  if (origin === "string")
    return Number(minimum) === 1
      ? ["不能为空", "must not be empty"]
      : [`至少 ${minimum} 个字`, `at least ${minimum} characters`];
  if (origin === "array") return [`至少 ${minimum} 项`, `at least ${minimum} items`];
  return [`不小于 ${minimum}`, `at least ${minimum}`];
};

const tooBig = ({ origin, maximum }: Sized<"too_big">): readonly [string, string] => {
  if (origin === "string") return [`最多 ${maximum} 个字`, `at most ${maximum} characters`];
  if (origin === "array") return [`最多 ${maximum} 项`, `at most ${maximum} items`];
  return [`不大于 ${maximum}`, `at most ${maximum}`];
};

const list = (values: readonly unknown[]) => values.map(String).join(", ");
