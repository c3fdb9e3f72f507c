import { expect, test } from "vitest";
import { testDatabase, testStaff } from "../testing/index.ts";
import { someInput } from "./fixtures.ts";
import { approve, onPaymentChanged, prepare } from "./index.ts";

const database = await testDatabase();
onPaymentChanged(async () => undefined);
test("prepares and approves", async () => {
  const handler = await testStaff(database, { name: "甲" });
  const approver = await testStaff(database, { name: "乙" });
  const order = await database.run((context) => prepare(context, someInput()), handler);
  expect(order.progress.status).toBe("pending");
  const approved = await database.run((context) => approve(context, order.terms.paymentId), approver);
  expect(approved.progress.status).toBe("approved");
});
