import { type Refusal, refuse } from "../../kernel/refusal.ts";

type Facts = Readonly<Record<string, unknown>>;
const conflict = (reason: string, zh: string, en: string, facts: Facts = {}): Refusal =>
  refuse("conflict", `clocks.${reason}`, { zh, en }, facts);

/** Every way in which a clock cannot be extended; it stays as it was. */
export const extensionRefusals = {
  noClock: (clause: string) =>
    refuse(
      "missing",
      "clocks.no-clock",
      { zh: `这里没有正在计时的“${clause}”。`, en: `No clock “${clause}” runs here.` },
      { clause },
    ),
  notExtendable: (lane: string) =>
    conflict(
      "not-extendable",
      `“${lane}”不能延长：它的规程没有规定延长，或者已经延长到头。`,
      `“${lane}” cannot be extended: its terms allow no extension, or none further.`,
      { lane },
    ),
  late: (lane: string, due: string) =>
    conflict(
      "already-late",
      `“${lane}”已于 ${due} 到期，到期以后不能再延长；请尽快办理并向申请人说明。`,
      `“${lane}” ended on ${due}; what is over cannot be extended. Do it now, and tell the person why it is late.`,
      { lane, due },
    ),
  waiting: (lane: string, requester: string) =>
    conflict(
      "extension-waiting",
      `“${lane}”已有一份延期申请（${requester}提出），办完它再提。`,
      `${requester} has asked to extend “${lane}” already; let that be finished first.`,
      { lane, requester },
    ),
  notNamed: () =>
    refuse("forbidden", "clocks.named-person", {
      zh: "延长时限只能由具名的工作人员申请和批准。",
      en: "Only named persons ask for and approve an extension.",
    }),
  none: (extensionId: string) =>
    refuse(
      "missing",
      "clocks.no-extension",
      { zh: "没有这份延期申请。", en: "There is no such request." },
      { extensionId },
    ),
  done: (status: string) =>
    conflict("extension-done", "这份延期申请已经有了结果。", "This request has been decided already.", {
      status,
    }),
  sameHand: (name: string) =>
    conflict(
      "extension-same-person",
      `这份延期申请是${name}自己提出的，须由另一人批准或者退回。`,
      `${name} made this request; another person approves or refuses it.`,
      { requester: name },
    ),
} as const;
