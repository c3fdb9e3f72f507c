/** A document of sixty clauses, made up: what reading and compiling costs. */

const GROUPS = 10;

/** Ten kinds of cost, six clauses each: a condition, an exclusion, two values, a table and a benefit with a limit. */
export function sixtyClauses(): string {
  const groups = Array.from({ length: GROUPS }, (_, i) => i + 1);
  return `terms: bench-sixty/2024
title: 六十条（度量用示例）
kind: product
effective: { from: 2024-01-01 }
facts:
  事故日期: { type: date }
  生效日期: { type: date }
  已尽说明义务: { type: boolean }
${groups.map(facts).join("\n")}
clauses:
${groups.map(clauses).join("\n")}
`;
}

const facts = (n: number): string => `  费用${n}: { type: money, ask: 第${n}类费用是多少？ }
  扣除${n}: { type: money }
  除外${n}: { type: boolean }
  等级${n}: { type: { one of: [甲, 乙, 丙] } }`;

const clauses = (n: number): string => `  - id: 第${n}之一条
    text: 第${n}类费用自生效之日起第${n}日以后（不含当日）发生的，本公司承担保险责任。
    require: 事故日期 > 生效日期 + duration("P${n}D")
    otherwise: 第${n}类费用尚在等待期内
    over: [第${n}之六条]
  - id: 第${n}之二条
    text: 第${n}类费用属于除外情形且已明确说明的，不承担保险责任。
    exclude: 除外${n} and 已尽说明义务
    because: 第${n}类费用属于除外情形
    over: [第${n}之六条]
  - id: 第${n}之三条
    text: 第${n}类净额，为费用减去扣除后的余额。
    define: { 净额${n}: 'max(0, 费用${n} - 扣除${n})' }
  - id: 第${n}之四条
    text: 第${n}类可赔额，为净额超过${n}千元的部分。
    define: { 可赔${n}: 'max(0, 净额${n} - ${n}000)' }
  - id: 第${n}之五条
    text: 第${n}类给付比例，按等级和净额确定。
    table:
      define: [比例${n}]
      hit: unique
      on: [等级${n}, 净额${n}]
      rows:
        - ['"甲"', '-', 0.9]
        - ['"乙"', '< 20000', 0.7]
        - ['"乙"', '>= 20000', 0.75]
        - ['"丙"', '< 20000', 0.5]
        - ['"丙"', '>= 20000', 0.55]
  - id: 第${n}之六条
    text: 第${n}类费用按可赔额乘以给付比例给付，以${n}0万元为限。
    pay: 可赔${n} * 比例${n}
    as: 第${n}类保险金
    upTo: ${n}00000`;
