import { explain, type Explanation as Told } from "@goodfaith/clauses";
import type { CaseId, PolicyId } from "../../kernel/ids.ts";
import { TermsId } from "../../kernel/ids.ts";
import type { Actor, Context } from "../../store/index.ts";
import { canonicalJson, type Edition, terms, type Vocabulary } from "../../terms/index.ts";
import type { FactsJson } from "../facts/gather.ts";
import { decisionsOf } from "../shell/decisions.ts";
import { loadClaim } from "../shell/load.ts";
import type { Explained } from "./contract.ts";

/** What a fact is called in English: its column in the vocabulary, as words. */
export const englishName = (vocabulary: Vocabulary, fact: string): string =>
  vocabulary.get(fact)?.column.replaceAll("_", " ") ?? fact;

const englishNames = (vocabulary: Vocabulary): Record<string, string> =>
  Object.fromEntries([...vocabulary.keys()].map((fact) => [fact, englishName(vocabulary, fact)]));

/** Facts of the contract and of the person: a register has them, and no evidence in the case will change them. */
const certainFacts = (vocabulary: Vocabulary): string[] =>
  [...vocabulary].flatMap(([fact, { subject }]) =>
    subject === "policy" || subject === "party" ? [fact] : [],
  );

/** The language's own JSON with lists that may be changed, as the contract's shape has it. */
const shaped = ({ clauses, changes, ...rest }: Told): Explained["zh"] => ({
  ...rest,
  clauses: [...clauses],
  changes: [...changes],
});

/** Explaining is a pure function of the text and the facts: the last ones are kept, each is a few kilobytes. */
const MOST = 256;
const kept = new Map<string, Explained>();

/** One decision in both languages. */
export const explainedOf = (edition: Edition, facts: FactsJson): Explained => {
  const key = `${edition.terms.digest} ${canonicalJson(facts)}`;
  const known = kept.get(key);
  const certain = certainFacts(terms.vocabulary);
  const made = known ?? {
    zh: shaped(explain(edition.terms, facts, { language: "zh", certain })),
    en: shaped(
      explain(edition.terms, facts, { language: "en", names: englishNames(terms.vocabulary), certain }),
    ),
  };
  kept.delete(key);
  kept.set(key, made);
  for (const [oldest] of kept) {
    if (kept.size <= MOST) break;
    kept.delete(oldest);
  }
  return made;
};

export interface ExplainedPolicy {
  readonly policyId: PolicyId;
  readonly terms: TermsId;
  readonly explained: Explained;
}

/** The case's present decisions, explained. @throws Refused `cases.missing`, `claims.edition-missing` */
export const explainCase = async (
  context: Pick<Context<Actor>, "tx">,
  caseId: CaseId,
): Promise<ExplainedPolicy[]> => {
  const { state } = await loadClaim(context, caseId);
  const decisions = await decisionsOf(context, state);
  return [...decisions].map(([policyId, { edition, decided }]) => ({
    policyId,
    terms: TermsId.parse(edition.terms.id),
    explained: explainedOf(edition, decided.facts),
  }));
};
