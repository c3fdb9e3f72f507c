/** The language beside the page; it is ended by whoever started it. */
export const startWorker = (): Worker =>
  new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
