/** An explanation put together: headline, clauses, what would change it; short enough to be read. */
import { assemble } from "../decide/assemble.ts";
import type { JsonValue } from "../decide/decision.ts";
import { Engine } from "../decide/engine.ts";
import { jsonOf } from "../decide/render.ts";
import type { Domain } from "../facts/domain.ts";
import type { Num } from "../feel/value.ts";
import type { Val } from "../ir/node.ts";
import type { Slot } from "../ir/slots.ts";
import type { Resolved } from "../terms/resolve.ts";
import { changeText } from "./change/change-words.ts";
import { changesOf } from "./change/changes.ts";
import type { Otherwise } from "./change/nearest.ts";
import { Varying } from "./change/varying.ts";
import { linesOf } from "./explain.ts";
import type { Change, ExplainOptions, Explanation } from "./explanation.ts";
import { headlineOf } from "./headline.ts";
import { fitInto, utf8Length } from "./lines.ts";
import { readableWords } from "./readable-words.ts";
import type { Reader } from "./reader.ts";
import { aloneText, NOTES } from "./sentences.ts";

/** UTF-8 bytes of the whole explanation as JSON, where it is an ordinary one. */
const MAX_BYTES = 2000;

export function readable(resolved: Resolved, input: unknown, options: ExplainOptions): Explanation {
  const engine = new Engine(resolved);
  const facts = engine.facts(input);
  const study = engine.study(facts);
  const decision = assemble(study, resolved);
  const language = options.language ?? "zh";
  const names = new Map(Object.entries(options.names ?? {}));
  const reader: Reader = { study, resolved, language, names };
  const varying = new Varying(engine, facts, study, decision);
  const certain = new Set(options.certain ?? []);
  const { found, noneAlone } = changesOf(varying, study.asks(), (slot) => certain.has(slot.path));
  const rest: Omit<Explanation, "clauses"> = {
    language,
    headline: headlineOf(decision, reader),
    changes: found.flatMap((o) => changeOf(o, reader) ?? []),
    alone: noneAlone ? aloneText(decision, language) : null,
    note: NOTES[language],
  };
  const lines = linesOf(study, resolved, decision, readableWords(reader));
  const room = MAX_BYTES - utf8Length(JSON.stringify(rest)) - 14;
  const clauses = fitInto(lines, room).map(({ clause, text, shows }) => ({ clause, text, says: shows }));
  return {
    language: rest.language,
    headline: rest.headline,
    clauses,
    changes: rest.changes,
    alone: rest.alone,
    note: rest.note,
  };
}

function changeOf(o: Otherwise, reader: Reader): Change | null {
  const { graph } = reader.study;
  const slot = graph.slots[o.index];
  if (slot === undefined) return null;
  const { outcome, settled, payable } = o.decision;
  const text = changeText(o, slot, graph.benefits.length > 0, reader);
  return { fact: slot.path, given: givenOf(o.domain, slot), outcome, settled, payable, text };
}

/** A domain as facts write it. */
function givenOf(domain: Domain, slot: Slot): JsonValue {
  const json = (v: Val): JsonValue => (v === null ? { none: true } : jsonOf(v, slot.node.unit));
  if (domain.kind === "range") {
    const end = (n: Num): JsonValue => (n.isFinite() ? json(n) : null);
    return { between: [end(domain.low), end(domain.high)] };
  }
  if (domain.kind !== "finite") return null;
  const [only, second] = domain.values;
  return only !== undefined && second === undefined ? json(only) : { oneOf: domain.values.map(json) };
}
