import { isRefusal } from "../../kernel/refusal.ts";
import type { Vocabulary } from "../../terms/index.ts";
import type { ClaimState } from "../model/state.ts";
import type { Book } from "../model/world.ts";
import { gatherFacts } from "./gather.ts";

const daysIn = (json: unknown): string[] => {
  if (typeof json === "string" && /^\d{4}-\d{2}-\d{2}/.test(json)) return [json.slice(0, 10)];
  if (typeof json !== "object" || json === null) return [];
  if ("between" in json && Array.isArray(json.between)) return json.between.flatMap(daysIn);
  return "oneOf" in json && Array.isArray(json.oneOf) ? json.oneOf.flatMap(daysIn) : [];
};

/**
 * The days in question: from the earliest to the latest day that what happened may have. A contract's standing is asked as of
 * them, not as of today. Where nothing is known yet, the day of the report.
 */
export const eventDays = (
  state: ClaimState,
  world: { readonly book: Book; readonly vocabulary: Vocabulary },
): { readonly from: string; readonly to: string } => {
  const days: string[] = [];
  for (const policy of state.policies) {
    const edition = world.book.need(policy.terms);
    const facts = gatherFacts({
      state,
      edition,
      record: {},
      recordName: "",
      policy,
      vocabulary: world.vocabulary,
    });
    if (isRefusal(facts)) continue; // a contradiction is refused where the case is decided
    for (const [name, json] of Object.entries(facts))
      if (world.vocabulary.get(name)?.subject === "event") days.push(...daysIn(json));
  }
  days.sort();
  const reported = state.reportedAt.slice(0, 10);
  return { from: days[0] ?? reported, to: days.at(-1) ?? reported };
};
