/** Random documents over all constructs of the language, on facts whose every value can be gone through. For tests. */
import fc from "fast-check";
import { Num, num, type Value } from "../feel/value.ts";

const days = (...ds: readonly number[]): readonly Value[] =>
  ds.map((d): Value => ({ kind: "date", day: 19_760 + d }));

/** Facts whose whole domains are small; the fields of a list stand by their paths. */
export const DOMAINS: Readonly<Record<string, readonly Value[]>> = {
  甲: [false, true],
  乙: [false, true],
  类: ["一", "二", "三"],
  额: [0, 1, 2, 3, 4].map((n) => num(n)),
  费: [0, 2, 4, 6].map((n) => num(n)),
  数: [-1, 0, 1, 2].map((n) => num(n)),
  选: [...[0, 1].map((n) => num(n)), null],
  日: days(0, 1, 2, 3),
  "表[1].金": [0, 1, 2].map((n) => num(n)),
  "表[1].真": [false, true],
  "表[2].金": [0, 1, 2].map((n) => num(n)),
  "表[2].真": [false, true],
};

/** 日 goes over the first day of a year, which is a statutory holiday: 2024-02-07 to 2024-02-10. */
export const FACTS = `facts:
  甲: {type: boolean}
  乙: {type: boolean}
  类: {type: {one of: [一, 二, 三]}}
  额: {type: money, max: 4, step: 1}
  费: {type: money, max: 6, step: 2}
  数: {type: number, min: -1, max: 2, step: 1}
  选: {type: number, min: 0, max: 1, step: 1, optional: true}
  日: {type: date, min: 2024-02-07, max: 2024-02-10}
  表: {type: {list of: {金: {type: money, max: 2, step: 1}, 真: {type: boolean}}}}
`;

const RATIOS = ["0.5", "0.333", "数", "2", "率", "count(表[真])"];
const ratio = fc.constantFrom(...RATIOS);
const literal = fc.constantFrom("1", "2.5", "4");

/** Money; `others` are names that a clause defines. */
const money = (others: readonly string[]): fc.Arbitrary<string> =>
  fc.letrec<{ it: string }>((tie) => ({
    it: fc.oneof(
      { maxDepth: 3, depthSize: "small" },
      fc.constantFrom("额", "费", "额", "费", "sum(表.金)", ...others),
      fc.tuple(tie("it"), fc.constantFrom("+", "-"), tie("it")).map(([a, o, b]) => `(${a} ${o} ${b})`),
      fc.tuple(tie("it"), fc.constantFrom("+", "-"), literal).map(([a, o, b]) => `(${a} ${o} ${b})`),
      fc.tuple(ratio, tie("it")).map(([a, b]) => `(${b} * ${a})`),
      fc.tuple(fc.constantFrom("max", "min"), tie("it"), tie("it")).map(([f, a, b]) => `${f}(${a}, ${b})`),
      fc.tuple(fc.constantFrom("max", "min"), literal, tie("it")).map(([f, a, b]) => `${f}(${a}, ${b})`),
      fc
        .tuple(fc.constantFrom("甲", "乙", '类 = "一"', "额 > 2", "选 = null", "某真"), tie("it"), tie("it"))
        .map(([c, a, b]) => `(if ${c} then ${a} else ${b})`),
      fc.tuple(tie("it"), fc.constantFrom("数", "2", "选")).map(([a, b]) => `(${a} / ${b})`),
    ),
  })).it;

const amount = money(["值", "sum(项)"]);
const plain = money([]);
const points = fc.constantFrom("1", "2", "数", "率", "if 甲 then 1 else 3", "2 * 数", "1 / 数");

const CONDITIONS = [
  "甲",
  "乙",
  '类 = "二"',
  "选 = 1",
  "选 > 0",
  "选 != null",
  "数 > 0",
  "额 >= 费",
  "额 + 费 > 5",
  "额 = 2",
  "费 - 额 <= 1",
  "值 > 2",
  "率 > 1",
  '日 > date("2024-02-08")',
  "statutory holiday(日)",
  '日 + duration("P1M") < date("2024-03-09")',
  "某真",
  "every x in 表 satisfies x.金 < 2",
  "sum(项) > 2",
];

const condition: fc.Arbitrary<string> = fc.letrec<{ it: string }>((tie) => ({
  it: fc.oneof(
    { maxDepth: 2, depthSize: "small" },
    fc.constantFrom(...CONDITIONS),
    fc.tuple(tie("it"), fc.constantFrom("and", "or"), tie("it")).map(([a, o, b]) => `(${a} ${o} ${b})`),
    tie("it").map((a) => `not(${a})`),
  ),
})).it;

const q = (s: string): string => `'${s.replace(/'/g, "''")}'`;
const when = fc.option(condition, { nil: null }).map((c) => (c === null ? "" : `\n    when: ${q(c)}`));
const over = fc
  .constantFrom("", "", "[给付]", "[给付二]", "[给付, 给付二]")
  .map((o) => (o === "" ? "" : `\n    over: ${o}`));

