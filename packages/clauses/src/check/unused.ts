import type { Expr } from "../feel/ast.ts";
import { children, freeNames } from "../feel/index.ts";
import type { Clause, FactDecl } from "../terms/model.ts";
import type { Report } from "../terms/report.ts";
import { exprsOf, namesRead, type Resolved } from "../terms/resolve.ts";

/** Facts and names that nothing reads, and exclusions that read no fact saying they were explained. */
export function checkUnused(resolved: Resolved, report: Report): void {
  const { doc } = resolved;
  const read = new Set(doc.clauses.flatMap((c) => [...namesRead(c)]));
  for (const c of doc.clauses) if (c.effect.kind === "gives") for (const n of c.effect.names) read.add(n);
  for (const decl of doc.facts.values()) {
    if (read.has(decl.name) || decl.name === doc.governs) continue;
    report(
      decl.at,
      `fact ${decl.name} is never read`,
      "remove it, or let a clause read it",
      [`事实 ${decl.name} 从未被引用`, "请删去，或由条款引用"],
      "warning",
    );
  }
  for (const decl of doc.facts.values()) if (read.has(decl.name)) checkFields(decl, resolved, report);
  for (const [name, [first]] of resolved.definers) {
    if (read.has(name) || first === undefined) continue;
    report(
      first.effectAt,
      `${name} is defined and never read`,
      "remove it, read it, or hand it out with `gives`",
      [`${name} 已定义但从未被引用`, "请删去、引用，或用 `gives` 给出"],
      "warning",
    );
  }
  for (const c of doc.clauses) if (c.effect.kind === "exclude") checkExplained(c, resolved, report);
}

/** Fields of a list that is read, none of whose expressions names them. */
function checkFields(decl: FactDecl, resolved: Resolved, report: Report): void {
  if (decl.type.kind !== "records") return;
  const named = new Set(resolved.doc.clauses.flatMap((c) => exprsOf(c).flatMap(fieldNames)));
  for (const field of decl.type.fields.values())
    if (!named.has(field.name))
      report(
        field.at,
        `field ${field.name} of fact ${decl.name} is never read`,
        "remove it, or let a clause read it",
        [`事实 ${decl.name} 的字段 ${field.name} 从未被引用`, "请删去，或由条款引用"],
        "warning",
      );
}

/** Names after a dot, and names by themselves: inside a filter a field stands alone. */
function fieldNames(expr: Expr): readonly string[] {
  const own = expr.kind === "path" || expr.kind === "name" ? [expr.name] : [];
  return [...own, ...children(expr).flatMap(fieldNames)];
}

/** 保险法 第十七条: an exclusion that was not explained has no effect. */
function checkExplained(c: Clause, resolved: Resolved, report: Report): void {
  const names = [...factsBehind(c, resolved)];
  if (names.some((n) => /说明|告知|提示|explain/i.test(n))) return;
  report(
    c.effectAt,
    `\`exclude\` of clause ${c.id} reads no fact saying that it was explained (保险法 17)`,
    "read a fact such as 免责已说明 in it or in its `when`",
    [
      `条款 ${c.id} 的 \`exclude\` 没有引用“是否已说明”的事实（保险法第十七条）`,
      "请在条件或 `when` 中引用如“免责已说明”的事实",
    ],
    "warning",
  );
}

/** The facts a clause hangs on, directly or through values, its bases' guards included. */
function factsBehind(c: Clause, resolved: Resolved): ReadonlySet<string> {
  const seen = new Set<string>();
  const visit = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    for (const d of resolved.definers.get(name) ?? []) for (const n of namesRead(d, name)) visit(n);
  };
  for (const n of namesRead(c)) visit(n);
  for (let base = c.insteadOf; base !== null; ) {
    const clause = resolved.clauses.get(base);
    if (clause?.when != null) for (const n of freeNames(clause.when.expr)) visit(n);
    base = clause?.insteadOf ?? null;
  }
  return new Set([...seen].filter((n) => resolved.doc.facts.has(n)));
}
