/** Lists and what is said of each element, in words. */
import type { Expr, Iterator } from "../feel/ast.ts";
import { freeNames } from "../feel/index.ts";
import { label } from "./reader.ts";
import { LEVEL, type Phrase, type Saying } from "./saying.ts";

type Loop = Extract<
  Expr,
  { kind: "quantified" | "for" | "filter" | "path" | "list" | "context" | "function" | "instance of" }
>;

export function sayLoop(expr: Loop, s: Saying): Phrase {
  const [left, right] = [s.pick("「", "("), s.pick("」", ")")];
  switch (expr.kind) {
    case "quantified": {
      const every = expr.quantifier === "every";
      const holds = s.within(expr.iterators.map((i) => i.name)).text(expr.condition);
      const each = iterators(expr.iterators, s);
      const en = `for ${every ? "every" : "at least one"} ${each}: ${holds}`;
      return [s.pick(`${each}，${every ? "每一个都" : "至少有一个"}须 ${holds}`, en), LEVEL.open];
    }
    case "for": {
      const body = s.within(expr.iterators.map((i) => i.name)).text(expr.body);
      const each = iterators(expr.iterators, s);
      return [s.pick(`${each}，各取 ${body}`, `${body} for each ${each}`), LEVEL.open];
    }
    case "filter": {
      const condition = s.within(freeNames(expr.condition)).text(expr.condition);
      const list = s.at(expr.list, LEVEL.atom);
      return [s.pick(`${list} 中 ${condition} 的`, `those of ${list} where ${condition}`), LEVEL.open];
    }
    case "path": {
      const [of, name] = [s.at(expr.object, LEVEL.atom), label(expr.name, s.reader)];
      return [s.pick(`${of} 的 ${name}`, `${name} of ${of}`), LEVEL.atom];
    }
    case "list":
      return [`${left}${s.items(expr.items.map((x) => s.text(x)))}${right}`, LEVEL.atom];
    case "context": {
      const entries = expr.entries.map((e) => `${label(e.key, s.reader)} ${s.text(e.value)}`);
      return [`${left}${s.items(entries)}${right}`, LEVEL.atom];
    }
    case "function":
      return s.within(expr.parameters.map((p) => p.name)).phrase(expr.body);
    case "instance of":
      return s.phrase(expr.value);
  }
}

const iterators = (all: readonly Iterator[], s: Saying): string =>
  s.items(
    all.map(({ name, source, until }) => {
      const of = until === null ? s.text(source) : s.inRange("", source, until);
      return s.pick(`${of} 中的 ${name}`, `${name} of ${of}`);
    }),
  );
