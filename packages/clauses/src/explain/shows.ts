/** The words of `shows` in a decision: the source as written with its figures in place, in Chinese. */
import type { MoneyRange } from "../decide/decision.ts";
import type { Study } from "../decide/engine.ts";
import type { Node } from "../ir/node.ts";
import type { Formula } from "../terms/model.ts";
import { inFigures, shown } from "./figures.ts";
import type { Words } from "./words.ts";

export function showsWords(study: Study): Words {
  const figures = (f: Formula): string => inFigures(f, study);
  const valued = (f: Formula): string => withResult(figures(f), shown(study.graph.nodes.expr(f.expr), study));
  const value = (name: string, values: ReadonlyMap<string, Node>): string | null => {
    const node = values.get(name);
    return node === undefined || node.sort === "other" ? null : shown(node, study);
  };
  return {
    notApplying: (guard) => `不适用：${figures(guard)}`,
    ifSo: (guard) => `如 ${figures(guard)}：`,
    condition(e, standing) {
      const text = figures(e.value);
      if (standing === "null") return `${text}：无法计算`;
      if (standing === "open") return `${text}：尚不能确定`;
      const holds = (standing === "bites") === (e.kind !== "require");
      return `${text}：${holds ? "成立" : "不成立"}${standing === "bites" ? `，${e.reason}` : ""}`;
    },
    pay: (_, e, due) =>
      `${e.name} = ${valued(e.value)}${e.upTo === null ? "" : `，以 ${valued(e.upTo)} 为限`}${dueText(due)}`,
    cap: (e) => `合计以 ${valued(e.value)} 为限`,
    flag: (e) => `${e.name}：${figures(e.value)}${e.points === null ? "" : `，${figures(e.points)} 分`}`,
    define: (c, e, values) =>
      e.entries
        .map((d) => {
          const text = c.forEach === null ? figures(d.value) : d.value.source.trim();
          return `${d.name} = ${withResult(text, value(d.name, values))}`;
        })
        .join("；"),
    table(c, e, values) {
      const outputs = e.names.map((n) => withResult(n, value(n, values))).join("，");
      if (c.forEach !== null) return outputs;
      const inputs = e.on.map((on) =>
        withResult(on.source.trim(), shown(study.graph.nodes.expr(on.expr), study)),
      );
      return `${inputs.join("，")} → ${outputs}`;
    },
  };
}

const withResult = (figures: string, value: string | null): string =>
  value === null || value === figures ? figures : `${figures} = ${value}`;

function dueText(due: MoneyRange | null): string {
  if (due === null) return "";
  if (due.most === null) return `，应付 ${due.least} 以上`;
  return due.least === due.most ? `，应付 ${due.least}` : `，应付 ${due.least} ~ ${due.most}`;
}
