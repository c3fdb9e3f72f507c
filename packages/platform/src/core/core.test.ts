import { expect, it } from "vitest";
import { PartyId } from "../kernel/ids.ts";
import { orRefuse, Refused } from "../kernel/refusal.ts";
import { mergeParties } from "../people/index.ts";
import type { StaffActor } from "../store/index.ts";
import { testDatabase, testStaff } from "../testing/index.ts";
import { answer, cancel } from "./act.ts";
import { SimulatedCore } from "./core.fixture.ts";
import { outgoing, release, takeAnswers } from "./files.ts";
import { setLink } from "./link.ts";
import { onCoreChanged } from "./listener.ts";
import { evolve, REQUESTED } from "./model.ts";
import { requestInstruction } from "./request.ts";
import { coreJobs } from "./rest.ts";
import { signatureOf, signedLines } from "./sign.ts";
import { fromRow, type StoredInstruction } from "./store.ts";
import { takeMessage } from "./webhook.ts";

const database = await testDatabase();
const staff = await testStaff(database, { name: "李工（示例）" });
const colleague = await testStaff(database, { name: "赵经理（示例）" });
const SECRET = "示例密钥-只用于测试-0123456789abcdef";
const run = <T>(fn: Parameters<typeof database.run<T, StaffActor>>[0], as = staff) => database.run(fn, as);
const partyId = await run(async (context) => {
  const record = {
    kind: "person",
    name: "核心客户（示例）",
    identity: null,
    customerNumber: "K1",
    bornOn: null,
    countyCode: null,
    phone: null,
    wechat: null,
    address: null,
    account: null,
  } as const;
  const [merge] = await mergeParties(context, [record], { sample: true, apply: true, existing: "update" });
  if (!merge || merge.change === "conflict") throw new Error("conflict");
  return merge.partyId;
});

const link = (mode: "built-in" | "files" | "rest" | "shadow", url: string | null = null) =>
  run((context) => setLink(context, { mode, url, secret: SECRET, resendMinutes: 5 }));
const ask = (key: string, kind: "freeze" | "endorse" = "endorse"): Promise<StoredInstruction> =>
  run(async (context) =>
    orRefuse(
      await requestInstruction(context, { partyId, policyId: null, kind, content: {}, idempotencyKey: key }),
    ),
  );
const all = (): Promise<StoredInstruction[]> =>
  run(async (context) =>
    (await context.tx.selectFrom("core_instruction").selectAll().execute()).map(fromRow),
  );
const read = async (instructionId: string): Promise<StoredInstruction> => {
  const found = (await all()).find((one) => one.instructionId === instructionId);
  if (!found) throw new Error(`no instruction ${instructionId}`);
  return found;
};
const entry = {
  store: database.store,
  clock: database.clock,
  newId: database.newId,
  token: undefined,
  device: undefined,
  address: "127.0.0.1",
  setSession: () => undefined,
  setDevice: () => undefined,
};
const codeOf = (work: Promise<unknown>): Promise<string | null> =>
  work.then(
    () => null,
    (error: unknown) => (error instanceof Refused ? error.refusal.code : String(error)),
  );

it("the same request again is the same instruction, and what only protects is done at once by the built-in core", async () => {
  const first = await ask("once");
  expect(first.status).toBe("requested");
  expect((await ask("once")).instructionId).toBe(first.instructionId);
  expect((await ask("freeze now", "freeze")).status).toBe("settled");
});

it("the built-in core needs a second person; what was asked is done when that one says so, and not before", async () => {
  const heard: string[] = [];
  onCoreChanged(async (_, { instructionId, status }) => {
    heard.push(`${instructionId} ${status}`);
  });
  const one = await ask("second person");
  expect(await codeOf(run((context) => answer(context, one, { answer: "settled" })))).toBe(
    "core.own-request",
  );
  expect(heard).toEqual([]);
  await run((context) => answer(context, one, { answer: "settled" }), colleague);
  await run((context) => answer(context, one, { answer: "settled" }), colleague);
  expect(heard).toEqual([`${one.instructionId} settled`]);
  onCoreChanged();
  const other = await ask("taken back");
  await run((context) => cancel(context, other, "客户改变主意"));
  expect((await read(other.instructionId)).status).toBe("cancelled");
});

