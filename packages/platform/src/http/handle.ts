import type { FastifyReply, FastifyRequest } from "fastify";
import { standing } from "../kernel/clock.ts";
import type { Download, Operation, ParsedInput } from "../kernel/operation.ts";
import type { FieldProblem } from "../kernel/problem.ts";
import { Refused } from "../kernel/refusal.ts";
import type { ConsumerActor, ConsumerContext, Context, StaffActor } from "../store/index.ts";
import { inSpan } from "../telemetry/index.ts";
import type { Bound } from "./bind.ts";
import type { EntryContext } from "./entry.ts";
import { parsePart } from "./fields.ts";
import { once, readKey } from "./idempotency.ts";
import { InvalidInput } from "./invalid-input.ts";
import { problemOf, refusals } from "./problem.ts";
import { unreadable } from "./query.ts";
import { isOtherSite, isSameOrigin } from "./same-origin.ts";
import type { ServerParts } from "./server-parts.ts";
import { COOKIE, DEVICE_COOKIE, tokenOf } from "./signed-in.ts";
import { unsound } from "./sound.ts";
import { readUpload } from "./upload.ts";

/** Maps one operation to HTTP: who → what → run → answer. */
export const handler =
  (parts: ServerParts, bound: Bound) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const { operation } = bound;
    const answer = await inSpan(operation.id, { "http.request.method": operation.method }, () =>
      run(parts, bound, request, reply),
    );
    if (operation.output === "download") return sendDownload(reply, answer as Download);
    // Parsing drops whatever the contract does not name: nothing leaves by accident.
    return reply.type("application/json; charset=utf-8").send(JSON.stringify(operation.output.parse(answer)));
  };

const run = async (parts: ServerParts, bound: Bound, request: FastifyRequest, reply: FastifyReply) => {
  const { operation } = bound;
  if (bound.kind === "entry") {
    if (request.method !== "GET" && isOtherSite(request.headers, parts.publicOrigin))
      throw new Refused(refusals.otherSite());
    return bound.run(entryContext(parts, request, reply), await readInput(operation, request));
  }
  const actor = await identify(parts, request);
  checkWho(operation, actor);
  const input = await readInput(operation, request);
  if (bound.kind === "consumer") return bound.run(consumerContext(parts, consumer(actor)), input);
  return runAsStaff(parts, bound, staff(actor), input, request, reply);
};

const runAsStaff = (
  parts: ServerParts,
  { operation, run: behind }: Extract<Bound, { kind: "staff" }>,
  actor: StaffActor,
  input: ParsedInput<Operation>,
  request: FastifyRequest,
  reply: FastifyReply,
) => {
  const key = operation.creates ? readKey(request.headers["idempotency-key"]) : undefined;
  return retried(() =>
    parts.store.within({ institutionId: actor.institutionId }, async (tx) => {
      const context: Context<StaffActor> = { tx, actor, clock: standing(parts.clock), newId: parts.newId };
      if (key === undefined) return behind(context, input);
      const { sealing } = parts;
      const first = await once(context, { key, operation, input, sealing }, () => behind(context, input));
      if (first.repeated) reply.header("idempotency-replayed", "true");
      return first.answer;
    }),
  );
};

/** Two transactions that got in each other's way: the one PostgreSQL ended is done again. */
const retried = async <T>(work: () => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      const code = error instanceof Error && "code" in error ? error.code : undefined;
      if (attempt === 3 || (code !== "40001" && code !== "40P01")) throw error;
    }
  }
};

const identify = async (parts: ServerParts, request: FastifyRequest) => {
  const { token, cookie } = tokenOf(request);
  const actor = token === undefined ? null : await parts.authenticate(token);
  if (!actor) throw new Refused(refusals.signInFirst());
  if (cookie && request.method !== "GET" && !isSameOrigin(request.headers, parts.publicOrigin))
    throw new Refused(refusals.otherSite());
  return actor;
};

