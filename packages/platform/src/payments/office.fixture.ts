import { Refused } from "../kernel/refusal.ts";
import type { StaffActor } from "../store/index.ts";
import { testDatabase, testStaff } from "../testing/index.ts";
import { CheckId } from "./contract.ts";
import {
  approve,
  createBatch,
  onPaymentChanged,
  ordersOfCase,
  type PaymentChange,
  type PaymentOrder,
  type PrepareInput,
  prepare,
  recordBankResult,
  setPayerAccount,
} from "./index.ts";
import type { Override } from "./model.ts";
import { someInput } from "./sample.fixture.ts";

/** For tests: a reason for every warning, where the test is about something else. */
export const ANYWAY: readonly Override[] = CheckId.options.map((check) => ({
  check,
  reason: "已核对（示例）",
}));

/** For tests: the code of the refusal that work ended in. */
export const codeOf = async (work: Promise<unknown>): Promise<string> => {
  const error: unknown = await work.then(
    () => "nothing was refused",
    (reason: unknown) => reason,
  );
  return error instanceof Refused ? error.refusal.code : String(error);
};

/** For tests: a database of this file's own with people who prepare, approve and send, and an account to pay from. */
export const openOffice = async () => {
  const database = await testDatabase();
  const handler = await testStaff(database, { name: "经办甲（示例）" });
  const approver = await testStaff(database, { name: "审批乙（示例）" });
  const second = await testStaff(database, { name: "审批丙（示例）" });
  const cashier = await testStaff(database, { name: "出纳丁（示例）", permissions: ["payments.send"] });
  await database.run((context) =>
    setPayerAccount(context, {
      holder: "示例人寿（示例）",
      bank: "示例银行总行",
      bankCode: "999100000010",
      number: "99900011112222",
      template: "sample-bank-gb18030/1",
    }),
  );
  const changes: PaymentChange[] = [];
  let made = 0;
  const prepared = (given: Partial<PrepareInput> = {}, as: StaffActor = handler): Promise<PaymentOrder> => {
    made += 1;
    const key = `key-${made}`;
    return database.run((context) => prepare(context, someInput({ idempotencyKey: key, ...given })), as);
  };
  return {
    database,
    handler,
    approver,
    second,
    cashier,
    /** What the case has heard since `listen` was last called. */
    changes,
    listen: () => {
      changes.length = 0;
      onPaymentChanged(async (_context, change) => {
        changes.push(change);
      });
    },
    prepared,
    approved: async (given: Partial<PrepareInput> = {}): Promise<PaymentOrder> => {
      const { terms } = await prepared(given);
      return database.run((context) => approve(context, terms.paymentId, ANYWAY), approver);
    },
    send: (...orders: readonly PaymentOrder[]) =>
      database.run(
        (context) =>
          createBatch(
            context,
            orders.map(({ terms }) => terms.paymentId),
          ),
        cashier,
      ),
    answer: (batchId: Parameters<typeof recordBankResult>[1], rows: readonly string[]) =>
      database.run(
        (context) =>
          recordBankResult(context, batchId, {
            filename: "回盘.csv",
            mediaType: "text/csv",
            content: new TextEncoder().encode(["指令编号,金额,结果,原因", ...rows].join("\n")),
          }),
        cashier,
      ),
    statusOf: async ({ terms }: PaymentOrder): Promise<string | undefined> => {
      const orders = await database.run((context) => ordersOfCase(context, terms.partyId, terms.caseId));
      return orders.find((order) => order.terms.paymentId === terms.paymentId)?.progress.status;
    },
  };
};
