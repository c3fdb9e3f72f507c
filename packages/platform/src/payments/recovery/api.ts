import type { z } from "zod";
import { type Bound, bind } from "../../http/index.ts";
import type { PaymentId } from "../../kernel/ids.ts";
import { type Cents, parseYuan, yuan } from "../../kernel/money.ts";
import { Refused, refuse } from "../../kernel/refusal.ts";
import type { Context, StaffActor } from "../../store/index.ts";
import * as contract from "../contract.ts";
import type { PaymentOrder, Stamp } from "../model.ts";
import { actingApprover } from "../people.ts";
import { type RecoveryStep, revoke, takeRecovery } from "../steps.ts";
import { viewOf } from "../view.ts";
import { outstanding, received } from "./model.ts";

const who = ({ by, at }: Stamp) => ({ by: by.name, at: at.toISOString() });

/** A recovery as its page shows it. */
export const recoveryView = ({ recovery }: PaymentOrder): z.output<typeof contract.RecoveryView> | null =>
  recovery && {
    ...who(recovery.requested),
    amount: yuan(recovery.amount),
    reason: recovery.reason,
    received: yuan(received(recovery)),
    outstanding: yuan(outstanding(recovery)),
    promise: recovery.promise && {
      ...who(recovery.promise),
      on: recovery.promise.on,
      note: recovery.promise.note,
    },
    receipts: recovery.receipts.map((receipt) => ({
      ...who(receipt),
      amount: yuan(receipt.amount),
      reference: receipt.reference,
    })),
    proposal: recovery.proposal && { ...who(recovery.proposal), reason: recovery.proposal.reason },
    writtenOff: recovery.writtenOff && {
      ...who(recovery.writtenOff),
      amount: yuan(recovery.writtenOff.amount),
    },
  };

const amountOf = (text: string): Cents => {
  const amount = parseYuan(text);
  if (amount === null)
    throw new Refused(
      refuse(
        "invalid",
        "payments.recovery-amount",
        { zh: `“${text}”不是金额，应为元，两位小数。`, en: `“${text}” is no amount of yuan.` },
        { amount: text },
      ),
    );
  return amount;
};

const shown = async (context: Context<StaffActor>, paymentId: PaymentId, step: RecoveryStep) =>
  viewOf(await takeRecovery(context, paymentId, step), actingApprover(context));

/** 撤销批准 and 追回. */
export const recoveryApi: Bound[] = [
  bind(contract.revokePayment, async (context, { params, body }) =>
    viewOf(await revoke(context, params.paymentId, body.reason), actingApprover(context)),
  ),
  bind(contract.requestRecovery, (context, { params, body }) =>
    shown(context, params.paymentId, {
      type: "request-recovery",
      amount: amountOf(body.amount),
      reason: body.reason,
    }),
  ),
  bind(contract.promiseRecovery, (context, { params, body }) =>
    shown(context, params.paymentId, { type: "promise-recovery", ...body }),
  ),
  bind(contract.receiveRecovery, (context, { params, body }) =>
    shown(context, params.paymentId, {
      type: "receive-recovery",
      amount: amountOf(body.amount),
      reference: body.reference,
    }),
  ),
  bind(contract.proposeWriteOff, (context, { params, body }) =>
    shown(context, params.paymentId, { type: "propose-write-off", reason: body.reason }),
  ),
  bind(contract.approveWriteOff, (context, { params }) =>
    shown(context, params.paymentId, { type: "write-off" }),
  ),
];
