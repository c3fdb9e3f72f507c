/** One reader an effect. Each reports what is wrong and gives null where nothing can be made of it. */
import { readFormula } from "./formula.ts";
import type { Located } from "./located.ts";
import type { DefineEntry, Effect, Formula, Within } from "./model.ts";
import type { ClauseReader } from "./readClauses.ts";
import { checkName, Entries, expected, normal, texts } from "./reader.ts";
import { readTable } from "./readTable.ts";
import { keyOf, nameIn, type Where } from "./where.ts";

export type EffectKey = Exclude<Effect["kind"], "none">;
type EffectReader = (v: Located, clause: Entries, where: Where, ctx: ClauseReader) => Effect | null;

export const EFFECT_READERS: Readonly<Record<EffectKey, EffectReader>> = {
  define: readDefine,
  table: (v, _clause, where, ctx) => readTable(v, keyOf("table", where), ctx),
  require: (v, clause, where, ctx) => condition("require", "otherwise", v, clause, where, ctx),
  exclude: (v, clause, where, ctx) => condition("exclude", "because", v, clause, where, ctx),
  refer: (v, clause, where, ctx) => condition("refer", "because", v, clause, where, ctx),
  pay: readPay,
  cap: (v, _clause, where, ctx) => {
    const value = readFormula(v, keyOf("cap", where), ctx);
    return value === null ? null : { kind: "cap", value };
  },
  promise: readPromise,
  flag: readFlag,
  step: readStep,
  gives: (v, _clause, where, ctx) => ({
    kind: "gives",
    names: texts(v, keyOf("gives", where), ctx.report).map(normal),
    at: { line: v.line, column: v.column },
  }),
};

export const isEffectKey = (key: string): key is EffectKey => Object.hasOwn(EFFECT_READERS, key);

function readDefine(v: Located, _clause: Entries, where: Where, ctx: ClauseReader): Effect | null {
  if (v.kind !== "map" || v.entries.length === 0) {
    expected(ctx.report, v, keyOf("define", where), ["{name: expression}", "`{名称: 表达式}`"]);
    return null;
  }
  const seen = new Set<string>();
  const entries = v.entries.flatMap((e): readonly DefineEntry[] => {
    const name = normal(e.key);
    checkName(name, e.at, ctx.report);
    if (seen.has(name))
      ctx.report(e.at, `${where[0]} defines ${name} twice`, "keep one of the two", [
        `${where[1]} 两次定义 ${name}`,
        "请只保留一处",
      ]);
    seen.add(name);
    const value = readFormula(e.value, nameIn(name, where), ctx);
    return value === null ? [] : [{ name, value, at: e.at }];
  });
  return { kind: "define", entries };
}

function condition(
  kind: "require" | "exclude" | "refer",
  reasonKey: "otherwise" | "because",
  v: Located,
  clause: Entries,
  where: Where,
  ctx: ClauseReader,
): Effect | null {
  const reason = clause.text(reasonKey, true);
  const value = readFormula(v, keyOf(kind, where), ctx);
  return value === null ? null : { kind, value, reason: reason ?? "" };
}

function optional(clause: Entries, key: string, where: Where, ctx: ClauseReader): Formula | null {
  const v = clause.get(key);
  return v === null ? null : readFormula(v, keyOf(key, where), ctx);
}

/** A benefit without `as` is named by its clause. */
function readPay(v: Located, clause: Entries, where: Where, ctx: ClauseReader): Effect | null {
  const name = clause.text("as") ?? clause.text("id") ?? "";
  const upTo = optional(clause, "upTo", where, ctx);
  const value = readFormula(v, keyOf("pay", where), ctx);
  return value === null ? null : { kind: "pay", value, name, upTo };
}

function readFlag(v: Located, clause: Entries, where: Where, ctx: ClauseReader): Effect | null {
  const name = clause.text("as") ?? clause.text("id") ?? "";
  const points = optional(clause, "points", where, ctx);
  const value = readFormula(v, keyOf("flag", where), ctx);
  return value === null ? null : { kind: "flag", value, name, points };
}

function readPromise(v: Located, _clause: Entries, where: Where, ctx: ClauseReader): Effect | null {
  const place = keyOf("promise", where);
  if (v.kind !== "map") {
    expected(ctx.report, v, place, ["{lane, within, from}", "`{lane, within, from}`"]);
    return null;
  }
  const entries = new Entries(v, place, ["lane", "within", "from"], ctx.report);
  const lane = entries.text("lane", true);
  const withinAt = entries.get("within");
  const fromAt = entries.get("from");
  if (withinAt === null) entries.missing("within");
  if (fromAt === null) entries.missing("from");
  const within = withinAt === null ? null : readWithin(withinAt, place, ctx);
  const from = fromAt === null ? null : readFormula(fromAt, keyOf("from", place), ctx);
  return within === null || from === null ? null : { kind: "promise", lane: lane ?? "", within, from };
}

function readWithin(v: Located, place: Where, ctx: ClauseReader): Within | null {
  if (v.kind !== "map") {
    const value = readFormula(v, keyOf("within", place), ctx);
    return value === null ? null : { kind: "duration", value };
  }
  const entries = new Entries(v, keyOf("within", place), ["working days"], ctx.report);
  const at = entries.get("working days");
  if (at === null) {
    entries.missing("working days");
    return null;
  }
  const value = readFormula(at, keyOf("working days", place), ctx);
  return value === null ? null : { kind: "working days", value };
}

function readStep(v: Located, _clause: Entries, where: Where, ctx: ClauseReader): Effect | null {
  const place = keyOf("step", where);
  if (v.kind !== "map") {
    expected(ctx.report, v, place, ["{channel, after}", "`{channel, after}`"]);
    return null;
  }
  const entries = new Entries(v, place, ["channel", "after"], ctx.report);
  const channel = entries.text("channel", true);
  const after = optional(entries, "after", place, ctx);
  return { kind: "step", channel: channel ?? "", after };
}
