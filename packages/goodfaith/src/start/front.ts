import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from "node:http";

export class PortTakenError extends Error {
  readonly port: number;
  constructor(port: number) {
    super(`port ${port} is taken`);
    this.port = port;
  }
}

/** The ports that people reach us at, open from the first moment: until there is more, they say that we are starting. */
export interface Front {
  readonly port: number;
  /** The first of the listening servers, for what must attach to one (live reload). */
  readonly server: Server;
  /** How far the sample has come, for whoever waits: a percentage. */
  tell(percent: number): void;
  /** From now on requests go here. */
  handOver(listener: RequestListener): void;
  /** Lets running requests end, for a moment. */
  close(): Promise<void>;
}

const PATIENCE_MS = 5_000;

/**
 * Listens on every address of `host` (`localhost` has two, `::` falls back to `0.0.0.0` on a machine without IPv6).
 * @throws PortTakenError
 */
export const openFront = async (host: string, port: number): Promise<Front> => {
  let percent: number | null = null;
  let listener: RequestListener = (request, response) => starting(request, response, percent);
  const servers: Server[] = [];
  let chosen = port;
  const close = async () => {
    await Promise.all(servers.map(end));
  };
  try {
    for (const address of addressesOf(host)) {
      const server = createServer((request, response) => listener(request, response));
      const found = await listen(server, address, chosen);
      if (found === undefined) continue;
      chosen = found;
      servers.push(server);
      if (address === "::") break;
    }
  } catch (error) {
    await close();
    throw error;
  }
  const [server] = servers;
  if (!server) throw new Error(`there is no address ${host} to listen on`);
  return {
    port: chosen,
    server,
    tell: (now) => {
      percent = now;
    },
    handOver: (next) => {
      listener = next;
    },
    close,
  };
};

const addressesOf = (host: string): string[] => {
  if (host === "localhost") return ["127.0.0.1", "::1"];
  return host === "::" ? ["::", "0.0.0.0"] : [host];
};

/** The port, or nothing where this machine has no such address. */
const listen = (server: Server, host: string, port: number): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "EADDRINUSE") reject(new PortTakenError(port));
      else if (error.code === "EADDRNOTAVAIL" || error.code === "EAFNOSUPPORT") resolve(undefined);
      else reject(error);
    });
    server.listen({ host, port }, () => {
      const address = server.address();
      resolve(typeof address === "object" && address ? address.port : port);
    });
  });

const end = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    const force = setTimeout(() => server.closeAllConnections(), PATIENCE_MS);
    server.close(() => {
      clearTimeout(force);
      resolve();
    });
    server.closeIdleConnections();
  });

const page = (
  percent: number | null,
): string => `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta http-equiv="refresh" content="2"><title>至诚</title>
<body style="font:16px/1.8 sans-serif;margin:20vh auto;width:20em;color:#333">至诚正在启动，请稍候…<br>Goodfaith is starting…${percent === null ? "" : `<br>示例数据 · sample records ${percent}%`}</body></html>`;

const starting = (request: IncomingMessage, response: ServerResponse, percent: number | null): void => {
  const path = request.url?.split("?")[0];
  if (path === "/healthz") {
    response.writeHead(200, { "content-type": "application/json" }).end('{"status":"alive"}');
    return;
  }
  const html = (request.headers.accept ?? "").includes("text/html");
  response
    .writeHead(503, {
      "content-type": html ? "text/html; charset=utf-8" : "application/json",
      "retry-after": "2",
      "cache-control": "no-store",
    })
    .end(html ? page(percent) : '{"status":"starting"}');
};
