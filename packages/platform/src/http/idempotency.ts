import { createHash } from "node:crypto";
import type { Operation, ParsedInput } from "../kernel/operation.ts";
import { Refused, refuse } from "../kernel/refusal.ts";
import type { Context, StaffActor } from "../store/index.ts";

/** Seals what is kept of an answer: it may hold a token or a person's data. */
export interface Sealing {
  seal(text: string): string;
  open(sealed: string): string;
}

export const readKey = (header: string | string[] | undefined): string => {
  const key = typeof header === "string" ? header.trim() : "";
  if (/^[\x21-\x7e]{1,200}$/.test(key)) return key;
  throw new Refused(
    refuse("invalid", "http.idempotency-key", {
      zh: "缺少 Idempotency-Key 请求头（1–200 个可见字符）：重复提交时凭它只办一次。",
      en: "An Idempotency-Key header is needed (1 to 200 visible characters), so that a repeat is done only once.",
    }),
  );
};

/**
 * Runs `run` once for a key: a repeat gets the first answer, the same key with other content is a conflict. The key is
 * written first in the transaction of the work itself: a second request with it waits for the first, and a refusal or a
 * crash leaves no key behind.
 */
export const once = async (
  context: Context<StaffActor>,
  given: { key: string; operation: Operation; input: ParsedInput<Operation>; sealing: Sealing },
  run: () => Promise<unknown>,
): Promise<{ answer: unknown; repeated: boolean }> => {
  const { actor, tx, clock } = context;
  const where = { institution_id: actor.institutionId, actor_id: actor.staffId, key: given.key };
  const hash = hashOf(given.operation, given.input);
  const mine = await tx
    .insertInto("idempotency")
    .values({
      ...where,
      operation: given.operation.id,
      request_hash: hash,
      answer: null,
      created_at: clock.now(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning("key")
    .executeTakeFirst();
  if (!mine) {
    const first = await tx
      .selectFrom("idempotency")
      .select(["request_hash", "answer"])
      .where((eb) => eb.and(where))
      .executeTakeFirstOrThrow();
    if (!first.request_hash.equals(hash) || first.answer === null) throw new Refused(otherContent(given.key));
    return { answer: JSON.parse(given.sealing.open(first.answer)), repeated: true };
  }
  const answer = await run();
  await tx
    .updateTable("idempotency")
    .set({ answer: given.sealing.seal(JSON.stringify(answer)) })
    .where((eb) => eb.and(where))
    .execute();
  return { answer, repeated: false };
};

const hashOf = (operation: Operation, { params, query, body, file }: ParsedInput<Operation>) => {
  const hash = createHash("sha256").update(JSON.stringify([operation.id, params, query, body]));
  if (file) hash.update(JSON.stringify([file.filename, file.mediaType])).update(file.content);
  return hash.digest();
};

const otherContent = (key: string) =>
  refuse(
    "conflict",
    "http.idempotency-conflict",
    {
      zh: "同一个 Idempotency-Key 已用于内容不同的请求；请换一个新的。",
      en: "This Idempotency-Key was used for a request with other content; use a new one.",
    },
    { key },
  );
