export { type AnswerRead, type BankAnswer, readAnswer, recordBankResult } from "./answers/apply.ts";
export { paymentsApi } from "./api.ts";
export { approvalObstacle, rejectionObstacle } from "./approval.ts";
export type { Batch } from "./batches.ts";
export { sameName } from "./checks.ts";
export type { PaymentStatus } from "./contract.ts";
export { downloadFile } from "./files.ts";
export { type Held, liftHold, placeHold } from "./holding/place.ts";
export { activeHolds, type Hold } from "./holding/read.ts";
export { onPaymentChanged, type PaymentChange, type PaymentListener } from "./listener.ts";
export { luhn } from "./luhn.ts";
export {
  type Approver,
  isLive,
  type OrderTerms,
  type Payee,
  type PayeeAccount,
  type PaymentEvent,
  type PaymentLine,
  type PaymentOrder,
  type PaymentPurpose,
  type Person,
  type Progress,
} from "./model.ts";
export { netAdvances, paymentsJobs } from "./netting.ts";
export { countOrders, listOrders, ordersOfCase, ordersOfParty, ordersSettledBetween } from "./orders.ts";
export { type PayerInput, setPayerAccount } from "./payer.ts";
export { actingApprover } from "./people.ts";
export { type PrepareInput, prepare } from "./prepare.ts";
export { createBatch } from "./send.ts";
export { type BeneficiaryShare, splitLines } from "./split.ts";
export { approve, type RecoveryStep, reject, revoke, takeRecovery } from "./steps.ts";
export { tellPayee } from "./tell-payee.ts";
export { type PaymentVerification, verifyPayments } from "./verify.ts";
export { purposeName, statusName } from "./words.ts";
