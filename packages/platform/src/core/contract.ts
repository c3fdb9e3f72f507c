import { z } from "zod";
import { InstitutionId, PartyId, PolicyId } from "../kernel/ids.ts";
import { operation } from "../kernel/operation.ts";
import { PageQuery, pageOf } from "../kernel/page.ts";

/** What the core system can be told to do. */
export const InstructionKind = z.enum([
  "freeze",
  "unfreeze",
  "endorse",
  "cancel-endorsement",
  "reinstate",
  "pay",
]);
export type InstructionKind = z.infer<typeof InstructionKind>;
/** requested → acknowledged by the core → settled; refused by the core; cancelled by us before it was ever sent. */
export const InstructionStatus = z.enum(["requested", "acknowledged", "settled", "refused", "cancelled"]);
export type InstructionStatus = z.infer<typeof InstructionStatus>;
export const CoreMode = z.enum(["built-in", "files", "rest", "shadow"]);

export const InstructionView = z.object({
  instructionId: z.uuid(),
  partyId: PartyId,
  name: z.string(),
  policyId: PolicyId.nullable(),
  policyNumber: z.string().nullable(),
  kind: InstructionKind,
  /** What exactly, in words. */
  zh: z.string(),
  en: z.string(),
  status: InstructionStatus,
  timesSent: z.number().int(),
  reference: z.string().nullable(),
  reason: z.string().nullable(),
  /** The core said two things that exclude each other: ask it. */
  contradicted: z.boolean(),
  by: z.string(),
  at: z.string(),
  changedAt: z.string(),
  /** Whether the one who reads it may answer for the built-in core, or take it back. */
  mayAnswer: z.boolean(),
  mayCancel: z.boolean(),
});
export type InstructionView = z.infer<typeof InstructionView>;

export const CoreView = z.object({
  mode: CoreMode,
  url: z.string().nullable(),
  hasSecret: z.boolean(),
  resendMinutes: z.number().int(),
  /** Not sent yet; sent and not yet answered to the end. */
  waiting: z.number().int(),
  unanswered: z.number().int(),
});

const line = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .refine((text) => !/[\t\r\n]/.test(text), "不能含制表符或换行 · no tab or line break");
const Address = z
  .url({ protocol: /^https?$/, error: "应为 https 网址 · should be an https address" })
  .refine(
    (url) => url.startsWith("https://") || /^http:\/\/(localhost|127\.0\.0\.1)[:/]/.test(url),
    "应为 https 网址（本机除外） · should be https, but for this machine itself",
  );
const one = { partyId: PartyId, instructionId: z.uuid() };

export const listInstructions = operation({
  id: "core.list",
  method: "GET",
  path: "/core/instructions",
  who: { staff: "policies.read" },
  summary: { zh: "核心系统指令", en: "Instructions to the core system" },
  query: PageQuery.extend({ status: InstructionStatus.optional() }),
  output: pageOf(InstructionView),
});
export const readCore = operation({
  id: "core.read",
  method: "GET",
  path: "/core",
  who: { staff: "policies.read" },
  summary: { zh: "核心系统接入方式", en: "How the core system is reached" },
  output: CoreView,
});
export const configureCore = operation({
  id: "core.configure",
  method: "PUT",
  path: "/core",
  who: { staff: "core.manage" },
  summary: { zh: "设置核心系统接入方式", en: "Set how the core system is reached" },
  body: z
    .object({
      mode: CoreMode,
      url: Address.optional(),
      /** Kept as it was where left out. */
      secret: z.string().min(32, "至少 32 个字符 · 32 characters at least").max(200).optional(),
      resendMinutes: z.number().int().min(1).max(10_080),
    })
    .refine(({ mode, url }) => mode !== "rest" || url !== undefined, {
      path: ["url"],
      error: "REST 方式需要核心系统的网址 · REST needs the core's address",
    }),
  output: CoreView,
});
/** For the built-in core: a second person acknowledges and settles, or refuses. */
export const answerInstruction = operation({
  id: "core.answer",
  method: "POST",
  path: "/core/instructions/:partyId/:instructionId/answer",
  who: { staff: "policies.approve" },
  summary: { zh: "复核批单（内置核心）", en: "Answer for the built-in core" },
  params: z.object(one),
  body: z.discriminatedUnion("answer", [
    z.object({ answer: z.literal("settled") }),
    z.object({ answer: z.literal("refused"), reason: line(500).min(4, "请写明理由 · say why") }),
  ]),
  output: z.object({ status: InstructionStatus }),
});
export const cancelInstruction = operation({
  id: "core.cancel",
  method: "POST",
  path: "/core/instructions/:partyId/:instructionId/cancel",
  who: { staff: "policies.endorse" },
  summary: { zh: "撤回未发出的指令", en: "Take back an instruction that was not sent" },
  params: z.object(one),
  body: z.object({ reason: line(500).min(4, "请写明理由 · say why") }),
  output: z.object({ status: InstructionStatus }),
});
/** Files: marks what waits as sent, so that it is in the next file. */
export const releaseInstructions = operation({
  id: "core.release",
  method: "POST",
  path: "/core/outgoing",
  who: { staff: "core.manage" },
  summary: { zh: "发出指令文件", en: "Release the instruction file" },
  body: z.object({}),
  output: z.object({ released: z.number().int() }),
});
export const exportInstructions = operation({
  id: "core.outgoing",
  method: "GET",
  path: "/core/outgoing.csv",
  who: { staff: "core.manage" },
  summary: { zh: "下载指令文件（已发出、未答复）", en: "The instruction file: sent and not yet answered" },
  output: "download",
});
export const importAnswers = operation({
  id: "core.answers",
  method: "POST",
  path: "/core/answers",
  who: { staff: "core.manage" },
  summary: { zh: "导入核心答复文件", en: "Read the core's answers" },
  body: z.object({}),
  file: { maxBytes: 20 * 1024 * 1024 },
  output: z.object({ rows: z.number().int(), changed: z.number().int() }),
});

export const CoreAnswer = z.object({
  instructionId: z.uuid(),
  answer: z.enum(["acknowledged", "settled", "refused"]),
  reference: line(100).default(""),
  reason: line(500).default(""),
});
/**
 * A message of the core (REST). `signature` is hex HMAC-SHA256, by the shared secret, of the lines `institutionId`, `messageId`,
 * `sentAt` and one a answer (`instructionId`, `answer`, `reference`, `reason` with tabs between), joined by LF, in UTF-8.
 */
export const CoreMessage = z.object({
  institutionId: InstitutionId,
  messageId: line(100).min(8),
  sentAt: z.iso.datetime({ offset: true }),
  answers: z.array(CoreAnswer).min(1).max(500),
  signature: z.string().regex(/^[0-9a-f]{64}$/),
});
export const takeCoreMessage = operation({
  id: "core.message",
  method: "POST",
  path: "/core/messages",
  who: { anyone: true },
  summary: { zh: "接收核心系统的答复（签名）", en: "Take a signed message of the core" },
  body: CoreMessage,
  output: z.object({ repeated: z.boolean(), changed: z.number().int() }),
});
