import { randomUUID } from "node:crypto";
import { afterAll, inject } from "vitest";
import { loadTestKeys } from "../access/index.ts";
import { fixedClock } from "../kernel/clock.ts";
import { InstitutionId } from "../kernel/ids.ts";
import type { Actor, Context, StaffActor, SystemActor } from "../store/index.ts";
import { open, type Scope, type Store } from "../store/index.ts";
import "./global.ts";

/** When tests happen, unless they say otherwise. */
export const TEST_NOW = "2025-03-10T09:00:00+08:00";

export interface TestDatabase {
  readonly url: string;
  readonly store: Store;
  readonly clock: ReturnType<typeof fixedClock>;
  readonly newId: () => string;
  /** Made before the tests: `示例人寿（示例）`. */
  readonly institutionId: InstitutionId;
  /** Another, for tests that nothing is seen across. */
  readonly otherInstitutionId: InstitutionId;
  /** Runs `fn` as the system at the institution (or as `actor`), in one transaction that is committed. */
  run<T>(fn: (context: Context) => Promise<T>, as?: StaffActor | SystemActor, scope?: Scope): Promise<T>;
}

/**
 * A migrated database of this test file's own, cloned from a template; dropped when the file's tests are done.
 * Call it at the top of a test file: `const database = await testDatabase();`
 */
export const testDatabase = async ({ migrated = true } = {}): Promise<TestDatabase> => {
  const server = inject("goodfaithDatabases");
  const response = await fetch(`${server}/${migrated ? "migrated" : "empty"}`, { method: "POST" });
  const url = await response.text();
  if (!response.ok) throw new Error(`no test database: ${url}`);
  loadTestKeys();
  const store = open(url, { maxConnections: 8 });
  const clock = fixedClock(TEST_NOW);
  afterAll(async () => {
    await store.close();
    await fetch(`${server}${new URL(url).pathname}`, { method: "DELETE" });
  });
  const institutionId = InstitutionId.parse(randomUUID());
  const otherInstitutionId = InstitutionId.parse(randomUUID());
  const database: TestDatabase = {
    url,
    store,
    clock,
    newId: randomUUID,
    institutionId,
    otherInstitutionId,
    run: (fn, as, scope) => {
      const actor: StaffActor | SystemActor = as ?? { kind: "system", name: "test", institutionId };
      return store.within(scope ?? { institutionId: actor.institutionId }, (tx) =>
        fn({ tx, actor, clock, newId: randomUUID }),
      );
    },
  };
  if (migrated) {
    await makeInstitution(database, institutionId, "示例人寿（示例）");
    await makeInstitution(database, otherInstitutionId, "另一家保险（示例）");
  }
  return database;
};

const makeInstitution = (database: TestDatabase, institutionId: InstitutionId, name: string) =>
  database.store.within({ institutionId }, (tx) =>
    tx
      .insertInto("institution")
      .values({ institution_id: institutionId, name, sample: true, created_at: database.clock.now() })
      .execute(),
  );

export type { Actor };
