/** The decision tables of a terms document as a DMN 1.5 model. */
import type { Expr } from "../feel/ast.ts";
import { freeNames } from "../feel/walk.ts";
import type { Clause, Effect, Formula } from "../terms/model.ts";
import type { Resolved } from "../terms/resolve.ts";
import { resolvedOf, type Terms } from "../terms/terms.ts";
import { cellText, type Exporting, foreignCalls, formulaText } from "./exportText.ts";
import { definitionOf, factTypeRef, typeRefOf } from "./exportTypes.ts";
import type { DmnProblem } from "./problem.ts";
import { type Tag, tag, textTag, writeXml } from "./xmlWrite.ts";

const NAMESPACE = "https://www.omg.org/spec/DMN/20230324/MODEL/";

type Table = Extract<Effect, { kind: "table" }>;

/** A table, its clause, and the name that the decision has. */
interface Exported {
  readonly clause: Clause;
  readonly table: Table;
  readonly decision: string;
}

export interface DmnExport {
  readonly xml: string;
  /** What the model cannot say as the document does. */
  readonly problems: readonly DmnProblem[];
}

/**
 * Writes a document's tables as DMN: a decision for each, with the same inputs, hit policy and rows (`sum` and
 * `max` are COLLECT with that aggregation). A table with one output that no other clause defines gives the
 * decision the output's name, any other the clause's id. A clause's guard is a conditional around the table,
 * its `for each` an iterator. Facts and names defined elsewhere are input data.
 */
export function exportDmn(terms: Terms): DmnExport {
  const resolved = resolvedOf(terms);
  const tables = resolved.doc.clauses.flatMap((clause): Exported[] =>
    clause.effect.kind === "table"
      ? [{ clause, table: clause.effect, decision: decisionName(clause, clause.effect, resolved) }]
      : [],
  );
  const decided = new Set(tables.map(({ decision }) => decision));
  const read = new Set(tables.flatMap((table) => namesRead(table)));
  const inputs = [...read].filter(
    (name) => !decided.has(name) && resolved.types.has(name) && !resolved.members.has(name),
  );
  const ids = new Map<string, Id>();
  for (const name of inputs) ids.set(name, { id: `input-${ids.size + 1}`, kind: "requiredInput" });
  for (const { decision } of tables)
    ids.set(decision, { id: `decision-${ids.size + 1}`, kind: "requiredDecision" });
  const root = tag(
    "definitions",
    {
      xmlns: NAMESPACE,
      id: "definitions",
      name: terms.id,
      namespace: `urn:goodfaith:terms:${encodeURI(terms.id)}`,
    },
    ...(terms.title === "" ? [] : [description(terms.title)]),
    ...inputs.flatMap((name) => {
      const fact = resolved.doc.facts.get(name);
      return (fact === undefined ? null : definitionOf(fact)) ?? [];
    }),
    ...inputs.map((name) => inputTag(name, ids, resolved)),
    ...tables.map((exported) => decisionTag(exported, ids, resolved)),
  );
  return { xml: writeXml(root), problems: tables.flatMap((table) => problemsOf(table, resolved)) };
}

function decisionName(clause: Clause, table: Table, { definers }: Resolved): string {
  const [only] = table.names;
  const alone = only !== undefined && table.names.length === 1 && definers.get(only)?.length === 1;
  return alone ? only : clause.id;
}

function formulasOf({ clause, table }: Exported): readonly Formula[] {
  const around = [clause.when, clause.forEach?.source ?? null].filter((formula) => formula !== null);
  return [...around, ...table.on, ...table.rows.flatMap(({ outputs }) => outputs)];
}

function expressionsOf(exported: Exported): readonly Expr[] {
  const cells = exported.table.rows.flatMap(({ inputs }) => inputs.flatMap(({ tests }) => tests.tests));
  return [
    ...formulasOf(exported).map(({ expr }) => expr),
    ...cells.map((test) => (test.kind === "compare test" ? test.operand : test.expr)),
  ];
}

function namesRead(exported: Exported): readonly string[] {
  const names = expressionsOf(exported).flatMap((expr) => [...freeNames(expr)]);
  return names.filter((name) => name !== exported.clause.forEach?.name);
}

