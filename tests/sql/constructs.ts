/** A document for each construct of the language, and one for each that SQL cannot say. */

export const FACTS = `facts:
  甲: {type: boolean}
  乙: {type: boolean}
  类: {type: {one of: [一, 二, 三]}}
  级: {type: {one of: [1, 2, 3, 4]}}
  额: {type: money, max: 30000}
  费: {type: money, max: 30000}
  数: {type: number, min: 0, max: 12, step: 1}
  名: {type: string}
  日: {type: date, min: 2023-12-01, max: 2026-06-30}
  时: {type: date and time, min: "2023-12-01T00:00:00", max: "2026-06-30T23:59:59"}
  表: {type: {list of: {额: money, 量: {type: number, min: 0, max: 9}, 日: date, 甲: boolean, 名: string}}}
  数列: {type: {list of: number}}
`;

const pay = (id: string, expr: string, rest = ""): string =>
  `  - id: ${id}\n    pay: ${expr}\n    as: ${id}保险金\n${rest}`;
const when = (condition: string): string => `    when: '${condition}'\n`;
const table = (hit: string): string =>
  `  - id: 表一
    table:
      define: [率]
      hit: ${hit}
      on: [级, 甲]
      rows:
        - ["<= 2", true, 0.5]
        - ["<= 2", false, 0.3]
        - ["(2..3]", "-", 0.125]
        - ["> 3", "-", 0]
${hit === "unique" ? "" : '        - ["-", true, 0.0625]\n'}${pay("付", "额 * 率")}`;

export const DECIDED: Readonly<Record<string, string>> = {
  "require and exclude, of all and of one benefit": `  - id: 期内
    require: 日 >= date("2024-01-01")
    otherwise: 不在期内
  - id: 除外
    exclude: 甲
    because: 除外责任
    over: [付二]
${pay("付一", "额")}${pay("付二", "费")}`,
  "upTo and rounding": pay("付", "额 * 0.333", "    upTo: 费 - 100\n"),
  "caps, one over some benefits and one over all": `${pay("付一", "额 * 0.7")}${pay("付二", "费")}${pay("付三", "100 * 数")}  - id: 分限
    cap: 20000 - 数 * 1000.005
    over: [付一, 付二]
  - id: 总限
    cap: 25000
${when("乙")}`,
  "instead of: a benefit, a cap, a promise, and an exception to an exception": `${pay("付", "额")}${pay("例外", "额 * 2", `    instead of: 付\n${when("甲")}`)}${pay("再例外", "费", `    instead of: 例外\n${when("级 > 2")}`)}  - id: 限
    cap: 10000
  - id: 另限
    cap: 5000.555
    instead of: 限
${when("乙")}  - id: 免限
    instead of: 另限
${when("数 > 6")}  - id: 诺
    promise: {lane: 快赔, within: duration("P10D"), from: 日}
  - id: 急诺
    promise: {lane: 急赔, within: {working days: 3}, from: 时}
    instead of: 诺
${when("甲")}`,
  "two exceptions that agree": `${pay("付", "额")}${pay("例一", "费", `    instead of: 付\n${when("甲")}`)}${pay("例二", "费", `    instead of: 付\n${when("乙")}`).replace("例二保险金", "例一保险金")}`,
  "hit: unique": table("unique"),
  "hit: first": table("first"),
  "hit: sum": table("sum"),
  "hit: max": table("max"),
  "refer, of all and of one benefit": `${pay("付一", "额")}${pay("付二", "费")}  - id: 核
    refer: 数 > 9
    because: 要看
  - id: 查
    refer: 乙
    because: 要查
    over: [付二]`,
  "flags and points": `${pay("付", "额")}  - id: 旗一
    flag: 额 > 20000
    as: 大额
    points: 数
  - id: 旗二
    flag: 乙
    as: 可疑
    points: 3
  - id: 分
    refer: points >= 10
    because: 分数过高`,
  "promises in durations, months and working days": `  - id: 天
    promise: {lane: 甲道, within: duration("P30D"), from: 时}
  - id: 月
    promise: {lane: 乙道, within: duration("P1Y1M"), from: 日}
${when("甲")}  - id: 工
    promise: {lane: 丙道, within: {working days: 数}, from: 日}
${when("not(甲)")}`,
  "steps and gives beside an outcome": `  - id: 短信
    step: {channel: 短信, after: duration("P0D")}
  - id: 电话
    step: {channel: 电话, after: duration("P3D")}
${when("甲")}  - id: 值
    define: {应付: 额 + 费}
  - id: 说
    gives: [应付]
  - id: 期内
    require: 日 >= date("2024-01-01")
    otherwise: 不在期内`,
  "for each: define and table": `  - id: 各项
    for each: 项 in 表
    define: {各额: 'round half up(项.额 * 项.量 / 7, 2)'}
  - id: 各率
    for each: 项 in 表
${table("unique").replace("  - id: 表一\n", "").split("  - id: 付")[0]?.replace("[率]", "[各率]").replace("[级, 甲]", "[项.量, 项.甲]") ?? ""}${pay("付", "if count(表) = 0 then 0 else sum(各额) * max(各率)")}`,
  "for each under a guard": `  - id: 各项
    for each: 项 in 表
${when("甲")}    define: {各额: 'max(项.额, 费)'}
${pay("付", "sum(各额)", when("甲 and count(表) > 0"))}`,
  "sum, count, min, max and mean of filtered and mapped lists": pay(
    "付",
    "'if count(表[量 > 数]) = 0 then min(表.额) else sum(表[量 > 数].额) + max(for x in 表 return x.额 * x.量) - mean(表.额)'",
  ),
  "some and every, any and all, list contains, distinct values": `  - id: 某
    exclude: some x in 表 satisfies x.额 > 额 and x.日 < 日
    because: 有一项早且多
  - id: 每
    require: every x in 表 satisfies x.量 < 9
    otherwise: 有一项过多
  - id: 称
    refer: 'list contains(表.名, 名) or any(for x in 表 return x.甲 and x.额 = 0) or not(all(for x in 表 return x.量 >= 0))'
    because: 名字相同
${pay("付", "1000 * count(distinct values(表.名))")}`,
  "an undetermined list beside a condition that decides": `  - id: 除
    exclude: not(list contains(数列, 数) and (some x in 表 satisfies x.甲))
    because: 不在其内
  - id: 须
    require: 甲 or (every x in 表 satisfies x.量 < 数) or count(distinct values(表.名)) > 2
    otherwise: 量不足
${pay("付", "if 乙 then min(表.额) else 额", when("甲 or 表[1].甲"))}`,
  "an element by its position": pay("付", "表[1].额 + 表[-1].额", when("count(表) > 0 and 数列[2] != 数")),
  "lists inside lists": pay("付", "100 * count(表[some y in 表 satisfies y.额 > 额 and y.量 = 量])"),
  "dates and calendars of elements": pay(
    "付",
    '\'100 * count(for x in 表[day off(日) or statutory holiday(日)] return x) + 10 * count(表[日 + duration("P1M") > item.日 + duration("P30D")])\'',
  ),
};

