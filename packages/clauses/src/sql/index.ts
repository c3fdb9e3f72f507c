/** Deciding many cases at once inside PostgreSQL: the same document, one statement, the same answers. */
import { type DecisionGraph, decisionGraph } from "../ir/decisionGraph.ts";
import type { Node } from "../ir/node.ts";
import type { Resolved } from "../terms/resolve.ts";
import { resolvedOf, type Terms } from "../terms/terms.ts";
import { calendarTables } from "./calendar.ts";
import type { Cell } from "./cell.ts";
import { Emitter } from "./emit.ts";
import { factSize, ROW, sqlFacts } from "./facts.ts";
import { Folds } from "./folds.ts";
import { Lists } from "./lists.ts";
import { type Outputs, outputs } from "./outputs.ts";
import { pendingDue } from "./pending.ts";
import { Places } from "./places.ts";
import { keyName, Plan, stepName } from "./plan.ts";
import { problemText, type SqlProblem, SqlRefused } from "./refused.ts";
import { type Size, Sizes } from "./sizes.ts";
import { fromText, OUTPUTS, type SqlSource, sourceProblems } from "./source.ts";
import { identifier, isName, raw, type Sql, sql, textLiteral } from "./text.ts";

export { problemText, type SqlProblem, SqlRefused } from "./refused.ts";
export type { FactColumn, SqlSource } from "./source.ts";

export interface SqlOptions {
  /**
   * What SQL cannot compute: `refuse` (the default) refuses the document; `hand back` hands back the rows whose
   * decision reads it, and decides the others.
   */
  readonly beyondSql?: "refuse" | "hand back";
}

export interface SqlDecision {
  /** One statement, the same text for the same document and source. It reads, and takes no parameters. */
  readonly text: string;
  /** The columns it gives, in order: the keys, then `terms` to `settled`. */
  readonly columns: readonly string[];
  /** With `hand back`: what rows are handed back for. */
  readonly handsBack: readonly SqlProblem[];
  /**
   * Clauses whose effect a decision lists and the statement does not: `flag`, `step` and `gives`. Their rows are
   * decided all the same (a `refer` reads `points` in SQL too); for the lists themselves ask `compile(terms)`.
   */
  readonly notGiven: readonly string[];
}

const LISTED_BY_DECISIONS: readonly string[] = ["flag", "step", "gives"];

/**
 * A statement (PostgreSQL 15 or later) that decides every row of a source as `compile(terms)` does, to the cent:
 *
 * `terms`, `digest`, `outcome` are texts; `least` and `most` are yuan with two decimals (`most` null: unbounded);
 * `reasons` and `promises` are jsonb as a decision has them; `settled` is a boolean.
 *
 * A null fact is unknown. A row whose unknowns SQL cannot show to be without effect, and one with a value that the
 * engine would refuse, is handed back to be decided by the engine: `settled` false, `outcome` "open", the rest null.
 *
 * @throws SqlRefused with everything that cannot be said in SQL, by clause and expression
 */
export function compileToSql(terms: Terms, source: SqlSource, options: SqlOptions = {}): SqlDecision {
  const resolved = resolvedOf(terms);
  const wrong = sourceProblems(resolved.doc, source);
  if (wrong.length > 0) throw new SqlRefused(terms.id, wrong);
  const graph = decisionGraph(resolved, new Map());
  const problems = new Map<string, SqlProblem>();
  const plan = new Plan();
  const made = decided(resolved, graph, source, plan, (p) => problems.set(problemText(p), p));
  if (problems.size > 0 && options.beyondSql !== "hand back")
    throw new SqlRefused(terms.id, [...problems.values()]);
  return {
    text: statement(terms, source, plan, made),
    columns: [...source.keys, ...OUTPUTS],
    handsBack: [...problems.values()],
    notGiven: resolved.doc.clauses
      .filter((c) => LISTED_BY_DECISIONS.includes(c.effect.kind))
      .map((c) => c.id),
  };
}

function decided(
  resolved: Resolved,
  graph: DecisionGraph,
  source: SqlSource,
  plan: Plan,
  cannot: (p: SqlProblem) => void,
): Outputs {
  const facts = sqlFacts(resolved.doc, graph.slots, source, plan);
  const certain = new Map(graph.flags.map((f) => [f.certain, f.holds]));
  const fact = (index: number): Cell => {
    const own = facts.cells[index];
    if (own !== undefined) return own;
    const holds = certain.get(index);
    if (holds === undefined) throw new Error(`the graph has no fact ${index}`);
    return emitter.cell(holds);
  };
  const places = new Places(resolved, graph.nodes);
  const { slots, nodes } = graph;
  const free = slots.length + graph.flags.length;
  const lists = new Lists({ resolved, nodes, places, columns: facts.lists, slots, free });
  const folds = new Folds(lists);
  const ofFact = (i: number): Size => {
    const decl = lists.declOf(i);
    return facts.sizes[i] ?? (decl === null ? { whole: 0, places: 0, endless: false } : factSize(decl));
  };
  const roots = rootsOf(graph);
  const emitter = new Emitter(
    {
      plan,
      sizes: new Sizes(ofFact, (node, of) => folds.size(node, of)),
      places,
      fact,
      lists,
      folds,
      yes: nodes.graph.yes,
      names: namesOf(graph),
      cannot,
    },
    roots,
  );
  return outputs(graph, facts.valid, pendingDue(graph, resolved.doc.governs), emitter);
}

const rootsOf = (graph: DecisionGraph): readonly Node[] => [
  graph.outcome,
  graph.least,
  graph.most,
  ...[...graph.declines, ...graph.refers].map((r) => r.holds),
  ...graph.promises.flatMap((p) => [p.applies, p.due]),
];

function namesOf(graph: DecisionGraph): ReadonlyMap<Node, string> {
  const named = [...graph.nodes.names].filter(([name]) => isName(name) && !name.startsWith("#"));
  return new Map(named.map(([name, node]) => [node, name]));
}

function statement(terms: Terms, source: SqlSource, plan: Plan, made: Outputs): string {
  const keys = source.keys.map((k): Sql => raw(`${identifier(ROW)}.${identifier(k)}`));
  const last = sql`${made.settled}${made.outcome}${made.least}${made.most}${made.reasons}${made.promises}`;
  const from = `${fromText(source)} AS ${identifier(ROW)}`;
  const steps = plan.render(from, keys, [...last.reads]);
  const tables = steps.map(
    (s) => `${s.name} AS NOT MATERIALIZED (
  SELECT ${s.columns.join(",\n    ")}
  FROM ${s.from}
  OFFSET 0)`,
  );
  const calendar = steps.some((s) => [s.from, ...s.columns].some((c) => c.includes('"#calendar"')))
    ? calendarTables()
    : [];
  const columns = [
    ...source.keys.map((k, i) => `${keyName(i)} AS ${identifier(k)}`),
    `${textLiteral(terms.id).text} AS "terms"`,
    `${textLiteral(terms.digest).text} AS "digest"`,
    ...OUTPUTS.slice(2).map((o) => `${outputOf(made, o).text} AS ${identifier(o)}`),
  ];
  return `WITH ${[...calendar, ...tables].join(",\n")}
SELECT ${columns.join(",\n  ")}
FROM ${stepName(steps.length - 1)}
`;
}

function outputOf(made: Outputs, name: (typeof OUTPUTS)[number]): Sql {
  switch (name) {
    case "terms":
    case "digest":
      throw new Error(`${name} is the document's own`);
    default:
      return made[name];
  }
}
