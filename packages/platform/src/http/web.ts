import { readFile } from "node:fs/promises";
import { join } from "node:path";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyReply } from "fastify";

/** Serves the built pages; any other address that a browser opens gets the one page that finds its own way from there. */
export const serveWeb = async (
  server: FastifyInstance,
  root: string,
  notFound: (url: string, reply: FastifyReply) => unknown,
): Promise<void> => {
  const index = await readFile(join(root, "index.html"));
  await server.register(fastifyStatic, {
    root,
    index: false,
    wildcard: false,
    // Names under assets/ carry a digest of their content.
    setHeaders: (reply, path) => {
      const forever = path.includes("/assets/") || path.includes("\\assets\\");
      reply.header("cache-control", forever ? "public, max-age=31536000, immutable" : "no-cache");
    },
  });
  const page = (reply: FastifyReply) =>
    reply.type("text/html; charset=utf-8").header("cache-control", "no-cache").send(index);
  server.get("/", (_request, reply) => page(reply));
  server.setNotFoundHandler((request, reply) => {
    const wantsPage =
      request.method === "GET" &&
      !request.url.startsWith("/api/") &&
      (request.headers.accept ?? "").includes("text/html");
    return wantsPage ? page(reply) : notFound(request.url, reply);
  });
};
