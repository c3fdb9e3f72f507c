/** Static types of every expression of a document, and what each effect takes. */
import type { Expr } from "../feel/ast.ts";
import { fits, join, typeName, typeNameZh, typeOf, typeOfTests } from "../feel/index.ts";
import type { Type } from "../feel/types.ts";
import { reportProblem } from "./formula.ts";
import type { Clause, Formula, TermsDocument } from "./model.ts";
import type { Report } from "./report.ts";
import { clauseAt, keyOf, nameIn, type Where } from "./where.ts";

const BOOLEAN: Type = { kind: "boolean" };
const NUMBER: Type = { kind: "number", literal: false };
const MONEY: Type = { kind: "money" };
const UNKNOWN: Type = { kind: "unknown" };
const DAYS: Type = { kind: "days and time duration" };
const MONTHS: Type = { kind: "years and months duration" };
const DATE: Type = { kind: "date" };
const DATE_TIME: Type = { kind: "date and time" };

export interface ClauseTypes {
  readonly types: ReadonlyMap<string, Type>;
  readonly exprTypes: ReadonlyMap<Expr, Type>;
}

/** Types values in the order they follow from one another, then every other effect. */
export function checkClauseTypes(
  doc: TermsDocument,
  order: readonly string[],
  definers: ReadonlyMap<string, readonly Clause[]>,
  known: ReadonlyMap<string, Type>,
  report: Report,
): ClauseTypes {
  // A name in a cycle is already reported; it fits anything.
  const unknown = [...definers.keys()].map((name): [string, Type] => [name, UNKNOWN]);
  const checker = new Checker(new Map([...unknown, ...known]), report);
  for (const name of order) checker.define(name, definers.get(name) ?? []);
  for (const c of doc.clauses) checker.clause(c);
  return { types: checker.types, exprTypes: checker.exprTypes };
}

class Checker {
  readonly types: Map<string, Type>;
  readonly exprTypes = new Map<Expr, Type>();
  private readonly report: Report;

  constructor(known: ReadonlyMap<string, Type>, report: Report) {
    this.types = new Map(known);
    this.report = report;
  }

  /** The type of a name is what all its definers agree on. */
  define(name: string, clauses: readonly Clause[]): void {
    let type: Type | null = null;
    for (const c of clauses) {
      const own = this.valueType(c, name);
      const both: Type | null = type === null ? own : join(type, own);
      if (both === null && type !== null) this.disagree(c, name, type, own);
      type = both ?? type;
    }
    this.types.set(name, type ?? UNKNOWN);
  }

  private disagree(c: Clause, name: string, first: Type, second: Type): void {
    const [a, b] = [typeName(first), typeName(second)];
    const [zhA, zhB] = [typeNameZh(first), typeNameZh(second)];
    this.report(
      c.effectAt,
      `clause ${c.id} defines ${name} as ${b}, elsewhere it is ${a}`,
      `make both ${a}`,
      [`条款 ${c.id} 把 ${name} 定义为${zhB}，别处为${zhA}`, `请统一为${zhA}`],
    );
  }

  private valueType(c: Clause, name: string): Type {
    const scope = this.scopeOf(c);
    const e = c.effect;
    let type: Type = UNKNOWN;
    if (e.kind === "define") {
      const entry = e.entries.find((d) => d.name === name);
      if (entry !== undefined) type = this.type(entry.value, nameIn(name, clauseAt(c.id)), scope);
    }
    if (e.kind === "table") type = this.outputType(c, name, scope);
    return c.forEach === null ? type : { kind: "list", of: type };
  }

  private outputType(c: Clause, name: string, scope: ReadonlyMap<string, Type>): Type {
    const e = c.effect;
    if (e.kind !== "table") return UNKNOWN;
    const column = e.names.indexOf(name);
    let type: Type | null = null;
    for (const row of e.rows) {
      const output = row.outputs[column];
      if (output === undefined) continue;
      const own = this.type(output, outputOf(name, c), scope);
      const both: Type | null = type === null ? own : join(type, own);
      if (both === null && type !== null) {
        const [a, b] = [typeName(type), typeName(own)];
        const [zhA, zhB] = [typeNameZh(type), typeNameZh(own)];
        this.report(output.at, `output ${name} is ${b} here and ${a} above`, `make both ${a}`, [
          `输出 ${name} 此处为${zhB}，上面为${zhA}`,
          `请统一为${zhA}`,
        ]);
      }
      type = both ?? type;
    }
    if ((e.hit === "sum" || e.hit === "max") && type !== null && !fits(type, NUMBER) && !fits(type, MONEY))
      this.mismatch(e.rows[0]?.outputs[0] ?? null, outputOf(name, c), type, [
        "a number or money",
        "数或金额",
      ]);
    return type ?? UNKNOWN;
  }

