/** Arbitrary small documents of all that the language can do. */
import fc from "fast-check";
import { LIST_FACTS, lists } from "./lists.ts";

const FACTS = `facts:
  甲: {type: boolean}
  乙: {type: boolean, optional: true}
  类: {type: {one of: [一, "二'", 三]}}
  级: {type: {one of: [1, 2, 3]}}
  额: {type: money}
  费: {type: money, max: 100000, optional: true}
  数: {type: number, min: -3, max: 12}
  大: {type: number}
  日: {type: date, min: 2019-12-01, max: 2027-02-01}
  时: {type: date and time, min: "2019-12-31T00:00:00", max: "2027-01-31T23:59:59"}
  别日: {type: date, optional: true}
  期: {type: days and time duration}
  月数: {type: years and months duration, optional: true}
`;

const MONEY = ["额", "费", "100", "0.005", "值"];
const NUMBERS = ["数", "大", "级", "3", "0.333", "7", "0.000000001"];
const DAYS_OF = [
  "日",
  "别日",
  "date(时)",
  'date("2024-02-29")',
  "日 + 期",
  "日 + 月数",
  "add working days(日, 级)",
  "max(表.日)",
  "表[1].日",
];

/** A plain number; division gives 34 digits, and products of such are rounded to as many. */
const number: fc.Arbitrary<string> = fc.letrec<{ it: string }>((tie) => ({
  it: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    lists.number,
    fc.constantFrom(...NUMBERS),
    fc.constantFrom(...NUMBERS),
    fc
      .tuple(tie("it"), fc.constantFrom("+", "-", "*", "/"), tie("it"))
      .map(([a, o, b]) => `(${a} ${o} ${b})`),
    fc.tuple(fc.constantFrom("max", "min"), tie("it"), tie("it")).map(([f, a, b]) => `${f}(${a}, ${b})`),
    fc.tuple(rounder(), tie("it"), fc.integer({ min: -1, max: 5 })).map(([f, a, s]) => `${f}(${a}, ${s})`),
    fc.tuple(fc.constantFrom("floor", "ceiling", "abs"), tie("it")).map(([f, a]) => `${f}(${a})`),
    fc
      .tuple(between(), fc.constantFrom(...DAYS_OF), fc.constantFrom(...DAYS_OF))
      .map(([f, a, b]) => `${f}(${a}, ${b})`),
    fc.constantFrom(
      '((日 - 别日) / duration("P1D"))',
      "full years between(时, 时)",
      "full months between(时, 时 + 期)",
    ),
  ),
})).it;

function rounder(): fc.Arbitrary<string> {
  return fc.constantFrom("decimal", "round up", "round down", "round half up", "round half down");
}

function between(): fc.Arbitrary<string> {
  return fc.constantFrom("working days between", "full years between", "full months between", "age");
}

const amount: fc.Arbitrary<string> = fc.letrec<{ it: string }>((tie) => ({
  it: fc.oneof(
    { maxDepth: 2, depthSize: "small" },
    lists.money,
    fc.constantFrom(...MONEY),
    fc.tuple(tie("it"), fc.constantFrom("+", "-"), tie("it")).map(([a, o, b]) => `(${a} ${o} ${b})`),
    fc.tuple(tie("it"), fc.constantFrom("*", "/"), number).map(([a, o, n]) => `(${a} ${o} ${n})`),
    fc.tuple(fc.constantFrom("max", "min"), tie("it"), tie("it")).map(([f, a, b]) => `${f}(${a}, ${b})`),
    fc
      .tuple(fc.constantFrom("甲", "乙", '类 = "一"', "级 > 1", "费 = null"), tie("it"), tie("it"))
      .map(([c, a, b]) => `(if ${c} then ${a} else ${b})`),
  ),
})).it;

const ORDER = fc.constantFrom("<", "<=", ">", ">=", "=", "!=");

