import { createHash, timingSafeEqual } from "node:crypto";
import type { FastifyInstance } from "fastify";
import { Refused } from "../kernel/refusal.ts";
import { refusals } from "./problem.ts";
import type { ServerParts } from "./server-parts.ts";

/** `/metrics` for Prometheus, where a token was set, for who brings it (`Authorization: Bearer …`). */
export const serveMetrics = (server: FastifyInstance, { metrics }: ServerParts): void => {
  if (metrics?.token === undefined) return;
  const { meter, token } = metrics;
  server.get("/metrics", async (request, reply) => {
    if (!isSame(request.headers.authorization ?? "", `Bearer ${token}`))
      throw new Refused(refusals.signInFirst());
    return reply.type(meter.contentType).send(await meter.text());
  });
};

/** Takes as long for a near miss as for a far one. */
const isSame = (given: string, right: string): boolean => timingSafeEqual(digest(given), digest(right));
const digest = (text: string) => createHash("sha256").update(text).digest();