  clause(c: Clause): void {
    const scope = this.scopeOf(c);
    const where = (part: string): Where => keyOf(part, clauseAt(c.id));
    if (c.when !== null) this.want(c.when, where("when"), this.types, [BOOLEAN]);
    if (c.effect.kind === "table") this.table(c, scope);
    const amounts = [NUMBER, MONEY];
    const e = c.effect;
    switch (e.kind) {
      case "require":
      case "exclude":
        this.want(e.value, where(e.kind), this.types, [BOOLEAN]);
        return;
      case "refer":
        this.want(e.value, where("refer"), new Map([...this.types, ["points", NUMBER]]), [BOOLEAN]);
        return;
      case "pay":
        this.want(e.value, where("pay"), this.types, amounts);
        if (e.upTo !== null) this.want(e.upTo, where("upTo"), this.types, amounts);
        return;
      case "cap":
        this.want(e.value, where("cap"), this.types, amounts);
        return;
      case "promise":
        this.want(
          e.within.value,
          where("within"),
          this.types,
          e.within.kind === "duration" ? [DAYS, MONTHS] : [NUMBER],
        );
        this.want(e.from, where("from"), this.types, [DATE, DATE_TIME]);
        return;
      case "flag":
        this.want(e.value, where("flag"), this.types, [BOOLEAN]);
        if (e.points !== null) this.want(e.points, where("points"), this.types, [NUMBER]);
        return;
      case "step":
        if (e.after !== null) this.want(e.after, where("after"), this.types, [DAYS, MONTHS]);
        return;
      case "define":
      case "table":
      case "gives":
      case "none":
        return;
    }
  }

  private table(c: Clause, scope: ReadonlyMap<string, Type>): void {
    if (c.effect.kind !== "table") return;
    const inputs = c.effect.on.map((on) => this.type(on, keyOf("on", clauseAt(c.id)), scope));
    for (const row of c.effect.rows) {
      row.inputs.forEach((cell, i) => {
        const formula = { source: cell.source, at: cell.at, block: false };
        const where: Where = [`a cell of clause ${c.id}`, `条款 ${c.id} 的表格`];
        typeOfTests(
          cell.tests,
          inputs[i] ?? UNKNOWN,
          scope,
          (p) => reportProblem(p, formula, where, this.report),
          {
            record: (expr, type) => this.exprTypes.set(expr, type),
          },
        );
      });
    }
  }

  /** The clause's names, with its loop variable. */
  private scopeOf(c: Clause): ReadonlyMap<string, Type> {
    if (c.forEach === null) return this.types;
    const list = this.type(c.forEach.source, keyOf("for each", clauseAt(c.id)), this.types);
    if (list.kind !== "list" && list.kind !== "unknown")
      this.mismatch(c.forEach.source, keyOf("for each", clauseAt(c.id)), list, ["a list", "列表"]);
    return new Map([...this.types, [c.forEach.name, list.kind === "list" ? list.of : UNKNOWN]]);
  }

  private type(f: Formula, where: Where, scope: ReadonlyMap<string, Type>): Type {
    return typeOf(f.expr, scope, (p) => reportProblem(p, f, where, this.report), {
      record: (expr, type) => this.exprTypes.set(expr, type),
    });
  }

  private want(f: Formula, where: Where, scope: ReadonlyMap<string, Type>, types: readonly Type[]): void {
    const type = this.type(f, where, scope);
    if (types.some((t) => fits(type, t))) return;
    this.mismatch(f, where, type, [types.map(typeName).join(" or "), types.map(typeNameZh).join("或")]);
  }

  private mismatch(f: Formula | null, where: Where, got: Type, want: Where): void {
    if (f === null) return;
    this.report(f.at, `${where[0]} is ${typeName(got)}`, `it must be ${want[0]}`, [
      `${where[1]} 为${typeNameZh(got)}`,
      `应为${want[1]}`,
    ]);
  }
}

const outputOf = (name: string, c: Clause): Where => [
  `output ${name} of clause ${c.id}`,
  `条款 ${c.id} 的输出 ${name}`,
];
