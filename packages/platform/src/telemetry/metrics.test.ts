import { expect, test } from "vitest";
import { makeMetrics } from "./metrics.ts";

test("requests and jobs are counted by operation and outcome, gauges asked for as they are read", async () => {
  let waiting = 3;
  const metrics = makeMetrics([{ name: "things_waiting", help: "things", read: async () => waiting }]);
  metrics.request({ method: "GET", route: "/api/v1/claims/:caseId", status: 200, seconds: 0.03 });
  metrics.request({ method: "GET", route: "/api/v1/claims/:caseId", status: 404, seconds: 0.01 });
  metrics.job({ task: "tell", outcome: "failed", seconds: 2 });
  const text = await metrics.text();
  expect(text).toContain(
    'goodfaith_request_seconds_count{method="GET",route="/api/v1/claims/:caseId",status="404"} 1',
  );
  expect(text).toContain('goodfaith_job_seconds_count{task="tell",outcome="failed"} 1');
  expect(text).toContain("things_waiting 3");
  waiting = 5;
  expect(await metrics.text()).toContain("things_waiting 5");
});

test("a gauge that cannot be read is not told as something, and is counted", async () => {
  const metrics = makeMetrics([
    { name: "lost", help: "cannot be read", read: () => Promise.reject(new Error("no database")) },
    { name: "found", help: "can", read: async () => 1 },
  ]);
  const text = await metrics.text();
  expect(text).toContain("found 1");
  expect(text).not.toMatch(/^lost /m);
  expect(text).toContain('goodfaith_gauges_unread_total{name="lost"} 1');
});
