import { timeInChina } from "../../kernel/clock.ts";
import type { PartyId, PolicyId } from "../../kernel/ids.ts";
import { sameName } from "../../payments/index.ts";
import { type Beneficiary, beneficiariesOfAll, factsOfPolicies } from "../../policies/index.ts";
import type { Context } from "../../store/index.ts";
import { terms, termsOf } from "../../terms/index.ts";
import { eventDays } from "../facts/event-days.ts";
import type { FactsJson } from "../facts/gather.ts";
import type { ClaimState } from "../model/state.ts";
import { PAYMENT_TERMS, type World } from "../model/world.ts";
import { type PolicyPayees, paymentFacts } from "./payment.ts";
import { type Insured, readInsuredAll } from "./people.ts";

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
  const [world] = await gatherWorlds(context, [state]);
  if (!world) throw new Error("claims: every case has a world");
  return world;
};

/** The same of many cases, in a few statements however many there are; one world a case, in order. */
export const gatherWorlds = async (
  context: Context,
  states: readonly ClaimState[],
): Promise<readonly World[]> => {
  const world = await worldOf(context);
  const wanted = states.flatMap((state) => {
    const on = eventDays(state, world);
    return state.policies.map(({ policyId }) => ({ partyId: state.partyId, policyId, on }));
  });
  const facts = await factsOfPolicies(context.tx, wanted, terms.vocabulary);
  const beneficiaries = await beneficiariesOfAll(context.tx, wanted);
  const people = await readInsuredAll(
    context,
    [...beneficiaries.values()].flatMap((payees) => payees.map(({ partyId }) => partyId)),
  );
  return states.map((state) => {
    const policies = new Map<PolicyId, FactsJson>();
    for (const { policyId } of state.policies) policies.set(policyId, facts.get(policyId)?.facts ?? {});
    const payees = state.policies.map(({ policyId }) => payeesOf(beneficiaries.get(policyId) ?? [], people));
    return { ...world, records: { policies, payment: paymentFacts(payees) } };
  });
};

const payeesOf = (
  beneficiaries: readonly Beneficiary[],
  people: ReadonlyMap<PartyId, Insured>,
): PolicyPayees => {
  const payees = beneficiaries.map(({ partyId, name, kinship, account }) => ({
    name,
    kinship,
    identified: people.get(partyId)?.identified ?? false,
    accountHolder: account?.holder ?? null,
    ownAccount: account !== null && sameName(name, account.holder),
  }));
  const shares = beneficiaries.reduce((sum, { share }) => sum + share, 0n);
  return { payees, shareOfAll: shares === WHOLE };
};
