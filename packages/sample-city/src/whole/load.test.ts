import { compose, fixedClock, InstitutionId, verifyClaims } from "@goodfaith/platform";
import { listImports } from "@goodfaith/platform/contract";
import { sql } from "kysely";
import { expect, it } from "vitest";
import { testDatabase } from "../../../platform/src/testing/index.ts";
import { act, type Desk, signInAs } from "../desk.ts";
import { makeInstitution } from "../institutions.ts";
import { LIFE, PROPERTY, passwordOf } from "../staff.ts";
import { smallSampleHas } from "./bring.ts";
import { countSettlements, FEN_A_STEP, settlement } from "./claimants.ts";
import { JINHUIBAO } from "./insurers.ts";
import { wholeOf } from "./load.ts";
import { ARTICLE, inProportion } from "./size.ts";

/** A city of one eightieth, through the very steps of the whole one; `figures.long.test.ts` checks the article's own size. */
const SIZE = { people: 1540, seed: 3 };
const AS_OF = "2025-02-13";
const within = { institutionId: InstitutionId.parse(JINHUIBAO.institutionId) };

const { store } = await testDatabase();
const clock = fixedClock(`${AS_OF}T09:00:00+08:00`);
const desk: Desk = { store, clock, platform: compose({ store, clock }) };
for (const one of [LIFE, PROPERTY]) await makeInstitution(desk, one);
const whole = wholeOf(SIZE, AS_OF);
let done = 0;
await whole.load(desk, (file) => {
  done = file.done;
});

it("says how far it has come, to the end", () => expect(done).toBe(whole.rows));

it("every claim is decided to what the core system paid, and they come to the article's amount in proportion", async () => {
  const { rows } = await store.within(within, (tx) =>
    sql<{ n: bigint; paid: bigint; owed: bigint; statuses: string[] }>`
      select count(*)::bigint as n, sum(paid_cents)::bigint as paid, sum(least_cents)::bigint as owed,
        array_agg(distinct status) as statuses from case_state`.execute(tx),
  );
  const claims = Array.from({ length: countSettlements(SIZE) }, (_, n) => settlement(SIZE, n));
  const fen = BigInt(claims.reduce((sum, { steps }) => sum + steps * FEN_A_STEP, 0));
  expect(claims.length).toBe(25);
  expect(rows).toEqual([{ n: 25n, paid: fen, owed: fen, statuses: ["paid"] }]);
  const verified = await store.within(within, (tx) => verifyClaims({ tx }));
  expect(verified).toMatchObject({ cases: 25, differs: [] });
});

it("person-times and limits of 2024 are in proportion with those of the small sample", async () => {
  const { rows } = await store.within(within, (tx) =>
    sql<{ n: bigint; wan: bigint }>`
      select count(*)::bigint as n, (sum(sum_insured) / 1000000)::bigint as wan from policy
      where effective_on between '2024-01-01' and '2024-12-31'`.execute(tx),
  );
  const { policies, limits_wan } = smallSampleHas(AS_OF);
  expect(rows).toEqual([
    { n: BigInt(SIZE.people - policies), wan: BigInt(inProportion(SIZE, ARTICLE.limits_wan) - limits_wan) },
  ]);
});

it("again, it passes over what is there", async () => {
  const admin = await signInAs(desk, "jhb.admin", passwordOf(JINHUIBAO, "jhb.admin"));
  const runs = async () => (await act(desk, admin, listImports, { query: { limit: 1 } })).total;
  const before = await runs();
  await wholeOf(SIZE, AS_OF).load(desk, () => undefined);
  expect(await runs()).toBe(before);
});
