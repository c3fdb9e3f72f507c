import { timeInChina } from "../../kernel/clock.ts";
import type { PolicyId } from "../../kernel/ids.ts";
import { sameName } from "../../payments/index.ts";
import { beneficiariesOf, factsOfPolicy } from "../../policies/index.ts";
import type { Context } from "../../store/index.ts";
import { terms, termsOf } from "../../terms/index.ts";
import { eventDays } from "../facts/event-days.ts";
import type { FactsJson } from "../facts/gather.ts";
import type { ClaimState } from "../model/state.ts";
import { PAYMENT_TERMS, type World } from "../model/world.ts";
import { type PolicyPayees, paymentFacts } from "./payment.ts";
import { readInsured } from "./people.ts";

const WHOLE = 10_000n;

/** What the rules need besides records: the documents, the time, who acts. */
export const bareWorld = (context: Pick<Context, "clock" | "actor">): World => ({
  book: terms,
  vocabulary: terms.vocabulary,
  paymentTerms: PAYMENT_TERMS,
  records: { policies: new Map(), payment: {} },
  now: timeInChina(context.clock.now()),
  by: context.actor.name,
});

/** The same, with the editions that the institution has signed itself. */
export const worldOf = async (context: Pick<Context, "tx" | "clock" | "actor">): Promise<World> => ({
  ...bareWorld(context),
  book: await termsOf(context),
});

/** The institution's records as they bear on this case: each policy as of the days in question, and its payees. */
export const gatherWorld = async (context: Context, state: ClaimState): Promise<World> => {
  const world = await worldOf(context);
  const on = eventDays(state, world);
  const policies = new Map<PolicyId, FactsJson>();
  const payees: PolicyPayees[] = [];
  for (const { policyId } of state.policies) {
    const found = await factsOfPolicy(context.tx, state.partyId, policyId, {
      on,
      vocabulary: terms.vocabulary,
    });
    policies.set(policyId, found?.facts ?? {});
    payees.push(await payeesOf(context, state, policyId));
  }
  return { ...world, records: { policies, payment: paymentFacts(payees) } };
};

const payeesOf = async (context: Context, state: ClaimState, policyId: PolicyId): Promise<PolicyPayees> => {
  const beneficiaries = await beneficiariesOf(context.tx, state.partyId, policyId);
  const payees = [];
  for (const { partyId, name, kinship, account } of beneficiaries) {
    const person = await readInsured(context, partyId);
    payees.push({
      name,
      kinship,
      identified: person?.identified ?? false,
      accountHolder: account?.holder ?? null,
      ownAccount: account !== null && sameName(name, account.holder),
    });
  }
  const shares = beneficiaries.reduce((sum, { share }) => sum + share, 0n);
  return { payees, shareOfAll: shares === WHOLE };
};
