import { beforeEach, describe, expect, test } from "vitest";
import { cents, yuan } from "../../kernel/money.ts";
import { Refused } from "../../kernel/refusal.ts";
import { aCamt054, aPain002 } from "../banking/iso/messages.fixture.ts";
import { readAnswer, verifyPayments } from "../index.ts";
import type { PaymentOrder } from "../model.ts";
import { codeOf, openOffice } from "../office.fixture.ts";
import { aLine } from "../sample.fixture.ts";

const office = await openOffice();
const { database, cashier, changes, approved, send, statusOf } = office;
beforeEach(office.listen);

const of = (amount: bigint) => ({ amount: cents(amount), lines: [aLine(amount)] });
const read = (text: string, filename = "状态.xml") =>
  database.run(
    (context) =>
      readAnswer(context, {
        filename,
        mediaType: "application/xml",
        content: new TextEncoder().encode(text),
      }),
    cashier,
  );
const numberOf = ({ terms }: PaymentOrder) => terms.number;
const amountOf = ({ terms }: PaymentOrder) => yuan(terms.amount);
const rowOf = async ({ terms }: PaymentOrder) =>
  database.run(({ tx }) =>
    tx
      .selectFrom("payment_order")
      .select(["status", "reason", "reason_code"])
      .where("payment_id", "=", terms.paymentId)
      .executeTakeFirstOrThrow(),
  );

describe("pain.002", () => {
  test("moves the orders of any batch, lists what is not ours, and read again changes nothing", async () => {
    const [good, bad, open] = [
      await approved(of(1_01n)),
      await approved(of(1_02n)),
      await approved(of(1_03n)),
    ];
    await send(good, bad);
    await send(open);
    changes.length = 0;
    const text = aPain002([
      { number: numberOf(good), status: "ACSC", amount: amountOf(good) },
      { number: numberOf(bad), status: "RJCT", code: "BE01" },
      { number: numberOf(open), status: "ACSP" },
      { number: "OTHER-SYSTEM-7", status: "ACSC", amount: "9.00" },
    ]);
    const first = await read(text);
    expect(first).toMatchObject({
      repeated: false,
      answer: {
        format: "pain.002",
        messageId: "BANK-STS-1",
        settled: 1,
        returned: 1,
        pending: 1,
        changed: 2,
      },
    });
    expect(first.answer.unknown).toEqual([
      { row: 9, reference: "OTHER-SYSTEM-7", amount: "9.00", outcome: "settled" },
    ]);
    expect(await statusOf(good)).toBe("settled");
    expect(await rowOf(bad)).toEqual({
      status: "returned",
      reason: "户名与账号不符（BE01）",
      reason_code: "BE01",
    });
    expect(await statusOf(open)).toBe("sent");
    expect(changes.map(({ to }) => to).sort()).toEqual(["returned", "settled"]);
    expect(await read(text)).toEqual({ ...first, repeated: true });
    // The same words in another file: nothing is new either.
    expect((await read(text.replace("BANK-STS-1", "BANK-STS-2"))).answer).toMatchObject({ changed: 0 });
    expect(changes).toHaveLength(2);
  });
  test("a whole batch rejected is each of its orders rejected", async () => {
    const [one, two] = [await approved(of(2_01n)), await approved(of(2_02n))];
    const batch = await send(one, two);
    const { answer } = await read(aPain002([], { batch: batch.number, group: "RJCT", id: "B2" }));
    expect(answer).toMatchObject({ returned: 2, changed: 2, batchId: batch.batchId });
  });
  test("one contradiction, and nothing of the file is applied; the order is named", async () => {
    const [done, other] = [await approved(of(3_01n)), await approved(of(3_02n))];
    await send(done, other);
    await read(aPain002([{ number: numberOf(done), status: "ACCC" }], { id: "C1" }));
    const contrary = aPain002(
      [
        { number: numberOf(other), status: "ACSC" },
        { number: numberOf(done), status: "RJCT", code: "AC04" },
      ],
      { id: "C2" },
    );
    const error = await read(contrary).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(Refused);
    if (error instanceof Refused) {
      expect(error.refusal.facts.bad).toBe(1);
      expect(error.refusal.zh).toContain(numberOf(done));
    }
    expect(await statusOf(other)).toBe("sent");
    expect(await statusOf(done)).toBe("settled");
  });
  test("settled and rejected in one file, a wrong amount, an order never sent, a broken file: all refused", async () => {
    const [sent, waiting] = [await approved(of(4_01n)), await approved(of(4_02n))];
    await send(sent);
    const say = (status: string, number = numberOf(sent), amount?: string) => ({
      number,
      status,
      ...(amount === undefined ? {} : { amount }),
    });
    for (const text of [
      aPain002([say("ACSC"), say("RJCT")], { id: "D1" }),
      aPain002([say("ACSC", numberOf(sent), "4.02")], { id: "D2" }),
      aPain002([say("ACSC", numberOf(waiting))], { id: "D3" }),
      aPain002([say("ACSC")], { id: "D4" }).slice(0, -30),
    ])
      expect(await codeOf(read(text))).toBe("payments.bank-result");
    expect(await statusOf(sent)).toBe("sent");
    expect(await codeOf(read(aPain002([], { id: "D5" })))).toBe("payments.bank-result-empty");
  });
});

