/** Expressions back to source. Reading what is printed gives the same tree, source positions aside. */
import type { Call, Expr, Iterator, Range, Test, TypeExpr, UnaryTests } from "./ast.ts";
import { isName } from "./names.ts";
import { show, showNumber } from "./show.ts";
import { isNumber, type Value } from "./value.ts";

/** How tightly an expression holds together; an operand that holds less goes into brackets. */
const LEVEL = {
  open: 0,
  or: 1,
  and: 2,
  compare: 3,
  add: 4,
  multiply: 5,
  power: 6,
  postfix: 8,
  atom: 9,
} as const;

type Level = (typeof LEVEL)[keyof typeof LEVEL];

/** The source of an expression. */
export function print(expr: Expr): string {
  return printed(expr)[0];
}

/** The source of a decision table's cell. */
export function printTests(cell: UnaryTests): string {
  if (cell.tests.length === 0) return "-";
  const tests = cell.tests.map(printTest).join(", ");
  return cell.negated ? `not(${tests})` : tests;
}

function printTest(test: Test): string {
  return test.kind === "compare test" ? `${test.op} ${at(test.operand, LEVEL.add)}` : at(test.expr, LEVEL.or);
}

/** `expr` where something at least as tight as `level` has to stand. */
function at(expr: Expr, level: Level): string {
  const [text, own] = printed(expr);
  return own < level ? `(${text})` : text;
}

function printed(expr: Expr): readonly [string, Level] {
  switch (expr.kind) {
    case "literal":
      return printLiteral(expr.value);
    case "name":
      return [expr.name, LEVEL.atom];
    case "negate":
      return [`-(${print(expr.operand)})`, LEVEL.power];
    case "arithmetic":
      return printArithmetic(expr);
    case "compare":
      return [`${at(expr.left, LEVEL.add)} ${expr.op} ${at(expr.right, LEVEL.add)}`, LEVEL.compare];
    case "logic": {
      const level = expr.op === "or" ? LEVEL.and : LEVEL.compare;
      const operands = expr.operands.map((operand) => at(operand, level));
      return [operands.join(` ${expr.op} `), expr.op === "or" ? LEVEL.or : LEVEL.and];
    }
    case "between": {
      const [value, low, high] = [expr.value, expr.low, expr.high].map((part) => at(part, LEVEL.add));
      return [`${value} between ${low} and ${high}`, LEVEL.compare];
    }
    case "in":
      return [`${at(expr.value, LEVEL.add)} in (${expr.tests.map(printTest).join(", ")})`, LEVEL.compare];
    case "if":
      return [
        `if ${print(expr.condition)} then ${print(expr.consequent)} else ${print(expr.alternative)}`,
        LEVEL.open,
      ];
    case "for":
      return [`for ${printIterators(expr.iterators)} return ${print(expr.body)}`, LEVEL.open];
    case "quantified":
      return [
        `${expr.quantifier} ${printIterators(expr.iterators)} satisfies ${print(expr.condition)}`,
        LEVEL.open,
      ];
    case "filter":
      return [`${at(expr.list, LEVEL.postfix)}[${print(expr.condition)}]`, LEVEL.postfix];
    case "path":
      return [`${at(expr.object, LEVEL.postfix)}.${expr.name}`, LEVEL.postfix];
    case "list":
      return [`[${expr.items.map(print).join(", ")}]`, LEVEL.atom];
    case "context":
      return [
        `{${expr.entries.map(({ key, value }) => `${printKey(key)}: ${print(value)}`).join(", ")}}`,
        LEVEL.atom,
      ];
    case "range":
      return [printRange(expr), LEVEL.atom];
    case "function":
      return [printFunction(expr), LEVEL.open];
    case "call":
      return [printCall(expr), LEVEL.postfix];
    case "instance of":
      return [`${at(expr.value, LEVEL.postfix)} instance of ${printType(expr.type)}`, LEVEL.compare];
  }
}

function printLiteral(value: Value): readonly [string, Level] {
  if (isNumber(value)) return [showNumber(value), value.isNegative() ? LEVEL.open : LEVEL.atom];
  if (typeof value === "string") return [printString(value), LEVEL.atom];
  if (value === null || typeof value === "boolean") return [String(value), LEVEL.atom];
  return [`@"${show(value)}"`, LEVEL.atom];
}

const CONTROL: ReadonlyMap<string, string> = new Map([
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["\t", "\\t"],
  ['"', '\\"'],
  ["\\", "\\\\"],
]);

/** A string literal. */
export const printString = (text: string): string =>
  `"${text.replace(/[\n\r\t"\\]/gu, (c) => CONTROL.get(c) ?? c)}"`;

const printKey = (key: string): string => (isName(key) ? key : printString(key));

function printArithmetic(expr: Extract<Expr, { kind: "arithmetic" }>): readonly [string, Level] {
  const sum = expr.op === "+" || expr.op === "-";
  const level = sum ? LEVEL.add : expr.op === "**" ? LEVEL.power : LEVEL.multiply;
  const tighter = sum ? LEVEL.multiply : expr.op === "**" ? LEVEL.postfix : LEVEL.power;
  // A power is read from the left too, but brackets make it plain.
  const left = at(expr.left, expr.op === "**" ? LEVEL.postfix : level);
  return [`${left} ${expr.op} ${at(expr.right, tighter)}`, level];
}

const printIterators = (iterators: readonly Iterator[]): string =>
  iterators
    .map(({ name, source, until }) => {
      const range =
        until === null ? at(source, LEVEL.or) : `${at(source, LEVEL.add)}..${at(until, LEVEL.add)}`;
      return `${name} in ${range}`;
    })
    .join(", ");

function printRange({ low, high, lowIncluded, highIncluded }: Range): string {
  if (low === null) return `(${highIncluded ? "<=" : "<"} ${high === null ? "null" : at(high, LEVEL.add)})`;
  if (high === null) return `(${lowIncluded ? ">=" : ">"} ${at(low, LEVEL.add)})`;
  return `${lowIncluded ? "[" : "("}${at(low, LEVEL.add)}..${at(high, LEVEL.add)}${highIncluded ? "]" : ")"}`;
}

function printFunction(expr: Extract<Expr, { kind: "function" }>): string {
  const parameters = expr.parameters.map(({ name, type }) =>
    type === null ? name : `${name}: ${printType(type)}`,
  );
  return `function(${parameters.join(", ")}) ${expr.external ? "external " : ""}${print(expr.body)}`;
}

function printCall(expr: Call): string {
  const args = [...expr.args.map(print), ...expr.named.map(({ name, value }) => `${name}: ${print(value)}`)];
  return `${at(expr.callee, LEVEL.postfix)}(${args.join(", ")})`;
}

/** The source of a written type. */
export function printType(type: TypeExpr): string {
  switch (type.kind) {
    case "named":
      return type.name;
    case "list":
    case "range":
      return `${type.kind}<${printType(type.of)}>`;
    case "context":
      return `context<${type.fields.map((field) => `${field.name}: ${printType(field.type)}`).join(", ")}>`;
    case "function":
      return `function<${type.parameters.map(printType).join(", ")}> -> ${printType(type.result)}`;
  }
}
