/** Names and types of a document: what each name means, in what order values follow, and what does not fit. */
import type { Expr, Test, UnaryTests } from "../feel/ast.ts";
import { freeNames } from "../feel/index.ts";
import type { Type } from "../feel/types.ts";
import { checkClauseTypes } from "./clauseTypes.ts";
import { checkClosed } from "./closed.ts";
import { checkOver, collectExceptions, tooMany } from "./exceptions.ts";
import { factTypes, memberTypes } from "./factTypes.ts";
import type { Clause, Formula, TermsDocument } from "./model.ts";
import { nearest, type Report } from "./report.ts";

export interface Resolved {
  readonly doc: TermsDocument;
  readonly clauses: ReadonlyMap<string, Clause>;
  /** The exceptions to each clause, in document order. */
  readonly exceptions: ReadonlyMap<string, readonly Clause[]>;
  /** The clauses that define each name, in document order. */
  readonly definers: ReadonlyMap<string, readonly Clause[]>;
  /** Defined names, each after those it reads. */
  readonly order: readonly string[];
  /** Facts, defined names and bare members. */
  readonly types: ReadonlyMap<string, Type>;
  readonly exprTypes: ReadonlyMap<Expr, Type>;
  /** Bare `one of` members that stand for themselves. */
  readonly members: ReadonlySet<string>;
}

export function resolve(doc: TermsDocument, report: Report): Resolved {
  const clauses = new Map(doc.clauses.map((c) => [c.id, c]));
  const definers = collectDefiners(doc, report);
  const exceptions = collectExceptions(doc, clauses, report);
  checkOver(doc, clauses, report);
  const order = orderNames(definers, exceptions, clauses, report);
  const facts = factTypes(doc.facts);
  const members = memberTypes(doc.facts, new Set([...facts.keys(), ...definers.keys()]));
  const { types, exprTypes } = checkClauseTypes(
    doc,
    order,
    definers,
    new Map([...came(doc, facts, definers), ...members, ...facts]),
    report,
  );
  checkGives(doc, definers, report);
  for (const c of doc.clauses) checkClosed(c, formulasOf(c), report);
  return { doc, clauses, exceptions, definers, order, types, exprTypes, members: new Set(members.keys()) };
}

/** Names that came to nothing: they fit anything, for what is wrong with them is said where they stand. */
const came = (
  doc: TermsDocument,
  facts: ReadonlyMap<string, Type>,
  definers: ReadonlyMap<string, unknown>,
): readonly (readonly [string, Type])[] =>
  [...doc.attempted]
    .filter((name) => !facts.has(name) && !definers.has(name))
    .map((name) => [name, { kind: "unknown" }]);

/** Names that a clause's effect defines. */
export function definedNames(clause: Clause): readonly string[] {
  const e = clause.effect;
  if (e.kind === "define") return e.entries.map((d) => d.name);
  return e.kind === "table" ? e.names : [];
}

/** Every formula of a clause, guard first. Table cells are given by `cellsOf`. */
export function formulasOf(clause: Clause, only: string | null = null): readonly Formula[] {
  const e = clause.effect;
  const entries =
    e.kind === "define" && only !== null
      ? e.entries.filter((d) => d.name === only).map((d) => d.value)
      : null;
  const own = [clause.when, clause.forEach?.source ?? null, ...(entries ?? effectFormulas(clause))];
  return own.filter((f): f is Formula => f !== null);
}

export function effectFormulas(clause: Clause): readonly Formula[] {
  const e = clause.effect;
  const some = (...fs: readonly (Formula | null)[]): readonly Formula[] => fs.filter((f) => f !== null);
  switch (e.kind) {
    case "define":
      return e.entries.map((d) => d.value);
    case "table":
      return [...e.on, ...e.rows.flatMap((r) => r.outputs)];
    case "require":
    case "exclude":
    case "refer":
    case "cap":
      return [e.value];
    case "pay":
      return some(e.value, e.upTo);
    case "promise":
      return [e.within.value, e.from];
    case "flag":
      return some(e.value, e.points);
    case "step":
      return some(e.after);
    case "gives":
    case "none":
      return [];
  }
}

export const testExprs = (tests: UnaryTests): readonly Expr[] =>
  tests.tests.map((t: Test) => (t.kind === "compare test" ? t.operand : t.expr));

/**
 * Names that a clause reads: its guard, its effect, its table's cells; its own loop variable aside. With `only`,
 * what the value of that one defined name reads.
 */
