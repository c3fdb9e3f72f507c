import { sql } from "kysely";
import type { PartyId, PolicyId } from "../kernel/ids.ts";
import type { Tx } from "../store/index.ts";
import { terms, type Vocabulary, type Word } from "../terms/index.ts";
import { type StatusChange, standingsDuring } from "./model.ts";
import { policyKeys, readHistories } from "./read.ts";

/** Which record gave a fact. */
export interface PolicyFactSource {
  /** `保险单 示例-…`: the vocabulary's usual record, and the policy's number. */
  readonly label: string;
  /** When the institution's record last changed here. */
  readonly at: Date;
}
export interface PolicyFacts {
  /** By the name clauses use, as the language's JSON (`"100000.00"`, `"2019-05-01"`, `true`, `{none: true}`, `{oneOf: […]}`). */
  readonly facts: Readonly<Record<string, unknown>>;
  readonly sources: Readonly<Record<string, PolicyFactSource>>;
}
/** The day, or the days, in question: the contract's standing is then as of them and not as of today. */
export interface FactsOptions {
  readonly on?: string | { readonly from: string; readonly to: string };
  readonly vocabulary?: Vocabulary;
}

/**
 * Every fact that the institution's records hold about one policy and its insured, under the vocabulary's names. What the
 * records do not say is left out. Null where there is no such policy.
 */
export const factsOfPolicy = async (
  tx: Tx,
  partyId: PartyId,
  policyId: PolicyId,
  options: FactsOptions = {},
): Promise<PolicyFacts | null> => {
  const wanted = { partyId, policyId, ...(options.on === undefined ? {} : { on: options.on }) };
  const found = await factsOfPolicies(tx, [wanted], options.vocabulary);
  return found.get(policyId) ?? null;
};

/** One policy whose facts are wanted, and of when (see `FactsOptions`). */
export interface WantedFacts extends Pick<FactsOptions, "on"> {
  readonly partyId: PartyId;
  readonly policyId: PolicyId;
}

/** The same of many policies, in two statements however many there are; those that are not there are left out. */
export const factsOfPolicies = async (
  tx: Tx,
  wanted: readonly WantedFacts[],
  vocabulary: Vocabulary = terms.vocabulary,
): Promise<ReadonlyMap<PolicyId, PolicyFacts>> => {
  const rows = await readRows(tx, wanted);
  const dated = wanted.filter(({ on }) => on !== undefined);
  const histories = await readHistories(tx, dated);
  const found = new Map<PolicyId, PolicyFacts>();
  for (const { policyId, on } of wanted) {
    const row = rows.get(policyId);
    if (!row) continue;
    const known = factsOf(row, vocabulary);
    if (on !== undefined) setStanding(histories.get(policyId) ?? [], row, on, known.facts);
    found.set(policyId, known);
  }
  return found;
};

const factsOf = (row: Row, vocabulary: Vocabulary) => {
  const facts: Record<string, unknown> = {};
  const sources: Record<string, PolicyFactSource> = {};
  for (const [name, word] of vocabulary) {
    if (word.subject !== "policy" && word.subject !== "party") continue;
    const value = factValue(row, word);
    if (value === null) continue;
    facts[name] = value;
    sources[name] = { label: `${word.from} ${String(row.policy_number)}`, at: row.updated_at as Date };
  }
  return { facts, sources };
};

type Row = Readonly<Record<string, unknown>>;

const readRows = async (tx: Tx, wanted: readonly WantedFacts[]): Promise<ReadonlyMap<string, Row>> => {
  if (wanted.length === 0) return new Map();
  const { rows } = await sql<Record<string, unknown>>`
    select f.*, p.updated_at from ${policyKeys(wanted)} as w
    join policy_facts f on f.party_id = w.party_id and f.policy_id = w.policy_id
    join policy p on p.party_id = w.party_id and p.policy_id = w.policy_id`.execute(tx);
  return new Map(rows.map((row) => [String(row.policy_id), row]));
};

/** Plain numbers; money stays the decimal string that it is. */
const NUMBERS = new Set(["reinstatement_rate", "agreed_waiting_days", "insured_area_mu", "planted_area_mu"]);

/** A fact's value in the language's JSON; null where it is unknown. */
const factValue = (row: Row, word: Word): unknown => {
  const value = row[word.column];
  if (value !== null && value !== undefined) return NUMBERS.has(word.column) ? Number(value) : value;
  return word.optional && row[`${word.column}_none`] === true ? { none: true } : null;
};

const STANDING = "合同效力";

const setStanding = (
  history: readonly StatusChange[],
  row: Row,
  on: string | { readonly from: string; readonly to: string },
  facts: Record<string, unknown>,
): void => {
  const days = typeof on === "string" ? { from: on, to: on } : on;
  const reinstated = typeof row.last_reinstated_on === "string" ? row.last_reinstated_on : null;
  const standings = standingsDuring(history, reinstated, days);
  if (standings.length === 0) delete facts[STANDING];
  else facts[STANDING] = standings.length === 1 ? standings[0] : { oneOf: standings };
};
