import Excel from "exceljs";
import { describe, expect, test } from "vitest";
import type { PartyId } from "../kernel/ids.ts";
import { cents } from "../kernel/money.ts";
import type { UploadedFile } from "../kernel/operation.ts";
import { Refused } from "../kernel/refusal.ts";
import { mergeParties } from "../people/index.ts";
import type { StaffActor } from "../store/index.ts";
import { testDatabase, testStaff } from "../testing/index.ts";
import { onPaymentChanged, paymentsApi, prepare, setPayerAccount, tellPayee } from "./index.ts";
import { aLine, aParty, someInput } from "./sample.fixture.ts";

const database = await testDatabase();
const handler = await testStaff(database, { name: "经办甲（示例）" });
const approver = await testStaff(database, { name: "审批乙（示例）", approvalLimit: 50_000n });

interface Given {
  readonly params?: Record<string, unknown>;
  readonly query?: Record<string, unknown>;
  readonly body?: Record<string, unknown>;
  readonly file?: UploadedFile;
}

/** Calls an operation as the HTTP layer does: parsed in, checked out. */
const call = async (id: string, given: Given, as: StaffActor): Promise<Record<string, unknown>> => {
  const bound = paymentsApi.find(({ operation }) => operation.id === id);
  if (bound?.kind !== "staff") throw new Error(`no operation ${id}`);
  const { operation } = bound;
  const input = {
    params: operation.params?.parse(given.params ?? {}),
    query: operation.query?.parse(given.query ?? {}),
    body: operation.body?.parse(given.body ?? {}),
    file: given.file,
  };
  const output = await database.store.within({ institutionId: as.institutionId }, (tx) =>
    bound.run({ tx, actor: as, clock: database.clock, newId: database.newId }, input),
  );
  const checked: unknown = operation.output === "download" ? output : operation.output.parse(output);
  if (typeof checked !== "object" || checked === null) throw new Error(`${id} gave ${String(checked)}`);
  return { ...checked };
};

/** A party as the institution's records hold it, with a phone. */
const person = async (name: string, phone: string): Promise<PartyId> => {
  const record = {
    kind: "person",
    name,
    phone,
    identity: null,
    customerNumber: name,
    bornOn: null,
    countyCode: null,
    wechat: null,
    address: null,
    account: null,
  } as const;
  const [merge] = await database.run((context) =>
    mergeParties(context, [record], { sample: true, apply: true, existing: "update" }),
  );
  if (!merge || merge.change === "conflict") throw new Error("no party");
  return merge.partyId;
};

const order = async (key: string, amount: bigint, payee = aParty(2)) => {
  const prepared = await database.run(
    (context) =>
      prepare(
        context,
        someInput({
          idempotencyKey: key,
          amount: cents(amount),
          lines: [aLine(amount)],
          payee: { partyId: payee, name: "王太太（示例）" },
        }),
      ),
    handler,
  );
  return prepared.terms.paymentId;
};

onPaymentChanged(async () => undefined);

