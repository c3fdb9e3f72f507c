import { blindPhone } from "./access/code.ts";
import type { Role } from "./access/contract.ts";
import { addStaff } from "./access/index.ts";
import { openSession } from "./access/sessions.ts";
import type { InstitutionId } from "./kernel/ids.ts";
import type { TestDatabase } from "./testing/index.ts";

const HOUR_MS = 3_600_000;

const session = async (
  { store, clock }: TestDatabase,
  owner: Parameters<typeof openSession>[1],
): Promise<string> =>
  (await store.entry((tx) => openSession(tx, owner, { now: clock.now(), lasts_ms: HOUR_MS }))).token;

/** For tests: the token of someone of staff at an institution who has this one role. */
export const staffSession = async (
  database: TestDatabase,
  institutionId: InstitutionId,
  role: Role,
): Promise<string> => {
  const given = {
    login: `${role}@${institutionId}`,
    name: `${role}（示例）`,
    password: "一个长长的密码",
    roles: [role],
    approvalLimit: null,
  };
  const staffId = await database.run((context) => addStaff(context, given), {
    kind: "system",
    name: "test",
    institutionId,
  });
  return session(database, { kind: "staff", institutionId, staffId });
};

/** For tests: the token of the consumer whom a phone belongs to. */
export const consumerSession = (database: TestDatabase, phone: string): Promise<string> =>
  session(database, { kind: "consumer", phoneBlind: blindPhone(phone), phoneMasked: "199****" });