const condition: fc.Arbitrary<string> = fc.letrec<{ it: string }>((tie) => ({
  it: fc.oneof(
    { maxDepth: 2, depthSize: "small" },
    lists.condition,
    fc.constantFrom("甲", "乙", '类 in ("一", "二\'")', "乙 = null", "费 != null", "别日 = null", "级 = 2"),
    fc.constantFrom(
      "statutory holiday(时)",
      "day off(日)",
      "day off(别日)",
      "时 > 时 + 期",
      '期 < duration("P1D")',
    ),
    fc.tuple(amount, ORDER, amount).map(([a, o, b]) => `${a} ${o} ${b}`),
    fc.tuple(number, ORDER, number).map(([a, o, b]) => `${a} ${o} ${b}`),
    fc
      .tuple(fc.constantFrom(...DAYS_OF), ORDER, fc.constantFrom(...DAYS_OF))
      .map(([a, o, b]) => `${a} ${o} ${b}`),
    fc.tuple(tie("it"), fc.constantFrom("and", "or"), tie("it")).map(([a, o, b]) => `(${a} ${o} ${b})`),
    tie("it").map((a) => `not(${a})`),
  ),
})).it;

const q = (s: string): string => `'${s.replaceAll("'", "''")}'`;
const when = fc.option(condition, { nil: null }).map((c) => (c === null ? "" : `\n    when: ${q(c)}`));
const over = fc.constantFrom("", "\n    over: [给付]");

const clause = fc.oneof(
  fc.tuple(condition, when, over).map(([c, w, o]) => `require: ${q(c)}\n    otherwise: "因\\\\甲'"${w}${o}`),
  fc.tuple(condition, when, over).map(([c, w, o]) => `exclude: ${q(c)}\n    because: 因乙${w}${o}`),
  fc.tuple(condition, when, over).map(([c, w, o]) => `refer: ${q(c)}\n    because: 因丙${w}${o}`),
  fc.tuple(amount, when).map(([a, w]) => `pay: ${q(a)}\n    as: 乙给付${w}`),
  fc
    .tuple(amount, amount, condition)
    .map(
      ([a, b, c]) => `pay: ${q(a)}\n    as: 例外\n    upTo: ${q(b)}\n    instead of: 给付\n    when: ${q(c)}`,
    ),
  condition.map((c) => `instead of: 给付\n    when: ${q(c)}`),
  fc.tuple(amount, when, over).map(([a, w, o]) => `cap: ${q(a)}${w}${o}`),
  fc.tuple(condition, number, when).map(([c, n, w]) => `flag: ${q(c)}\n    as: 旗\n    points: ${q(n)}${w}`),
  fc.constant("refer: points > 2\n    because: 分数过高"),
  fc
    .tuple(
      fc.constantFrom("日", "时", "别日"),
      fc.constantFrom('duration("P10D")', "期", "数 * 期", "{working days: 级}", "{working days: 数}"),
      when,
    )
    .map(([f, d, w]) => `promise: {lane: 道, within: ${d.startsWith("{") ? d : q(d)}, from: ${f}}${w}`),
);

const table = fc
  .tuple(
    fc.constantFrom("unique", "first", "sum", "max"),
    fc.array(fc.constantFrom("<= 1", "[2..3]", "> 2", "-", "2"), { minLength: 1, maxLength: 4 }),
  )
  .map(([hit, cells]) => {
    const rows = cells.map((c, i) => `        - [${q(c)}, ${i % 2 === 0 ? "'-'" : "true"}, ${i + 0.25}]`);
    return `table:\n      define: [率]\n      hit: ${hit}\n      on: [级, 甲]\n      rows:\n${rows.join("\n")}`;
  });

/** May be refused for its types: arithmetic is put together without looking. */
export const documents: fc.Arbitrary<string> = fc
  .tuple(
    amount.filter((a) => !a.includes("值")),
    amount,
    when,
    table,
    fc.array(clause, { maxLength: 4 }),
    fc.constantFrom("half-up", "down"),
    fc.boolean(),
    lists.clauses,
  )
  .map(([value, pay, w, rates, rest, rounding, governed, each]) => {
    const text = [
      `terms: 试/一\nrounding: ${rounding}`,
      governed ? "effective: {from: 2020-06-01, to: 2026-05-31}\ngoverns: 日" : "",
      "clauses:",
      `  - id: 定义\n    define: {值: ${q(value)}}`,
      `  - id: 表\n    ${rates}`,
      `  - id: 给付\n    pay: ${q(`(${pay}) * 率`)}\n    as: 甲给付${w}`,
      ...rest.map((c, i) => `  - id: 条${i}\n    ${c}`),
      FACTS,
    ].join("\n");
    const whole = text.includes("各") ? text.replace("clauses:", `clauses:\n${each}`) : text;
    return /表[.[)]|in 表|数列|名列/.test(whole) ? `${whole}${LIST_FACTS}` : whole;
  });
