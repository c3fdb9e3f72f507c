import { sql } from "kysely";
import { beforeAll, expect, test } from "vitest";
import { Role } from "./access/contract.ts";
import { authenticator } from "./access/index.ts";
import { openDesk } from "./claims/testing/desk.ts";
import { INSURED_PHONE } from "./claims/testing/story.ts";
import { compose } from "./compose.ts";
import { directory } from "./directory.ts";
import type { InstitutionId } from "./kernel/ids.ts";
import type { Operation } from "./kernel/operation.ts";
import { consumerSession, staffSession } from "./matrix.fixture.ts";
import { leastAddress, leastBody, testDatabase, testServer } from "./testing/index.ts";

/**
 * Role × operation × institution, in full: every operation is called over HTTP by each role, with a session like anybody's.
 * What came of it is `matrix.golden.txt`. After a change of operations or roles: `npx vitest run packages/platform/src/matrix.test.ts -u`,
 * and read what changed as what it is: who may do what from now on.
 */
const database = await testDatabase();
const { store, clock, institutionId: OWN, otherInstitutionId: OTHER } = database;
const platform = compose({ store, clock });
const whoHas = authenticator({ store, clock, directory });
/** Who each token belongs to is asked once: two thousand calls of the same few people. */
const known = new Map<string, ReturnType<typeof whoHas>>();
const client = await testServer(database, platform.operations, (token) => {
  const found = known.get(token) ?? whoHas(token);
  known.set(token, found);
  return found;
});
const TIMEOUT_MS = 60_000;
const desk = await openDesk(database);

const NOBODY = "nobody";
const CALLERS = [...Role.options, "consumer", NOBODY] as const;
const tokens = new Map<string, string>();
/** What this institution has and the other must never reach, by the name of the parameter. */
let things: Record<string, string> = {};

beforeAll(async () => {
  for (const institutionId of [OWN, OTHER])
    for (const role of Role.options)
      tokens.set(`${institutionId} ${role}`, await staffSession(database, institutionId, role));
  const { story, caseId } = await desk.open();
  await desk.drop(caseId);
  const { evidence } = await desk.view(caseId);
  tokens.set("consumer", await consumerSession(database, INSURED_PHONE));
  things = {
    caseId,
    partyId: story.insured,
    policyId: story.policies[0] ?? "",
    evidenceId: evidence[0]?.evidenceId ?? "",
    staffId: desk.handler.staffId,
  };
});

const call = (operation: Operation, token: string | undefined, given?: object, known = {}) =>
  client.server.inject({
    method: operation.method,
    url: `/api/v1${leastAddress(operation, known)}`,
    headers: {
      "sec-fetch-site": "same-origin",
      "idempotency-key": database.newId(),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    ...(given === undefined ? {} : { payload: given as never }),
  });

const inTurn = async <T, R>(all: readonly T[], doing: (one: T) => Promise<R>): Promise<R[]> => {
  const results: R[] = [];
  for (let n = 0; n < all.length; n += 8)
    results.push(...(await Promise.all(all.slice(n, n + 8).map(doing))));
  return results;
};

const tokenFor = (caller: string, institutionId: InstitutionId) =>
  caller === "consumer" ? tokens.get(caller) : tokens.get(`${institutionId} ${caller}`);

/** Nothing to change is given, so that a call that is let in ends at its input. What signs out would end what the next needs. */
const letIn = async (operation: Operation, caller: string): Promise<string> => {
  if (operation.id === "access.signOut") return "●";
  const { statusCode } = await call(operation, tokenFor(caller, OWN));
  if (statusCode >= 500) throw new Error(`${operation.id} as ${caller}: ${statusCode}`);
  return statusCode === 401 || statusCode === 403 ? "·" : "●";
};

test("each role may do at its own institution what the table says, and nothing else", {
  timeout: TIMEOUT_MS,
}, async () => {
  const operations = platform.operations.map(({ operation }) => operation);
  const rows = await inTurn(operations, async (operation) => {
    const cells: string[] = [];
    for (const caller of CALLERS) cells.push(await letIn(operation, caller));
    return `${operation.id.padEnd(32)} ${cells.join(" ")}`;
  });
  const legend = CALLERS.map((caller, n) => `${" ".repeat(33 + 2 * n)}${caller}`);
  const table = [...legend, ...rows.sort()].join("\n");
  await expect(`${table}\n`).toMatchFileSnapshot("./matrix.golden.txt");
});

/** A digest of every row of an institution, table by table. */
const rowsOf = async (institutionId: InstitutionId): Promise<Record<string, string>> => {
  const { db } = store.owner;
  const { rows: tables } = await sql<{ name: string }>`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'institution_id' and not a.attisdropped
    where n.nspname = current_schema() and c.relkind = 'r' order by 1`.execute(db);
  const digests: Record<string, string> = {};
  for (const { name } of tables.filter((table) => table.name !== "session")) {
    const { rows } = await store.within({ institutionId }, (tx) =>
      sql<{ digest: string }>`
        select md5(coalesce(string_agg(md5(t::text), '' order by md5(t::text)), '')) as digest
        from ${sql.table(name)} t`.execute(tx),
    );
    digests[name] = rows[0]?.digest ?? "";
  }
  return digests;
};

test("no role of another institution reaches anything, with the right ids and a body that fits", {
  timeout: TIMEOUT_MS,
}, async () => {
  const guarded = platform.operations.flatMap(({ operation }) =>
    "anyone" in operation.who || "consumer" in operation.who ? [] : [operation],
  );
  const marks = Object.values(things);
  const own = platform.operations.find(({ operation }) => operation.id === "claims.read")?.operation;
  if (!own) throw new Error("claims.read is gone: name another operation that shows these things exist");
  expect((await call(own, tokenFor("claims-handler", OWN), undefined, things)).statusCode).toBe(200);
  const before = await rowsOf(OWN);
  const reached = await inTurn(guarded, async (operation) => {
    const found: string[] = [];
    const named = Object.keys(things).some((name) => operation.path.includes(`:${name}`));
    for (const role of Role.options) {
      const answer = await call(operation, tokenFor(role, OTHER), leastBody(operation), things);
      const sent = JSON.stringify([operation.path, ...marks.filter((mark) => answer.body.includes(mark))]);
      if (answer.statusCode >= 500) found.push(`${operation.id} as ${role}: ${answer.statusCode}`);
      if (answer.statusCode < 300 && (named || marks.some((mark) => answer.body.includes(mark))))
        found.push(`${operation.id} as ${role}: ${answer.statusCode} ${sent}`);
    }
    return found;
  });
  expect(reached.flat()).toEqual([]);
  expect(await rowsOf(OWN)).toEqual(before);
});
