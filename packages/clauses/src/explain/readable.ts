/** An explanation put together: headline, clauses, what would change it; short enough to be read. */
import { compileResolved } from "../decide/compile.ts";
import type { Decide, Decision, FactsInput } from "../decide/decision.ts";
import { Engine } from "../decide/engine.ts";
import { Num } from "../feel/value.ts";
import type { Resolved } from "../terms/resolve.ts";
import { changeText } from "./change/change-words.ts";
import { changesOf } from "./change/changes.ts";
import { givenOf } from "./change/given.ts";
import type { Otherwise } from "./change/nearest.ts";
import { Varying } from "./change/varying.ts";
import { linesOf } from "./explain.ts";
import type { Change, ExplainOptions, Explanation } from "./explanation.ts";
import { exactly } from "./figures.ts";
import { headlineOf } from "./headline.ts";
import { fitInto, type Line, reachOf, utf8Length } from "./lines.ts";
import { readableWords } from "./readable-words.ts";
import type { Reader } from "./reader.ts";
import { aloneText, NOTES } from "./sentences.ts";

/** UTF-8 bytes of the whole explanation as JSON, where it is an ordinary one. */
const MAX_BYTES = 2000;

export const readable = (resolved: Resolved, input: FactsInput, options: ExplainOptions): Explanation =>
  worded(searched(resolved, input, options.certain ?? []), options);

/** What there is to say of a decision, in no language yet: finding what would change it is most of the work. */
export interface Searched {
  readonly resolved: Resolved;
  readonly decision: Decision;
  readonly varying: Varying;
  readonly found: readonly Otherwise[];
  readonly noneAlone: boolean;
}

/** @param certain facts that cannot be otherwise: nothing is said of what if they were */
export function searched(resolved: Resolved, input: FactsInput, certain: readonly string[]): Searched {
  const { engine, decide } = machineOf(resolved);
  const study = engine.study(engine.facts(input));
  const decision = decide(input);
  const varying = new Varying(study, resolved, input, decision, decide);
  const asked = decision.asks.map((a) => study.graph.slots.findIndex((s) => s.path === a.fact));
  const sure = new Set(certain);
  const { found, noneAlone } = changesOf(varying, asked, (slot) => sure.has(slot.path));
  return { resolved, decision, varying, found, noneAlone };
}

export function worded(
  { resolved, decision, varying, found, noneAlone }: Searched,
  options: ExplainOptions,
): Explanation {
  const { study } = varying;
  const language = options.language ?? "zh";
  const names = new Map(Object.entries(options.names ?? {}));
  const reader: Reader = { study, resolved, language, names };
  const rest: Omit<Explanation, "clauses"> = {
    language,
    headline: headlineOf(decision, reader),
    changes: found.flatMap((o) => changeOf(o, varying, reader) ?? []),
    alone: noneAlone ? aloneText(decision, language) : null,
    note: NOTES[language],
  };
  const lines = linesOf(study, resolved, decision, readableWords(reader)).map((l) =>
    weighed(l, decision, reader),
  );
  const room = MAX_BYTES - utf8Length(JSON.stringify(rest)) - 14;
  const kept = withoutLoose(fitInto(withoutLoose(lines, resolved), room), resolved);
  const clauses = kept.map(({ clause, text, shows }) => ({ clause, text, says: shows }));
  const { headline, changes, alone, note } = rest;
  return { language, headline, clauses, changes, alone, note };
}

/** A definition is told only where a line that is told reads it. */
function withoutLoose(lines: readonly Line[], resolved: Resolved): readonly Line[] {
  const read = new Set(
    lines.flatMap((l) => {
      const clause = l.weight === 1 || l.weight === 3 ? undefined : resolved.clauses.get(l.clause);
      return clause === undefined ? [] : [...reachOf(clause, resolved)];
    }),
  );
  return lines.filter((l) => l.weight !== 1 || read.has(l.clause));
}

/** A benefit that nothing is due of, and nothing refused of, says least where others are paid; so does a limit not reached. */
function weighed(line: Line, { benefits, payable }: Decision, { study, resolved }: Reader): Line {
  const own = benefits.find((b) => b.clause === line.clause);
  const empty = own !== undefined && own.most === "0.00" && own.reasons.length === 0;
  if (empty && payable.most !== "0.00") return { ...line, weight: 3 };
  const effect = resolved.clauses.get(line.clause)?.effect;
  if (effect?.kind !== "cap" || payable.most === null) return line;
  const limit = exactly(study.graph.nodes.expr(effect.value.expr), study);
  return limit instanceof Num && limit.greaterThan(payable.most) ? { ...line, weight: 3 } : line;
}

interface Machine {
  readonly engine: Engine;
  readonly decide: Decide;
}

/** The graph and the programs of a document are made once: they hang on nothing else. */
const machines = new WeakMap<Resolved, Machine>();

function machineOf(resolved: Resolved): Machine {
  const found = machines.get(resolved);
  if (found !== undefined) return found;
  const made = { engine: new Engine(resolved), decide: compileResolved(resolved, { explain: false }) };
  machines.set(resolved, made);
  return made;
}

function changeOf(o: Otherwise, v: Varying, reader: Reader): Change | null {
  const { graph } = reader.study;
  const slot = graph.slots[o.index];
  if (slot === undefined) return null;
  const { outcome, settled, payable } = o.decision;
  const text = changeText(o, slot, v.whole(o.index), v.now, reader);
  return { fact: slot.path, given: givenOf(o.domain, slot), outcome, settled, payable, text };
}
