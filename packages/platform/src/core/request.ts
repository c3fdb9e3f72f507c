import { record } from "../access/index.ts";
import { isRefusal, orRefuse, type Refusal, refuse } from "../kernel/refusal.ts";
import { type Context, enqueue } from "../store/index.ts";
import { readLink } from "./link.ts";
import { tellChanged } from "./listener.ts";
import type { Answer } from "./model.ts";
import {
  change,
  insertInstruction,
  lockInstruction,
  type NewInstruction,
  type StoredInstruction,
} from "./store.ts";

export const SEND = "core.send";

/**
 * Asks the core system to change something: beside the caller's own rows, in the caller's transaction. Nothing may be
 * called done before `status` says `acknowledged`. The same key again is the same instruction.
 * @returns a refusal in shadow mode (影子模式), where nothing goes out
 */
export const requestInstruction = async (
  context: Context,
  given: NewInstruction,
): Promise<StoredInstruction | Refusal> => {
  const { mode } = await readLink(context);
  if (mode === "shadow") return shadow();
  const { instruction, created } = await insertInstruction(context, given);
  if (!created) return instruction;
  await record(context, {
    action: `core.request-${given.kind}`,
    subject: { kind: "instruction", id: instruction.instructionId },
    partyId: given.partyId,
    detail: { policyId: given.policyId },
  });
  // What only protects the customer does not wait for a second person where we are the core ourselves.
  if (mode === "built-in" && given.kind === "freeze")
    return orRefuse(await answerHeld(context, instruction, { ...BUILT_IN, answer: "settled" }));
  if (mode === "rest")
    await enqueue(context, given.partyId, SEND, { instructionId: instruction.instructionId });
  return instruction;
};

export const BUILT_IN = { by: "本平台", reference: null, reason: null } as const;

const shadow = (): Refusal =>
  refuse("conflict", "core.shadow", {
    zh: "本机构处于影子模式：只读入核心系统的数据，不向核心系统发出任何指令。请在核心系统办理。",
    en: "This institution runs in shadow mode: records come in and no instruction goes out. Do it in the core system.",
  });

/** Takes the core's answer to one instruction, whichever way it came, and lets those who wait for it know. */
export const takeAnswer = async (
  context: Context,
  of: Pick<StoredInstruction, "partyId" | "instructionId">,
  answer: Answer,
): Promise<StoredInstruction | Refusal> =>
  answerHeld(context, await lockInstruction(context, of.partyId, of.instructionId), answer);

const answerHeld = async (
  context: Context,
  held: StoredInstruction,
  answer: Answer,
): Promise<StoredInstruction | Refusal> => {
  const after = await change(context, held, { type: "answer", ...answer });
  if (isRefusal(after) || after.version === held.version) return after;
  await record(context, {
    action: `core.${after.contradicted && !held.contradicted ? "contradicted" : after.status}`,
    subject: { kind: "instruction", id: held.instructionId },
    partyId: held.partyId,
    detail: { by: answer.by, reference: answer.reference, said: answer.answer },
  });
  if (after.status !== held.status) await tellChanged(context, after);
  return after;
};
