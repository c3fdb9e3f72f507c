import type { FastifyInstance } from "fastify";
import type { ServerParts } from "./server-parts.ts";

/** `/healthz`: the process lives. `/readyz`: it can serve, its database included. */
export const serveHealth = (server: FastifyInstance, { isReady, store }: ServerParts): void => {
  server.get("/healthz", async () => ({ status: "alive" }));
  server.get("/readyz", async (_request, reply) => {
    const ready = isReady() && (await store.ping());
    return reply.code(ready ? 200 : 503).send({ status: ready ? "ready" : "not ready" });
  });
};
