import type { RequestListener, Server } from "node:http";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** Vite in this process: pages are built as they are asked for and reload as they are written. */
export const startVite = async (
  webFolder: string,
  server: Server,
  api: RequestListener,
): Promise<{ handler: RequestListener; close: () => Promise<void> }> => {
  const path = createRequire(join(webFolder, "package.json")).resolve("vite");
  const vite: typeof import("vite") = await import(pathToFileURL(path).href);
  const pages = await vite.createServer({
    root: webFolder,
    appType: "spa",
    clearScreen: false,
    server: { middlewareMode: true, hmr: { server } },
  });
  return {
    handler: (request, response) =>
      /^\/(api\/|healthz|readyz)/.test(request.url ?? "")
        ? api(request, response)
        : pages.middlewares(request, response),
    close: () => pages.close(),
  };
};
