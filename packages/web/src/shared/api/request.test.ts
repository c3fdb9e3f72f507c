import { ClaimView, listClaims, readClaim } from "@goodfaith/platform/contract";
import { afterEach, describe, expect, test, vi } from "vitest";
import { call } from "./call.ts";
import { Problem } from "./problem.ts";
import { idempotencyKey, urlOf } from "./request.ts";

const CASE = "3f0e2c52-8f0a-4c7e-9a51-0d7f1d3c9b11";
const answering = (status: number, body: string) =>
  vi.spyOn(globalThis, "fetch").mockResolvedValue(new Response(body, { status }));

afterEach(() => {
  vi.restoreAllMocks();
});

describe("an operation's address", () => {
  test("holds its parameters and only the query that was given", () => {
    expect(urlOf("/claims/:caseId/files/:evidenceId", { caseId: "a b", evidenceId: "1" }, undefined)).toBe(
      "/api/v1/claims/a%20b/files/1",
    );
    expect(urlOf("/claims", undefined, { q: "王", status: undefined, limit: 25, cursor: "" })).toBe(
      "/api/v1/claims?q=%E7%8E%8B&limit=25",
    );
  });

  test("a key is new each time", () => {
    expect(idempotencyKey()).toMatch(/^[0-9a-f]{32}$/);
    expect(idempotencyKey()).not.toBe(idempotencyKey());
  });
});

describe("a call", () => {
  test("carries the server's refusal as it said it", async () => {
    const refusal = {
      title: "有冲突",
      titleEn: "Conflict",
      detail: "案件已更新",
      code: "claims.stale",
      facts: { version: 4 },
    };
    answering(409, JSON.stringify(refusal));
    const problem = await call(readClaim, { params: { caseId: CASE } }).catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(Problem);
    expect(problem).toMatchObject({
      status: 409,
      code: "claims.stale",
      body: { detail: "案件已更新", facts: { version: 4 } },
    });
  });

  test("an answer that is no JSON still makes a problem in words", async () => {
    answering(502, "<html>bad gateway</html>");
    await expect(call(listClaims, {})).rejects.toMatchObject({ status: 502, code: "http.502" });
  });

  test("an answer of another shape is not let in", async () => {
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    answering(200, JSON.stringify({ items: [{}], next: null, total: 1 }));
    await expect(call(listClaims, {})).rejects.toMatchObject({ code: "contract" });
    expect(ClaimView.safeParse({}).success).toBe(false);
  });

  test("a network that is gone is said as such", async () => {
    vi.spyOn(globalThis, "fetch").mockRejectedValue(new TypeError("fetch failed"));
    await expect(call(listClaims, {})).rejects.toMatchObject({ code: "network", status: 0 });
  });
});
