import { SpanStatusCode, trace } from "@opentelemetry/api";

const tracer = trace.getTracer("goodfaith");

/**
 * Runs `work` within a span. Attributes name operations, tasks and institutions; never a person, an address or a value.
 * What is thrown marks the span and goes on; its message stays out, for it may hold what somebody wrote.
 */
export const inSpan = <T>(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  work: () => Promise<T>,
): Promise<T> =>
  tracer.startActiveSpan(name, { attributes }, async (span) => {
    try {
      return await work();
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR });
      span.setAttribute("error.type", error instanceof Error ? error.constructor.name : typeof error);
      throw error;
    } finally {
      span.end();
    }
  });