const problemsOf = (exported: Exported, { doc }: Resolved): readonly DmnProblem[] =>
  [...new Set(expressionsOf(exported).flatMap(foreignCalls))].map((name) => ({
    file: doc.file,
    line: exported.clause.at.line,
    message: `the table of ${exported.clause.id} calls \`${name}\`, which FEEL does not have`,
    hint: "in DMN it gives null; give its value as a fact",
  }));

const description = (text: string): Tag => ({ name: "description", attributes: {}, inside: text });

/** The XML id of every input and decision by its name, and how it is required. */
interface Id {
  readonly id: string;
  readonly kind: "requiredInput" | "requiredDecision";
}

type Ids = ReadonlyMap<string, Id>;

function inputTag(name: string, ids: Ids, { doc, types }: Resolved): Tag {
  const fact = doc.facts.get(name);
  const typeRef = fact === undefined ? typeRefOf(types.get(name)) : factTypeRef(fact);
  return tag("inputData", { id: ids.get(name)?.id, name }, tag("variable", { name, typeRef }));
}

function decisionTag(exported: Exported, ids: Ids, resolved: Resolved): Tag {
  const { clause, table, decision } = exported;
  const required = [...new Set(namesRead(exported))].filter((name) => name !== decision);
  const requirements = required.flatMap((name): readonly Tag[] => {
    const found = ids.get(name);
    if (found === undefined) return [];
    return [tag("informationRequirement", {}, tag(found.kind, { href: `#${found.id}` }))];
  });
  const [only] = table.names;
  const single = table.names.length === 1 && clause.forEach === null && only !== undefined;
  const typeRef = single ? typeRefOf(resolved.types.get(only)) : undefined;
  return tag(
    "decision",
    { id: ids.get(decision)?.id, name: decision },
    description(clause.text),
    tag("variable", { name: decision, typeRef }),
    ...requirements,
    guarded(clause, looped(clause, tableTag(exported, resolved), resolved), resolved),
  );
}

const literalTag = (text: string): Tag => tag("literalExpression", {}, textTag(text));

function guarded({ when }: Clause, inner: Tag, exporting: Exporting): Tag {
  if (when === null) return inner;
  return tag(
    "conditional",
    {},
    tag("if", {}, literalTag(formulaText(when, exporting))),
    tag("then", {}, inner),
    tag("else", {}, literalTag("null")),
  );
}

function looped({ forEach }: Clause, inner: Tag, exporting: Exporting): Tag {
  if (forEach === null) return inner;
  return tag(
    "for",
    { iteratorVariable: forEach.name },
    tag("in", {}, literalTag(formulaText(forEach.source, exporting))),
    tag("return", {}, inner),
  );
}

const HITS: Readonly<Record<Table["hit"], { readonly hitPolicy: string; readonly aggregation?: string }>> = {
  unique: { hitPolicy: "UNIQUE" },
  first: { hitPolicy: "FIRST" },
  sum: { hitPolicy: "COLLECT", aggregation: "SUM" },
  max: { hitPolicy: "COLLECT", aggregation: "MAX" },
};

function tableTag({ clause, table }: Exported, resolved: Resolved): Tag {
  const inputs = table.on.map((on) => {
    const typeRef = typeRefOf(resolved.exprTypes.get(on.expr));
    return tag("input", {}, tag("inputExpression", { typeRef }, textTag(formulaText(on, resolved))));
  });
  const outputs = table.names.map((name) => {
    const type = resolved.types.get(name);
    const one = clause.forEach !== null && type?.kind === "list" ? type.of : type;
    return tag("output", { name, typeRef: typeRefOf(one) });
  });
  const rules = table.rows.map((row) =>
    tag(
      "rule",
      {},
      ...row.inputs.map((cell) => tag("inputEntry", {}, textTag(cellText(cell, resolved)))),
      ...row.outputs.map((output) => tag("outputEntry", {}, textTag(formulaText(output, resolved)))),
    ),
  );
  return tag("decisionTable", { ...HITS[table.hit] }, ...inputs, ...outputs, ...rules);
}
