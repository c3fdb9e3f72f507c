import type { FastifyInstance, FastifyReply } from "fastify";
import type { Problem } from "../kernel/problem.ts";
import { Refused, refuse } from "../kernel/refusal.ts";
import { InvalidInput } from "./invalid-input.ts";
import { problemOf, refusals, unexpected } from "./problem.ts";

/** Every error becomes problem details. A stack goes to the log only, and nothing of the request's content does. */
export const answerErrors = (server: FastifyInstance, newId: () => string): void => {
  server.setErrorHandler((error, request, reply) => {
    const problem = foreseen(error);
    if (problem) return send(reply, problem);
    const id = newId();
    request.log.error({ id, route: request.routeOptions.url, err: scrubbed(error) }, "unexpected error");
    return send(reply, unexpected(id));
  });
};

export const send = (reply: FastifyReply, problem: Problem) => {
  const { retryAfterSeconds } = problem.facts;
  if (problem.status === 429 && typeof retryAfterSeconds === "number")
    reply.header("retry-after", String(retryAfterSeconds));
  return reply
    .code(problem.status)
    .type("application/problem+json; charset=utf-8")
    .send(JSON.stringify(problem));
};

const foreseen = (error: unknown): Problem | undefined => {
  if (error instanceof InvalidInput) return problemOf(error.refusal, error.fields);
  if (error instanceof Refused) return problemOf(error.refusal);
  if (!(error instanceof Error) || !("code" in error)) return undefined;
  const { code } = error;
  if (code === "FST_ERR_CTP_BODY_TOO_LARGE") return problemOf(refusals.tooLarge(1024 * 1024));
  if (code === "FST_ERR_CTP_INVALID_MEDIA_TYPE" || code === "FST_ERR_CTP_EMPTY_JSON_BODY")
    return problemOf(notJson());
  if (code === "FST_ERR_CTP_INVALID_JSON_BODY" || error instanceof SyntaxError) return problemOf(notJson());
  if ("statusCode" in error && error.statusCode === 400) return problemOf(notJson());
  return undefined;
};

const notJson = () =>
  refuse("invalid", "http.not-json", {
    zh: "请求内容应为 JSON（Content-Type: application/json）。",
    en: "The body should be JSON (Content-Type: application/json).",
  });
/** PostgreSQL names the values of a failed row in `detail` and `where`: those stay out of the log. */
const scrubbed = (error: unknown) =>
  error instanceof Error
    ? {
        name: error.name,
        message: "severity" in error ? withoutValues(error) : error.message,
        stack: error.stack?.split("\n").slice(1).join("\n"),
      }
    : { name: typeof error };

const withoutValues = (error: Error) => {
  const { code, table, constraint, column } = error as Error & Record<string, unknown>;
  return JSON.stringify({ code, table, constraint, column });
};
