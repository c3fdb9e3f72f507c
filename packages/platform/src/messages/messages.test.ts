import { sql } from "kysely";
import { expect, test } from "vitest";
import { PartyId } from "../kernel/ids.ts";
import type { StaffActor } from "../store/index.ts";
import { testDatabase, testStaff } from "../testing/index.ts";
import type { Gateway } from "./gateway.ts";
import { deliveryJobs, messagesApi, messagesJobs, type SendInput, send } from "./index.ts";
import { delivered } from "./model.ts";

const database = await testDatabase();
const staff = await testStaff(database);
const partyId = PartyId.parse(database.newId());
const code: SendInput = {
  partyId,
  channel: "sms",
  purpose: "one-time-code",
  to: "19900000001",
  text: "【示例人寿】验证码 135790，5 分钟内有效。",
};
const queue = (input: SendInput = code) => database.run((context) => send(context, input));
const work = (jobs = messagesJobs, messageId: string) =>
  database.run(async (context) => {
    if (context.actor.kind !== "system") throw new Error("not the system");
    for (const { run } of jobs)
      await run(
        { ...context, actor: context.actor },
        { messageId },
        { outboxId: database.newId(), partyId, attempt: 1 },
      );
  });
interface Listed {
  readonly items: readonly { messageId: string; text: string; status: string; toMasked: string }[];
  readonly next: string | null;
  readonly total: number;
}
const list = async (as: StaffActor, query: Record<string, unknown> = {}): Promise<Listed> => {
  const [bound] = messagesApi;
  if (bound?.kind !== "staff") throw new Error("no list");
  const { operation } = bound;
  const output = await database.store.within({ institutionId: as.institutionId }, (tx) =>
    bound.run(
      { tx, actor: as, clock: database.clock, newId: database.newId },
      { params: undefined, query: operation.query?.parse(query), body: undefined, file: undefined },
    ),
  );
  if (operation.output === "download") throw new Error("the list is no download");
  return operation.output.parse(output) as Listed;
};

test("a message and its job are written together, number and words sealed", async () => {
  const { messageId } = await queue();
  const { rows } = await database.run(({ tx }) =>
    sql<{
      all: string;
    }>`select string_agg(m::text, ' ') || (select string_agg(o::text, ' ') from outbox o) as all
      from message m`.execute(tx),
  );
  expect(rows[0]?.all).not.toContain("19900000001");
  expect(rows[0]?.all).not.toContain("135790");
  const jobs = await database.run(({ tx }) =>
    tx.selectFrom("outbox").select(["task", "payload", "party_id"]).execute(),
  );
  expect(jobs).toContainEqual({ task: "deliver-message", payload: { messageId }, party_id: partyId });
});

test("nothing goes out of a transaction that is undone", async () => {
  const before = (await list(staff)).total;
  await expect(
    database.run(async (context) => {
      await send(context, code);
      throw new Error("undone");
    }),
  ).rejects.toThrow("undone");
  expect((await list(staff)).total).toBe(before);
});

test("without a gateway the outbox is the delivery, and a job run twice delivers once", async () => {
  const { messageId } = await queue();
  let handed = 0;
  const counting: Gateway = {
    name: "counting",
    deliver: async ({ to, text }) => {
      handed += 1;
      expect([to, text]).toEqual([code.to, code.text]);
      return { accepted: true };
    },
  };
  await work(deliveryJobs(counting), messageId);
  await work(deliveryJobs(counting), messageId);
  await work(messagesJobs, messageId);
  expect(handed).toBe(1);
  expect((await list(staff)).items.find((item) => item.messageId === messageId)?.status).toBe("delivered");
  const other = await queue();
  await work(messagesJobs, other.messageId);
  expect((await list(staff)).items.find((item) => item.messageId === other.messageId)?.status).toBe(
    "delivered",
  );
});

test("a gateway that refuses is kept as failed with its reason; one that is down is tried again", async () => {
  const { messageId } = await queue();
  const down: Gateway = { name: "down", deliver: () => Promise.reject(new Error("no line")) };
  await expect(work(deliveryJobs(down), messageId)).rejects.toThrow("no line");
  expect((await list(staff)).items.find((item) => item.messageId === messageId)?.status).toBe("queued");
  const refusing: Gateway = {
    name: "refusing",
    deliver: async () => ({ accepted: false, reason: "空号" }),
  };
  await work(deliveryJobs(refusing), messageId);
  expect((await list(staff)).items.find((item) => item.messageId === messageId)?.status).toBe("failed");
  const row = await database.run(({ tx }) =>
    tx.selectFrom("message").select("failure").where("message_id", "=", messageId).executeTakeFirst(),
  );
  expect(row?.failure).toBe("空号");
});

test("what is done stays done", () => {
  const at = new Date();
  const done = delivered({ status: "queued" }, { accepted: true }, at);
  expect(delivered(done, { accepted: false, reason: "x" }, new Date(0))).toBe(done);
});

test("a one-time code is shown to a sample institution's administrator alone; all else is shown", async () => {
  const { messageId } = await queue();
  const notice = await queue({ ...code, purpose: "notice", text: "【示例人寿】请补充受益人的身份证明。" });
  const textOf = async (as: StaffActor, id: string) =>
    (await list(as)).items.find((item) => item.messageId === id)?.text;
  expect(await textOf(staff, messageId)).toBe(code.text);
  const handler = await testStaff(database, { permissions: ["messages.read", "claims.handle"] });
  const real = { ...staff, sample: false };
  for (const as of [handler, real]) {
    expect(await textOf(as, messageId)).toBe("【示例人寿】验证码 ••••••，5 分钟内有效。");
    expect(await textOf(as, notice.messageId)).toContain("身份证明");
  }
  const opened = await database.run(({ tx }) =>
    tx.selectFrom("audit_entry").select("detail").where("action", "=", "messages.read").execute(),
  );
  expect(new Set(opened.map(({ detail }) => detail.codes))).toContain(0);
  expect(opened.some(({ detail }) => Number(detail.codes) > 0)).toBe(true);
});

test("another institution sees none of it, and pages do not repeat", async () => {
  const stranger = await testStaff(database, { institutionId: database.otherInstitutionId });
  expect(await list(stranger)).toEqual({ items: [], next: null, total: 0 });
  const seen: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Listed = await list(staff, { limit: "2", ...(cursor === null ? {} : { cursor }) });
    seen.push(...page.items.map(({ messageId }) => messageId));
    cursor = page.next;
  } while (cursor !== null);
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen).toHaveLength((await list(staff)).total);
});
