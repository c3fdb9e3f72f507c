/** Arbitrary expressions and clauses about lists, for documents that nobody wrote. */
import fc from "fast-check";

/** Fields named as facts are, so that an element's own come first. */
export const LIST_FACTS = `
  表:
    type:
      list of:
        额: money
        量: {type: number, min: -3, max: 12}
        类: {type: {one of: [一, "二'", 三]}}
        日: {type: date, min: 2019-12-01, max: 2027-02-01}
        时: {type: date and time, min: "2019-12-31T00:00:00", max: "2027-01-31T23:59:59"}
        甲: boolean
        备: {type: number, min: 0, max: 9, optional: true}
  数列: {type: {list of: number}}
  名列: {type: {list of: string}}
`;

const pick = (...texts: string[]) => fc.constantFrom(...texts);

/** Of an element `x`. */
const own = {
  number: pick(
    "x.量",
    "x.量",
    "x.备",
    "x.量 * 数",
    "round half up(x.量 / 3, 4)",
    "x.量 / 8",
    "count(表[量 > x.量])",
    "sum(数列[item > x.量])",
  ),
  money: pick("x.额", "x.额", "x.额 * x.量", "x.额 * 0.333", "max(x.额, 费)", "(if x.甲 then x.额 else 额)"),
  condition: pick(
    "x.甲",
    "x.额 > 额",
    "x.量 >= 数",
    'x.类 = "一"',
    "x.类 = 类",
    "x.备 = null",
    "x.备 > 3",
    "x.日 < 日",
    "date(x.时) <= x.日",
    "(some y in 表 satisfies y.量 > x.量)",
    "day off(x.日)",
    'x.日 + duration("P1M") > 日',
    "list contains(数列, x.量)",
  ),
};

/** Of the element a filter looks at, without its name. */
const filter = pick(
  "甲",
  "额 > 100",
  "额 > 费",
  "量 = 数",
  '类 = "一"',
  "备 != null",
  "item.量 < 3",
  "日 > 别日",
  "备 > 2",
);

const records = fc.oneof(
  { weight: 2, arbitrary: pick("表", "表") },
  { weight: 1, arbitrary: filter.map((f) => `表[${f}]`) },
);

const over = (body: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(records, body).map(([l, b]) => `(for x in ${l} return ${b})`);

const numbers = fc.oneof(
  records.map((l) => `(${l}).量`),
  over(own.number),
  pick("数列", "数列[item > 2]", "(for n in 数列 return n + 数)", "各量", "各率"),
);
const amounts = fc.oneof(
  records.map((l) => `(${l}).额`),
  over(own.money),
  pick("各额"),
);

/** As documents write it: an empty list has no sum. */
const orZero = (list: string, f: string): string => `(if count(${list}) = 0 then 0 else ${f}(${list}))`;

export const lists = {
  number: fc.oneof(
    fc.tuple(pick("sum", "mean", "min", "max", "count"), numbers).map(([f, l]) => `${f}(${l})`),
    fc.tuple(pick("sum", "max"), numbers).map(([f, l]) => orZero(l, f)),
    records.map((l) => `count(${l})`),
    pick("count(distinct values(名列))", "count(distinct values(表.类))", "count(distinct values(各量))"),
    over(fc.oneof(own.condition, own.number)).map((l) => `count(distinct values(${l}))`),
    pick("表[1].量", "表[-2].量", "数列[2]", "数列[级]", "表[数].量"),
  ),
  money: fc.oneof(
    fc.tuple(pick("sum", "min", "max"), amounts).map(([f, l]) => `${f}(${l})`),
    amounts.map((l) => orZero(l, "sum")),
    pick("表[1].额", "表[-1].额", "表[级].额"),
  ),
  condition: fc.oneof(
    fc
      .tuple(pick("some", "every"), records, own.condition)
      .map(([q, l, c]) => `(${q} x in ${l} satisfies ${c})`),
    fc.tuple(pick("any", "all"), over(own.condition)).map(([f, l]) => `${f}(${l})`),
    pick(
      'list contains(名列, "甲\'乙")',
      "list contains(数列, 数)",
      "list contains(表.类, 类)",
      "list contains(表[甲].备, null)",
      "表[1].甲",
      "every n in 数列 satisfies n > 数",
    ),
  ),
  /** Define 各量, 各额 and 各率, whether or not anything reads them. */
  clauses: fc
    .tuple(
      own.number,
      own.money,
      fc.option(pick("甲", "数 > 3"), { nil: null }),
      pick("unique", "sum", "max", "first"),
    )
    .map(([n, m, when, hit]) => {
      const guard = when === null ? "" : `    when: ${when}\n`;
      return `  - id: 逐项
${guard}    for each: x in 表
    define: {各量: '${n}', 各额: '${m}'}
  - id: 逐率
${guard}    for each: x in 表
    table:
      define: [各率]
      hit: ${hit}
      on: [x.量, x.甲]
      rows:
        - ["< 3", "-", 0.5]
        - ["[3..5]", true, 1]
        - ["[3..5]", false, 0.25]
        - ["> 5", "-", 2]`;
    }),
};
