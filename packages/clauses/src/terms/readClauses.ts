/** The `clauses` of a document: keys, ids and the one effect of each. */
import { type FormulaReader, readFormula } from "./formula.ts";
import type { Located, Place } from "./located.ts";
import type { Clause, Effect, ForEach, Formula } from "./model.ts";
import { LIMITS } from "./prescan.ts";
import { EFFECT_READERS, type EffectKey, isEffectKey } from "./readEffects.ts";
import { checkName, Entries, expected, normal } from "./reader.ts";
import { clauseAt, keyOf, quoted, type Where } from "./where.ts";

export interface ClauseReader extends FormulaReader {
  /** The texts of the `one of` that an expression names, none where it is no such fact. */
  readonly membersOf: (formula: Formula) => ReadonlySet<string>;
}

/** Keys that any clause may have; `for each` and `over` only beside some effects. */
export const COMMON = ["id", "text", "law", "when", "instead of", "for each", "over"] as const;
/** Keys that go with one effect. */
export const OWN = {
  define: [],
  table: [],
  require: ["otherwise"],
  exclude: ["because"],
  pay: ["as", "upTo"],
  cap: [],
  refer: ["because"],
  promise: [],
  flag: ["as", "points"],
  step: [],
  gives: [],
} as const satisfies Readonly<Record<EffectKey, readonly string[]>>;
const KEYS: readonly string[] = [
  ...COMMON,
  ...new Set(Object.entries(OWN).flatMap(([key, own]) => [key, ...own])),
];
export const WITH_OVER: readonly EffectKey[] = ["require", "exclude", "refer", "cap"];
export const WITH_FOR_EACH: readonly EffectKey[] = ["define", "table"];

export function readClauses(v: Located | null, ctx: ClauseReader): readonly Clause[] {
  if (v === null) return [];
  if (v.kind !== "seq") {
    expected(
      ctx.report,
      v,
      ["`clauses`", "`clauses`"],
      ["a list of clauses, each `- id: …`", "条款的列表，每条以 `- id: …` 开头"],
    );
    return [];
  }
  if (v.items.length === 0)
    ctx.report(
      v,
      "the document has no clause",
      "write a clause, `- id: …` with `text` and one effect",
      ["文件没有条款", "请写条款：`- id: …`、`text` 和一个效果"],
      "warning",
    );
  if (v.items.length > LIMITS.clauses) {
    ctx.report(v, `the document has more than ${LIMITS.clauses} clauses`, "split it into several", [
      `文件超过 ${LIMITS.clauses} 条条款`,
      "请拆成几份",
    ]);
    return [];
  }
  const clauses = v.items.flatMap((item) => readClause(item, ctx) ?? []);
  const seen = new Map<string, Place>();
  for (const c of clauses) {
    const first = seen.get(c.id);
    if (first === undefined) seen.set(c.id, c.at);
    else
      ctx.report(
        c.at,
        `clause id ${c.id} is already used on line ${first.line}`,
        "give each clause its own id",
        [`条款编号 ${c.id} 已在第 ${first.line} 行使用`, "每条条款的编号应不同"],
      );
  }
  return clauses;
}

function readClause(v: Located, ctx: ClauseReader): readonly Clause[] | null {
  if (v.kind !== "map") {
    expected(
      ctx.report,
      v,
      ["a clause", "条款"],
      ["`- id: …` with `text` and one effect", "`- id: …`、`text` 和一个效果"],
    );
    return null;
  }
  const anyId = v.entries.find((e) => e.key === "id")?.value;
  const where: Where = anyId?.kind === "scalar" ? clauseAt(anyId.text.trim()) : ["clause", "条款"];
  const entries = new Entries(v, where, KEYS, ctx.report);
  const id = entries.text("id", true);
  const whenAt = entries.get("when");
  const insteadOf = entries.text("instead of");
  const effect = readEffect(entries, where, insteadOf !== null, ctx);
  const over = readOver(entries, where, ctx);
  if (entries.get("text") === null) noText(v, where, ctx);
  const forEach = readForEach(entries, where, effect?.kind ?? null, ctx);
  if (id === null || effect === null) return null;
  const effectEntry = v.entries.find((e) => isEffectKey(e.key));
  const clause: Clause = {
    id,
    text: entries.text("text") ?? "",
    law: entries.texts("law") ?? [],
    when: whenAt === null ? null : readFormula(whenAt, keyOf("when", where), ctx),
    insteadOf,
    forEach,
    over,
    effect,
    at: { line: v.line, column: v.column },
    effectAt: effectEntry?.at ?? { line: v.line, column: v.column },
  };
  return [clause];
}