describe("the list", () => {
  test("newest first, page by page, nothing twice and nothing left out", async () => {
    const ids: string[] = [];
    for (let n = 0; n < 7; n++) {
      // Pairs at one moment, so that the cursor has ties to part.
      database.clock.set(`2025-03-10T09:00:0${Math.floor(n / 2)}+08:00`);
      ids.push(await order(`list-${n}`, 100n + BigInt(n)));
    }
    const seen: unknown[] = [];
    let cursor: string | undefined;
    do {
      const page = await call(
        "payments.list",
        { query: { limit: "3", ...(cursor ? { cursor } : {}) } },
        handler,
      );
      expect(page.total).toBe(7);
      const items = page.items as { paymentId: string; preparedAt: string }[];
      seen.push(...items.map(({ paymentId }) => paymentId));
      cursor = (page.next as string | null) ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toHaveLength(7);
    expect(new Set(seen)).toEqual(new Set(ids));
    await expect(call("payments.list", { query: { cursor: "nonsense" } }, handler)).rejects.toThrow(Refused);
    const none = await call("payments.list", { query: { status: "settled" } }, handler);
    expect(none).toMatchObject({ items: [], total: 0, next: null });
  });
  test("what keeps each person from approving is said in words", async () => {
    database.clock.set("2025-03-10T09:01:00+08:00");
    const paymentId = await order("words", 50_001n);
    const read = (as: StaffActor) => call("payments.read", { params: { paymentId } }, as);
    expect((await read(handler)).cannotApprove).toMatchObject({ zh: "这笔付款由您提交，须由另一人批准。" });
    expect((await read(approver)).cannotApprove).toMatchObject({
      zh: "金额 500.01 元超过您的批准额度 500.00 元。",
      en: "The amount, 500.01 yuan, is above your limit of 500.00.",
    });
    const reader = await testStaff(database, { permissions: ["payments.read"] });
    expect((await read(reader)).cannotApprove).toMatchObject({ zh: "您没有批准付款的权限。" });
    const chief = await testStaff(database, { name: "总监（示例）" });
    expect((await read(chief)).cannotApprove).toBeNull();
    expect(await read(chief)).toMatchObject({
      ledger: [],
      accountMasked: expect.stringMatching(/^\*+0121$/),
    });
  });
  test("the workbook has every row, money as numbers and account numbers masked", async () => {
    const file = await call("payments.export", { query: { status: "pending" } }, handler);
    const book = new Excel.Workbook();
    await book.xlsx.load(Buffer.from(file.content as Uint8Array).buffer as ArrayBuffer);
    const sheet = book.worksheets[0];
    expect(sheet?.rowCount).toBe(1 + 8);
    expect(sheet?.getRow(2).getCell(5).value).toBe(500.01);
    expect(sheet?.getRow(2).getCell(7).value).toMatch(/^\*+0121$/);
  });
});

describe("from approval to the bank's answer", () => {
  test("each step is what the page says next, and the payee hears of it", async () => {
    onPaymentChanged(tellPayee);
    const payee = await person("王太太（示例）", "19900000002");
    const paymentId = await order("whole", 40_000n, payee);
    const refused = call("payments.createBatch", { body: { payments: [paymentId] } }, handler);
    await expect(refused).rejects.toThrow(/payments.not-ready/);
    expect(await call("payments.approve", { params: { paymentId } }, approver)).toMatchObject({
      status: "approved",
      approvedBy: approver.name,
      cannotApprove: { zh: expect.stringContaining("不再待批准") },
    });
    await expect(call("payments.createBatch", { body: { payments: [paymentId] } }, handler)).rejects.toThrow(
      /payments.no-payer/,
    );
    await database.run((context) =>
      setPayerAccount(context, {
        holder: "示例人寿（示例）",
        bank: "示例银行总行",
        bankCode: null,
        number: "99900011112222",
        template: "sample-bank-utf8/1",
      }),
    );
    const batch = await call("payments.createBatch", { body: { payments: [paymentId, paymentId] } }, handler);
    expect(batch).toMatchObject({ count: 1, total: "400.00", settled: 0, bank: "示例银行总行" });
    const file = await call(
      "payments.downloadBatch",
      { params: { batchId: batch.batchId }, query: { format: "csv" } },
      handler,
    );
    const text = new TextDecoder().decode(file.content as Uint8Array);
    const number = /ZF\w+/.exec(text)?.[0];
    const answer = `客户流水号,转账金额(元),交易状态,失败原因\n${number},400.00,交易成功,\n`;
    const result = await call(
      "payments.bankResult",
      {
        params: { batchId: batch.batchId },
        file: { filename: "回盘.csv", mediaType: "text/csv", content: new TextEncoder().encode(answer) },
      },
      handler,
    );
    expect(result).toMatchObject({ answer: { settled: 1, returned: 0 }, batch: { settled: 1 } });
    const read = await call("payments.read", { params: { paymentId } }, handler);
    expect(read).toMatchObject({ status: "settled", batchId: batch.batchId });
    expect(
      (read.ledger as { entry: string; account: string; debit: string; credit: string }[]).map(
        ({ entry, account, debit, credit }) => [entry, account, debit, credit],
      ),
    ).toEqual([
      ["批准付款", "赔付支出", "400.00", "0.00"],
      ["批准付款", "应付赔款", "0.00", "400.00"],
      ["送交银行", "应付赔款", "400.00", "0.00"],
      ["送交银行", "在途资金", "0.00", "400.00"],
      ["银行入账", "在途资金", "400.00", "0.00"],
      ["银行入账", "银行存款", "0.00", "400.00"],
    ]);
    const messages = await database.run(({ tx }) =>
      tx.selectFrom("message").select(["party_id", "purpose", "to_masked"]).execute(),
    );
    expect(messages).toEqual([
      { party_id: payee, purpose: "payment", to_masked: "199****0002" },
      { party_id: payee, purpose: "payment", to_masked: "199****0002" },
    ]);
    const batches = await call("payments.batches", { query: {} }, handler);
    expect(batches).toMatchObject({ total: 1, items: [{ batchId: batch.batchId }], next: null });
  });
  test("what is not there is 404, and no file is a sentence", async () => {
    const nowhere = database.newId();
    for (const [id, given] of [
      ["payments.read", { params: { paymentId: nowhere } }],
      ["payments.approve", { params: { paymentId: nowhere } }],
      ["payments.createBatch", { body: { payments: [nowhere] } }],
    ] as const)
      await expect(call(id, given, handler)).rejects.toThrow(/payments.missing/);
    await expect(
      call("payments.downloadBatch", { params: { batchId: nowhere }, query: { format: "csv" } }, handler),
    ).rejects.toThrow(/payments.no-batch/);
    await expect(call("payments.bankResult", { params: { batchId: nowhere } }, handler)).rejects.toThrow(
      /payments.no-file/,
    );
  });
});
