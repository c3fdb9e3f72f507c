import type { FieldProblem } from "../kernel/problem.ts";
import { isKeepable } from "../kernel/text.ts";

/** Deeper than this nothing of ours is: a range in a list in a fact in the facts of a report is six. */
const DEEPEST = 32;

/** What of a request's content could not be kept anywhere, before its shape is looked at. */
export const unsound = (value: unknown, where: FieldProblem["in"]): FieldProblem[] => look(value, where, []);

const look = (value: unknown, where: FieldProblem["in"], path: readonly string[]): FieldProblem[] => {
  const field = path.join(".");
  if (typeof value === "string") return !isKeepable(value) ? [{ in: where, field, ...CHARACTERS }] : [];
  if (typeof value !== "object" || value === null) return [];
  if (path.length >= DEEPEST) return [{ in: where, field, ...NESTED }];
  return Object.entries(value).flatMap(([name, inner]) =>
    // The name itself is not repeated in the answer.
    !isKeepable(name) ? [{ in: where, field, ...CHARACTERS }] : look(inner, where, [...path, name]),
  );
};

const CHARACTERS = {
  zh: "含有无法保存的字符（控制字符或半个字符），请删去",
  en: "holds characters that cannot be kept (control characters or half a character); take them out",
};
const NESTED = { zh: `嵌套过深，最多 ${DEEPEST} 层`, en: `is nested too deep: at most ${DEEPEST} levels` };
