/** A whole document, from text to model. Every problem is reported; null where there is nothing to go on with. */
import { isBad, readLiteral } from "../facts/literal.ts";
import type { Located, LocatedMap } from "./located.ts";
import { readYaml } from "./located.ts";
import type { Example, FactDecl, Formula, Period, TermsDocument } from "./model.ts";
import { type ClauseReader, readClauses } from "./readClauses.ts";
import { Entries, expected, normal, plain } from "./reader.ts";
import { readFacts } from "./readFacts.ts";
import type { Report } from "./report.ts";
import { sha256 } from "./sha256.ts";
import { keyOf, quoted, type Where } from "./where.ts";

export const DOCUMENT_KEYS = [
  "terms",
  "title",
  "kind",
  "effective",
  "governs",
  "source",
  "rounding",
  "facts",
  "clauses",
  "examples",
] as const;

const WHOLE: Where = ["the document", "文件"];
const EFFECTIVE: Where = ["`effective`", "`effective`"];

/** UTF-8 text without BOM, lines ended by LF: what the digest is taken of. */
export const canonicalText = (text: string): string => text.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n");

export function readDocument(raw: string, file: string, report: Report): TermsDocument | null {
  const text = canonicalText(raw);
  const root = readYaml(text, report);
  if (root === null) return null;
  if (root.kind === "scalar" && root.is === "null") {
    report({ line: 1, column: 1 }, "the document is empty", "write `terms: family/edition`", [
      "文件为空",
      "请写 `terms: 族/版`",
    ]);
    return null;
  }
  if (root.kind !== "map") {
    expected(report, root, WHOLE, ["a mapping with `terms`", "以 `terms:` 开头的各项"]);
    return null;
  }
  const entries = new Entries(root, WHOLE, DOCUMENT_KEYS, report);
  const facts = readFacts(entries.get("facts"), report);
  const ctx: ClauseReader = { names: namesIn(root, facts), report, membersOf: (f) => membersOf(f, facts) };
  if (entries.get("clauses") === null) entries.missing("clauses");
  const clauses = readClauses(entries.get("clauses"), ctx);
  return {
    file,
    id: readId(entries, report),
    title: soft(entries, "title", report),
    kind: readChoice(entries, "kind", ["product", "programme"], report),
    effective: readPeriod(entries, report),
    governs: readGoverns(entries, facts, report),
    source: entries.text("source"),
    rounding: readChoice(entries, "rounding", ["half-up", "down"], report),
    facts,
    clauses,
    examples: readExamples(entries.get("examples"), report),
    digest: `sha256:${sha256(text)}`,
    text,
    at: { line: root.line, column: root.column },
    attempted: attemptedIn(root),
    sections: new Map(root.entries.map((e) => [e.key, e.at])),
  };
}

function readId(entries: Entries, report: Report): string {
  const id = entries.text("terms", true) ?? "";
  const at = entries.get("terms");
  if (at !== null && !/^[^/\s]+\/[^/\s]+$/.test(id))
    report(at, `\`terms: ${id}\` is not an id`, "write family/edition, such as jinhuibao/2024", [
      `\`terms: ${id}\` 不是编号`,
      "请写 族/版，例如 `jinhuibao/2024`",
    ]);
  return id;
}

/** A key that a whole document should have, but without which it can be decided by. */
function soft(entries: Entries, key: string, report: Report): string {
  const value = entries.text(key);
  if (entries.get(key) === null)
    report(
      entries.map,
      `the document has no \`${key}\``,
      `add \`${key}:\``,
      [`文件缺少 \`${key}\``, `请补上 \`${key}:\``],
      "warning",
    );
  return value ?? "";
}

function readChoice<T extends string>(
  entries: Entries,
  key: string,
  choices: readonly [T, ...T[]],
  report: Report,
): T {
  const text = entries.text(key);
  const found = choices.find((c) => c === text);
  const at = entries.get(key);
  if (text !== null && found === undefined && at !== null)
    report(at, `\`${key}: ${text}\` is not known`, `write ${choices.join(" or ")}`, [
      `\`${key}: ${text}\` 不存在`,
      `请写 ${quoted(choices, " 或 ")}`,
    ]);
  return found ?? choices[0];
}

function readPeriod(entries: Entries, report: Report): Period {
  const v = entries.get("effective");
  if (v === null) {
    soft(entries, "effective", report);
    return { from: null, to: null };
  }
  if (v.kind !== "map") {
    expected(report, v, EFFECTIVE, ["{from: DATE, to: DATE}", "`{from: 日期, to: 日期}`"]);
    return { from: null, to: null };
  }
  const own = new Entries(v, EFFECTIVE, ["from", "to"], report);
  const from = readDay(own.get("from"), "from", report);
  const to = readDay(own.get("to"), "to", report);
  if (own.get("from") === null) own.missing("from");
  if (from !== null && to !== null && from > to)
    report(v, "`effective` ends before it begins", "exchange `from` and `to`", [
      "`effective` 的结束早于开始",
      "请对调 `from` 与 `to`",
    ]);
  return { from, to };
}

function readDay(v: Located | null, key: string, report: Report): number | null {
  if (v === null || (v.kind === "scalar" && v.is === "null")) return null;
  const value = readLiteral(plain(v), { kind: "date" });
  if (typeof value === "object" && value !== null && "kind" in value && value.kind === "date")
    return value.day;
  const hint = isBad(value) ? value.bad[1] : "write a date";
  report(v, `\`${key}\` of \`effective\` is not a date`, hint, [
    `\`effective\` 的 \`${key}\` 不是日期`,
    "请写日期，例如 2024-01-01",
  ]);
  return null;
}