/** The wording is what people signed: without it nothing can be quoted. */
function noText(at: Place, where: Where, ctx: ClauseReader): void {
  ctx.report(
    at,
    `${where[0]} has no \`text\``,
    "add the wording that people signed",
    [`${where[1]} 缺少 \`text\``, "请补上签约时的原文"],
    "warning",
  );
}

function readOver(entries: Entries, where: Where, ctx: ClauseReader): readonly string[] | null {
  const at = entries.get("over");
  const over = entries.texts("over");
  if (at !== null && over?.length === 0 && at.kind === "seq" && at.items.length === 0)
    ctx.report(
      at,
      `\`over\` of ${where[0]} names no clause`,
      "name the benefits it concerns, or remove `over`",
      [`${where[1]} 的 \`over\` 没有列出条款`, "请写所涉给付条款的编号，或删去 `over`"],
    );
  return over;
}

function readEffect(entries: Entries, where: Where, exception: boolean, ctx: ClauseReader): Effect | null {
  const keys = entries.map.entries.map((e) => e.key).filter(isEffectKey);
  // `points` belongs to `flag`; the others that double as keys of an effect are never effects themselves.
  const [key, second] = keys;
  if (key === undefined) {
    if (exception) return { kind: "none" };
    ctx.report(
      entries.map,
      `${where[0]} has no effect`,
      "add one of define, table, require, exclude, pay, cap, refer, promise, flag, step, gives",
      [`${where[1]} 没有效果`, `请写 ${quoted(Object.keys(EFFECT_READERS))} 之一`],
    );
    return null;
  }
  if (second !== undefined) {
    const at = entries.entry(second)?.at ?? entries.map;
    ctx.report(at, `${where[0]} has two effects, \`${key}\` and \`${second}\``, "split it into two clauses", [
      `${where[1]} 有两个效果：\`${key}\` 与 \`${second}\``,
      "请拆成两条",
    ]);
  }
  strayKeys(entries, where, key, ctx);
  const value = entries.get(key);
  return value === null ? null : EFFECT_READERS[key](value, entries, where, ctx);
}

/** A key of another effect is a mistake: `because` under `require`, say. */
function strayKeys(entries: Entries, where: Where, key: EffectKey, ctx: ClauseReader): void {
  for (const e of entries.map.entries) {
    const taken: readonly string[] = OWN[key];
    if (isEffectKey(e.key) || taken.includes(e.key) || !KEYS.includes(e.key)) continue;
    const over = e.key === "over" && !WITH_OVER.includes(key);
    if (!over && COMMON.some((k) => k === e.key)) continue;
    const none = taken.length === 0;
    ctx.report(
      e.at,
      `\`${e.key}\` does not belong to \`${key}\` in ${where[0]}`,
      `\`${key}\` takes ${none ? "no further key" : taken.join(", ")}`,
      [
        `${where[1]} 的 \`${key}\` 不能带 \`${e.key}\``,
        none ? `\`${key}\` 之外没有可带的键` : `\`${key}\` 可带：${quoted(taken)}`,
      ],
    );
  }
}

function readForEach(
  entries: Entries,
  where: Where,
  kind: Effect["kind"] | null,
  ctx: ClauseReader,
): ForEach | null {
  const v = entries.get("for each");
  if (v === null) return null;
  if (kind !== null && !WITH_FOR_EACH.some((k) => k === kind))
    ctx.report(v, `\`for each\` on \`${kind}\` in ${where[0]}`, "only `define` and `table` take `for each`", [
      `${where[1]} 的 \`${kind}\` 不能带 \`for each\``,
      "只有 `define` 与 `table` 可以带 `for each`",
    ]);
  const match = v.kind === "scalar" ? /^(.+?)\s+in\s+(.+)$/s.exec(v.text.trim()) : null;
  if (match === null || v.kind !== "scalar") {
    expected(ctx.report, v, keyOf("for each", where), ["`x in 列表`", "`x in 列表`"]);
    return null;
  }
  checkName(normal(match[1] ?? ""), v, ctx.report);
  const source = readFormula({ ...v, text: match[2] ?? "" }, keyOf("for each", where), ctx);
  return source === null ? null : { name: normal(match[1] ?? ""), source };
}
