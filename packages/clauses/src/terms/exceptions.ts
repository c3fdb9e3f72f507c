/** Exceptions and what they and `over` name: other clauses, by id. */
import type { Clause, TermsDocument } from "./model.ts";
import { LIMITS } from "./prescan.ts";
import { nearest, type Report } from "./report.ts";
import { clauseAt, type Where } from "./where.ts";

/** The exceptions to each clause, in document order. */
export function collectExceptions(
  doc: TermsDocument,
  clauses: ReadonlyMap<string, Clause>,
  report: Report,
): Map<string, Clause[]> {
  const exceptions = new Map<string, Clause[]>();
  for (const c of doc.clauses) {
    if (c.insteadOf === null) continue;
    if (!clauses.has(c.insteadOf)) unknownClause(c, c.insteadOf, "`instead of`", clauses.keys(), report);
    else if (leadsBack(c, clauses))
      report(
        c.at,
        `clause ${c.id} stands instead of itself, or for more than ${LIMITS.exceptionDepth} others in a row`,
        "an exception must end at a base clause",
        [
          `条款 ${c.id} 循环替代自身，或连续替代超过 ${LIMITS.exceptionDepth} 条`,
          "例外最终须指向一条基础条款",
        ],
      );
    else exceptions.set(c.insteadOf, [...(exceptions.get(c.insteadOf) ?? []), c]);
  }
  for (const [id, own] of exceptions) tooMany(clauseAt(id), own, "exceptions", report);
  return exceptions;
}

/** Each has to be held against every other. */
export function tooMany(
  name: Where,
  own: readonly Clause[],
  what: "exceptions" | "definitions",
  report: Report,
): void {
  const last = own.at(LIMITS.exceptions);
  if (last !== undefined)
    report(last.at, `${name[0]} has more than ${LIMITS.exceptions} ${what}`, "write a table instead", [
      `${name[1]} 的${what === "exceptions" ? "例外" : "定义"}超过 ${LIMITS.exceptions} 个`,
      "请改写为一张表",
    ]);
}

/** An exception of an exception of … itself, or further than anyone would follow. */
function leadsBack(start: Clause, clauses: ReadonlyMap<string, Clause>): boolean {
  const seen = new Set<string>();
  for (let c: Clause | undefined = start; c?.insteadOf != null; c = clauses.get(c.insteadOf)) {
    if (seen.has(c.id) || seen.size > LIMITS.exceptionDepth) return true;
    seen.add(c.id);
  }
  return false;
}

function unknownClause(c: Clause, id: string, where: string, ids: Iterable<string>, report: Report): void {
  const near = nearest(id, ids);
  report(
    c.at,
    `${where} of clause ${c.id} names ${id}, which is no clause here`,
    near === null ? "name a clause of this document by its id" : `did you mean ${near}?`,
    [
      `条款 ${c.id} 的 ${where} 所指 ${id} 不存在`,
      near === null ? "请写本文件中的条款编号" : `是否想写 ${near}？`,
    ],
  );
}

/** `over` names clauses that pay. */
export function checkOver(doc: TermsDocument, clauses: ReadonlyMap<string, Clause>, report: Report): void {
  for (const c of doc.clauses) {
    for (const id of c.over ?? []) {
      const target = clauses.get(id);
      if (target === undefined) unknownClause(c, id, "`over`", clauses.keys(), report);
      else if (target.effect.kind !== "pay")
        report(
          c.at,
          `\`over\` of clause ${c.id} names ${id}, which pays nothing`,
          "name clauses with `pay`",
          [`条款 ${c.id} 的 \`over\` 所指 ${id} 不是给付条款`, "请写含 `pay` 的条款编号"],
        );
    }
  }
}
