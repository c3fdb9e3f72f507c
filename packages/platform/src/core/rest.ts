import { z } from "zod";
import { type Job, job } from "../jobs/index.ts";
import { PartyId } from "../kernel/ids.ts";
import { orRefuse } from "../kernel/refusal.ts";
import { type Context, enqueue } from "../store/index.ts";
import { policyNumberOf } from "./describe.ts";
import { readLink } from "./link.ts";
import { isOpen } from "./model.ts";
import { SEND } from "./request.ts";
import { signatureOf } from "./sign.ts";
import { change, lockInstruction, type StoredInstruction } from "./store.ts";

const POST = "core.post";
const TIMEOUT_MS = 10_000;
const Payload = z.object({ instructionId: z.uuid() });

/**
 * First it is noted, and committed, that an instruction goes out; only then it does. So one that the core may have received is
 * never taken for one that was not sent.
 */
const send = job(SEND, Payload, async (context, { instructionId }, { partyId }) => {
  const held = await lockInstruction(context, PartyId.parse(partyId), instructionId);
  if (!isOpen(held) || (await readLink(context)).mode !== "rest") return;
  orRefuse(await change(context, held, { type: "send" }));
  await enqueue(context, held.partyId, POST, { instructionId });
});

/** Posts it, and again after a while for as long as the core has not answered to the end: a message either way may be lost. */
const post = job(POST, Payload, async (context, { instructionId }, { partyId }) => {
  const held = await lockInstruction(context, PartyId.parse(partyId), instructionId);
  const link = await readLink(context);
  if (!isOpen(held) || link.mode !== "rest" || link.url === null || link.secret === null) return;
  await deliver(context, held, { url: link.url, secret: link.secret });
  const runAt = new Date(context.clock.now().getTime() + link.resendMinutes * 60_000);
  await enqueue(context, held.partyId, SEND, { instructionId }, { runAt });
});

/** What goes to the core: the instruction's own id is the key by which it takes a repeat for one. */
const deliver = async (
  context: Context,
  held: StoredInstruction,
  { url, secret }: { readonly url: string; readonly secret: string },
): Promise<void> => {
  const body = JSON.stringify({
    institutionId: context.actor.institutionId,
    instructionId: held.instructionId,
    kind: held.kind,
    policyNumber: await policyNumberOf(context, held),
    content: held.content,
    requestedAt: held.requestedAt.toISOString(),
    requestedBy: held.requestedByName,
  });
  const timestamp = context.clock.now().toISOString();
  const answer = await fetch(url, {
    method: "POST",
    headers: {
      "content-type": "application/json; charset=utf-8",
      "idempotency-key": held.instructionId,
      "x-goodfaith-timestamp": timestamp,
      "x-goodfaith-signature": signatureOf(secret, [timestamp, body]),
    },
    body,
    redirect: "error",
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  await answer.body?.cancel();
  if (!answer.ok) throw new Error(`the core answered ${answer.status} to instruction ${held.instructionId}`);
};

export const coreJobs: Job[] = [send, post];
