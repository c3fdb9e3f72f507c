import { expect, test } from "vitest";
import { z } from "zod";
import { operation } from "../kernel/operation.ts";
import { testDatabase, testServer, testStaff } from "../testing/index.ts";
import { bind } from "./bind.ts";

const MB = 1024 * 1024;
const database = await testDatabase();
const handler = await testStaff(database);
const upload = operation({
  id: "test.upload",
  method: "POST",
  path: "/files",
  who: { staff: "claims.handle" },
  summary: { zh: "试", en: "test" },
  body: z.object({}),
  file: { maxBytes: 20 * MB },
  output: z.object({ bytes: z.number() }),
});
const client = await testServer(
  database,
  [bind(upload, async (_context, { file }) => ({ bytes: file?.content.byteLength ?? -1 }))],
  async () => handler,
);
const address = await client.server.listen({ port: 0, host: "127.0.0.1" });

/** A multipart body that is made as it is sent, so that the sender needs no memory for it. */
const body = (bytes: number) => {
  const head = `--xx\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\ncontent-type: text/csv\r\n\r\n`;
  const tail = "\r\n--xx--\r\n";
  const chunk = new Uint8Array(MB);
  let left = bytes / MB;
  const stream = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(new TextEncoder().encode(head)),
    pull: (controller) => {
      if (left > 0) controller.enqueue(chunk);
      else {
        controller.enqueue(new TextEncoder().encode(tail));
        controller.close();
      }
      left -= 1;
    },
  });
  return { stream, length: head.length + bytes + tail.length };
};
const post = (bytes: number, { announced }: { announced: boolean }) => {
  const { stream, length } = body(bytes);
  return fetch(`${address}/api/v1/files`, {
    method: "POST",
    headers: {
      authorization: "Bearer token-of-the-handler",
      "content-type": "multipart/form-data; boundary=xx",
      ...(announced ? { "content-length": String(length) } : {}),
    },
    body: stream,
    duplex: "half",
  });
};

/** The most that buffers held while `work` ran, above what they held before, in bytes. */
const peakOf = async (work: () => Promise<void>): Promise<number> => {
  const before = process.memoryUsage().arrayBuffers;
  let peak = before;
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().arrayBuffers);
  }, 2);
  await work();
  clearInterval(timer);
  return peak - before;
};

test("a file within the limit arrives whole", async () => {
  const answer = await post(20 * MB, { announced: true });
  expect(await answer.json()).toEqual({ bytes: 20 * MB });
});

test("50 MB onto 20 MB: told why", async () => {
  const answer = await post(50 * MB, { announced: true });
  expect(answer.status).toBe(413);
  expect(await answer.json()).toMatchObject({
    code: "http.too-large",
    detail: "文件太大：最多 20 MB。什么也没有保存。",
    facts: { maxBytes: 20 * MB },
  });
});

test.each([true, false])("300 MB (announced: %s) are refused, and never held", async (announced) => {
  const peak = await peakOf(async () => {
    expect((await post(300 * MB, { announced })).status).toBe(413);
  });
  // The limit itself, and what waits to be collected here and at the sender, who is in this process too.
  expect(peak).toBeLessThan(120 * MB);
});

test("a form that breaks off is refused and the server goes on", async () => {
  const broken = await fetch(`${address}/api/v1/files`, {
    method: "POST",
    headers: {
      authorization: "Bearer token-of-the-handler",
      "content-type": "multipart/form-data; boundary=xx",
    },
    body: `--xx\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\nhalf a fi`,
  });
  expect(broken.status).toBe(400);
  expect(await broken.json()).toMatchObject({ code: "http.bad-form" });
  expect((await fetch(`${address}/readyz`)).status).toBe(200);
});
