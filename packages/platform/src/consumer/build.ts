import type { z } from "zod";
import type { ClaimView, Explained } from "../claims/contract.ts";
import { englishName } from "../claims/index.ts";
import type { PolicyId } from "../kernel/ids.ts";
import { type Cents, cents, parseYuan, yuan } from "../kernel/money.ts";
import { isLive, type PaymentOrder } from "../payments/index.ts";
import { terms } from "../terms/index.ts";
import type { ConsumerClaim, ConsumerClaimSummary, ConsumerOverview } from "./contract.ts";
import { showsInEnglish } from "./english.ts";
import { currentOrder, progressOf } from "./progress.ts";
import type { SeenClaim } from "./visible.ts";
import { orderWords, RIGHTS, UNDECIDED } from "./words.ts";

type Summary = z.output<typeof ConsumerClaimSummary>;

const amountOf = (text: string): Cents => {
  const amount = parseYuan(text);
  if (amount === null) throw new Error(`consumer: a decision says ${text}, which is no amount`);
  return amount;
};

const total = (amounts: readonly Cents[]): Cents => cents(amounts.reduce((sum, amount) => sum + amount, 0n));
const sumOrders = (orders: readonly PaymentOrder[]): Cents => total(orders.map(({ terms }) => terms.amount));

/** From `least` to `most` over the policies that this person may see, and no other. */
const rangeOf = ({ policies }: SeenClaim) => {
  const mosts = policies.map(({ decision }) => decision.payable.most);
  return {
    least: yuan(total(policies.map(({ decision }) => amountOf(decision.payable.least)))),
    most: mosts.includes(null)
      ? null
      : yuan(total(mosts.flatMap((most) => (most === null ? [] : [amountOf(most)])))),
  };
};

/** A case in a person's list. `forYou` counts the orders to this person that have not come back, and nobody else's. */
export const summaryOf = (seen: SeenClaim): Summary => ({
  caseId: seen.view.caseId,
  title: seen.view.title,
  institution: seen.grant.institution,
  role: seen.grant.as === "self" ? "insured" : "beneficiary",
  ...rangeOf(seen),
  settled: seen.policies.every(({ decision }) => decision.settled),
  forYou: yuan(sumOrders(seen.orders.filter(({ progress }) => isLive(progress.status)))),
  progress: progressOf(seen, currentOrder(seen)),
});

/** 正在路上的钱: approved or at the bank, and not yet arrived. What still waits for a second person is not promised. */
export const onTheWayOf = (claims: readonly SeenClaim[]): ConsumerOverview["onTheWay"] => {
  for (const seen of claims) {
    const moving = seen.orders.filter(
      ({ progress }) => progress.status === "approved" || progress.status === "sent",
    );
    if (moving.length > 0)
      return {
        amount: yuan(sumOrders(moving)),
        caseId: seen.view.caseId,
        title: seen.view.title,
        progress: progressOf(seen, moving.at(-1)),
      };
  }
  return null;
};

/** The time of the last step an order has taken. */
const lastStep = ({ prepared, progress }: PaymentOrder): Date => {
  if ("settled" in progress) return progress.settled.at;
  if ("returned" in progress) return progress.returned.at;
  if ("sent" in progress) return progress.sent.at;
  return "approved" in progress ? progress.approved.at : prepared.at;
};

const paymentOf = (order: PaymentOrder) => ({
  amount: yuan(order.terms.amount),
  status: orderWords[order.progress.status],
  accountMasked: order.terms.account.masked,
  bank: order.terms.account.bank,
  at: lastStep(order).toISOString(),
});

/** Policies under which nothing is paid because two named persons have said so. 已拒赔 */
const refusedIn = ({ life }: ClaimView): ReadonlySet<PolicyId> =>
  new Set(
    life.refusals
      .filter(({ status }) => status === "approved")
      .flatMap(({ policies }) => policies.map(({ policyId }) => policyId)),
  );

/** Nobody is told of a refusal that nobody has made: until then it is what the clauses come to, and who decides. */
const carefully = (explained: Explained): Explained => ({
  zh: { ...explained.zh, headline: UNDECIDED.zh },
  en: { ...explained.en, headline: UNDECIDED.en },
});

const becauseOf = (
  { view, policies }: SeenClaim,
  explained: Beside["explained"],
): ConsumerClaim["because"] => {
  const refusals = refusedIn(view);
  return policies.map(({ policyId, number, product, decision }) => {
    const found = explained.get(policyId);
    if (!found) throw new Error(`consumer: policy ${number} is decided and not explained`);
    const refused = refusals.has(policyId);
    return {
      product,
      number,
      terms: decision.terms,
      digest: decision.digest,
      payable: decision.payable,
      refused,
      explained: decision.outcome === "decline" && !refused ? carefully(found) : found,
    };
  });
};

const named = (fact: string): { zh: string; en: string } => ({
  zh: fact,
  en: englishName(terms.vocabulary, fact),
});

/**
 * What is known of what happened, as far as the terms of this person's policies read it, with what shows it: where in a file,
 * and who typed it, are not this person's to see.
 */
const factsOf = ({ view }: SeenClaim, reads: ReadonlySet<string>): ConsumerClaim["facts"] =>
  view.facts
    .filter(({ state, name }) => state !== "unknown" && reads.has(name))
    .map(({ name, type, value, shows, sources }) => ({
      name: named(name),
      shows: { zh: shows, en: showsInEnglish({ type, value }) },
      source: [...new Set(sources.map(({ label }) => label))].join("；"),
    }));

/** Still needed of this person's policies, and for payment; each once, in the words of the terms. */
const neededOf = ({ view, policies }: SeenClaim): ConsumerClaim["stillNeeded"] => {
  const open = new Set(policies.flatMap(({ decision }) => decision.asks.map(({ fact }) => fact)));
  const asks = [...view.needs.decision.filter(({ fact }) => open.has(fact)), ...view.needs.payment];
  const byFact = new Map(asks.map((ask) => [ask.fact, ask]));
  return [...byFact.values()].map(({ fact, ask, from }) => ({
    ask: { ...named(fact), ...(ask ? { zh: ask } : {}) },
    from,
  }));
};

/** What stands beside a case: the facts that the terms of the seen policies read, and who has looked. */
export interface Beside {
  readonly reads: ReadonlySet<string>;
  readonly looked: ConsumerClaim["looked"];
  /** The decision under each seen policy, in words. */
  readonly explained: ReadonlyMap<PolicyId, Explained>;
}

/** One case as its page shows it to one person. */
export const claimOf = (seen: SeenClaim, { reads, looked, explained }: Beside): ConsumerClaim => ({
  ...summaryOf(seen),
  payments: seen.orders.map(paymentOf),
  because: becauseOf(seen, explained),
  facts: factsOf(seen, reads),
  stillNeeded: neededOf(seen),
  looked,
  rights: [...RIGHTS],
});
