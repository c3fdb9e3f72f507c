import { sql } from "kysely";
import type { PartyId, PolicyId } from "../kernel/ids.ts";
import type { Tx } from "../store/index.ts";
import { terms, type Vocabulary, type Word } from "../terms/index.ts";
import { standingsDuring } from "./model.ts";
import { readHistory } from "./read.ts";

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
  const row = await readRow(tx, partyId, policyId);
  if (!row) return null;
  const vocabulary = options.vocabulary ?? terms.vocabulary;
  const facts: Record<string, unknown> = {};
  const sources: Record<string, PolicyFactSource> = {};
  for (const [name, word] of vocabulary) {
    if (word.subject !== "policy" && word.subject !== "party") continue;
    const value = factValue(row, word);
    if (value === null) continue;
    facts[name] = value;
    sources[name] = { label: `${word.from} ${String(row.policy_number)}`, at: row.updated_at as Date };
  }
  if (options.on !== undefined) await setStanding(tx, { partyId, policyId }, row, options.on, facts);
  return { facts, sources };
};

type Row = Readonly<Record<string, unknown>>;

const readRow = async (tx: Tx, partyId: PartyId, policyId: PolicyId): Promise<Row | null> => {
  const { rows } = await sql<Record<string, unknown>>`
    select f.*, p.updated_at from policy_facts f
    join policy p on p.party_id = f.party_id and p.policy_id = f.policy_id
    where f.party_id = ${partyId} and f.policy_id = ${policyId}`.execute(tx);
  return rows[0] ?? null;
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

const setStanding = async (
  tx: Tx,
  of: { readonly partyId: PartyId; readonly policyId: PolicyId },
  row: Row,
  on: string | { readonly from: string; readonly to: string },
  facts: Record<string, unknown>,
): Promise<void> => {
  const days = typeof on === "string" ? { from: on, to: on } : on;
  const history = await readHistory(tx, of.partyId, of.policyId);
  const reinstated = typeof row.last_reinstated_on === "string" ? row.last_reinstated_on : null;
  const standings = standingsDuring(history, reinstated, days);
  if (standings.length === 0) delete facts[STANDING];
  else facts[STANDING] = standings.length === 1 ? standings[0] : { oneOf: standings };
};
