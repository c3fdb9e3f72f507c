/**
 * Sends spans to a collector by OTLP over HTTP, in batches; a collector that is away is tried again and delays nobody.
 * @param endpoint its base, such as `http://127.0.0.1:4318`; spans go to `/v1/traces` below it
 * @returns sends what waits, and ends
 */
export const startTracing = async (endpoint: string): Promise<() => Promise<void>> => {
  // Loaded here, so that who does not trace does not carry it.
  const [{ NodeTracerProvider, BatchSpanProcessor }, { OTLPTraceExporter }, { resourceFromAttributes }] =
    await Promise.all([
      import("@opentelemetry/sdk-trace-node"),
      import("@opentelemetry/exporter-trace-otlp-http"),
      import("@opentelemetry/resources"),
    ]);
  const url = `${endpoint.replace(/\/+$/, "")}/v1/traces`;
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ "service.name": "goodfaith" }),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter({ url }))],
  });
  provider.register();
  return () => provider.shutdown();
};