it("shadow mode refuses every instruction in words, and writes none", async () => {
  await link("shadow");
  const before = (await all()).length;
  expect(await codeOf(ask("in the shadow"))).toBe("core.shadow");
  expect(await all()).toHaveLength(before);
  await link("built-in");
});

it("files: what waits goes out once released, answers are all or nothing and name the row, a repeat changes nothing", async () => {
  await link("files");
  const [a, b] = [await ask("file a"), await ask("file b")];
  await run((context) => release(context));
  expect(await codeOf(run((context) => cancel(context, a, "太晚了吗")))).toBe("core.already-sent");
  const { content } = await run((context) => outgoing(context));
  const text = new TextDecoder().decode(content as Uint8Array);
  for (const { instructionId } of [a, b]) expect(text).toContain(instructionId);
  const file = (rows: string) => ({
    filename: "答复.csv",
    mediaType: "text/csv",
    content: new TextEncoder().encode(`指令号,答复,核心流水号,原因\n${rows}`),
  });
  const bad = run((context) =>
    takeAnswers(
      context,
      file(`${a.instructionId},完成,H1,\n${database.newId()},受理,,\n${b.instructionId},大概,,`),
    ),
  );
  await expect(bad).rejects.toMatchObject({
    refusal: {
      code: "core.answers",
      facts: {
        bad: 2,
        problems: [
          { row: 3, column: "指令号" },
          { row: 4, column: "答复" },
        ],
      },
    },
  });
  expect((await read(a.instructionId)).status).toBe("requested");
  const good = file(`${a.instructionId},受理,H1,\n${b.instructionId},拒绝,,证件不符`);
  expect(await run((context) => takeAnswers(context, good))).toEqual({ rows: 2, changed: 2 });
  expect(await run((context) => takeAnswers(context, good))).toEqual({ rows: 2, changed: 0 });
  expect(await read(a.instructionId)).toMatchObject({ status: "acknowledged", reference: "H1" });
  expect(await read(b.instructionId)).toMatchObject({ status: "refused", reason: "证件不符" });
  await link("built-in");
});

it("a message is taken only with its signature, in its time, at its institution, and once", async () => {
  await link("rest", "http://127.0.0.1:9/");
  const one = await ask("signed");
  const sign = (given: Partial<Parameters<typeof signedLines>[0]> = {}, secret = SECRET) => {
    const unsigned = {
      institutionId: database.institutionId,
      messageId: "message-a",
      sentAt: database.clock.now().toISOString(),
      answers: [
        { instructionId: one.instructionId, answer: "acknowledged" as const, reference: "", reason: "" },
      ],
      ...given,
    };
    return { ...unsigned, signature: signatureOf(secret, signedLines(unsigned)) };
  };
  const late = new Date(database.clock.now().getTime() - 6 * 60_000).toISOString();
  for (const message of [
    sign({}, "another secret of more than 32 letters"),
    sign({ sentAt: late }),
    sign({ institutionId: database.otherInstitutionId }),
    {
      ...sign(),
      answers: [{ instructionId: one.instructionId, answer: "settled" as const, reference: "", reason: "" }],
    },
  ])
    expect(await codeOf(takeMessage(entry, message))).toBe("core.unproven");
  expect((await read(one.instructionId)).status).toBe("requested");
  expect(await takeMessage(entry, sign())).toEqual({ repeated: false, changed: 1 });
  expect(await takeMessage(entry, sign())).toEqual({ repeated: true, changed: 0 });
  const unknown = sign({
    messageId: "message-b",
    answers: [{ instructionId: database.newId(), answer: "settled", reference: "", reason: "" }],
  });
  expect(await codeOf(takeMessage(entry, unknown))).toBe("core.no-instruction");
  await link("built-in");
});

