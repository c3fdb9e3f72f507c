/** The whole city, loaded as institutions load theirs: the article's figures are what its records come to, each in its window. */
import { performance } from "node:perf_hooks";
import { compose, fixedClock, InstitutionId, verifyClaims, verifyPayments } from "@goodfaith/platform";
import { listClaims, listImports, listPeople, readToday } from "@goodfaith/platform/contract";
import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { testDatabase } from "../../../platform/src/testing/index.ts";
import { act, type Desk, signInAs } from "../desk.ts";
import { loadSample } from "../load.ts";
import { LIFE, PROPERTY, passwordOf } from "../staff.ts";
import { CHENG } from "../story.ts";
import { JINHUIBAO, OTHER_FARM, OTHER_LIFE } from "./insurers.ts";
import { resident } from "./residents.ts";
import { ARTICLE, FULL } from "./size.ts";

const NOW = new Date("2025-03-15T09:00:00+08:00");
const { store } = await testDatabase();
const began = performance.now();
await loadSample(store, { size: "full", now: NOW });
const took_s = (performance.now() - began) / 1000;
console.info(`the whole city was loaded in ${took_s.toFixed(1)} s`);

const ALL = [LIFE, PROPERTY, JINHUIBAO, ...OTHER_LIFE, ...OTHER_FARM];
const within = { institutionId: InstitutionId.parse(JINHUIBAO.institutionId) };

/** One figure over every institution, each asked by itself: nobody sees another's rows. */
const overAll = async (query: ReturnType<typeof sql<{ n: bigint; cents: bigint }>>) => {
  let [n, cents] = [0n, 0n];
  for (const { institutionId } of ALL) {
    const { rows } = await store.within({ institutionId: InstitutionId.parse(institutionId) }, (tx) =>
      query.execute(tx),
    );
    n += rows[0]?.n ?? 0n;
    cents += rows[0]?.cents ?? 0n;
  }
  return { n, cents };
};

const clock = fixedClock(NOW.toISOString());
const desk: Desk = { store, clock, platform: compose({ store, clock }) };
const handler = await signInAs(desk, "jhb.he", passwordOf(JINHUIBAO, "jhb.he"));

describe("晋惠保", () => {
  it("2024: 12.32 万 person-times, with limits of 6,793.62 亿元 together", async () => {
    const found = await overAll(sql`
      select count(*)::bigint as n, coalesce(sum(sum_insured), 0)::bigint as cents from policy
      where terms_id like 'jinhuibao%' and effective_on >= '2024-01-01' and effective_on <= '2024-12-31'`);
    expect(found).toEqual({ n: 123_200n, cents: 679_362_000_000_00n });
  });

  it("five years, 2020 to 2024: 2,028 claims were paid 1,915.59 万元, as decided again and as the core system paid", async () => {
    const paid = await overAll(sql`
      select count(*)::bigint as n, coalesce(sum(paid_cents), 0)::bigint as cents from case_state
      where status = 'paid' and paid_at >= '2020-01-01T00:00:00+08:00' and paid_at < '2025-01-01T00:00:00+08:00'`);
    expect(paid).toEqual({ n: BigInt(ARTICLE.claims), cents: BigInt(ARTICLE.paid_fen) });
    const decided = await overAll(sql`
      select count(*)::bigint as n, coalesce(sum(least_cents), 0)::bigint as cents from case_state
      where settled and least_cents = most_cents and opened_at < '2025-01-01T00:00:00+08:00'`);
    expect(decided).toEqual(paid);
  });

  it("every decision comes out again, and the ledger is whole", async () => {
    const [cases, payments] = await store.within(within, async (tx) => [
      await verifyClaims({ tx }),
      await verifyPayments({ tx }),
    ]);
    expect([...cases.differs, ...payments.differs]).toEqual([]);
    expect(cases.cases).toBe(ARTICLE.claims);
  });
});

