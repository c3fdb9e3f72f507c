import { base32, codeOf, stepAt } from "./access/factors/totp.ts";
import { addStaff, authenticator, type NewStaff } from "./access/index.ts";
import { openDesk } from "./claims/testing/desk.ts";
import { compose } from "./compose.ts";
import { directory } from "./directory.ts";
import { type Answer, testDatabase, testServer } from "./testing/index.ts";

const PASSWORD = "一个够长的示例密码吧";

/** For tests: the whole platform over HTTP, with people who sign in by password as people do. */
export const openBuilding = async () => {
  const database = await testDatabase();
  const { store, clock } = database;
  const platform = compose({ store, clock });
  const client = await testServer(database, platform.operations, authenticator({ store, clock, directory }));
  const desk = await openDesk(database);

  const hire = (login: string, roles: NewStaff["roles"], approvalLimit: bigint | null = null) =>
    database.run((context) =>
      addStaff(context, { login, name: `${login}（示例）`, password: PASSWORD, roles, approvalLimit }),
    );
  /** Signs in and gives back how this person calls, whoever signs in after them. */
  const enter = async (login: string, given: { password?: string; code?: string } = {}) => {
    client.forget();
    const answer = await client.call("POST", "/session", {
      payload: { login, password: PASSWORD, ...given },
    });
    const cookie = /goodfaith_session=([^;]+)/.exec(String(answer.headers["set-cookie"]))?.[1];
    const call = async (
      method: "GET" | "POST" | "PUT" | "DELETE",
      path: string,
      payload?: object,
    ): Promise<Answer> => {
      client.forget();
      return client.call(method, path, {
        headers: {
          "idempotency-key": database.newId(),
          ...(cookie === undefined ? {} : { cookie: `goodfaith_session=${cookie}` }),
        },
        ...(payload === undefined ? {} : { payload }),
      });
    };
    return { answer, call, cookie };
  };
  const minutes = (n: number) => clock.set(new Date(clock.now().getTime() + n * 60_000).toISOString());
  return { database, client, desk, hire, enter, minutes, PASSWORD };
};

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const unbase32 = (text: string): Buffer => {
  const bits = [...text].map((letter) => LETTERS.indexOf(letter).toString(2).padStart(5, "0")).join("");
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
};

/** For tests: what an authenticator app shows at an instant. */
export const authenticatorApp = (secret: string, now: Date, later = 0): string => {
  const bytes = unbase32(secret);
  if (base32(bytes) !== secret) throw new Error("the app read another secret");
  return codeOf(bytes, stepAt(now) + later);
};
