import cookie from "@fastify/cookie";
import multipart from "@fastify/multipart";
import rateLimit from "@fastify/rate-limit";
import Fastify, { type FastifyInstance, LogController } from "fastify";
import { Refused } from "../kernel/refusal.ts";
import { serveDocs } from "./docs.ts";
import { answerErrors, send } from "./errors.ts";
import { handler } from "./handle.ts";
import { secureHeaders } from "./headers.ts";
import { serveHealth } from "./health.ts";
import { serveMetrics } from "./metrics.ts";
import { problemOf, refusals } from "./problem.ts";
import type { ServerParts } from "./server-parts.ts";
import { serveWeb } from "./web.ts";

const JSON_MAX_BYTES = 1024 * 1024;
const DEFAULT_LIMITS = { api: 1200, signIn: 30 };

/** The HTTP server: every operation under `/api/v1`, its description, health and the pages. Not yet listening. */
export const createServer = async (parts: ServerParts): Promise<FastifyInstance> => {
  const server = Fastify({
    loggerInstance: parts.logger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: JSON_MAX_BYTES,
    trustProxy: parts.trustProxy ?? false,
    genReqId: () => parts.newId(),
    forceCloseConnections: "idle",
    routerOptions: { maxParamLength: 200 },
    // An address that cannot be read never reaches a route, nor the error handler.
    frameworkErrors: (_error, request, reply) => {
      notFound(request.url, reply);
    },
  });
  answerErrors(server, parts.newId);
  secureHeaders(server, parts.publicOrigin);
  await server.register(cookie);
  await server.register(multipart, { throwFileSizeLimit: false });
  await server.register(rateLimit, {
    global: false,
    cache: 10_000,
    errorResponseBuilder: (_request, { ttl }) => new Refused(refusals.tooMany(Math.ceil(ttl / 1000))),
  });
  watchRequests(server, parts);
  serveHealth(server, parts);
  serveMetrics(server, parts);
  await serveApi(server, parts);
  await serveDocs(server, parts);
  if (parts.webRoot === undefined)
    server.setNotFoundHandler((request, reply) => notFound(request.url, reply));
  else await serveWeb(server, parts.webRoot, notFound);
  return server;
};

const notFound = (url: string, reply: Parameters<typeof send>[0]) =>
  send(reply, problemOf(refusals.noSuchPath(url.split("?")[0] ?? url)));

const serveApi = (server: FastifyInstance, parts: ServerParts) =>
  server.register(
    async (api) => {
      const limits = parts.limits ?? DEFAULT_LIMITS;
      for (const bound of parts.operations) {
        const { operation, kind } = bound;
        const max = kind === "entry" && operation.method === "POST" ? limits.signIn : limits.api;
        api.route({
          method: operation.method,
          url: operation.path,
          config: { rateLimit: { max, timeWindow: "1 minute" } },
          handler: handler(parts, bound),
        });
      }
    },
    { prefix: "/api/v1" },
  );

/** One line a request, and one count: the route and not the address, whose query may hold a name or a phone. */
const watchRequests = (server: FastifyInstance, { metrics }: ServerParts) => {
  server.addHook("onResponse", async (request, reply) => {
    const { method } = request;
    const route = request.routeOptions.url ?? "none";
    const status = reply.statusCode;
    request.log.info({ method, route, status, ms: Math.round(reply.elapsedTime * 10) / 10 }, "request");
    metrics?.meter.request({ method, route, status, seconds: reply.elapsedTime / 1000 });
  });
};
