import type { TermsLibrary } from "../terms/index.ts";
import { words } from "./cells.ts";
import { type Column, column } from "./column.ts";

/** A fact of the vocabulary that a policies file may hold in a column of its own name. */
export interface OtherFact {
  readonly column: Column<string>;
  /** Its column in `policy_facts`. */
  readonly place: string;
}

/** Facts that have a column of the policy itself, follow from one, or stand in no institution's records. */
const NOT_OTHERS = new Set([
  "contract_formed_on",
  "effective_on",
  "matures_on",
  "term_from",
  "term_to",
  "last_reinstated_on",
  "lapsed_on",
  "standing_at_event",
  "sum_insured",
  "premiums_paid",
  "cash_value",
  "amounts_owed",
  "overdue_instalments",
  "exclusions_explained",
  "born_on",
  "seen_alive_on",
  "without_capacity",
  "other_death_benefits",
  "minor_death_limit",
]);

/** One optional column for each further fact about a policy or its insured. */
export const otherFacts = (library: TermsLibrary): OtherFact[] =>
  [...library.vocabulary]
    .filter(
      ([, word]) => (word.subject === "policy" || word.subject === "party") && !NOT_OTHERS.has(word.column),
    )
    .map(([name, word]) => ({
      place: word.column,
      column: column(
        name,
        { also: [word.column], zh: word.meaning, en: `${word.column}, where the terms ask for it` },
        words(200),
      ),
    }));
