/** Formulas in words: no sign of FEEL is left, and every name has its figure beside it. */
import type { Compare, Expr, If, In, Logic, Range, Test } from "../feel/ast.ts";
import { freeNames } from "../feel/index.ts";
import { Num, type Value } from "../feel/value.ts";
import type { Val } from "../ir/node.ts";
import { fromFeel, shapeOfValue } from "../ir/value.ts";
import type { Formula } from "../terms/model.ts";
import { figureOf, label, partValue, type Reader, textLabel } from "./reader.ts";
import { sayCall } from "./say-call.ts";
import { sayLoop } from "./say-loops.ts";
import { LEVEL, type Phrase, type Saying } from "./saying.ts";
import { valueText } from "./values.ts";

/** A formula in words. `bound` are names that have no figure of their own: the variable of a `for each`. */
export const sayFormula = (f: Formula, reader: Reader, bound: Iterable<string> = []): string =>
  // A wide bracket brings its own space.
  new Sayer(reader, new Set(bound))
    .text(f.expr)
    .replace(/） (?=[^×÷+−])/gu, "）")
    .replace(/ （/gu, "（");

class Sayer implements Saying {
  readonly reader: Reader;
  private readonly bound: ReadonlySet<string>;

  constructor(reader: Reader, bound: ReadonlySet<string>) {
    this.reader = reader;
    this.bound = bound;
  }

  text(expr: Expr): string {
    return this.phrase(expr)[0];
  }

  at(expr: Expr, level: number): string {
    const [text, own] = this.phrase(expr);
    return own >= level ? text : this.pick(`（${text}）`, `(${text})`);
  }

  pick(zh: string, en: string): string {
    return this.reader.language === "zh" ? zh : en;
  }

  items(texts: readonly string[]): string {
    return texts.join(this.pick("、", ", "));
  }

  within(names: Iterable<string>): Sayer {
    return new Sayer(this.reader, new Set([...this.bound, ...names]));
  }

  known(expr: Expr): boolean | null {
    const value = this.value(expr);
    return typeof value === "boolean" ? value : null;
  }

  number(expr: Expr): Num | null {
    const value = this.value(expr);
    return value instanceof Num ? value : null;
  }

  private value(expr: Expr): Val | undefined {
    for (const name of freeNames(expr)) if (this.bound.has(name)) return undefined;
    return partValue(expr, this.reader);
  }

  phrase(expr: Expr): Phrase {
    switch (expr.kind) {
      case "literal":
        return [this.literal(expr.value), LEVEL.atom];
      case "name":
        return [this.name(expr.name), LEVEL.atom];
      case "negate":
        return [`−${this.at(expr.operand, LEVEL.atom)}`, LEVEL.atom];
      case "arithmetic": {
        const level = expr.op === "+" || expr.op === "-" ? LEVEL.add : LEVEL.multiply;
        const right = this.at(expr.right, level + 1);
        return [`${this.at(expr.left, level)} ${SIGNS[expr.op]} ${right}`, level];
      }
      case "compare":
        return [this.compare(expr), LEVEL.compare];
      case "logic":
        return this.logic(expr);
      case "between":
        return [this.inRange(this.at(expr.value, LEVEL.add), expr.low, expr.high), LEVEL.compare];
      case "in":
        return [this.in(expr), LEVEL.compare];
      case "if":
        return this.if(expr);
      case "call":
        return sayCall(expr, this);
      case "range":
        return [this.range(expr), LEVEL.compare];
      default:
        return sayLoop(expr, this);
    }
  }

  private literal(value: Value): string {
    if (typeof value === "string") return textLabel(value, this.reader);
    return valueText(fromFeel(value), shapeOfValue(value).unit, this.reader.language) ?? "";
  }

  private name(name: string): string {
    if (this.reader.resolved.members.has(name)) return textLabel(name, this.reader);
    const said = label(name, this.reader);
    const figure = this.bound.has(name) ? null : figureOf(name, this.reader);
    if (figure === null) return said;
    if (this.reader.language === "en") return `${said} (${figure})`;
    return isPlainFigure(figure) ? `${said} ${figure}` : `${said}（${figure}）`;
  }

