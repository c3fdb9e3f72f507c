import type { Cents } from "../kernel/money.ts";
import type { Context } from "../store/index.ts";
import type { PaymentStatus } from "./contract.ts";
import type { PaymentEvent, PaymentOrder } from "./model.ts";

/** A step that an order has taken, for the case that it belongs to. */
export interface PaymentChange {
  readonly order: PaymentOrder;
  readonly event: Exclude<PaymentEvent, { type: "prepared" }>;
  readonly from: PaymentStatus;
  readonly to: PaymentStatus;
  readonly amount: Cents;
}
export type PaymentListener = (context: Context, change: PaymentChange) => Promise<void>;

let composed: PaymentListener | null = null;

/**
 * Says who hears of every step after preparing (approved, rejected, sent, settled, returned), inside the transaction of
 * that step: what the listener throws undoes the step. Called once, where the platform is composed; a later call replaces it.
 */
export const onPaymentChanged = (listener: PaymentListener): void => {
  composed = listener;
};

/** Tells the listener. Without one a case would silently miss its payment, so that is an error and the step is undone. */
export const tell: PaymentListener = async (context, change) => {
  if (!composed) throw new Error("payments: compose with onPaymentChanged(listener) before any order moves");
  await composed(context, change);
};