/** Exceptions to any of the clauses that are always there, or to one of the first others. */
const instead = fc
  .constantFrom("给付", "给付二", "旗一", "诺一", "限一", "条0", "条1")
  .map((id) => `\n    instead of: ${id}`);

const promised = fc.constantFrom('duration("P3D")', "{working days: 2}", "{working days: 数 + 1}");

const pays = fc
  .tuple(amount, fc.option(amount, { nil: null }))
  .map(([a, u]) => `pay: ${q(a)}\n    as: 款${u === null ? "" : `\n    upTo: ${q(u)}`}`);

/** An effect that may stand in place of another. */
const effect = fc.oneof(
  condition.map((c) => `require: ${q(c)}\n    otherwise: 因甲`),
  condition.map((c) => `exclude: ${q(c)}\n    because: 因乙`),
  condition.map((c) => `refer: ${q(c)}\n    because: 因丙`),
  fc.constantFrom("refer: points > 2\n    because: 因分", "refer: points >= 4 and 甲\n    because: 因分"),
  pays,
  amount.map((a) => `cap: ${q(a)}`),
  fc.tuple(condition, points).map(([c, p]) => `flag: ${q(c)}\n    as: 旗\n    points: ${q(p)}`),
  promised.map((w) => `promise: {lane: 快, within: ${w.startsWith("{") ? w : q(w)}, from: 日}`),
  fc.constant("step: {channel: 短信, after: 'duration(\"P1D\")'}"),
);

const LIMITABLE = /^(require|exclude|refer|cap)/;

const clause = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.tuple(effect, when, over).map(([e, w, o]) => `${e}${w}${LIMITABLE.test(e) ? o : ""}`),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(effect, instead, condition).map(([e, i, c]) => `${e}${i}\n    when: ${q(c)}`),
  },
  { weight: 1, arbitrary: fc.tuple(instead, condition).map(([i, c]) => `when: ${q(c)}${i}`) },
);

const cells = {
  类: fc.constantFrom('"-"', "一", "二", '\'"一","三"\'', "'not(\"一\")'"),
  额: fc.constantFrom('"-"', "'> 2'", "'[1..3]'", "'<= 1'", "2", "'< 费'"),
  甲: fc.constantFrom('"-"', "true", "false"),
};

const output = fc.constantFrom("0", "1", "2", "0.5", "数", "if 甲 then 1 else 2");

/** A table that gives 率: every hit policy, gaps and overlaps included, with a last row for all or without. */
const table = fc
  .record({
    hit: fc.constantFrom("unique", "first", "sum", "max"),
    on: fc.constantFrom<readonly (keyof typeof cells)[]>(["类"], ["额"], ["类", "甲"], ["额", "甲"]),
    last: fc.boolean(),
    out: fc.array(output, { minLength: 4, maxLength: 4 }),
    rows: fc.integer({ min: 1, max: 3 }),
  })
  .chain(({ hit, on, last, out, rows }) =>
    fc.array(fc.tuple(...on.map((k) => cells[k])), { minLength: rows, maxLength: rows }).map((inputs) => {
      const all = last ? [...inputs, on.map(() => '"-"')] : inputs;
      const lines = all.map((row, i) => `        - [${[...row, q(out[i] ?? "0")].join(", ")}]`);
      return `    table:\n      define: [率]\n      hit: ${hit}\n      on: [${on.join(", ")}]\n      rows:\n${lines.join("\n")}`;
    }),
  );

const each = fc.oneof(
  fc.constantFrom("x.金", "x.金 * 2", "if x.真 then x.金 else 额").map((e) => `    define: {项: ${q(e)}}`),
  fc.constant(
    '    table:\n      define: [项]\n      hit: first\n      on: [x.真, x.金]\n      rows:\n        - [true, \'> 0\', x.金]\n        - ["-", "-", 额]',
  ),
);

/** An exception stands in the place of a clause before it. */
const earlier = (c: string, i: number): string =>
  c.replace(/instead of: 条(\d)/, (all, n) => (Number(n) < i ? all : "instead of: 给付"));

export const document: fc.Arbitrary<string> = fc
  .record({
    value: plain,
    other: fc.option(fc.tuple(plain, fc.constantFrom("甲", "某真", "额 > 费", "选 = 1")), { nil: null }),
    table,
    each,
    first: pays,
    second: pays,
    flag: fc.tuple(condition, points),
    promise: promised,
    cap: fc.tuple(amount, over),
    when: fc.array(when, { minLength: 5, maxLength: 5 }),
    rounding: fc.constantFrom("half-up", "down"),
    rest: fc.array(clause, { maxLength: 4 }),
  })
  .map((d) =>
    [
      `terms: 试/一\nrounding: ${d.rounding}\nclauses:`,
      `  - id: 定义\n    define: {值: ${q(d.value)}}`,
      ...(d.other === null
        ? []
        : [
            `  - id: 定义外\n    instead of: 定义\n    when: ${q(d.other[1])}\n    define: {值: ${q(d.other[0])}}`,
          ]),
      `  - id: 定义二\n    define: {某真: some x in 表 satisfies x.真}`,
      `  - id: 表一\n${d.table}`,
      `  - id: 逐项\n    for each: x in 表\n${d.each}`,
      `  - id: 给付\n    ${d.first}${d.when[0]}`,
      `  - id: 给付二\n    ${d.second}${d.when[1]}`,
      `  - id: 旗一\n    flag: ${q(d.flag[0])}\n    as: 旗\n    points: ${q(d.flag[1])}${d.when[2]}`,
      `  - id: 诺一\n    promise: {lane: 快, within: ${d.promise.startsWith("{") ? d.promise : q(d.promise)}, from: 日}${d.when[3]}`,
      `  - id: 限一\n    cap: ${q(d.cap[0])}${d.cap[1]}${d.when[4]}`,
      ...d.rest.map((c, i) => `  - id: 条${i}\n    ${earlier(c, i)}`),
      "  - id: 出\n    gives: [值, 率]",
      FACTS,
    ].join("\n"),
  );

