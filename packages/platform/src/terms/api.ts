import { sql } from "kysely";
import type { z } from "zod";
import { type Bound, bind } from "../http/index.ts";
import type { Context } from "../store/index.ts";
import { listTerms, readTermsDocument, type TermsSummary } from "./contract.ts";
import { draftsApi } from "./drafts/api.ts";
import type { Edition } from "./library.ts";
import { termsOf } from "./signed.ts";
import { trialApi } from "./trial/api.ts";
import type { PastCases } from "./trial/run.ts";

type Summary = z.output<typeof TermsSummary>;

/** How many policies of this institution each edition governs. */
const countPolicies = async ({ tx }: Pick<Context, "tx">): Promise<ReadonlyMap<string, number>> => {
  const { rows } = await sql<{ terms_id: string; count: string | bigint }>`
    select terms_id, count(*) as count from policy_facts group by terms_id`.execute(tx);
  return new Map(rows.map((row) => [row.terms_id, Number(row.count)]));
};

const summaryOf = (edition: Edition, policies: ReadonlyMap<string, number>): Summary => {
  const { id, title, kind, effective, digest, governs } = edition.terms;
  const slash = id.indexOf("/");
  return {
    id,
    family: id.slice(0, slash),
    edition: id.slice(slash + 1),
    title,
    kind,
    folder: edition.folder,
    effective: { from: effective.from ?? "", to: effective.to },
    digest,
    clauses: edition.clauses.length,
    examples: edition.examples,
    policies: policies.get(id) ?? 0,
    governs,
    signed: edition.signing && { at: edition.signing.at.toISOString(), by: [...edition.signing.by] },
  };
};

const libraryApi: Bound[] = [
  bind(listTerms, async (context) => {
    const policies = await countPolicies(context);
    return { items: (await termsOf(context)).list().map((edition) => summaryOf(edition, policies)) };
  }),
  bind(readTermsDocument, async (context, { params }) => {
    const edition = (await termsOf(context)).need(`${params.family}/${params.edition}`);
    return { ...summaryOf(edition, await countPolicies(context)), source: edition.terms.text };
  }),
];

/** 条款: the library, drafts and their signing, and trials on past cases, which `past` reads. */
export const termsApi = (past: PastCases): Bound[] => [...libraryApi, ...draftsApi, ...trialApi(past)];
