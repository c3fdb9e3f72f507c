import { sql } from "kysely";
import { PolicyId } from "../kernel/ids.ts";
import { lookUp, type Merge, policyBlind } from "../people/index.ts";
import type { Context } from "../store/index.ts";
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
  | { readonly change: "created" | "updated" | "unchanged"; readonly policyId: PolicyId }
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
  const owners = await lookUp(context, "policy", blinds);
  const stored = await storedPolicies(context, [...new Set(owners.values())]);
  const digests = records.map(policyDigest);
  const merges = records.map((record, at): PolicyMerge => {
    const owner = owners.get(blinds[at]?.toString("hex") ?? "");
    if (owner === undefined) return { change: "created", policyId: PolicyId.parse(context.newId()) };
    if (owner !== record.insured.partyId) return otherInsured(record.number);
    const policy = stored.get(`${owner} ${record.number}`);
    if (!policy) throw new Error(`policy ${record.number} has a key but no row`);
    const same = digests[at] !== undefined && policy.digest?.equals(digests[at]);
    return { change: same ? "unchanged" : "updated", policyId: policy.policyId };
  });
  if (options.apply) await write(context, records, { merges, digests, blinds }, options.sample);
  return merges;
};

const otherInsured = (number: string): PolicyMerge => ({
  change: "conflict",
  problem: {
    zh: `保单 ${number} 在系统中属于另一位被保险人；保单的被保险人不能更换`,
    en: `policy ${number} belongs to another insured here; a policy's insured does not change`,
  },
});

const storedPolicies = async (context: Context, partyIds: readonly string[]) => {
  if (partyIds.length === 0) return new Map<string, never>();
  const rows = await context.tx
    .selectFrom("policy")
    .select(["party_id", "policy_id", "number", "import_digest"])
    .where(sql<boolean>`party_id = any(${[...partyIds]}::uuid[])`)
    .execute();
  return new Map(
    rows.map((row) => [
      `${row.party_id} ${row.number}`,
      { policyId: PolicyId.parse(row.policy_id), digest: row.import_digest },
    ]),
  );
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
