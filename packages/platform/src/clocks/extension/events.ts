import { z } from "zod";
import { ExtensionId } from "../../kernel/ids.ts";

const Named = z.object({ id: z.string(), name: z.string() });
const one = { extensionId: ExtensionId };
const of = <Type extends string, Shape extends z.core.$ZodShape>(type: Type, shape: Shape) =>
  z.object({ type: z.literal(type), ...shape });

/** 延长时限: what happens to a request, in the stream of the subject whose clock it is. */
export const extensionEvents = [
  of("extension-requested", {
    ...one,
    family: z.string(),
    clause: z.string(),
    lane: z.string(),
    /** The day the clock had, and the one that the terms give by one more extension. */
    due: z.string(),
    until: z.string(),
    reason: z.string(),
    requester: Named,
  }),
  of("extension-approved", {
    ...one,
    approver: Named,
    messageId: z.string(),
    to: z.string(),
    text: z.string(),
  }),
  /** The person was told: only now does the clock move. */
  of("extension-told", { ...one, messageId: z.string(), deliveredAt: z.string() }),
  /** The message did not arrive: nothing moves, and it may be asked for again. */
  of("extension-untold", { ...one, messageId: z.string() }),
  of("extension-refused", { ...one, reason: z.string(), refuser: Named }),
] as const;
export type ExtensionEvent = z.infer<(typeof extensionEvents)[number]>;