/** The clauses, and those of them whose own lists the statement does not give. */
export const NOT_GIVEN: readonly (readonly [string, readonly string[]])[] = [
  [DECIDED["flags and points"] ?? "", ["旗一", "旗二"]],
  [DECIDED["steps and gives beside an outcome"] ?? "", ["短信", "电话", "说"]],
  [DECIDED["hit: sum"] ?? "", []],
];

const refuse = (condition: string, named: string): readonly [string, string] => [
  named,
  `  - id: 甲条\n    refer: '${condition.replaceAll("'", "''")}'\n    because: 看\n`,
];

/** What the refusal names, and the clauses. */
export const REFUSED: readonly (readonly [string, string])[] = [
  refuse('contains(名, "乙")', 'clause 甲条: contains(名, "乙"): SQL'),
  refuse('matches(名, "^甲+$")', 'clause 甲条: matches(名, "^甲+$"): SQL'),
  refuse("string length(名) > 3", "clause 甲条: string length(名): SQL"),
  refuse("min(表.名) < 名", "clause 甲条: min(表.名) < 名: SQL"),
  refuse("数 ** 2 > 3", "clause 甲条: 数 ** 2: SQL"),
  refuse("median(数列) > 3", "clause 甲条: median(数列): SQL"),
  refuse("product(数列) > 3", "clause 甲条: product(数列): SQL"),
  refuse("stddev(数列) > 3", "clause 甲条: stddev(数列): SQL"),
  refuse("count(sort(数列)) > 3", "clause 甲条: count(sort(数列)): SQL"),
  refuse("count(concatenate(数列, 数列)) > 3", "clause 甲条: count(concatenate(数列, 数列)): SQL"),
  refuse("count(reverse(数列)) > 3", "clause 甲条: count(reverse(数列)): SQL"),
  refuse(
    "count(for x in 数列, y in 数列 return x) > 3",
    "clause 甲条: count(for x in 数列, y in 数列 return x): SQL",
  ),
  refuse("数列[item > 2][1] > 3", "clause 甲条: 数列[item > 2][1]: SQL"),
  refuse("数列 = [1, 2]", "clause 甲条: 数列 = [1, 2]"),
  refuse("sum(for x in 表 return string length(x.名)) > 3", "clause 甲条: string length(x.名): SQL"),
  [
    "clause 各大: for each: 项 in 表[量 > 2]: SQL",
    "  - id: 各大\n    for each: 项 in 表[量 > 2]\n    define: {各额: 项.额}\n  - id: 付\n    pay: sum(各额)\n    as: 保险金\n",
  ],
];
