import type { FastifyInstance, InjectOptions } from "fastify";
import { afterAll } from "vitest";
import { vault } from "../access/index.ts";
import type { Bound } from "../http/index.ts";
import { makeLogger } from "../http/logger.ts";
import { createServer } from "../http/server.ts";
import type { Authenticate } from "../http/signed-in.ts";
import type { TestDatabase } from "./database.ts";

export interface TestClient {
  readonly server: FastifyInstance;
  /** Calls the API as a browser of our own pages would, with the cookies it was given. */
  call(
    method: "GET" | "POST" | "PUT" | "DELETE",
    path: string,
    options?: Pick<InjectOptions, "payload" | "headers">,
  ): Promise<Answer>;
  /** Forgets the cookies. */
  forget(): void;
}

export interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
}

/** The HTTP server over a test's database, without a port. */
export const testServer = async (
  database: TestDatabase,
  operations: readonly Bound[],
  authenticate: Authenticate,
  limits = { api: 100_000, signIn: 100_000 },
): Promise<TestClient> => {
  const server = await createServer({
    store: database.store,
    operations,
    authenticate,
    sealing: vault,
    clock: database.clock,
    newId: database.newId,
    logger: makeLogger("silent"),
    isReady: () => true,
    limits,
  });
  await server.ready();
  afterAll(() => server.close());
  const cookies = new Map<string, string>();
  return {
    server,
    forget: () => cookies.clear(),
    call: async (method, path, options = {}) => {
      const answer = await server.inject({
        method,
        url: `/api/v1${path}`,
        ...options,
        headers: { "sec-fetch-site": "same-origin", ...options.headers },
        cookies: Object.fromEntries(cookies),
      });
      for (const { name, value } of answer.cookies) {
        if (value === "") cookies.delete(name);
        else cookies.set(name, value);
      }
      const isJson = String(answer.headers["content-type"]).includes("json");
      return {
        status: answer.statusCode,
        body: isJson ? answer.json() : {},
        headers: answer.headers,
        text: answer.body,
      };
    },
  };
};