function readGoverns(entries: Entries, facts: ReadonlyMap<string, FactDecl>, report: Report): string | null {
  const text = entries.text("governs");
  const at = entries.get("governs");
  if (text === null || at === null) return null;
  const name = normal(text);
  const kind = facts.get(name)?.type.kind;
  if (kind === "date" || kind === "date and time") return name;
  const dates = [...facts.values()].filter((f) => f.type.kind === "date" || f.type.kind === "date and time");
  const list = dates.map((f) => f.name).join(", ");
  report(
    at,
    `\`governs: ${name}\` names no fact that is a date`,
    list === "" ? "declare it under `facts`" : `the dates are ${list}`,
    [
      `\`governs: ${name}\` 不是日期类事实`,
      list === "" ? "请在 `facts` 中声明" : `日期类事实有：${dates.map((f) => f.name).join("、")}`,
    ],
  );
  return null;
}

function readExamples(v: Located | null, report: Report): readonly Example[] {
  if (v === null) return [];
  if (v.kind !== "seq") {
    expected(
      report,
      v,
      ["`examples`", "`examples`"],
      ["a list of {name, given, then}", "`{name, given, then}` 的列表"],
    );
    return [];
  }
  return v.items.flatMap((item, i) => readExample(item, i, report) ?? []);
}

function readExample(v: Located, index: number, report: Report): readonly Example[] | null {
  const where: Where = [`example ${index + 1}`, `第 ${index + 1} 个示例`];
  if (v.kind !== "map") {
    expected(report, v, where, ["{name, given, then}", "`{name, given, then}`"]);
    return null;
  }
  const entries = new Entries(v, where, ["name", "given", "then"], report);
  const places = new Map<string, { line: number; column: number }>();
  const part = (key: "given" | "then"): { readonly [name: string]: unknown } => {
    const at = entries.get(key);
    if (at === null || at.kind !== "map") {
      if (at === null) entries.missing(key);
      else if (at.kind !== "scalar" || at.is !== "null")
        expected(report, at, keyOf(key, where), ["a mapping", "一组“名称: 值”"]);
      return {};
    }
    for (const e of at.entries) places.set(`${key}.${normal(e.key)}`, e.at);
    return Object.fromEntries(at.entries.map((e) => [normal(e.key), plain(e.value)]));
  };
  const given = part("given");
  const then = part("then");
  return [
    {
      name: entries.text("name") ?? String(index + 1),
      given,
      expected: then,
      at: { line: v.line, column: v.column },
      places,
    },
  ];
}

/** Every name an expression of the document may use; those with spaces can only be read when they are known. */
function namesIn(root: LocatedMap, facts: ReadonlyMap<string, FactDecl>): ReadonlySet<string> {
  const names = new Set<string>(["points"]);
  for (const decl of facts.values()) addFact(decl, names);
  const clauses = root.entries.find((e) => e.key === "clauses")?.value;
  for (const clause of clauses?.kind === "seq" ? clauses.items : []) {
    if (clause.kind === "map") addDefined(clause, names);
  }
  return names;
}

function addFact(decl: FactDecl, names: Set<string>): void {
  names.add(decl.name);
  if (decl.type.kind === "records") for (const f of decl.type.fields.values()) addFact(f, names);
  const type = decl.type.kind === "list" ? decl.type.of.type : decl.type;
  if (type.kind === "one of") for (const m of type.members) if (typeof m === "string") names.add(m);
}

/** Facts as declared and names as defined, whatever came of them. */
function attemptedIn(root: LocatedMap): ReadonlySet<string> {
  const names = new Set<string>();
  const section = (key: string): Located | undefined => root.entries.find((e) => e.key === key)?.value;
  const facts = section("facts");
  if (facts?.kind === "map") for (const e of facts.entries) names.add(normal(e.key));
  const clauses = section("clauses");
  for (const c of clauses?.kind === "seq" ? clauses.items : [])
    if (c.kind === "map") addDefined(c, names, false);
  return names;
}

function addDefined(clause: LocatedMap, names: Set<string>, loops = true): void {
  for (const e of clause.entries) {
    if (e.key === "define" && e.value.kind === "map")
      for (const d of e.value.entries) names.add(normal(d.key));
    if (e.key === "table" && e.value.kind === "map") {
      const define = e.value.entries.find((d) => d.key === "define")?.value;
      const items = define?.kind === "seq" ? define.items : define === undefined ? [] : [define];
      for (const item of items) if (item.kind === "scalar") names.add(normal(item.text));
    }
    if (loops && e.key === "for each" && e.value.kind === "scalar") {
      const name = /^(.+?)\s+in\s/s.exec(e.value.text.trim())?.[1];
      if (name !== undefined) names.add(normal(name));
    }
  }
}

function membersOf(formula: Formula, facts: ReadonlyMap<string, FactDecl>): ReadonlySet<string> {
  const expr = formula.expr;
  const decl =
    expr.kind === "name"
      ? facts.get(expr.name)
      : expr.kind === "path"
        ? fieldNamed(expr.name, facts)
        : undefined;
  const members = decl?.type.kind === "one of" ? decl.type.members : [];
  return new Set(members.filter((m) => typeof m === "string"));
}

/** The field of any list fact with this name: a loop variable's own list is not known before types are. */
function fieldNamed(name: string, facts: ReadonlyMap<string, FactDecl>): FactDecl | undefined {
  for (const f of facts.values()) {
    const field = f.type.kind === "records" ? f.type.fields.get(name) : undefined;
    if (field !== undefined) return field;
  }
  return undefined;
}
