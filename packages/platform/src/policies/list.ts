import { type SelectQueryBuilder, sql } from "kysely";
import { z } from "zod";
import { PartyId, PolicyId } from "../kernel/ids.ts";
import { cents, yuan } from "../kernel/money.ts";
import { searchParties } from "../people/index.ts";
import type { Context, Tables } from "../store/index.ts";
import type { PolicySummary } from "./contract.ts";
import type { PolicyStatus } from "./model.ts";
import { badCursor } from "./refusals.ts";

export type Summary = z.output<typeof PolicySummary>;
export interface Filter {
  readonly q?: string | undefined;
  readonly status?: PolicyStatus | undefined;
  readonly terms?: string | undefined;
}

/** Where a page ended. */
const Place = z.tuple([z.string().refine((text) => !text.includes("\0")), z.uuid()]);

const readPlace = (cursor: string): z.output<typeof Place> => {
  try {
    return Place.parse(JSON.parse(Buffer.from(cursor, "base64url").toString()));
  } catch {
    throw badCursor();
  }
};

type Policies = SelectQueryBuilder<Tables & { p: Tables["policy"] }, "p", unknown>;

/** Policies whose number begins so, or whose insured answers to what was typed. */
const matching = async (context: Context, { q, status, terms }: Filter): Promise<Policies> => {
  let policies: Policies = context.tx.selectFrom("policy as p");
  if (status) policies = policies.where("p.status", "=", status);
  if (terms) policies = policies.where("p.terms_id", "=", terms);
  if (!q) return policies;
  const people = await searchParties(context, q);
  const number = `${q.replace(/\s/g, "").replace(/[\\%_]/g, "\\$&")}%`;
  return policies.where(
    sql<boolean>`(p.number collate "C" like ${number} or p.party_id = any(${people}::uuid[]))`,
  );
};

/** One page of policies, by number. */
export const listPage = async (
  context: Context,
  filter: Filter,
  page: { readonly cursor?: string | undefined; readonly limit: number },
): Promise<{ items: Summary[]; next: string | null; total: number }> => {
  const policies = await matching(context, filter);
  const { total } = await policies
    .select((eb) => eb.fn.countAll<bigint>().as("total"))
    .executeTakeFirstOrThrow();
  let query = policies
    .innerJoin("party as i", "i.party_id", "p.party_id")
    .selectAll("p")
    .select("i.name as insured")
    .orderBy(sql`p.number collate "C"`)
    .orderBy("p.policy_id")
    .limit(page.limit + 1);
  if (page.cursor !== undefined) {
    const [number, policyId] = readPlace(page.cursor);
    query = query.where(sql<boolean>`(p.number collate "C", p.policy_id) > (${number}, ${policyId}::uuid)`);
  }
  const rows = await query.execute();
  const shown = rows.slice(0, page.limit);
  const last = shown.at(-1);
  return {
    items: shown.map((row) => summary(row, row.insured)),
    next:
      rows.length > page.limit && last
        ? Buffer.from(JSON.stringify([last.number, last.policy_id])).toString("base64url")
        : null,
    total: Number(total),
  };
};

export const yuanOf = (amount: bigint | null): string | null =>
  amount === null ? null : yuan(cents(amount));

export const summary = (
  row: Pick<
    Tables["policy"],
    | "party_id"
    | "policy_id"
    | "number"
    | "product"
    | "terms_id"
    | "status"
    | "status_since"
    | "effective_on"
    | "matures_on"
    | "sum_insured"
    | "sample"
  >,
  insured: string,
): Summary => ({
  partyId: PartyId.parse(row.party_id),
  policyId: PolicyId.parse(row.policy_id),
  number: row.number,
  insured,
  product: row.product,
  terms: row.terms_id,
  status: row.status,
  since: row.status_since,
  effective: row.effective_on,
  matures: row.matures_on,
  sumInsured: yuanOf(row.sum_insured),
  sample: row.sample,
});

/** Policies whose number begins so, by number: a range of the index, which a `like` under row-level security is not. */
export const policiesByNumber = async ({ tx }: Context, typed: string, most: number): Promise<Summary[]> => {
  const begins = typed.replace(/\s/g, "").toUpperCase();
  const rows = await tx
    .selectFrom("policy as p")
    .innerJoin("party as i", "i.party_id", "p.party_id")
    .selectAll("p")
    .select("i.name as insured")
    .where(
      sql<boolean>`p.number collate "C" >= ${begins} and p.number collate "C" < ${`${begins}\u{10ffff}`}`,
    )
    .orderBy(sql`p.number collate "C"`)
    .limit(most)
    .execute();
  return rows.map((row) => summary(row, row.insured));
};

/** The products that have policies, most first. */
export const products = async ({ tx }: Context) => {
  const rows = await tx
    .selectFrom("policy")
    .select(["terms_id", sql<string>`max(product)`.as("product")])
    .select((eb) => eb.fn.countAll<bigint>().as("policies"))
    .groupBy("terms_id")
    .orderBy("policies", "desc")
    .orderBy("terms_id")
    .execute();
  return rows.map((row) => ({ terms: row.terms_id, product: row.product, policies: Number(row.policies) }));
};
