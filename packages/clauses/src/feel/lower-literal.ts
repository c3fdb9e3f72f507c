/** Numbers, strings, and @-literals. */
import type { Expr } from "./ast.ts";
import type { Node } from "./grammar.ts";
import type { Lowering } from "./lowering.ts";
import { parseTemporal } from "./time/iso.ts";
import { parseNumber } from "./value.ts";

export function lowerNumber(node: Node, l: Lowering): Expr {
  const text = l.text(node).replace(/\s/gu, "");
  if (/[eE]/u.test(text)) {
    throw l.error(node, {
      message: `FEEL has no exponent notation such as ${text}`,
      hint: `write ${text.replace(/[eE]\+?/u, " * 10 ** ")}`,
      zh: {
        message: `FEEL 没有“${text}”这种科学记数法`,
        hint: `请写 \`${text.replace(/[eE]\+?/u, " * 10 ** ")}\``,
      },
    });
  }
  const value = parseNumber(text);
  if (value === null) {
    throw l.error(node, {
      message: "the number is too large",
      hint: "decimal128 reaches to 10 ** 6144",
      zh: { message: "数字过大", hint: "最大为 10 的 6144 次方" },
    });
  }
  return { kind: "literal", value, from: node.from, to: node.to };
}

const ESCAPES: Readonly<Record<string, string>> = {
  n: "\n",
  r: "\r",
  t: "\t",
  "'": "'",
  '"': '"',
  "\\": "\\",
};

/**
 * The value of a string literal, quotes included. An escape that FEEL does not have stays as it is written,
 * so that patterns such as `"\s"` need no doubled backslash.
 */
export function lowerString(text: string): string {
  return text
    .slice(1, -1)
    .replace(
      /\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{6})|([\s\S]))/gu,
      (whole: string, four?: string, six?: string, one?: string) => {
        if (four !== undefined) return String.fromCharCode(Number.parseInt(four, 16));
        if (six !== undefined) {
          const code = Number.parseInt(six, 16);
          return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
        }
        return ESCAPES[one ?? ""] ?? whole;
      },
    );
}

export function lowerAt(node: Node, l: Lowering): Expr {
  const text = lowerString(l.text(node).replace(/^@\s*/u, ""));
  const value = parseTemporal(text, l.mode);
  if (value === null) {
    throw l.error(node, {
      message: `“${text}” is no date, time or duration`,
      hint: 'write it as in @"2024-10-01", @"2024-10-01T08:00:00" or @"P30D"',
      zh: {
        message: `“${text}”不是日期、时间或时长`,
        hint: '请写作 `@"2024-10-01"`、`@"2024-10-01T08:00:00"` 或 `@"P30D"`',
      },
    });
  }
  return { kind: "literal", value, from: node.from, to: node.to };
}
