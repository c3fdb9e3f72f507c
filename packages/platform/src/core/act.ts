import { record } from "../access/index.ts";
import type { PartyId } from "../kernel/ids.ts";
import { orRefuse, Refused, refuse } from "../kernel/refusal.ts";
import type { Context, StaffActor } from "../store/index.ts";
import type { InstructionStatus } from "./contract.ts";
import { readLink } from "./link.ts";
import { BUILT_IN, takeAnswer } from "./request.ts";
import { change, lockInstruction } from "./store.ts";

type Staff = Context<StaffActor>;
interface Of {
  readonly partyId: PartyId;
  readonly instructionId: string;
}

const no = (code: string, zh: string, en: string): Refused =>
  new Refused(refuse("forbidden", code, { zh, en }));

/**
 * The built-in core's answer is a person's, and another's than the one who asked (双人复核).
 * @throws Refused `core.not-built-in`, `core.own-request`
 */
export const answer = async (
  context: Staff,
  of: Of,
  given: { readonly answer: "settled" } | { readonly answer: "refused"; readonly reason: string },
): Promise<{ status: InstructionStatus }> => {
  if ((await readLink(context)).mode !== "built-in")
    throw no(
      "core.not-built-in",
      "由核心系统答复，本平台不能代答。",
      "The core system answers this; the platform cannot answer for it.",
    );
  const held = await lockInstruction(context, of.partyId, of.instructionId);
  if (held.requestedBy === context.actor.staffId)
    throw no(
      "core.own-request",
      "本人提交的批单须由另一位同事复核。",
      "What you asked for yourself has to be checked by a colleague.",
    );
  const { status } = orRefuse(
    await takeAnswer(context, of, {
      ...BUILT_IN,
      by: context.actor.name,
      answer: given.answer,
      reason: given.answer === "refused" ? given.reason : null,
    }),
  );
  return { status };
};

/** Takes back what was not sent. @throws Refused `core.already-sent`, `core.not-open` */
export const cancel = async (
  context: Staff,
  of: Of,
  reason: string,
): Promise<{ status: InstructionStatus }> => {
  const held = await lockInstruction(context, of.partyId, of.instructionId);
  const { status } = orRefuse(
    await change(context, held, { type: "cancel", by: context.actor.name, reason }),
  );
  await record(context, {
    action: "core.cancelled",
    subject: { kind: "instruction", id: of.instructionId },
    partyId: of.partyId,
    purpose: reason,
  });
  return { status };
};