/** Small, fast and the same for the same seed. */
const chanceOf = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
};

/** Runs what the outbox holds that is due, as the worker would: what throws stays for later. */
const work = async (): Promise<void> => {
  const rows = await run((context) =>
    context.tx
      .selectFrom("outbox")
      .selectAll()
      .where("done_at", "is", null)
      .where("run_at", "<=", context.clock.now())
      .orderBy("created_at")
      .execute(),
  );
  for (const row of rows) {
    const job = coreJobs.find(({ task }) => task === row.task);
    if (!job) continue;
    await database
      .run(async (context) => {
        if (context.actor.kind !== "system") throw new Error("a job runs as the system");
        const asSystem = { ...context, actor: context.actor };
        await job.run(asSystem, row.payload, {
          outboxId: row.outbox_id,
          partyId: PartyId.parse(row.party_id),
          attempt: 1,
        });
        await context.tx
          .updateTable("outbox")
          .set({ done_at: context.clock.now() })
          .where("party_id", "=", row.party_id)
          .where("outbox_id", "=", row.outbox_id)
          .execute();
      })
      .catch((error: unknown) => {
        if (!String(error).includes("the core answered 503")) throw error;
      });
  }
};

it.each([1, 2])(
  "a core that delays, refuses, repeats and loses messages: all ends as the core has it, seed %i",
  async (seed) => {
    const chance = chanceOf(seed);
    const core = new SimulatedCore({
      institutionId: database.institutionId,
      secret: SECRET,
      chance,
      now: () => database.clock.now(),
    });
    await link("rest", await core.listen());
    const asked: string[] = [];
    for (let n = 0; n < 5; n += 1) asked.push((await ask(`seed ${seed} ${n}`)).instructionId);
    const ours = async () => (await all()).filter(({ instructionId }) => asked.includes(instructionId));
    const heard = new Map<string, Set<string>>();
    for (let round = 0; round < 80; round += 1) {
      await work();
      while (core.underway.length > 0 && chance() < 0.8) {
        const message = core.underway.splice(Math.floor(chance() * core.underway.length), 1)[0];
        if (!message) break;
        await takeMessage(entry, message).catch((error: unknown) => {
          // Delayed beyond its window: the core will say it again, for it is asked again.
          if (!(error instanceof Refused && error.refusal.code === "core.unproven")) throw error;
          return null;
        });
        for (const { instructionId, answer: said } of message.answers)
          heard.set(instructionId, (heard.get(instructionId) ?? new Set()).add(said));
      }
      for (const one of await ours())
        if (one.status !== "requested")
          expect(heard.get(one.instructionId)?.has(one.status), `seed ${seed}: ${one.status}`).toBe(true);
      database.clock.set(new Date(database.clock.now().getTime() + 2 * 60_000).toISOString());
      if ((await ours()).every(({ status }) => status === "settled" || status === "refused")) break;
    }
    for (const one of await ours()) {
      const known = core.known.get(one.instructionId);
      expect(one, `seed ${seed}`).toMatchObject({ status: known?.said, contradicted: false });
      expect(known?.applied, `seed ${seed}`).toBe(one.status === "settled" ? 1 : 0);
    }
    expect(core.wrongSignatures).toEqual([]);
    await core.close();
    await link("built-in");
  },
);

it("every instruction's events fold to its row", async () => {
  const events = await run((context) =>
    context.tx.selectFrom("core_event").selectAll().orderBy("instruction_id").orderBy("seq").execute(),
  );
  for (const one of await all()) {
    const own = events.filter((row) => row.instruction_id === one.instructionId);
    expect(own.map(({ seq }) => seq)).toEqual(own.map((_, at) => at + 1));
    const { status, timesSent, reference, reason, contradicted, version } = one;
    expect(own.map(({ event }) => event).reduce(evolve, REQUESTED)).toEqual({
      status,
      timesSent,
      reference,
      reason,
      contradicted,
    });
    expect(version).toBe(own.length);
  }
});
