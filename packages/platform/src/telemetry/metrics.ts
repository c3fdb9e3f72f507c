import { Counter, collectDefaultMetrics, Histogram, Gauge as PrometheusGauge, Registry } from "prom-client";

/** A number that is asked for when the metrics are read, by its labels (`{}` for one without). */
export interface Gauge {
  /** Prometheus' name, such as `goodfaith_outbox_open`. */
  readonly name: string;
  readonly help: string;
  readonly read: () => Promise<number>;
}

export interface RequestSeen {
  /** The operation's address with its parameters' names, never their values. */
  readonly route: string;
  readonly method: string;
  readonly status: number;
  readonly seconds: number;
}

export interface JobSeen {
  readonly task: string;
  readonly outcome: "done" | "failed";
  readonly seconds: number;
}

export interface Metrics {
  request(seen: RequestSeen): void;
  job(seen: JobSeen): void;
  /** All of it in Prometheus' text format. A gauge that cannot be read is left out, and counted. */
  text(): Promise<string>;
  readonly contentType: string;
}

/** Seconds; the pages' aim is 0.2. */
const BUCKETS = [0.005, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 30];

/** Counters of this process, and the gauges of what it knows. */
export const makeMetrics = (gauges: readonly Gauge[]): Metrics => {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: "goodfaith_request_seconds",
    help: "HTTP requests by operation and status",
    labelNames: ["method", "route", "status"],
    buckets: BUCKETS,
    registers,
  });
  const jobs = new Histogram({
    name: "goodfaith_job_seconds",
    help: "Background work by task and outcome",
    labelNames: ["task", "outcome"],
    buckets: BUCKETS,
    registers,
  });
  const unread = new Counter({
    name: "goodfaith_gauges_unread_total",
    help: "Gauges that could not be read",
    labelNames: ["name"],
    registers,
  });
  const known = gauges.map(({ name, help, read }) => ({
    name,
    read,
    gauge: new PrometheusGauge({ name, help, registers }),
  }));
  const readGauges = () =>
    Promise.all(
      known.map(async ({ name, read, gauge }) => {
        gauge.reset();
        try {
          gauge.set(await read());
        } catch {
          gauge.remove();
          unread.inc({ name });
        }
      }),
    );
  return {
    request: ({ method, route, status, seconds }) =>
      requests.observe({ method, route, status: String(status) }, seconds),
    job: ({ task, outcome, seconds }) => jobs.observe({ task, outcome }, seconds),
    text: async () => {
      await readGauges();
      return registry.metrics();
    },
    contentType: registry.contentType,
  };
};
