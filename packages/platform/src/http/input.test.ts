import { expect, test } from "vitest";
import { testHttp } from "./server.fixture.ts";

const { client, handlers, made, post, thing } = await testHttp();

test("every field that is not right is named, with what would be, in both languages", async () => {
  const answer = await post({ name: "x", kind: "three", phone: "12" }, handlers(), "/things/12?times=7");
  expect(answer.status).toBe(400);
  expect(answer.headers["content-type"]).toContain("application/problem+json");
  expect(answer.body).toMatchObject({
    status: 400,
    code: "http.invalid-input",
    title: "内容有误",
    titleEn: "Not right",
    fields: [
      { in: "params", field: "thingId", zh: "应为编号（UUID）", en: "should be a UUID" },
      { in: "query", field: "times", zh: "不大于 3", en: "at most 3" },
      { in: "body", field: "name", zh: "至少 2 个字", en: "at least 2 characters" },
      { in: "body", field: "kind", zh: "应为以下之一：one, two", en: "should be one of: one, two" },
      { in: "body", field: "phone", zh: "手机号应为 11 位数字", en: "a phone number has 11 digits" },
    ],
  });
  const none = await client.call("POST", thing, { headers: handlers() });
  expect(none.body).toMatchObject({ status: 400, fields: [{ in: "body", zh: "必填", en: "is required" }] });
  const text = await client.call("POST", thing, {
    headers: { ...handlers(), "content-type": "application/json" },
    payload: "{not json",
  });
  expect(text).toMatchObject({ status: 400, body: { code: "http.not-json" } });
});

test("text that nothing can keep is refused where it comes in, by field", async () => {
  const codes = async (payload: object, path = thing) => {
    const { status, body } = await post(payload, handlers(), path);
    const fields = body.fields as { in: string; field: string; zh: string; en: string }[];
    return { status, fields: fields.map((field) => `${field.in} ${field.field}`) };
  };
  for (const name of ["a\u0000b", "a\ud800b", "a\u001bb"])
    expect(await codes({ name, kind: "one" })).toEqual({ status: 400, fields: ["body name"] });
  expect(await codes({ name: "ab", kind: "one" }, `${thing}?times=%00`)).toMatchObject({
    fields: ["query times"],
  });
  const before = made();
  const deep = `{"name":${"[".repeat(20_000)}1${"]".repeat(20_000)},"kind":"one"}`;
  const answer = await client.call("POST", thing, {
    headers: { ...handlers(), "content-type": "application/json" },
    payload: deep,
  });
  expect(answer).toMatchObject({ status: 400, body: { code: "http.invalid-input" } });
  expect(made()).toBe(before);
});

test("an address that cannot be read is a problem in both languages too", async () => {
  for (const path of ["/things/%zz", "/things/%ED%A0%80", `/things/${"a".repeat(300)}`, "/%"]) {
    const answer = await client.call("GET", path);
    expect(answer).toMatchObject({ status: 404, body: { code: "http.no-such-path", title: "没有找到" } });
    expect(answer.headers["content-type"]).toContain("application/problem+json");
  }
});

test("a query that nobody can have meant is 400 and names the parameter", async () => {
  const asked = async (query: string) => {
    const { status, body } = await post({ name: "ab", kind: "one" }, handlers(), `${thing}?${query}`);
    const fields = (body.fields ?? []) as { in: string; field: string }[];
    return [status, ...fields.map((one) => `${one.in} ${one.field}`)];
  };
  const before = made();
  for (const query of [
    "times=%zz",
    "times=2%",
    "times=1&times=2",
    "times=1e9",
    "times=",
    "times[]=1&times=x",
    "times=%00",
  ])
    expect(await asked(query), query).toEqual([400, "query times"]);
  expect(await asked("other=%zz&times=2")).toEqual([400, "query other"]);
  expect(made()).toBe(before);
  expect((await post({ name: "ab", kind: "one" }, handlers(), `${thing}?times=%32`)).status).toBe(200);
});
