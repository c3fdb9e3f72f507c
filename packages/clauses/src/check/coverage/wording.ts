/** A way in which a clause can come out, in words. */
import type { Point } from "./points.ts";

export function wording({ clause, kind, row }: Point): readonly [string, string] {
  const [en, zh] = [`clause ${clause.id}`, `条款 ${clause.id}`];
  const effect = clause.effect.kind === "pay" ? "upTo" : clause.effect.kind;
  switch (kind) {
    case "applies":
      return [`${en} applies`, `${zh} 适用`];
    case "does not apply":
      return [`${en} does not apply`, `${zh} 不适用`];
    case "met":
      return [`\`require\` of ${en} is met`, `${zh} 的 \`require\` 得到满足`];
    case "not met":
      return [`\`require\` of ${en} is not met`, `${zh} 的 \`require\` 未得到满足`];
    case "holds":
      return [`\`${effect}\` of ${en} holds`, `${zh} 的 \`${effect}\` 成立`];
    case "does not hold":
      return [`\`${effect}\` of ${en} does not hold`, `${zh} 的 \`${effect}\` 不成立`];
    case "pays":
      return [`${en} pays more than zero`, `${zh} 有给付`];
    case "limit bites":
      return [`\`${effect}\` of ${en} limits what is paid`, `${zh} 的 \`${effect}\` 限制了给付`];
    case "limit does not bite":
      return [`\`${effect}\` of ${en} leaves what is paid`, `${zh} 的 \`${effect}\` 未限制给付`];
    case "row":
      return [`row ${(row ?? 0) + 1} of ${en} is hit`, `${zh} 的第 ${(row ?? 0) + 1} 行命中`];
  }
}
