export { type Gauge, type Metrics, makeMetrics } from "./metrics.ts";
export { inSpan } from "./spans.ts";
export { startTracing } from "./tracing.ts";
