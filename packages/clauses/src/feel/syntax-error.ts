/** Messages for what the grammar could not read. */
import type { Node, Tree } from "./grammar.ts";
import { DEPTH_MAX } from "./limits.ts";
import type { FeelSyntaxError, Wording } from "./problem.ts";

/** A syntax error at `[from, to)`. */
export function syntaxError(
  from: number,
  to: number,
  wording: Wording & { readonly zh: Wording },
): FeelSyntaxError {
  return { kind: "syntax error", from, to, ...wording };
}

/** The first place of `tree` that the grammar had to skip or to invent, as an error; null if there is none. */
export function firstError(tree: Tree, source: string): FeelSyntaxError | null {
  if (source.trim() === "") {
    return syntaxError(0, source.length, {
      message: "the expression is empty",
      hint: "write an expression, such as 1 + 1",
      zh: { message: "表达式为空", hint: "请写一个表达式，例如 1 + 1" },
    });
  }
  let found: FeelSyntaxError | null = null;
  let depth = 0;
  tree.iterate({
    enter(ref) {
      depth++;
      if (found !== null) return false;
      // The parser gives up on trees that grow too deep, wherever that happens to be.
      if (depth > DEPTH_MAX) found = tooDeep(ref.from, ref.to);
      else if (ref.type.isError) found = describe(ref.node, source);
      return found === null;
    },
    leave: () => {
      depth--;
    },
  });
  return found;
}

export function tooDeep(from: number, to: number): FeelSyntaxError {
  return syntaxError(from, to, {
    message: `the expression is nested more than ${DEPTH_MAX} levels deep`,
    hint: "split it into several definitions",
    zh: { message: `表达式嵌套超过 ${DEPTH_MAX} 层`, hint: "请拆成几个定义" },
  });
}

/** Where nothing better can be said. */
export function unexpected(at: number, source: string): FeelSyntaxError {
  const text = /^\s*(\S{1,20})/u.exec(source.slice(at))?.[1] ?? "";
  return syntaxError(at, Math.max(at + 1, Math.min(source.length, at + text.length)), {
    message: `“${text}” does not fit here`,
    hint: DEFAULT.hint,
    zh: { message: `“${text}”在这里不合语法`, hint: DEFAULT.zh },
  });
}

/** Habits of other languages, and what FEEL writes instead. */
const HABITS: readonly (readonly [RegExp, string])[] = [
  [/^&&/u, "and"],
  [/^\|\|/u, "or"],
  [/^==/u, "="],
  [/^<>/u, "!="],
  [/^!/u, "not(…)"],
  [/^%/u, "modulo(a, b)"],
  [/^\?/u, "if … then … else …"],
  [/^['‘’`]/u, '"…"'],
  [/^\^/u, "**"],
];

function describe(error: Node, source: string): FeelSyntaxError {
  const { from, to } = error;
  const rest = source.slice(from);
  const habit = HABITS.find(([sign]) => sign.test(rest));
  const word = /^\s*(\S[^\s()[\]{},]{0,39})/u.exec(rest)?.[1];
  const expected = EXPECTED[error.parent?.name ?? ""] ?? DEFAULT;
  const at = word === undefined ? Math.min(from, source.length) : from + rest.indexOf(word);
  const hint = habit === undefined ? expected.hint : `write ${habit[1]}`;
  const shown = word ?? source.slice(from, Math.min(to, from + 40));
  const zhHint = habit === undefined ? expected.zh : `请写 \`${habit[1]}\``;
  if (word === undefined && to >= source.trimEnd().length) {
    return syntaxError(at, source.length, {
      message: "the expression ends too early",
      hint,
      zh: { message: "表达式不完整", hint: zhHint },
    });
  }
  return syntaxError(at, at + Math.max(1, word?.length ?? 1), {
    message: `“${shown}” does not fit here`,
    hint,
    zh: { message: `“${shown}”在这里不合语法`, hint: zhHint },
  });
}

const DEFAULT = {
  hint: "join values by an operator, and declare names that have spaces",
  zh: "请用运算符连接；带空格的名称须先声明",
};

const CALL = { hint: "separate arguments by commas and close with )", zh: "参数以逗号分隔，以 ) 结尾" };
const OPERAND = { hint: "write a value on each side of the operator", zh: "运算符两边都要有值" };

const EXPECTED: Readonly<Record<string, { readonly hint: string; readonly zh: string }>> = {
  ParenthesizedExpression: { hint: "close the bracket with )", zh: "请以 ) 结尾" },
  List: { hint: "separate items by commas and close with ]", zh: "各项以逗号分隔，以 ] 结尾" },
  FilterExpression: { hint: "close the filter with ]", zh: "筛选条件请以 ] 结尾" },
  Interval: { hint: "write a range as [low..high]", zh: "区间请写作 `[低..高]`" },
  Context: { hint: "write entries as name: value and close with }", zh: "各项请写作“名称: 值”，以 } 结尾" },
  ContextEntry: { hint: "write an entry as name: value", zh: "各项请写作“名称: 值”" },
  IfExpression: { hint: "write if … then … else …", zh: "请写作 `if … then … else …`" },
  ForExpression: { hint: "write for x in list return …", zh: "请写作 `for x in 列表 return …`" },
  QuantifiedExpression: {
    hint: "write some (or every) x in list satisfies …",
    zh: "请写作 `some x in 列表 satisfies …`，或以 `every` 开头",
  },
  FunctionInvocation: CALL,
  PositionalParameters: CALL,
  NamedParameters: CALL,
  DateTimeLiteral: CALL,
  ArithmeticExpression: OPERAND,
  Comparison: OPERAND,
  Conjunction: OPERAND,
  Disjunction: OPERAND,
};
