import { FactsError, type PromiseDecision } from "@goodfaith/clauses";
import { Refused, refuse } from "../../kernel/refusal.ts";
import type { Edition } from "../../terms/index.ts";
import { type ClockEvent, type ClockFacts, eventsOf } from "./events.ts";

/** The facts of each conclusion, what was said last standing; one record where there is no conclusion yet. */
export const recordsOf = (events: readonly ClockEvent[]): readonly ClockFacts[] => {
  const known = eventsOf(events, "known");
  const of = (branch: string | null): ClockFacts =>
    Object.assign({}, ...known.filter((one) => one.branch === branch).map(({ facts }) => facts));
  const branches = [...new Set(known.flatMap(({ branch }) => branch ?? []))];
  const shared = of(null);
  return branches.length === 0 ? [shared] : branches.map((branch) => ({ ...shared, ...of(branch) }));
};

const declared = (edition: Edition, facts: ClockFacts): ClockFacts => {
  const names = new Set(edition.facts.map(({ name }) => name));
  return Object.fromEntries(Object.entries(facts).filter(([name]) => names.has(name)));
};

/** What an edition promises on these facts. @throws Refused `clocks.facts` where they do not fit its declarations */
export const promisesOf = (edition: Edition, facts: ClockFacts): readonly PromiseDecision[] => {
  try {
    return edition.decide(declared(edition, facts)).promises;
  } catch (error) {
    if (!(error instanceof FactsError)) throw error;
    const [first] = error.problems;
    throw new Refused(
      refuse(
        "invalid",
        "clocks.facts",
        {
          zh: `时限规程 ${edition.terms.id} 不接受这些事实：${first ? `“${first.fact}”${first.zh.message}，${first.zh.hint}` : ""}。`,
          en: `The terms ${edition.terms.id} do not take these facts: ${first ? `${first.message}; ${first.hint}` : ""}.`,
        },
        { terms: edition.terms.id, facts: error.problems.map(({ fact }) => fact) },
      ),
    );
  }
};
