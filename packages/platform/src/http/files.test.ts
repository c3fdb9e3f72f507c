import { expect, test } from "vitest";
import { MAX_BYTES, testHttp } from "./server.fixture.ts";

const { as, client, handlers } = await testHttp();

const form = (bytes: number, fields: Record<string, string> = { note: "证据" }) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.append(name, value);
  data.append("file", new Blob([new Uint8Array(bytes)], { type: "text/csv" }), "账单.csv");
  return data;
};
const send = (data: FormData) =>
  client.call("POST", "/files", { payload: data as never, headers: handlers() });

test("a file arrives with its name and the form's fields; one byte too many is 413", async () => {
  expect(await send(form(MAX_BYTES))).toMatchObject({
    status: 200,
    body: { bytes: MAX_BYTES, filename: "账单.csv", note: "证据" },
  });
  expect(await send(form(MAX_BYTES + 1))).toMatchObject({
    status: 413,
    body: {
      code: "http.too-large",
      detail: "文件太大：最多 1 MB。什么也没有保存。",
      facts: { maxBytes: MAX_BYTES },
    },
  });
  expect(await send(form(1, {}))).toMatchObject({ status: 400, body: { fields: [{ field: "note" }] } });
  const empty = new FormData();
  empty.append("note", "没有文件");
  expect(await send(empty)).toMatchObject({ status: 400, body: { code: "http.no-file" } });
  expect(await client.call("POST", "/files", { payload: { note: "x" }, headers: handlers() })).toMatchObject({
    status: 400,
    body: { code: "http.not-multipart" },
  });
});

test("a download has its name, in any script, and is not kept by caches", async () => {
  const answer = await client.call("GET", "/file.csv", { headers: as("token-of-the-reader-") });
  expect(answer.headers["content-disposition"]).toBe(
    `attachment; filename*=UTF-8''${encodeURIComponent("名单 2024.csv")}`,
  );
  expect(answer.headers["cache-control"]).toBe("no-store");
  expect(answer.text).toBe("姓名\n");
});
