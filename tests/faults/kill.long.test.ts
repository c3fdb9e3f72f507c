import { randomInt, randomUUID } from "node:crypto";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  InstitutionId,
  type Store,
  sealAudits,
  verifyAudit,
  verifyClaims,
  verifyPayments,
} from "../../packages/platform/src/index.ts";
import { csvOf, LIFE, loadSample } from "../../packages/sample-city/src/index.ts";
import { payableRows, peopleRows } from "./city.ts";
import { type Desk, signIn } from "./desk.ts";
import { type Program, startProgram, type Victim } from "./program.ts";

/**
 * `kill -9` of the server or of PostgreSQL at random moments of an import, an approval and the sending of a batch. Afterwards
 * nothing that was answered is lost, nothing is half there, nothing is paid twice, the ledger balances and the chain is whole;
 * and what was not answered can be asked for again.
 */
const SEED = Number(process.env.GOODFAITH_SEED ?? randomInt(2 ** 31));
const KILLS = Number(process.env.GOODFAITH_KILLS ?? 50);
const IMPORT_ROWS = 2_000;
const INSTITUTION = InstitutionId.parse(LIFE.institutionId);
const STAGES = ["import", "approval", "batch"] as const;
type Stage = (typeof STAGES)[number];

/** mulberry32: numbers from 0 to 1, the same for the same seed. */
const random = (() => {
  let state = SEED;
  return (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
})();

let data = "";
let program: Program;
let crew: Readonly<Record<"admin" | "handler" | "approver" | "payer", Desk>>;

const desk = (login: string): Promise<Desk> =>
  signIn(program.address, login, LIFE.staff.find((one) => one.login === login)?.password ?? "");

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), "goodfaith-faults-"));
  await chmod(data, 0o711);
  program = await startProgram(data);
  await program.look((store) => loadSample(store, { size: "small" }));
  crew = {
    admin: await desk("admin"),
    handler: await desk("li.gong"),
    approver: await desk("zhao"),
    payer: await desk("sun"),
  };
  await preparePayments(Math.ceil((KILLS / STAGES.length) * 2) + 4);
}, 300_000);
afterAll(async () => {
  await program?.stop();
  await rm(data, { recursive: true, force: true });
});

interface Order {
  readonly paymentId: string;
  readonly status: string;
  readonly batchId: string | null;
}
/** What each stage may use up, and what was answered and so must stay. */
const pending: string[] = [];
const approved: string[] = [];
const answered = new Map<string, string>();
const imported = new Set<string>();

/** Claims of as many people, each with one order that waits for approval. */
const preparePayments = async (count: number): Promise<void> => {
  const { parties, policies } = payableRows(count);
  for (const [kind, rows] of [
    ["parties", parties],
    ["policies", policies],
  ] as const)
    await crew.admin.must("POST", `/imports/${kind}?dryRun=false`, {
      file: { name: `${kind}.csv`, content: csvOf(rows) },
    });
  for (const { 客户号: customer = "" } of parties) {
    const found = await crew.handler.must<{ items: { partyId: string }[] }>("GET", `/people?q=${customer}`);
    const partyId = found.items[0]?.partyId ?? "";
    const person = await crew.handler.must<{ covers: { policyId: string }[] }>("GET", `/people/${partyId}`);
    const claim = await crew.handler.must<{ caseId: string; version: number; money: { available: string } }>(
      "POST",
      "/claims",
      {
        body: {
          partyId,
          eventKind: "illness",
          reportedAt: "2025-03-01T09:00:00+08:00",
          policies: person.covers.map(({ policyId }) => policyId),
          facts: {
            入院日期: "2024-06-01",
            医疗总费用: "200000.00",
            基本医保已付: "90000.00",
            大病保险已付: "20000.00",
            目录外费用: "30000.00",
          },
          source: "医保结算单（示例）",
        },
      },
    );
    const after = await crew.handler.must<{ payments: { paymentId: string }[] }>(
      "POST",
      `/claims/${claim.caseId}/payments`,
      { body: { version: claim.version, amount: claim.money.available } },
    );
    pending.push(...after.payments.map(({ paymentId }) => paymentId));
  }
};

/** What is asked for while the axe falls, and what to do afterwards until it is there, once. */
interface Wish {
  readonly ask: () => Promise<{ readonly status: number } | undefined>;
  /** After the restart: there whole or not at all; then asked for again, and there. */
  readonly settle: (wasAnswered: boolean) => Promise<void>;
}

const importing = (n: number): Wish => {
  const mark = `F${String(n).padStart(4, "0")}`;
  const file = { name: `${mark}.csv`, content: csvOf(peopleRows(mark, IMPORT_ROWS)) };
  // Waited for by whoever asked, or done in the background from the file that was kept.
  const wait = random() < 0.5;
  const ask = () => crew.admin.call("POST", `/imports/parties?dryRun=false&wait=${wait}`, { file });
  return {
    ask,
    settle: async (wasAnswered) => {
      await importsAreOver();
      const count = await countImported(mark);
      expect([0, IMPORT_ROWS], "an import is whole, or not there").toContain(count);
      if (wasAnswered) expect(count, "an import that was answered is there").toBe(IMPORT_ROWS);
      const again = await ask();
      expect(again?.status).toBe(200);
      await importsAreOver();
      expect(await countImported(mark)).toBe(IMPORT_ROWS);
      imported.add(mark);
    },
  };
};
/** What was taken on is done by itself, also after a crash. */
const importsAreOver = async (): Promise<void> => {
  const underWay = async () =>
    (await crew.admin.must<{ items: { status: string }[] }>("GET", "/imports-under-way")).items;
  await expect.poll(underWay, { timeout: 120_000, interval: 200 }).toEqual([]);
};
const countImported = (mark: string): Promise<number> =>
  inLife(async (store, institutionId) =>
    store.within({ institutionId }, async (tx) => {
      const { count } = await tx
        .selectFrom("party")
        .select(({ fn }) => fn.countAll<number>().as("count"))
        .where("name", "like", `${mark}%`)
        .executeTakeFirstOrThrow();
      return Number(count);
    }),
  );