describe("camt.054", () => {
  test("what had arrived may come back (退汇): the ledger takes it back, and the books agree", async () => {
    const order = await approved(of(5_01n));
    await send(order);
    const out = { number: numberOf(order), amount: amountOf(order), side: "DBIT" } as const;
    await read(aCamt054([out], "E1"));
    expect(await statusOf(order)).toBe("settled");
    changes.length = 0;
    const back = { ...out, side: "CRDT", code: "AC04" } as const;
    await read(aCamt054([back], "E2"));
    expect(await rowOf(order)).toMatchObject({ status: "returned", reason_code: "AC04" });
    expect(changes).toMatchObject([{ from: "settled", to: "returned", event: { type: "bounced" } }]);
    // That it had arrived, said once more, is no contradiction.
    expect((await read(aCamt054([out], "E3"))).answer.changed).toBe(0);
    const { differs } = await database.run((context) => verifyPayments(context));
    expect(differs).toEqual([]);
  });
  test("out and back in one notification", async () => {
    const order = await approved(of(6_01n));
    await send(order);
    const out = { number: numberOf(order), amount: amountOf(order), side: "DBIT" } as const;
    const { answer } = await read(aCamt054([out, { ...out, side: "CRDT", code: "AC06" }], "F1"));
    expect(answer).toMatchObject({ settled: 1, returned: 1, changed: 1 });
    expect(await statusOf(order)).toBe("returned");
  });
  test("one entry for a whole batch settles it where the total agrees", async () => {
    const [one, two] = [await approved(of(7_01n)), await approved(of(7_02n))];
    const batch = await send(one, two);
    const wrong = aCamt054([{ batch: batch.number, amount: "14.04", side: "DBIT" }], "G1");
    expect(await codeOf(read(wrong))).toBe("payments.bank-result");
    expect(await statusOf(one)).toBe("sent");
    const { answer } = await read(aCamt054([{ batch: batch.number, amount: "14.03", side: "DBIT" }], "G2"));
    expect(answer).toMatchObject({ settled: 2, changed: 2 });
  });
  test("movements of other systems are listed, and change nothing", async () => {
    const { answer } = await read(aCamt054([{ number: "RENT-1", amount: "800.00", side: "DBIT" }], "H1"));
    expect(answer).toMatchObject({
      settled: 0,
      changed: 0,
      unknown: [{ reference: "RENT-1", amount: "800.00" }],
    });
  });
});

test("two who read the same file at once: it is read once", async () => {
  const order = await approved(of(8_01n));
  await send(order);
  const text = aPain002([{ number: numberOf(order), status: "ACSC" }], { id: "I1" });
  const both = await Promise.all([read(text), read(text)]);
  expect(new Set(both.map(({ answer }) => answer.answerId)).size).toBe(1);
  const kept = await database.run(({ tx }) =>
    tx.selectFrom("bank_answer").select("answer_id").where("message_id", "=", "I1").execute(),
  );
  expect(kept).toHaveLength(1);
});

test("no answer is changed or deleted", async () => {
  for (const doing of ["update", "delete"] as const)
    await expect(
      database.run(({ tx }) =>
        doing === "update"
          ? tx.updateTable("bank_answer").set({ changed: 99 }).execute()
          : tx.deleteFrom("bank_answer").execute(),
      ),
    ).rejects.toThrow(/permission denied/);
});