/** How each fact is given: known by its place among its values, unknown, or bounded from there to the end. */
export interface Given {
  /** Elements of 表; null where nothing is known of it. */
  readonly length: number | null;
  readonly facts: readonly {
    readonly name: string;
    readonly how: "known" | "unknown" | "from";
    readonly at: number;
  }[];
}

/** Facts of which not more than this many completions are to be gone through. */
const MAX_COMPLETIONS = 240;

export const given: fc.Arbitrary<Given> = fc
  .tuple(
    fc.integer({ min: 0, max: 2 }),
    fc.shuffledSubarray(Object.keys(DOMAINS), { minLength: Object.keys(DOMAINS).length }),
    fc.array(fc.tuple(fc.constantFrom("known", "unknown", "from", "known", "unknown"), fc.nat(11)), {
      minLength: Object.keys(DOMAINS).length,
      maxLength: Object.keys(DOMAINS).length,
    }),
  )
  .map(([length, names, hows]) => {
    let count = 1;
    const facts = names
      .filter((name) => !name.startsWith("表") || Number(name[2]) <= length)
      .map((name, i) => {
        const [wish, at] = hows[i] ?? (["known", 0] as const);
        const size = valuesOf({ name, how: wish, at }).length;
        const how = count * size > MAX_COMPLETIONS ? ("known" as const) : wish;
        if (how !== "known") count *= size;
        return { name, how, at };
      });
    return { length, facts };
  })
  .map((g) => ({ ...g, facts: g.facts as Given["facts"] }));

/** The values that a fact may have. */
export function valuesOf({ name, how, at }: { name: string; how: string; at: number }): readonly Value[] {
  const all = DOMAINS[name] ?? [];
  if (how === "known") return [all[at % all.length] ?? null];
  const numbers = all.filter((v) => typeof v === "object" && v !== null);
  return how === "unknown" || numbers.length < 2 || numbers.length < all.length
    ? all
    : all.slice(at % (all.length - 1));
}

const json = (v: Value): unknown => {
  if (v === null) return { none: true };
  if (v instanceof Num) return v.toNumber();
  return typeof v === "object" && "kind" in v && v.kind === "date"
    ? new Date(v.day * 86_400_000).toISOString().slice(0, 10)
    : v;
};

function inputOf(fact: Given["facts"][number]): unknown {
  const values = valuesOf(fact);
  if (fact.how === "unknown") return undefined;
  const [first] = values;
  const last = values.at(-1);
  if (values.length === 1) return json(first ?? null);
  return values.length === (DOMAINS[fact.name] ?? []).length
    ? undefined
    : { between: [json(first ?? null), json(last ?? null)] };
}

/** The facts as they come. */
export function inputFor(g: Given): Record<string, unknown> {
  const out: Record<string, unknown> = {};
  const list: Record<string, unknown>[] = Array.from({ length: g.length ?? 0 }, () => ({}));
  for (const f of g.facts) {
    const value = inputOf(f);
    if (value === undefined) continue;
    const field = /^表\[(\d)\]\.(.*)$/.exec(f.name);
    const element = field === null ? out : list[Number(field[1]) - 1];
    if (element !== undefined) element[field?.[2] ?? f.name] = value;
  }
  return g.length === null ? out : { ...out, 表: list };
}

/** Every completion, as the values of the facts by their paths. */
export function completionsOf(g: Given): readonly ReadonlyMap<string, Value>[] {
  let maps: Map<string, Value>[] = [new Map()];
  for (const f of g.facts) maps = maps.flatMap((m) => valuesOf(f).map((v) => new Map(m).set(f.name, v)));
  return maps;
}

/** A completion as the evaluator reads it, the list put together. */
export function scopeOf(completion: ReadonlyMap<string, Value>, length: number): ReadonlyMap<string, Value> {
  const scope = new Map([...completion].filter(([name]) => !name.startsWith("表")));
  const element = (i: number): Value => ({
    kind: "context",
    entries: new Map(["金", "真"].map((f) => [f, completion.get(`表[${i + 1}].${f}`) ?? null] as const)),
  });
  return scope.set(
    "表",
    Array.from({ length }, (_, i) => element(i)),
  );
}
