import { readAudit, record } from "../access/index.ts";
import { listCases } from "../cases/index.ts";
import { explainCase, readClaimView } from "../claims/index.ts";
import type { CaseId, PolicyId } from "../kernel/ids.ts";
import { Refused, refuse } from "../kernel/refusal.ts";
import { ordersOfParty } from "../payments/index.ts";
import { beneficiariesOf } from "../policies/index.ts";
import type { ConsumerActor, ConsumerContext, Context, Grant, SystemActor } from "../store/index.ts";
import { editionUsed } from "../terms/index.ts";
import { claimOf } from "./build.ts";
import type { ConsumerClaim } from "./contract.ts";
import { lookedOf } from "./looked.ts";
import { type SeenClaim, visibleTo } from "./visible.ts";

const MOST_CASES = 100;
const MOST_AUDIT_LINES = 1000;

/** Other capabilities answer the platform, inside the same narrowed transaction: row-level security still sees one party. */
export const asPlatform = (context: Context<ConsumerActor>, grant: Grant): Context<SystemActor> => ({
  ...context,
  actor: { kind: "system", name: "consumer", institutionId: grant.institutionId },
});

/** The policies in a grant's records that name this person as beneficiary, with their share in hundredths of a percent. */
export const sharesOf = async (
  { tx }: Context<ConsumerActor>,
  grant: Grant,
  policyIds: readonly PolicyId[],
): Promise<ReadonlyMap<PolicyId, bigint>> => {
  const shares = new Map<PolicyId, bigint>();
  if (grant.as === "self") return shares;
  for (const policyId of policyIds) {
    const beneficiaries = await beneficiariesOf(tx, grant.partyId, policyId);
    const mine = beneficiaries.find(({ partyId }) => partyId === grant.self);
    if (mine) shares.set(policyId, mine.share);
  }
  return shares;
};

/** The cases in a grant's records that this person may see, newest first; `only` looks for one. */
export const seenClaims = async (
  context: Context<ConsumerActor>,
  grant: Grant,
  only?: CaseId,
): Promise<SeenClaim[]> => {
  const rows = await listCases(context, { partyId: grant.partyId }, { after: null, limit: MOST_CASES });
  const orders = await ordersOfParty(context, grant.partyId);
  const seen: SeenClaim[] = [];
  for (const { caseId } of rows) {
    if (only !== undefined && caseId !== only) continue;
    const view = await readClaimView(context, caseId);
    const shares = await sharesOf(
      context,
      grant,
      view.policies.map(({ policyId }) => policyId),
    );
    const mine = visibleTo(view, grant, new Set(shares.keys()), orders);
    if (mine) seen.push(mine);
  }
  return seen;
};

/** The facts that the terms of the seen policies read, in the very editions they were decided by. */
const readsOf = async (
  context: Context<ConsumerActor>,
  { policies }: SeenClaim,
): Promise<ReadonlySet<string>> => {
  const reads = new Set<string>();
  for (const { decision } of policies) {
    const edition = await editionUsed(context, decision.terms, decision.digest);
    for (const { name } of edition?.facts ?? []) reads.add(name);
  }
  return reads;
};

/** What is on record about this person's own payments, in their own records at the institution. */
const ownAudit = async (context: ConsumerContext, seen: SeenClaim) => {
  const { grant } = seen;
  const self = context.actor.grants.find(
    (one) => one.as === "self" && one.partyId === grant.self && one.institutionId === grant.institutionId,
  );
  if (!self || grant.as === "self") return [];
  return context.within(self, (own) => readAudit(own, self.partyId, { limit: MOST_AUDIT_LINES }));
};

const noClaim = (caseId: CaseId): Refused =>
  new Refused(
    refuse(
      "missing",
      "consumer.no-claim",
      { zh: "没有找到这个案件。", en: "This claim was not found." },
      { caseId },
    ),
  );

/**
 * One case, for one person; the look itself is on record before anything is shown.
 * @throws Refused `consumer.no-claim` alike for a case that is not there and one that is somebody else's
 */
export const readConsumerClaim = async (context: ConsumerContext, caseId: CaseId): Promise<ConsumerClaim> => {
  for (const grant of context.actor.grants) {
    const found = await context.within(grant, async (bound) => {
      const [seen] = await seenClaims(bound, grant, caseId);
      if (!seen) return null;
      await record(bound, {
        action: "consumer.claim",
        subject: { kind: "case", id: caseId },
        partyId: grant.partyId,
      });
      const lines = await readAudit(bound, grant.partyId, { limit: MOST_AUDIT_LINES });
      // Only what is seen is explained to them.
      const visible = new Set(seen.policies.map(({ policyId }) => policyId));
      const all = await explainCase(bound, caseId);
      const explained = new Map(
        all.filter(({ policyId }) => visible.has(policyId)).map((one) => [one.policyId, one.explained]),
      );
      return { seen, lines, explained, reads: await readsOf(bound, seen) };
    });
    if (!found) continue;
    const { seen, lines, explained, reads } = found;
    const all = [...lines, ...(await ownAudit(context, seen))];
    const subject = { caseId, own: new Set<string>(seen.orders.map(({ terms }) => terms.paymentId)) };
    return claimOf(seen, { reads, explained, looked: lookedOf(all, context.actor.name, subject) });
  }
  throw noClaim(caseId);
};