const approving = (): Wish => {
  const paymentId = pending.shift() ?? "";
  const ask = () => crew.approver.call("POST", `/payments/${paymentId}/approve`, { body: {} });
  return {
    ask,
    settle: async (wasAnswered) => {
      const before = await orderOf(paymentId);
      expect(["pending", "approved"]).toContain(before.status);
      if (wasAnswered) expect(before.status).toBe("approved");
      if (before.status === "pending") expect((await ask())?.status).toBe(200);
      answered.set(paymentId, "approved");
      approved.push(paymentId);
    },
  };
};

const sending = async (): Promise<Wish> => {
  if (approved.length === 0) {
    const paymentId = pending.shift() ?? "";
    await crew.approver.must("POST", `/payments/${paymentId}/approve`, { body: {} });
    approved.push(paymentId);
  }
  const payments = approved.splice(0);
  const key = randomUUID();
  const ask = () => crew.payer.call("POST", "/payment-batches", { body: { payments }, key });
  return {
    ask,
    settle: async (wasAnswered) => {
      const before = await Promise.all(payments.map(orderOf));
      const sent = before.filter(({ status }) => status === "sent");
      expect([0, payments.length], "a batch is whole, or not there").toContain(sent.length);
      if (wasAnswered) expect(sent).toHaveLength(payments.length);
      // The same wish again: the same batch, or made now.
      expect((await ask())?.status).toBe(200);
      const after = await Promise.all(payments.map(orderOf));
      expect(new Set(after.map(({ batchId }) => batchId)).size).toBe(1);
      for (const paymentId of payments) answered.set(paymentId, "sent");
    },
  };
};
const orderOf = (paymentId: string): Promise<Order> =>
  crew.payer.must<Order>("GET", `/payments/${paymentId}`);

/** Everything verifies, and all that was ever answered is there. */
const verify = async (): Promise<void> => {
  await inLife(async (store, institutionId) => {
    await sealAudits(store);
    await store.within({ institutionId }, async (tx) =>
      expect((await verifyAudit(tx, institutionId)).differs).toEqual([]),
    );
    await store.snapshot({ institutionId }, async (tx) => {
      expect((await verifyClaims({ tx })).differs).toEqual([]);
      expect((await verifyPayments({ tx })).differs).toEqual([]);
      const twice = await tx
        .selectFrom("payment_order")
        .select("case_id")
        .where("status", "in", ["pending", "approved", "sent", "settled"])
        .groupBy("case_id")
        .having(({ fn }) => fn.countAll(), ">", 1)
        .execute();
      expect(twice, "cases with two orders").toEqual([]);
    });
  });
  for (const [paymentId, status] of answered) expect((await orderOf(paymentId)).status).toBe(status);
};
const inLife = <T>(fn: (store: Store, institutionId: InstitutionId) => Promise<T>): Promise<T> =>
  program.look((store) => fn(store, INSTITUTION));

const wishOf = async (stage: Stage, n: number): Promise<Wish> =>
  stage === "import" ? importing(n) : stage === "approval" ? approving() : sending();

/** How long each takes when nothing happens to it, on this machine as it is now, ms. */
const takes = new Map<Stage, number>();
const unharmed = async (stage: Stage, n: number): Promise<void> => {
  const wish = await wishOf(stage, n);
  const began = performance.now();
  const answer = await wish.ask();
  takes.set(stage, performance.now() - began);
  expect(answer?.status, stage).toBe(200);
  await wish.settle(true);
};

const strike = async (stage: Stage, victim: Victim, n: number): Promise<"answered" | "cut off"> => {
  const wish = await wishOf(stage, n);
  const asked = wish.ask();
  // Anywhere within it, and a little after.
  await sleep(random() * (takes.get(stage) ?? 0) * 1.2);
  await program.kill(victim);
  const answer = await asked;
  program = await startProgram(data);
  for (const one of Object.values(crew)) one.moveTo(program.address);
  await wish.settle(answer?.status === 200);
  return answer?.status === 200 ? "answered" : "cut off";
};

test(`${KILLS} times, seed ${SEED}`, { timeout: 1_200_000 }, async () => {
  for (const [n, stage] of STAGES.entries()) await unharmed(stage, KILLS + n);
  const seen = { answered: 0, "cut off": 0 };
  for (let n = 0; n < KILLS; n += 1) {
    const stage = STAGES[n % STAGES.length] ?? "import";
    const victim: Victim = random() < 0.5 ? "server" : "postgres";
    const how = await strike(stage, victim, n).catch((cause: unknown) => {
      throw new Error(`kill ${n + 1} (${stage}, ${victim}), seed ${SEED}: ${String(cause)}`, { cause });
    });
    seen[how] += 1;
    await verify();
  }
  console.info(`seed ${SEED}: ${KILLS} kills, ${seen.answered} after the answer, ${seen["cut off"]} before`);
  // Moments that are always too late, or always too early, would prove nothing.
  expect(seen["cut off"]).toBeGreaterThan(0);
});
