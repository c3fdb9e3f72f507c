/** The `facts` of a document. */
import { isBad, readLiteral } from "../facts/literal.ts";
import { compare } from "../feel/index.ts";
import { Num, type Value } from "../feel/value.ts";
import { fromFeel } from "../ir/value.ts";
import type { Located, LocatedEntry, LocatedMap } from "./located.ts";
import type { FactDecl, FactType, ScalarKind } from "./model.ts";
import { checkName, Entries, expected, normal, plain } from "./reader.ts";
import { nearest, type Report } from "./report.ts";
import { quoted, type Where } from "./where.ts";

export const SCALARS = [
  "boolean",
  "number",
  "money",
  "date",
  "date and time",
  "days and time duration",
  "years and months duration",
  "string",
] as const satisfies readonly ScalarKind[];
export const FACT_KEYS = ["type", "ask", "from", "optional", "min", "max", "step"] as const;
const TYPE_HINT: readonly [string, string] = [
  `one of ${SCALARS.join(", ")}, {one of: [...]} or {list of: ...}`,
  `${quoted(SCALARS)}、\`{one of: [...]}\` 或 \`{list of: ...}\``,
];

const factAt = (name: string): Where => [`fact ${name}`, `事实 ${name}`];

export function readFacts(v: Located | null, report: Report): ReadonlyMap<string, FactDecl> {
  const facts = new Map<string, FactDecl>();
  if (v === null || (v.kind === "scalar" && v.is === "null")) return facts;
  if (v.kind !== "map") {
    expected(report, v, ["`facts`", "`facts`"], ["`name: {type: …}` entries", "`名称: {type: …}`"]);
    return facts;
  }
  for (const e of v.entries) {
    const decl = readDecl(e, report);
    if (decl === null) continue;
    const first = facts.get(decl.name);
    if (first !== undefined)
      report(e.at, `fact ${decl.name} is already on line ${first.at.line}`, "declare it once", [
        `事实 ${decl.name} 已在第 ${first.at.line} 行声明`,
        "每个事实只声明一次",
      ]);
    facts.set(decl.name, decl);
  }
  return facts;
}

function readDecl(e: LocatedEntry, report: Report): FactDecl | null {
  const name = normal(e.key);
  checkName(name, e.at, report);
  const bare = { name, ask: null, from: null, optional: false, min: null, max: null, step: null, at: e.at };
  if (e.value.kind === "scalar" && e.value.is === "string") {
    const type = readType(e.value, name, report);
    return type === null ? null : withDefaults({ ...bare, type });
  }
  if (e.value.kind !== "map") {
    expected(report, e.value, factAt(name), ["{type: …}", "`{type: …}`"]);
    return null;
  }
  const entries = new Entries(e.value, factAt(name), FACT_KEYS, report);
  const typeAt = entries.get("type");
  if (typeAt === null) {
    entries.missing("type");
    return null;
  }
  const type = readType(typeAt, name, report);
  if (type === null) return null;
  const limit = (key: string): Value => readLimit(entries, key, name, type, report);
  const decl: FactDecl = {
    ...bare,
    type,
    ask: entries.text("ask"),
    from: entries.text("from"),
    optional: entries.flag("optional"),
    min: limit("min"),
    max: limit("max"),
    step: limit("step"),
  };
  checkLimits(decl, report);
  return withDefaults(decl);
}

/** Money is at least 0 unless `min` says otherwise. */
const withDefaults = (d: FactDecl): FactDecl =>
  d.type.kind === "money" && d.min === null ? { ...d, min: new Num(0) } : d;

function readLimit(entries: Entries, key: string, name: string, type: FactType, report: Report): Value {
  const v = entries.get(key);
  if (v === null) return null;
  const ordered = type.kind !== "boolean" && type.kind !== "string" && SCALARS.some((s) => s === type.kind);
  if (!ordered) {
    report(v, `\`${key}\` of fact ${name}, which has no order`, `remove \`${key}\``, [
      `事实 ${name} 没有大小之分，不能有 \`${key}\``,
      `请去掉 \`${key}\``,
    ]);
    return null;
  }
  const stepType: FactType =
    key === "step" && (type.kind === "date" || type.kind === "date and time")
      ? { kind: "days and time duration" }
      : type;
  const value = readLiteral(unwrap(plain(v)), stepType);
  if (!isBad(value)) return value;
  const [message, hint, zh, zhHint] = value.bad;
  report(v, `\`${key}\` of fact ${name}: ${message}`, hint, [`事实 ${name} 的 \`${key}\`：${zh}`, zhHint]);
  return null;
}

