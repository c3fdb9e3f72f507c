import type { Cents } from "../../kernel/money.ts";
import type { Stamp } from "../model.ts";

/** 追回: what was paid too much, and how far it has come back. */
export interface Recovery {
  readonly amount: Cents;
  readonly reason: string;
  readonly requested: Stamp;
  /** 承诺: when the payee said they would give it back; the newest. */
  readonly promise: (Stamp & { readonly on: string; readonly note: string }) | null;
  /** Each receipt once, by the bank's own reference. */
  readonly receipts: readonly (Stamp & { readonly amount: Cents; readonly reference: string })[];
  /** 核销: one person proposes, another decides. */
  readonly proposal: (Stamp & { readonly reason: string }) | null;
  readonly writtenOff: (Stamp & { readonly amount: Cents }) | null;
}

const sum = (amounts: readonly Cents[]): Cents =>
  amounts.reduce((total, one) => (total + one) as Cents, 0n as Cents);

/** What has come back so far. */
export const received = ({ receipts }: Recovery): Cents => sum(receipts.map(({ amount }) => amount));

/** What is still asked back: nothing once the rest was written off. */
export const outstanding = (recovery: Recovery): Cents =>
  recovery.writtenOff ? (0n as Cents) : ((recovery.amount - received(recovery)) as Cents);