it("nine farm insurers, four life insurers, people of all twelve counties", async () => {
  const counties = new Set<string>();
  for (const { institutionId } of ALL) {
    const { rows } = await store.within({ institutionId: InstitutionId.parse(institutionId) }, (tx) =>
      sql<{ county: string }>`select distinct county_code as county from party`.execute(tx),
    );
    for (const { county } of rows) if (county !== null) counties.add(county);
    expect(rows.length).toBeGreaterThan(3);
  }
  expect(counties.size).toBe(12);
  expect(ALL.length).toBe(1 + 4 + 9);
});

it("long-term policies stand in every state, and phones are good, stale or none", async () => {
  const { rows } = await store.within({ institutionId: InstitutionId.parse(LIFE.institutionId) }, (tx) =>
    sql<{ status: string; n: bigint }>`
      select status, count(*)::bigint as n from policy where terms_id like 'life-%' group by status`.execute(
      tx,
    ),
  );
  const states = new Map(rows.map(({ status, n }) => [status, n]));
  for (const status of ["in-force", "lapsed", "matured", "surrendered"])
    expect(states.get(status) ?? 0n).toBeGreaterThan(20n);
  const reach = await store.within({ institutionId: InstitutionId.parse(LIFE.institutionId) }, (tx) =>
    sql<{ stale: bigint; none: bigint }>`
      select (select count(*) from contact where kind = 'phone' and status = 'stale')::bigint as stale,
        (select count(*) from party p where not exists (select from contact c
          where c.party_id = p.party_id and c.kind = 'phone'))::bigint as none`.execute(tx),
  );
  expect(reach.rows[0]?.stale).toBeGreaterThan(50n);
  expect(reach.rows[0]?.none).toBeGreaterThan(50n);
});

it("the sleeping policy of the article: 1,663 yuan a year, unpaid since 23 March 2022, lapsed that year", async () => {
  const { rows } = await store.within({ institutionId: InstitutionId.parse(LIFE.institutionId) }, (tx) =>
    sql<{ formed: string; status: string; since: string; due: string; amount: bigint }>`
      select p.contract_formed_on as formed, p.status, p.status_since as since, d.due_on as due, d.amount
      from policy p join party i on i.party_id = p.party_id
      join premium_due d on d.party_id = p.party_id and d.policy_id = p.policy_id and d.paid_on is null
      where i.name = ${CHENG.name}`.execute(tx),
  );
  expect(rows).toEqual([
    { formed: "2011-03-23", status: "lapsed", since: "2022-05-23", due: "2022-03-23", amount: 166_300n },
  ]);
});

it("pages of the largest institution answer quickly", async () => {
  const someone = resident(FULL.seed, 77_777);
  const timed = async (
    what: string,
    ask: () => Promise<{ readonly items?: readonly unknown[] }>,
    most_ms: number,
  ) => {
    const from = performance.now();
    const answer = await ask();
    const ms = performance.now() - from;
    console.info(`${what}: ${ms.toFixed(0)} ms`);
    expect(ms, what).toBeLessThan(most_ms);
    return answer;
  };
  const people = (q: string) => act(desk, handler, listPeople, { query: { q } });
  for (const q of [someone.identityNumber, someone.phone, "JHB202400077777", someone.name]) {
    const found = await timed(`people, ${q.length} characters`, () => people(q), 2000);
    expect(found.items?.length).toBeGreaterThan(0);
  }
  await timed("people, first page", () => people(""), 2000);
  await timed("claims, first page", () => act(desk, handler, listClaims, { query: {} }), 2000);
  await timed("claims, by name", () => act(desk, handler, listClaims, { query: { q: someone.name } }), 2000);
  await timed("today", async () => ({ items: (await act(desk, handler, readToday, {})).owed }), 2000);
});

it("again, it changes nothing", async () => {
  const admin = await signInAs(desk, "jhb.admin", passwordOf(JINHUIBAO, "jhb.admin"));
  const before = await act(desk, admin, listImports, { query: { limit: 1 } });
  await loadSample(store, { size: "full", now: NOW });
  expect((await act(desk, admin, listImports, { query: { limit: 1 } })).total).toBe(before.total);
});
