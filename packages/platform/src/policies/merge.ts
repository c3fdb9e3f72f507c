import { sql } from "kysely";
import { PolicyId } from "../kernel/ids.ts";
import { compact, type Merge, policyBlind } from "../people/index.ts";
import { type Context, stage } from "../store/index.ts";
import { changesOf, type PolicyChange } from "./changes.ts";
import { insertRoles, removeRoles } from "./merge-roles.ts";
import {
  insertLookups,
  insertPolicies,
  insertPremiums,
  insertStatuses,
  type PlacedPolicy,
  updatePolicies,
} from "./merge-rows.ts";
import { type PolicyRecord, policyDigest } from "./record.ts";

export type PolicyMerge =
  | { readonly change: "created" | "unchanged"; readonly policyId: PolicyId }
  | {
      readonly change: "updated";
      readonly policyId: PolicyId;
      /** What the record changes. */
      readonly fields: readonly PolicyChange[];
    }
  | Extract<Merge, { change: "conflict" }>;

/**
 * Merges policies into the institution's, found by their number, in a few statements however many there are. Numbers
 * must differ between the records. Gives one outcome a record, in order; a conflict writes nothing for it.
 */
export const mergePolicies = async (
  context: Context,
  records: readonly PolicyRecord[],
  options: { readonly sample: boolean; readonly apply: boolean },
): Promise<PolicyMerge[]> => {
  const blinds = records.map((record) => policyBlind(record.number));
  const stored = await storedPolicies(context, records, blinds);
  const digests = records.map(policyDigest);
  const classified = records.map((record, at): PolicyMerge => {
    const policy = stored[at];
    if (!policy) return { change: "created", policyId: PolicyId.parse(context.newId()) };
    if (policy.owner !== record.insured.partyId) return otherInsured(record.number);
    const same = digests[at] !== undefined && policy.digest?.equals(digests[at]);
    const { policyId } = policy;
    return same ? { change: "unchanged", policyId } : { change: "updated", policyId, fields: [] };
  });
  const merges = await withChanges(context, records, classified);
  if (options.apply) await write(context, records, { merges, digests, blinds }, options.sample);
  return merges;
};

/** Says of each updated policy what its record changes, while the policy is still as it was. */
const withChanges = async (
  context: Context,
  records: readonly PolicyRecord[],
  merges: readonly PolicyMerge[],
): Promise<PolicyMerge[]> => {
  const updates = merges.flatMap((merge, at) => {
    const record = records[at];
    return record && merge.change === "updated" ? [{ policyId: merge.policyId, record }] : [];
  });
  const changes = await changesOf(context, updates);
  return merges.map((merge) =>
    merge.change === "updated" ? { ...merge, fields: changes.get(merge.policyId) ?? [] } : merge,
  );
};

const otherInsured = (number: string): PolicyMerge => ({
  change: "conflict",
  problem: {
    zh: `保单 ${number} 在系统中属于另一位被保险人；保单的被保险人不能更换`,
    en: `policy ${number} belongs to another insured here; a policy's insured does not change`,
  },
});

interface StoredPolicy {
  readonly owner: string;
  readonly policyId: PolicyId;
  readonly digest: Buffer | null;
}

/**
 * The policies that have these numbers, in their order; nothing where a number is new. `limit 1` makes each a look into the
 * index: a table filled within this transaction has no statistics to plan by.
 */
const storedPolicies = async (
  context: Context,
  records: readonly PolicyRecord[],
  blinds: readonly Buffer[],
): Promise<readonly (StoredPolicy | undefined)[]> => {
  const found: (StoredPolicy | undefined)[] = records.map(() => undefined);
  if (records.length === 0) return found;
  const keys = records.flatMap(({ number }, n) => {
    const blind = blinds[n];
    return blind ? [{ n, blind, number }] : [];
  });
  const columns = { n: "integer", blind: "bytea", number: "text" };
  const keyed = await stage(context.tx, "policy_key", columns, keys);
  const { rows } = await sql<PolicyAt & { n: number }>`
    select r.n, l.party_id, p.policy_id, p.digest
    from ${keyed} r,
    lateral (select party_id from party_lookup
      where institution_id = ${context.actor.institutionId}::uuid and kind = 'policy' and blind = r.blind limit 1) l
    left join lateral (select policy_id, import_digest as digest from policy
      where party_id = l.party_id and number = r.number limit 1) p on true`.execute(context.tx);
  for (const { n, ...row } of rows) {
    const number = records[n]?.number ?? "";
    const { party_id, policy_id, digest } =
      row.policy_id === null ? await written(context, row, number) : row;
    if (policy_id === null) throw new Error(`policy ${number} has a key but no row`);
    found[n] = { owner: party_id, policyId: policy_id, digest };
  }
  return found;
};

interface PolicyAt {
  readonly party_id: string;
  readonly policy_id: PolicyId | null;
  readonly digest: Buffer | null;
}

/** The same number may have been written with other spaces or small letters; rare, so one by one. */
const written = async (context: Context, { party_id }: PolicyAt, number: string): Promise<PolicyAt> => {
  const policies = await context.tx
    .selectFrom("policy")
    .select(["policy_id", "number", "import_digest"])
    .where("party_id", "=", party_id)
    .execute();
  const one = policies.find((policy) => compact(policy.number) === compact(number));
  return {
    party_id,
    policy_id: one ? PolicyId.parse(one.policy_id) : null,
    digest: one?.import_digest ?? null,
  };
};

interface Classified {
  readonly merges: readonly PolicyMerge[];
  readonly digests: readonly Buffer[];
  readonly blinds: readonly Buffer[];
}

const write = async (
  context: Context,
  records: readonly PolicyRecord[],
  { merges, digests, blinds }: Classified,
  sample: boolean,
): Promise<void> => {
  const created: PlacedPolicy[] = [];
  const updated: PlacedPolicy[] = [];
  records.forEach((record, at) => {
    const merge = merges[at];
    const [digest, blind] = [digests[at], blinds[at]];
    if (!merge || !digest || !blind || merge.change === "conflict" || merge.change === "unchanged") return;
    (merge.change === "created" ? created : updated).push({
      record,
      digest,
      blind,
      policyId: merge.policyId,
    });
  });
  await insertPolicies(context, created, sample);
  await updatePolicies(context, updated);
  await insertLookups(context, created);
  const changed = [...created, ...updated];
  await insertStatuses(context, changed);
  await insertPremiums(context, changed);
  await removeRoles(context, updated);
  await insertRoles(context, changed);
};