  private compare({ op, left, right }: Compare): string {
    const none = isNull(right) ? left : isNull(left) ? right : null;
    if (none === null) {
      const times = this.isTime(left) || this.isTime(right);
      return this.compared(op, this.at(left, LEVEL.add), this.at(right, LEVEL.add), times);
    }
    const what = this.at(none, LEVEL.add);
    return op === "="
      ? this.pick(`没有 ${what}`, `there is no ${what}`)
      : this.pick(`有 ${what}`, `there is ${what}`);
  }

  private compared(op: Compare["op"], left: string, right: string, times: boolean): string {
    const words = RELATIONS[this.reader.language];
    return `${left} ${(times ? words.times : words.plain)[op]} ${right}`.trim();
  }

  private isTime(expr: Expr): boolean {
    const type = this.reader.resolved.exprTypes.get(expr);
    return type?.kind === "date" || type?.kind === "date and time";
  }

  private logic(expr: Logic): Phrase {
    const own = expr.op === "or" ? LEVEL.or : LEVEL.and;
    const sign = expr.op === "or" ? this.pick(" 或 ", " or ") : this.pick(" 且 ", " and ");
    return [expr.operands.map((o) => this.at(o, LEVEL.compare)).join(sign), own];
  }

  inRange(value: string, low: Expr, high: Expr): string {
    const [a, b] = [this.at(low, LEVEL.add), this.at(high, LEVEL.add)];
    return this.pick(`${value} 在 ${a} 至 ${b} 之间`, `${value} from ${a} to ${b}`).trim();
  }

  private range({ low, high, lowIncluded, highIncluded }: Range): string {
    const end = (e: Expr | null, op: Compare["op"]): readonly string[] =>
      e === null ? [] : [this.compared(op, "", this.at(e, LEVEL.add), this.isTime(e))];
    const ends = [...end(low, lowIncluded ? ">=" : ">"), ...end(high, highIncluded ? "<=" : "<")];
    return ends.join(this.pick(" 且 ", " and "));
  }

  private in({ value, tests }: In): string {
    const values = tests.flatMap((t) => (isPlain(t) ? [this.text(t.expr)] : []));
    const others = tests.flatMap((t) => (isPlain(t) ? [] : [this.test(t)]));
    const many = values.length > 1;
    const all = this.items(values);
    const among = many
      ? this.pick(`为 ${all} 之一`, `is one of ${all}`)
      : this.pick(`为 ${all}`, `is ${all}`);
    const said = values.length === 0 ? others : [among, ...others];
    return `${this.at(value, LEVEL.add)} ${said.join(this.pick(" 或 ", " or "))}`;
  }

  private test(test: Test): string {
    if (test.kind === "value test") return this.text(test.expr);
    return this.compared(test.op, "", this.at(test.operand, LEVEL.add), this.isTime(test.operand));
  }

  /** Only the branch that is taken, where that is known. */
  private if({ condition, consequent, alternative }: If): Phrase {
    const taken = this.known(condition);
    if (taken !== null) return this.phrase(taken ? consequent : alternative);
    const [c, a, b] = [this.text(condition), this.text(consequent), this.text(alternative)];
    return [this.pick(`若 ${c} 则 ${a}，否则 ${b}`, `${a} if ${c}, otherwise ${b}`), LEVEL.open];
  }
}

/** A figure or a day stands beside its name; a yes or no, a text or a range stands in brackets. */
const isPlainFigure = (figure: string): boolean => /^−?\d[^ 至]*( \d\d:\d\d(:\d\d)?)?$/.test(figure);

const isNull = (e: Expr): boolean => e.kind === "literal" && e.value === null;

const isPlain = (t: Test): t is Extract<Test, { kind: "value test" }> =>
  t.kind === "value test" && t.expr.kind !== "range";

const SIGNS = { "+": "+", "-": "−", "*": "×", "/": "÷", "**": "^" } as const;

type Signs = Readonly<Record<Compare["op"], string>>;
const ZH: Signs = { "=": "为", "!=": "不是", "<": "<", "<=": "≤", ">": ">", ">=": "≥" };
const EN: Signs = { "=": "is", "!=": "is not", "<": "<", "<=": "≤", ">": ">", ">=": "≥" };
const RELATIONS: Readonly<Record<"zh" | "en", { readonly plain: Signs; readonly times: Signs }>> = {
  zh: { plain: ZH, times: { ...ZH, "<": "早于", "<=": "不晚于", ">": "晚于", ">=": "不早于" } },
  en: {
    plain: EN,
    times: { ...EN, "<": "is before", "<=": "is no later than", ">": "is after", ">=": "is no earlier than" },
  },
};
