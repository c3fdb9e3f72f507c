import swagger from "@fastify/swagger";
import swaggerUi from "@fastify/swagger-ui";
import type { FastifyInstance } from "fastify";
import { openapi } from "./openapi.ts";
import type { ServerParts } from "./server-parts.ts";

export const API_VERSION = "1.0.0";

/** OpenAPI at `/api/v1/openapi.json`, and a page to read and try it at `/api/docs`. */
export const serveDocs = async (server: FastifyInstance, { operations }: ServerParts): Promise<void> => {
  let text: string | undefined;
  const document = () =>
    openapi(
      operations.map(({ operation }) => operation),
      API_VERSION,
    );
  server.get("/api/v1/openapi.json", (_request, reply) => {
    text ??= JSON.stringify(document());
    return reply.type("application/json; charset=utf-8").send(text);
  });
  await server.register(async (docs) => {
    await docs.register(swagger, {
      mode: "static",
      specification: {
        document: { openapi: "3.1.0", info: { title: "Goodfaith", version: API_VERSION }, paths: {} },
      },
    });
    await docs.register(swaggerUi, {
      routePrefix: "/api/docs",
      staticCSP: true,
      uiConfig: { url: "/api/v1/openapi.json", docExpansion: "list", deepLinking: true },
    });
  });
};