/** `date("2024-01-01")` and `@"2024-01-01"` stand for the literal inside. */
const unwrap = (raw: unknown): unknown =>
  typeof raw === "string"
    ? raw.replace(/^(?:@|(?:date and time|date|duration)\s*\()\s*"([^"]*)"\)?$/, "$1")
    : raw;

function checkLimits(d: FactDecl, report: Report): void {
  if (d.min !== null && d.max !== null && (compare(d.min, d.max) ?? 0) > 0)
    report(d.at, `fact ${d.name} has \`min\` above \`max\``, "exchange them", [
      `事实 ${d.name} 的 \`min\` 大于 \`max\``,
      "请对调",
    ]);
  const step = fromFeel(d.step);
  if (step instanceof Num && !step.greaterThan(0))
    report(
      d.at,
      `\`step\` of fact ${d.name} is not above zero`,
      "write a step above zero, such as 1 or P1D",
      [`事实 ${d.name} 的 \`step\` 不大于零`, "请写大于零的步长，例如 1 或 `P1D`"],
    );
}

function readType(v: Located, name: string, report: Report): FactType | null {
  if (v.kind === "scalar" && v.is === "string") {
    const text = normal(v.text);
    const scalar = SCALARS.find((s) => s === text);
    if (scalar !== undefined) return { kind: scalar };
    const near = nearest(text, SCALARS);
    const hint = near === null ? `write ${TYPE_HINT[0]}` : `did you mean ${near}?`;
    const zhHint = near === null ? `请写 ${TYPE_HINT[1]}` : `是否想写 \`${near}\`？`;
    report(v, `unknown type \`${text}\` of fact ${name}`, hint, [
      `事实 ${name} 的类型 \`${text}\` 不存在`,
      zhHint,
    ]);
    return null;
  }
  const only = v.kind === "map" && v.entries.length === 1 ? v.entries[0] : undefined;
  if (only?.key === "one of") return readOneOf(only.value, name, report);
  if (only?.key === "list of") return readListOf(only, name, report);
  expected(report, v, [`type of fact ${name}`, `事实 ${name} 的类型`], TYPE_HINT);
  return null;
}

function readOneOf(v: Located, name: string, report: Report): FactType | null {
  const items = v.kind === "seq" ? v.items : [];
  const members = items.map(plain).map((m) => (typeof m === "boolean" ? String(m) : m));
  const good = members.filter((m): m is string | Num => typeof m === "string" || m instanceof Num);
  const one = good.every((m) => typeof m === "string") || good.every((m) => typeof m !== "string");
  const distinct = new Set(good.map(String)).size === good.length;
  if (good.length > 0 && good.length === members.length && one && distinct)
    return { kind: "one of", members: good };
  report(
    v,
    `\`one of\` of fact ${name} is not a list of different texts or numbers`,
    "write {one of: [甲, 乙]}",
    [`事实 ${name} 的 \`one of\` 不是互不相同的文字或数的列表`, "请写 `{one of: [甲, 乙]}`"],
  );
  return null;
}

function readListOf(only: LocatedEntry, name: string, report: Report): FactType | null {
  const v = only.value;
  if (v.kind === "map" && !isTypeMap(v)) {
    const fields = readFacts(v, report);
    const nested = [...fields.values()].find((f) => f.type.kind === "list" || f.type.kind === "records");
    if (nested === undefined) return { kind: "records", fields };
    return refuseNested(nested, report);
  }
  const type = readType(v, name, report);
  if (type === null) return null;
  const bare = { ask: null, from: null, optional: false, min: null, max: null, step: null, at: only.at };
  const of = withDefaults({ name, type, ...bare });
  return type.kind === "list" || type.kind === "records" ? refuseNested(of, report) : { kind: "list", of };
}

function refuseNested(decl: FactDecl, report: Report): null {
  report(decl.at, `${decl.name} is a list inside a list`, "declare it as a fact of its own", [
    `${decl.name} 是列表中的列表`,
    "请单独声明为一个事实",
  ]);
  return null;
}

const isTypeMap = (v: LocatedMap): boolean =>
  v.entries.length === 1 && (v.entries[0]?.key === "one of" || v.entries[0]?.key === "list of");
