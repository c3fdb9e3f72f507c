import { never } from "../kernel/never.ts";
import { type Refusal, refuse } from "../kernel/refusal.ts";
import type { InstructionStatus } from "./contract.ts";

export type CoreEvent =
  | { readonly type: "requested" }
  | { readonly type: "sent" }
  | { readonly type: "acknowledged"; readonly by: string; readonly reference: string | null }
  | { readonly type: "settled"; readonly by: string; readonly reference: string | null }
  | { readonly type: "refused"; readonly by: string; readonly reason: string }
  | { readonly type: "cancelled"; readonly by: string; readonly reason: string }
  /** The core said what cannot be after what it said before. */
  | { readonly type: "contradicted"; readonly by: string; readonly said: AnswerKind };

export interface Instruction {
  readonly status: InstructionStatus;
  readonly timesSent: number;
  readonly reference: string | null;
  readonly reason: string | null;
  readonly contradicted: boolean;
}
export const REQUESTED: Instruction = {
  status: "requested",
  timesSent: 0,
  reference: null,
  reason: null,
  contradicted: false,
};

export type AnswerKind = "acknowledged" | "settled" | "refused";
/** What the core answers, by whichever way. `by` is who or what said it. */
export interface Answer {
  readonly answer: AnswerKind;
  readonly by: string;
  readonly reference: string | null;
  readonly reason: string | null;
}
export type CoreCommand =
  | { readonly type: "send" }
  | ({ readonly type: "answer" } & Answer)
  | { readonly type: "cancel"; readonly by: string; readonly reason: string };

/**
 * What a command makes of an instruction. Pure. An answer that says again what is known changes nothing, so that a message
 * may come twice, late or out of order; one that excludes what is known is kept as a contradiction and changes no status.
 */
export const decide = (command: CoreCommand, state: Instruction): readonly CoreEvent[] | Refusal => {
  switch (command.type) {
    case "send":
      return isOpen(state) ? [{ type: "sent" }] : [];
    case "cancel":
      return cancel(command, state);
    case "answer":
      return answered(command, state);
    default:
      return never(command);
  }
};

/** Nothing more is expected of the core. */
export const isOpen = ({ status }: Instruction): boolean =>
  status === "requested" || status === "acknowledged";

const cancel = (
  { by, reason }: Extract<CoreCommand, { type: "cancel" }>,
  state: Instruction,
): readonly CoreEvent[] | Refusal => {
  if (state.status === "requested" && state.timesSent === 0) return [{ type: "cancelled", by, reason }];
  return refuse(
    "conflict",
    state.status === "requested" ? "core.already-sent" : "core.not-open",
    state.status === "requested"
      ? {
          zh: "指令已发往核心系统，不能单方面撤回；如需撤销，请在核心系统答复后另发撤销批单的指令。",
          en: "The instruction has gone to the core and cannot be taken back; once the core has answered, ask it to cancel the endorsement.",
        }
      : {
          zh: "核心系统已经答复，或指令已撤回。请刷新页面。",
          en: "The core has answered already, or the instruction was cancelled. Reload the page.",
        },
    { status: state.status },
  );
};

const answered = (answer: Answer, state: Instruction): readonly CoreEvent[] => {
  const { by, reference } = answer;
  const contradiction: CoreEvent = { type: "contradicted", by, said: answer.answer };
  switch (state.status) {
    case "requested":
    case "acknowledged": {
      if (answer.answer === "refused") return [{ type: "refused", by, reason: answer.reason ?? "" }];
      const acknowledged: CoreEvent[] =
        state.status === "requested" ? [{ type: "acknowledged", by, reference }] : [];
      // What is settled was acknowledged, even where that message was lost.
      return answer.answer === "settled"
        ? [...acknowledged, { type: "settled", by, reference }]
        : acknowledged;
    }
    case "settled":
      return answer.answer === "refused" ? [contradiction] : [];
    case "refused":
      return answer.answer === "refused" ? [] : [contradiction];
    case "cancelled":
      return [contradiction];
    default:
      return never(state.status);
  }
};

export const evolve = (state: Instruction, event: CoreEvent): Instruction => {
  switch (event.type) {
    case "requested":
      return state;
    case "sent":
      return { ...state, timesSent: state.timesSent + 1 };
    case "acknowledged":
      return { ...state, status: "acknowledged", reference: event.reference ?? state.reference };
    case "settled":
      return { ...state, status: "settled", reference: event.reference ?? state.reference };
    case "refused":
      return { ...state, status: "refused", reason: event.reason };
    case "cancelled":
      return { ...state, status: "cancelled", reason: event.reason };
    case "contradicted":
      return { ...state, contradicted: true };
    default:
      return never(event);
  }
};
