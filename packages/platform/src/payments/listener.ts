import type { Cents } from "../kernel/money.ts";
import type { Context } from "../store/index.ts";
import type { PaymentStatus } from "./contract.ts";
import type { PaymentOrder, ToldEvent } from "./model.ts";

/** A step that an order has taken, for the case that it belongs to. */
export interface PaymentChange {
  readonly order: PaymentOrder;
  readonly event: ToldEvent;
  readonly from: PaymentStatus;
  readonly to: PaymentStatus;
  readonly amount: Cents;
}
export type PaymentListener = (context: Context, change: PaymentChange) => Promise<void>;

let composed: readonly PaymentListener[] = [];

/**
 * Says who hears of every step after preparing (approved, rejected, sent, settled, returned, bounced), inside the transaction of
 * that step: what a listener throws undoes the step. Called once, where the platform is composed; a later call replaces them.
 */
export const onPaymentChanged = (...listeners: readonly [PaymentListener, ...PaymentListener[]]): void => {
  composed = listeners;
};

/** Tells the listeners, in their order. Without any a case would silently miss its payment, so that is an error and the step is undone. */
export const tell: PaymentListener = async (context, change) => {
  if (composed.length === 0)
    throw new Error("payments: compose with onPaymentChanged(listener) before any order moves");
  for (const listener of composed) await listener(context, change);
};
