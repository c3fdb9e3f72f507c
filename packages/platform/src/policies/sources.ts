import { sql } from "kysely";
import { PartyId, PolicyId } from "../kernel/ids.ts";
import { cents, yuan } from "../kernel/money.ts";
import type { CountSource, Cover, TimelineEntry, TimelineSource } from "../people/index.ts";
import type { Context } from "../store/index.ts";
import { statusName } from "./model.ts";

/** How many policies each party is the insured of. */
export const countPolicies: CountSource = async ({ tx }, partyIds) => {
  const rows = await tx
    .selectFrom("policy")
    .select(["party_id", (eb) => eb.fn.countAll<bigint>().as("count")])
    .where("party_id", "in", partyIds)
    .groupBy("party_id")
    .execute();
  return new Map(rows.map((row) => [PartyId.parse(row.party_id), Number(row.count)]));
};

const ROLE = { insured: "被保险人", holder: "投保人", beneficiary: "受益人" } as const;

/** The policies a party is the insured of, or has a part in, with that part. */
export const coversOf = async ({ tx }: Context, partyId: PartyId): Promise<Cover[]> => {
  const { rows } = await sql<CoverRow>`
    select p.*, r.role from (
      select party_id, policy_id, 'insured' as role from policy where party_id = ${partyId}
      union
      select other_party_id, policy_id, relation from party_relation where party_id = ${partyId}
    ) r
    join policy p on p.party_id = r.party_id and p.policy_id = r.policy_id
    order by r.role = 'insured' desc, p.number`.execute(tx);
  return rows.map((row) => ({
    policyId: PolicyId.parse(row.policy_id),
    insuredId: PartyId.parse(row.party_id),
    number: row.number,
    product: row.product,
    terms: row.terms_id,
    status: statusName[row.status].zh,
    role: ROLE[row.role],
    effective: row.effective_on,
    expires: row.matures_on,
    sumInsured: row.sum_insured === null ? "" : yuan(cents(row.sum_insured)),
  }));
};

interface CoverRow {
  readonly party_id: string;
  readonly policy_id: string;
  readonly number: string;
  readonly product: string;
  readonly terms_id: string;
  readonly status: keyof typeof statusName;
  readonly effective_on: string;
  readonly matures_on: string | null;
  readonly sum_insured: bigint | null;
  readonly role: keyof typeof ROLE;
}

/** Midnight in China of a calendar day. */
const at = (day: string): string => `${day}T00:00:00+08:00`;

/** What happened to a party's policies, and the premiums paid and due up to now. */
export const policyTimeline: TimelineSource = async (context, partyId) => {
  const { tx } = context;
  const changes = await tx
    .selectFrom("policy_status as s")
    .innerJoin("policy as p", (join) =>
      join.onRef("p.party_id", "=", "s.party_id").onRef("p.policy_id", "=", "s.policy_id"),
    )
    .select(["s.since", "s.status", "p.number", "p.product", "p.effective_on"])
    .where("s.party_id", "=", partyId)
    .execute();
  const premiums = await tx
    .selectFrom("premium_due as d")
    .innerJoin("policy as p", (join) =>
      join.onRef("p.party_id", "=", "d.party_id").onRef("p.policy_id", "=", "d.policy_id"),
    )
    .select(["d.due_on", "d.paid_on", "d.amount", "p.number"])
    .where("d.party_id", "=", partyId)
    .execute();
  return [...changes.map(changeEntry), ...premiums.map(premiumEntry)];
};

const changeEntry = (row: {
  since: string;
  status: keyof typeof statusName;
  number: string;
  product: string;
  effective_on: string;
}): TimelineEntry => {
  const begins = row.since === row.effective_on && row.status === "in-force";
  return {
    at: at(row.since),
    kind: "policy",
    zh: begins
      ? `${row.product}（${row.number}）生效`
      : `${row.product}（${row.number}）${statusName[row.status].zh}`,
    en: begins
      ? `${row.product} (${row.number}) takes effect`
      : `${row.product} (${row.number}) is ${statusName[row.status].en}`,
    link: null,
  };
};

const premiumEntry = (row: {
  due_on: string;
  paid_on: string | null;
  amount: bigint;
  number: string;
}): TimelineEntry => {
  const amount = yuan(cents(row.amount));
  return {
    at: at(row.paid_on ?? row.due_on),
    kind: "premium",
    zh:
      row.paid_on === null
        ? `${row.number} 应交保险费 ${amount} 元`
        : `${row.number} 已交保险费 ${amount} 元`,
    en:
      row.paid_on === null
        ? `${row.number}: premium of ${amount} yuan due`
        : `${row.number}: premium of ${amount} yuan paid`,
    link: null,
  };
};
