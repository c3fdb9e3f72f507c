import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { operation } from "../kernel/operation.ts";
import { Refused, refuse } from "../kernel/refusal.ts";
import type { ConsumerActor, StaffActor } from "../store/index.ts";
import { testDatabase, testServer, testStaff } from "../testing/index.ts";
import { bind, bindConsumer } from "./bind.ts";

/** For tests: an HTTP server with operations that make, break, take and give files, and people who call them. */
const as = (token: string) => ({ authorization: `Bearer ${token}` });
const summary = { zh: "试", en: "test" };

const make = operation({
  id: "test.make",
  method: "POST",
  path: "/things/:thingId",
  who: { staff: "claims.handle" },
  creates: true,
  summary,
  params: z.object({ thingId: z.uuid() }),
  query: z.object({ times: z.coerce.number().int().min(1).max(3).default(1) }),
  body: z.object({
    name: z.string().trim().min(2),
    kind: z.enum(["one", "two"]),
    phone: z
      .string()
      .regex(/^1\d{10}$/, "手机号应为 11 位数字 · a phone number has 11 digits")
      .optional(),
  }),
  output: z.object({ number: z.number(), name: z.string() }),
});
const break_ = operation({
  id: "test.break",
  method: "GET",
  path: "/broken",
  who: { signedIn: true },
  summary,
  query: z.object({ how: z.enum(["refused", "unexpected", "output"]) }),
  output: z.object({ n: z.number() }),
});
const mine = operation({
  id: "test.mine",
  method: "GET",
  path: "/consumer/mine",
  who: { consumer: true },
  summary,
  output: z.object({ name: z.string() }),
});
export const MAX_BYTES = 1024 * 1024;
const upload = operation({
  id: "test.upload",
  method: "POST",
  path: "/files",
  who: { staff: "claims.handle" },
  summary,
  body: z.object({ note: z.string().min(1) }),
  file: { maxBytes: MAX_BYTES },
  output: z.object({ bytes: z.number(), filename: z.string(), note: z.string() }),
});
export const fetchFile = operation({
  id: "test.download",
  method: "GET",
  path: "/file.csv",
  who: { staff: "claims.read" },
  summary,
  output: "download",
});

export const testHttp = async () => {
  const database = await testDatabase();
  const reader = await testStaff(database, { permissions: ["claims.read"] });
  const consumer: ConsumerActor = { kind: "consumer", name: "王太太（示例）", grants: [] };
  const people: Record<string, StaffActor | ConsumerActor> = {
    "token-of-the-handler": await testStaff(database),
    "token-of-the-reader-": reader,
    "token-of-elsewhere--": await testStaff(database, { institutionId: database.otherInstitutionId }),
    "token-of-the-consumer": consumer,
  };
  let made = 0;
  const client = await testServer(
    database,
    [
      bind(make, async ({ tx, actor }, { body }) => {
        made += 1;
        const number = made;
        await sleep(20);
        await tx
          .updateTable("institution")
          .set({ name: `${body.name} ${number}` })
          .where("institution_id", "=", actor.institutionId)
          .execute();
        if (body.name === "refuse me")
          throw new Refused(refuse("conflict", "test.no", { zh: "不行", en: "No" }));
        return { number, name: body.name, secret: "not in the contract" };
      }),
      bind(break_, async (_context, { query }) => {
        if (query.how === "refused")
          throw new Refused(
            refuse("conflict", "test.changed", { zh: "已变更", en: "It has changed" }, { version: 3 }),
          );
        if (query.how === "unexpected") throw new Error("password of 张三 is 123456");
        return { n: Number.NaN };
      }),
      bindConsumer(mine, async ({ actor }) => ({ name: actor.name })),
      bind(upload, async (_context, { body, file }) => ({
        bytes: file?.content.byteLength ?? -1,
        filename: file?.filename ?? "",
        note: body.note,
      })),
      bind(fetchFile, async () => ({
        filename: "名单 2024.csv",
        mediaType: "text/csv; charset=utf-8",
        content: new TextEncoder().encode("姓名\n"),
      })),
    ],
    async (token) => people[token] ?? null,
  );

  const thing = `/things/${database.newId()}`;
  const handlers = (key = database.newId()) => ({ ...as("token-of-the-handler"), "idempotency-key": key });
  return {
    database,
    client,
    reader,
    as,
    handlers,
    /** The address of one thing to make. */
    thing,
    /** How many were made so far. */
    made: () => made,
    post: (payload: object, headers: Record<string, string> = handlers(), path = thing) =>
      client.call("POST", path, { payload, headers }),
  };
};
