import type { Decision, ExplanationLine } from "../decide/decision.ts";
import type { Study } from "../decide/engine.ts";
import type { Resolved } from "../terms/resolve.ts";

export function explain(_study: Study, _resolved: Resolved, _decision: Decision): readonly ExplanationLine[] {
  return [];
}
