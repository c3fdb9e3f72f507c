/** The clauses that matter to a decision, each quoted, with the figures in place. */
import type { Decision, ExplanationLine } from "../decide/decision.ts";
import type { Study } from "../decide/engine.ts";
import type { Clause, Effect } from "../terms/model.ts";
import type { Resolved } from "../terms/resolve.ts";
import { exactly } from "./figures.ts";
import { fit, type Line, reachOf, type Weight } from "./lines.ts";
import { showsWords } from "./shows.ts";
import type { Condition, Standing, Words } from "./words.ts";

/** The `explanation` of a decision. */
export const explain = (study: Study, resolved: Resolved, decision: Decision): readonly ExplanationLine[] =>
  fit(linesOf(study, resolved, decision, showsWords(study))).map(({ clause, text, shows }) => ({
    clause,
    text,
    shows,
  }));

/** Every line that bears on the decision, in document order. */
export function linesOf(study: Study, resolved: Resolved, decision: Decision, words: Words): readonly Line[] {
  const { clauses } = resolved.doc;
  const lines = clauses.flatMap((c) => lineOf(c, study, decision, words) ?? []);
  const read = new Set(
    clauses.flatMap((c) =>
      lines.some((l) => l.weight !== 1 && l.clause === c.id) ? [...reachOf(c, resolved)] : [],
    ),
  );
  return lines.filter((l) => l.weight !== 1 || read.has(l.clause));
}

function lineOf(c: Clause, study: Study, decision: Decision, words: Words): Line | null {
  const active = exactly(study.graph.nodes.active(c), study);
  const line = (weight: Weight, shows: string): Line => ({ clause: c.id, text: c.text, shows, weight });
  if (active === false) {
    const guarded = c.effect.kind !== "define" && c.effect.kind !== "table";
    const told = c.when !== null && guarded && decision.outcome !== "decline";
    return told && c.when !== null ? line(3, words.notApplying(c.when)) : null;
  }
  const body = bodyOf(c, c.effect, study, decision, words);
  if (body === null) return null;
  const certain =
    active === true || c.when === null || exactly(study.graph.nodes.expr(c.when.expr), study) === true;
  const open = certain || c.when === null ? "" : words.ifSo(c.when);
  return line(body.weight, open + body.shows);
}

interface Body {
  readonly weight: Weight;
  readonly shows: string;
}

function bodyOf(c: Clause, e: Effect, study: Study, decision: Decision, words: Words): Body | null {
  const declined = decision.outcome === "decline";
  switch (e.kind) {
    case "define":
      return { weight: 1, shows: words.define(c, e, study.graph.nodes.defined(c)) };
    case "table":
      return { weight: 1, shows: words.table(c, e, study.graph.nodes.defined(c)) };
    case "require":
    case "exclude":
    case "refer": {
      const standing = standingOf(e, study);
      if (declined && (standing === "open" || standing === "met")) return null;
      // What is still open and yet changes nothing explains nothing.
      if (standing === "open" && decision.settled) return null;
      return { weight: standing === "met" ? 2 : 0, shows: words.condition(e, standing) };
    }
    case "pay": {
      const due = decision.benefits.find((b) => b.clause === c.id) ?? null;
      return declined ? null : { weight: 0, shows: words.pay(c, e, due) };
    }
    case "cap":
      return declined ? null : { weight: 0, shows: words.cap(e) };
    case "flag":
      return exactly(study.graph.nodes.expr(e.value.expr), study) === true
        ? { weight: 2, shows: words.flag(e) }
        : null;
    case "promise":
    case "step":
    case "gives":
    case "none":
      return null;
  }
}

function standingOf(e: Condition, study: Study): Standing {
  const value = exactly(study.graph.nodes.expr(e.value.expr), study);
  if (value === null) return "null";
  if (value === undefined) return "open";
  return value === (e.kind !== "require") ? "bites" : "met";
}
