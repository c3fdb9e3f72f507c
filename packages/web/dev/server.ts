/** Serves the built pages with fixtures, for looking at them without a server. Development only. */

import { readFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import { extname, join } from "node:path";
import * as fx from "./fixtures.ts";

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
};
const page = (items: unknown[]) => ({ items, next: null, total: items.length });

const answer = (path: string, state: { consumer: boolean; nobody: boolean; settled: boolean }): unknown => {
  const summary = ((c) => ({
    caseId: c.caseId,
    number: c.number,
    title: c.title,
    status: c.status,
    insuredName: c.insuredName,
    partyId: c.partyId,
    openedAt: c.openedAt,
    handler: c.handler,
    payable: c.payable,
    ordered: c.ordered,
    settled: c.settled,
    asks: c.asks,
    nextDue: c.nextDue,
  }))(fx.claim(state.settled));
  if (path === "/session")
    return state.nobody ? { kind: "nobody" } : state.consumer ? fx.consumerSession : fx.session;
  if (path === "/today") return fx.today;
  if (path === "/claims")
    return page([
      summary,
      {
        ...summary,
        caseId: fx.uuid(5),
        settled: true,
        payable: { least: "22500.00", most: "22500.00" },
        title: "陈女士（示例）住院医疗",
        asks: [],
        status: "paid",
        ordered: "22500.00",
      },
    ]);
  if (path.endsWith("/replay")) return { decisions: 3, same: true, differs: [] };
  if (path.endsWith("/files"))
    return {
      claim: fx.claim(true),
      read: {
        kind: "wechat-bill",
        rows: 118,
        zh: "微信支付账单，118 笔。最后一笔本人付款在 2024-10-02 08:12:05（第 23 行），已作为出险时间的下限。",
        en: "WeChat Pay bill, 118 records.",
      },
    };
  if (path.startsWith("/claims/")) return fx.claim(state.settled);
  if (path === "/consumer/overview") return fx.overview;
  if (path.startsWith("/consumer/claims/")) return fx.consumerClaim;
  if (
    path === "/messages" ||
    path === "/people" ||
    path === "/payments" ||
    path === "/payment-batches" ||
    path === "/imports"
  )
    return page([]);
  return null;
};

export const serveFixtures = async (
  port: number,
  state: { consumer: boolean; nobody: boolean; settled: boolean },
): Promise<Server> => {
  const dist = join(import.meta.dirname, "../dist");
  const server = createServer(async (request, reply) => {
    const { pathname } = new URL(request.url ?? "/", "http://x");
    if (pathname.startsWith("/api/v1")) {
      request.resume();
      if (pathname.endsWith("/files")) state.settled = true;
      const body = answer(pathname.slice(7), state);
      reply.writeHead(body === null ? 404 : 200, { "content-type": "application/json" });
      reply.end(
        JSON.stringify(
          body ?? { title: "没有找到", titleEn: "Not found", code: "missing", detail: "没有", facts: {} },
        ),
      );
      return;
    }
    const file = extname(pathname) ? join(dist, pathname) : join(dist, "index.html");
    try {
      const content = await readFile(file);
      reply.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" });
      reply.end(content);
    } catch {
      reply.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return server;
};