const checkWho = ({ who }: Operation, actor: StaffActor | ConsumerActor): void => {
  if ("consumer" in who) {
    if (actor.kind !== "consumer") throw new Refused(refusals.notAllowed("consumer"));
  } else if ("staff" in who) {
    if (actor.kind !== "staff" || !actor.permissions.has(who.staff))
      throw new Refused(refusals.notAllowed(who.staff));
  } else if (actor.kind !== "staff") throw new Refused(refusals.notAllowed("staff"));
};

const staff = (actor: StaffActor | ConsumerActor): StaffActor => {
  if (actor.kind === "staff") return actor;
  throw new Refused(refusals.notAllowed("staff"));
};
const consumer = (actor: StaffActor | ConsumerActor): ConsumerActor => {
  if (actor.kind === "consumer") return actor;
  throw new Refused(refusals.notAllowed("consumer"));
};

const readInput = async (operation: Operation, request: FastifyRequest): Promise<ParsedInput<Operation>> => {
  const upload = operation.file ? await readUpload(request, operation.file.maxBytes) : undefined;
  const given = { params: request.params, query: request.query, body: upload ? upload.fields : request.body };
  const fields: FieldProblem[] = unsound(upload?.file.filename, "file");
  const parsed: Record<string, unknown> = {};
  for (const where of ["params", "query", "body"] as const) {
    const shape = operation[where];
    if (!shape) continue;
    const wrong = [...(where === "query" ? unreadable(request.url) : []), ...unsound(given[where], where)];
    fields.push(...wrong);
    if (wrong.length > 0) continue;
    const result = parsePart(shape, given[where] ?? (where === "body" ? undefined : {}), where);
    if (result.ok) parsed[where] = result.value;
    else fields.push(...result.fields);
  }
  if (fields.length > 0) throw new InvalidInput(fields);
  return { params: parsed.params, query: parsed.query, body: parsed.body, file: upload?.file };
};

/** As the browser writes it, without a port that goes without saying; a host that is none leads nowhere. */
const originOf = ({ protocol, host }: FastifyRequest): string => {
  const address = `${protocol}://${host}`;
  return URL.canParse(address) ? new URL(address).origin : "http://localhost";
};

const entryContext = (parts: ServerParts, request: FastifyRequest, reply: FastifyReply): EntryContext => {
  const common = {
    path: "/",
    httpOnly: true,
    sameSite: "strict",
    secure: parts.publicOrigin?.startsWith("https:") ?? false,
  } as const;
  return {
    store: parts.store,
    clock: parts.clock,
    newId: parts.newId,
    token: tokenOf(request).token,
    device: request.cookies[DEVICE_COOKIE],
    browser: request.headers["user-agent"],
    origin: parts.publicOrigin ?? originOf(request),
    address: request.ip,
    setSession: (session) => {
      if (session) reply.setCookie(COOKIE, session.token, { ...common, expires: session.expiresAt });
      else reply.clearCookie(COOKIE, common);
    },
    setDevice: ({ mark, expiresAt }) =>
      reply.setCookie(DEVICE_COOKIE, mark, { ...common, path: "/api/v1/session", expires: expiresAt }),
  };
};

const consumerContext = (parts: ServerParts, actor: ConsumerActor): ConsumerContext => ({
  actor,
  clock: parts.clock,
  newId: parts.newId,
  within: (grant, fn) => {
    if (!actor.grants.includes(grant)) throw new Error("a consumer acts under their own grants only");
    return parts.store.within({ institutionId: grant.institutionId, partyId: grant.partyId }, (tx) =>
      fn({ tx, actor, clock: standing(parts.clock), newId: parts.newId }),
    );
  },
});

const sendDownload = (reply: FastifyReply, { filename, mediaType, content }: Download) =>
  reply
    .type(mediaType)
    .header("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(filename)}`)
    .header("cache-control", "no-store")
    .send(
      typeof content === "string"
        ? content
        : Buffer.from(content.buffer, content.byteOffset, content.byteLength),
    );

export { problemOf };
