/** The lines of a readable explanation, in Chinese or English. */
import type { MoneyRange } from "../decide/decision.ts";
import type { Node } from "../ir/node.ts";
import type { Clause, Formula } from "../terms/model.ts";
import { exactly } from "./figures.ts";
import { label, nodeText, type Reader } from "./reader.ts";
import { sayFormula } from "./say.ts";
import { rangeText } from "./values.ts";
import type { Condition, Standing, Words } from "./words.ts";

export function readableWords(reader: Reader): Words {
  const zh = reader.language === "zh";
  const say = (f: Formula, c?: Clause): string =>
    sayFormula(f, reader, c?.forEach == null ? [] : [c.forEach.name]);
  const node = (f: Formula): Node => reader.study.graph.nodes.expr(f.expr);
  const values = (names: readonly string[], of: ReadonlyMap<string, Node>): readonly string[] =>
    names.map((n) => named(n, of.get(n), reader));
  return {
    notApplying: (guard) =>
      zh ? `不适用：${say(guard)}，不成立` : `Does not apply: ${say(guard)} does not hold`,
    ifSo: (guard) => (zh ? `如果 ${say(guard)}：` : `If ${say(guard)}: `),
    condition: (e, standing) => (zh ? conditionZh : conditionEn)(e, standing, say(e.value), reader),
    pay(_, e, due) {
      const name = label(e.name, reader);
      const own = result(say(e.value), amountOf(node(e.value), reader));
      const limit = e.upTo === null ? "" : limitText(e.upTo, say(e.upTo), reader);
      return `${name} = ${own}${limit}${dueText(due, reader)}`;
    },
    cap: (e) => {
      const limit = limitOf(e.value, say(e.value), reader);
      return zh ? `合计以 ${limit} 为限` : `Together at most ${limit}`;
    },
    flag: (e) => `${label(e.name, reader)}${zh ? "：" : ": "}${say(e.value)}`,
    define: (c, e, of) =>
      e.entries
        .map((d) => {
          const value = of.get(d.name);
          const said = value === undefined ? null : nodeText(value, reader);
          return `${label(d.name, reader)} = ${result(say(d.value, c), said)}`;
        })
        .join(zh ? "；" : "; "),
    table(c, e, of) {
      const outputs = values(e.names, of).join(zh ? "，" : ", ");
      if (c.forEach !== null) return outputs;
      const inputs = e.on.map((on) => say(on)).join(zh ? "，" : ", ");
      return `${inputs} → ${outputs}`;
    },
  };
}

/** What is said, and what it comes to where that is not said already. */
function result(said: string, value: string | null): string {
  const told = said.endsWith(value ?? "") || said.endsWith(`（${value}）`) || said.endsWith(` (${value})`);
  return value === null || (told && !/ [−+×÷] /.test(said)) ? said : `${said} = ${value}`;
}

function named(name: string, node: Node | undefined, reader: Reader): string {
  const value = node === undefined ? null : nodeText(node, reader);
  return value === null ? label(name, reader) : `${label(name, reader)} ${value}`;
}

/** What a sum of money comes to, with its currency. */
function amountOf(node: Node, reader: Reader): string | null {
  const value = nodeText(node, reader);
  if (value === null) return null;
  return reader.language === "zh" ? `${value} 元` : `CNY ${value}`;
}

/** A limit's own arithmetic only where it is not yet certain: else the figure is enough. */
function limitOf(limit: Formula, said: string, reader: Reader): string {
  const node = reader.study.graph.nodes.expr(limit.expr);
  const amount = amountOf(node, reader);
  const certain = exactly(node, reader.study) !== undefined && amount !== null;
  return certain ? amount : result(said, amount);
}

function limitText(limit: Formula, said: string, reader: Reader): string {
  const text = limitOf(limit, said, reader);
  return reader.language === "zh" ? `，以 ${text} 为限` : `, at most ${text}`;
}

function dueText(due: MoneyRange | null, { language }: Reader): string {
  if (due === null) return "";
  return language === "zh" ? `，应付 ${rangeText(due, "zh")}` : `, payable ${rangeText(due, "en")}`;
}

const ZH: Readonly<Record<Condition["kind"], Readonly<Record<"bites" | "met", string>>>> = {
  require: { bites: "不符合", met: "符合" },
  exclude: { bites: "属于这种情形", met: "没有这种情形" },
  refer: { bites: "须由专人判断", met: "无须专人判断" },
};
const EN: typeof ZH = {
  require: { bites: "not met", met: "met" },
  exclude: { bites: "this is the case", met: "this is not the case" },
  refer: { bites: "a person must decide", met: "no person need decide" },
};

function conditionZh(e: Condition, standing: Standing, said: string): string {
  const lead = { require: "须", exclude: "不赔的情形：", refer: "" }[e.kind];
  const text = `${lead}${lead === "须" ? " " : ""}${said}`;
  if (standing === "null") return `${text}：无法计算`;
  if (standing === "open") return `${text}：还不能确定`;
  return `${text}：${ZH[e.kind][standing]}${standing === "bites" ? `（${e.reason}）` : ""}`;
}

function conditionEn(e: Condition, standing: Standing, said: string, reader: Reader): string {
  const lead = { require: "Required: ", exclude: "Not covered where: ", refer: "" }[e.kind];
  const text = `${lead}${said}`;
  if (standing === "null") return `${text}: cannot be computed`;
  if (standing === "open") return `${text}: still open`;
  return `${text}: ${EN[e.kind][standing]}${standing === "bites" ? ` (${label(e.reason, reader)})` : ""}`;
}
