import type { FactDescription } from "@goodfaith/clauses";
import { never } from "../../kernel/never.ts";
import { isRefusal, type Refusal } from "../../kernel/refusal.ts";
import type { Edition, Vocabulary } from "../../terms/index.ts";
import type { CasePolicy } from "../model/events.ts";
import { type CaseFinding, type ClaimState, standing } from "../model/state.ts";
import { refusals } from "../refusals.ts";
import { type Claim, claimsOf, combine, type Knowledge } from "./combine.ts";
import { showClaim } from "./words.ts";

/** The language's JSON of facts, by name. */
export type FactsJson = Readonly<Record<string, unknown>>;

export interface Gathering {
  readonly state: ClaimState;
  readonly edition: Edition;
  /** What the records say of this policy (or of payment), by the facts' Chinese names. */
  readonly record: FactsJson;
  readonly recordName: string;
  /** Null for what is not one policy's: payment and clocks. */
  readonly policy: CasePolicy | null;
  readonly vocabulary: Vocabulary;
}

const findingSays = (fact: FactDescription, finding: CaseFinding): string => {
  const { label, locator } = finding.source;
  return `${showClaim(fact.type, finding)}（${label}${locator === null ? "" : `，${locator}`}）`;
};

/** Every claim about one fact: the record's, then findings in the order they were made. */
export const claimsAbout = (gathering: Gathering, fact: FactDescription): readonly Claim[] => {
  const { state, policy, record, recordName } = gathering;
  const recorded = claimsOf(record[fact.name], recordName).map((claim) => ({
    ...claim,
    says: `${showClaim(fact.type, claim)}（${recordName}）`,
  }));
  const found = standing(state)
    .filter((finding) => finding.fact === fact.name)
    .filter(({ policyId }) => policyId === null || policyId === policy?.policyId)
    .map((finding) => ({ kind: finding.kind, value: finding.value, says: findingSays(fact, finding) }));
  return [...recorded, ...found];
};

/** What is known of one fact; contradictions are refused naming both sides. */
export const knowledgeOf = (gathering: Gathering, fact: FactDescription): Knowledge | Refusal => {
  const result = combine(fact, claimsAbout(gathering, fact));
  if (result.state === "conflict")
    return refusals.contradiction(fact.name, result.first.says, result.second.says);
  if (result.state === "misread") return refusals.misread(fact, result.claim.value);
  return result;
};

/** Nothing that happened to the insured is later than the report of it. */
const latest = ({ state, vocabulary }: Gathering, fact: FactDescription): string | null => {
  if (vocabulary.get(fact.name)?.subject !== "event") return null;
  if (fact.type === "date") return state.reportedAt.slice(0, 10);
  return fact.type === "date and time" ? state.reportedAt : null;
};

const jsonOf = (gathering: Gathering, fact: FactDescription, knowledge: Knowledge): unknown => {
  switch (knowledge.state) {
    case "unknown":
      return undefined;
    case "known":
      return knowledge.value.json;
    case "choice":
      return { oneOf: knowledge.values.map(({ json }) => json) };
    case "bounded":
      return { between: [knowledge.lower?.json ?? null, knowledge.upper?.json ?? latest(gathering, fact)] };
    default:
      return never(knowledge);
  }
};

/** Everything the document may read, as known now, in its order: policy records overlaid by the case's findings. */
export const gatherFacts = (gathering: Gathering): FactsJson | Refusal => {
  const facts: Record<string, unknown> = {};
  for (const fact of gathering.edition.facts) {
    const knowledge = knowledgeOf(gathering, fact);
    if (isRefusal(knowledge)) return knowledge;
    const json = jsonOf(gathering, fact, knowledge);
    if (json !== undefined) facts[fact.name] = json;
  }
  return facts;
};
