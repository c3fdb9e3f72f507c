import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "vitest";
import { inSpan } from "./spans.ts";
import { startTracing } from "./tracing.ts";

interface Span {
  readonly name: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly status: { readonly code?: number };
}

/** A collector on this machine, that keeps what it is sent. */
const collector = async () => {
  const bodies: string[] = [];
  const paths: string[] = [];
  const server = createServer((request, response) => {
    paths.push(request.url ?? "");
    let body = "";
    request.on("data", (chunk: Buffer) => {
      body += chunk.toString();
    });
    request.on("end", () => {
      bodies.push(body);
      response.writeHead(200, { "content-type": "application/json" }).end("{}");
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const spans = (): Span[] =>
    bodies.flatMap((body) => {
      const sent = JSON.parse(body) as { resourceSpans: { scopeSpans: { spans: Span[] }[] }[] };
      return sent.resourceSpans.flatMap((one) => one.scopeSpans.flatMap((scope) => scope.spans));
    });
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    paths,
    bodies,
    spans,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
};

test("spans reach a collector with who called whom; an error is marked, and its words stay here", async () => {
  const there = await collector();
  const stop = await startTracing(`${there.address}/`);
  await inSpan("claims.read", { "http.request.method": "GET" }, () =>
    inSpan("transaction", {}, async () => undefined),
  );
  await expect(
    inSpan("job tell", { attempts: 1 }, () => Promise.reject(new TypeError("王先生 has no phone"))),
  ).rejects.toThrow("王先生");
  await stop();
  expect(new Set(there.paths)).toEqual(new Set(["/v1/traces"]));
  const named = new Map(there.spans().map((span) => [span.name, span]));
  expect([...named.keys()].sort()).toEqual(["claims.read", "job tell", "transaction"]);
  expect(named.get("transaction")?.parentSpanId).toBe(named.get("claims.read")?.spanId);
  expect(named.get("job tell")?.status.code).toBe(2);
  expect(there.bodies.join("")).toContain("TypeError");
  expect(there.bodies.join("")).not.toContain("王先生");
  await there.stop();
});
