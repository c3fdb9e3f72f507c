import { createHmac, timingSafeEqual } from "node:crypto";
import type { z } from "zod";
import type { CoreMessage } from "./contract.ts";

type Message = z.output<typeof CoreMessage>;

/** Hex HMAC-SHA256 of the lines, joined by LF. */
export const signatureOf = (secret: string, lines: readonly string[]): string =>
  createHmac("sha256", secret).update(lines.join("\n"), "utf8").digest("hex");

/** What a core's message signs: see `CoreMessage`. */
export const signedLines = ({
  institutionId,
  messageId,
  sentAt,
  answers,
}: Omit<Message, "signature">): string[] => [
  institutionId,
  messageId,
  sentAt,
  ...answers.map(({ instructionId, answer, reference, reason }) =>
    [instructionId, answer, reference, reason].join("\t"),
  ),
];

/** Compares in one time whatever differs. */
export const fits = (signature: string, expected: string): boolean =>
  signature.length === expected.length && timingSafeEqual(Buffer.from(signature), Buffer.from(expected));
