import type { ClaimView } from "../claims/contract.ts";
import type { PolicyId } from "../kernel/ids.ts";
import type { PaymentOrder } from "../payments/index.ts";
import type { Grant } from "../store/index.ts";

/** The part of one case that one person may see. */
export interface SeenClaim {
  readonly grant: Grant;
  readonly view: ClaimView;
  /** All of them for the insured; for a beneficiary those that name them. */
  readonly policies: ClaimView["policies"];
  /** Orders whose payee is this very person, oldest first; rejected ones, which nobody has promised, left out. */
  readonly orders: readonly PaymentOrder[];
}

/** Orders of one case that are this person's own. */
const ownOrders = (orders: readonly PaymentOrder[], view: ClaimView, grant: Grant): PaymentOrder[] =>
  orders.filter(
    ({ terms, progress }) =>
      terms.caseId === view.caseId && terms.payee.partyId === grant.self && progress.status !== "rejected",
  );

/**
 * What a person may see of a case; null where it is none of theirs. The insured sees their own. A beneficiary's right begins
 * with the insured's death: of a living person's illness a beneficiary sees nothing, and of a death only
 * the policies that name them.
 */
export const visibleTo = (
  view: ClaimView,
  grant: Grant,
  names: ReadonlySet<PolicyId>,
  orders: readonly PaymentOrder[],
): SeenClaim | null => {
  const own = ownOrders(orders, view, grant);
  if (grant.as === "self") return { grant, view, policies: view.policies, orders: own };
  if (view.eventKind !== "death") return null;
  const policies = view.policies.filter(({ policyId }) => names.has(policyId));
  return policies.length === 0 ? null : { grant, view, policies, orders: own };
};