export function namesRead(clause: Clause, only: string | null = null): ReadonlySet<string> {
  const names = new Set<string>();
  for (const f of formulasOf(clause, only)) for (const n of freeNames(f.expr)) names.add(n);
  if (clause.effect.kind === "table")
    for (const row of clause.effect.rows)
      for (const cell of row.inputs)
        for (const e of testExprs(cell.tests)) for (const n of freeNames(e)) if (n !== "?") names.add(n);
  if (clause.forEach !== null) names.delete(clause.forEach.name);
  return names;
}

/** Every expression of a clause, those of its table's cells too. */
export function exprsOf(clause: Clause): readonly Expr[] {
  const e = clause.effect;
  const cells = e.kind === "table" ? e.rows.flatMap((r) => r.inputs.flatMap((c) => testExprs(c.tests))) : [];
  return [...formulasOf(clause).map((f) => f.expr), ...cells];
}

function collectDefiners(doc: TermsDocument, report: Report): Map<string, Clause[]> {
  const definers = new Map<string, Clause[]>();
  for (const c of doc.clauses) {
    for (const name of definedNames(c)) {
      if (doc.facts.has(name))
        report(c.effectAt, `clause ${c.id} defines ${name}, which is a fact`, "give the value another name", [
          `条款 ${c.id} 定义的 ${name} 是事实`,
          "请换一个名称",
        ]);
      else definers.set(name, [...(definers.get(name) ?? []).filter((d) => d !== c), c]);
    }
  }
  for (const [name, own] of definers) tooMany([name, name], own, "definitions", report);
  return definers;
}

function checkGives(
  doc: TermsDocument,
  definers: ReadonlyMap<string, readonly Clause[]>,
  report: Report,
): void {
  for (const c of doc.clauses) {
    if (c.effect.kind !== "gives") continue;
    for (const name of c.effect.names) {
      if (definers.has(name) || (doc.attempted.has(name) && !doc.facts.has(name))) continue;
      const near = nearest(name, definers.keys());
      report(
        c.effect.at,
        `\`gives\` of clause ${c.id} names ${name}, which is not defined`,
        near === null ? "define it with `define` or `table`" : `did you mean ${near}?`,
        [
          `条款 ${c.id} 的 \`gives\` 所列 ${name} 未定义`,
          near === null ? "请用 `define` 或 `table` 定义" : `是否想写 ${near}？`,
        ],
      );
    }
  }
}

/** Defined names, each after those it reads; a cycle is reported with its path and left out. */
function orderNames(
  definers: ReadonlyMap<string, readonly Clause[]>,
  exceptions: ReadonlyMap<string, readonly Clause[]>,
  clauses: ReadonlyMap<string, Clause>,
  report: Report,
): readonly string[] {
  const order: string[] = [];
  const state = new Map<string, "open" | "done">();
  const visit = (name: string, path: readonly string[]): void => {
    if (state.get(name) === "done") return;
    if (state.get(name) === "open") {
      reportCycle(name, path, definers, report);
      return;
    }
    state.set(name, "open");
    for (const c of definers.get(name) ?? [])
      for (const n of readsOfDefiner(c, name, exceptions, clauses))
        if (definers.has(n)) visit(n, [...path, name]);
    state.set(name, "done");
    order.push(name);
  };
  for (const name of definers.keys()) visit(name, []);
  return order;
}

/** What the value of a definer hangs on: itself, the guards of its bases and of its exceptions. */
function readsOfDefiner(
  c: Clause,
  name: string,
  exceptions: ReadonlyMap<string, readonly Clause[]>,
  clauses: ReadonlyMap<string, Clause>,
): ReadonlySet<string> {
  const names = new Set(namesRead(c, name));
  const guard = (clause: Clause | undefined): void => {
    if (clause?.when != null) for (const n of freeNames(clause.when.expr)) names.add(n);
  };
  const seen = new Set<string>();
  for (
    let base = c.insteadOf;
    base !== null && !seen.has(base);
    base = clauses.get(base)?.insteadOf ?? null
  ) {
    seen.add(base);
    guard(clauses.get(base));
  }
  for (const e of exceptions.get(c.id) ?? []) guard(e);
  return names;
}

function reportCycle(
  name: string,
  path: readonly string[],
  definers: ReadonlyMap<string, readonly Clause[]>,
  report: Report,
): void {
  const cycle = [...path.slice(path.indexOf(name)), name].join(" → ");
  const clause = definers.get(name)?.[0];
  if (clause === undefined) return;
  const entry =
    clause.effect.kind === "define" ? clause.effect.entries.find((e) => e.name === name) : undefined;
  report(
    entry?.at ?? clause.effectAt,
    `values hang on one another in a cycle: ${cycle}`,
    "define one of them without the others",
    [`数值循环引用：${cycle}`, "请使其中一个不依赖其他"],
  );
}
