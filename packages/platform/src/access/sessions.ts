import { createHash, randomBytes, randomUUID } from "node:crypto";
import type { InstitutionId, StaffId } from "../kernel/ids.ts";
import type { Tx } from "../store/index.ts";
import "./tables.ts";

const HOUR_MS = 3_600_000;
/** A working day; a visit; as asked. */
export const STAFF_SESSION_MS = 12 * HOUR_MS;
export const CONSUMER_SESSION_MS = 2 * HOUR_MS;

/** 32 random bytes. The database keeps only the hash, which gives nobody a way in. */
export const newToken = (): string => randomBytes(32).toString("base64url");
export const hashToken = (token: string): Buffer => createHash("sha256").update(token).digest();

export type Owner =
  | { readonly kind: "staff" | "program"; readonly institutionId: InstitutionId; readonly staffId: StaffId }
  | { readonly kind: "consumer"; readonly phoneBlind: Buffer; readonly phoneMasked: string };

export interface Span {
  readonly now: Date;
  readonly lasts_ms: number;
  /** A program's name. */
  readonly label?: string;
  /** The browser, in a few words. */
  readonly device?: string | undefined;
  /** What a program's token may do at most; left out, all that its owner may. */
  readonly scopes?: readonly string[] | undefined;
  /** True where nothing but setting up a second step is open yet. */
  readonly mustEnrol?: boolean;
}

/** Opens a session; the token is told here and never again. */
export const openSession = async (
  tx: Tx,
  owner: Owner,
  span: Span,
): Promise<{ token: string; expiresAt: Date; sessionId: string }> => {
  const sessionId = randomUUID();
  const token = newToken();
  const expiresAt = new Date(span.now.getTime() + span.lasts_ms);
  await tx
    .insertInto("session")
    .values({
      token_hash: hashToken(token),
      kind: owner.kind,
      institution_id: owner.kind === "consumer" ? null : owner.institutionId,
      staff_id: owner.kind === "consumer" ? null : owner.staffId,
      phone_blind: owner.kind === "consumer" ? owner.phoneBlind : null,
      phone_masked: owner.kind === "consumer" ? owner.phoneMasked : null,
      session_id: sessionId,
      label: span.label ?? null,
      device: span.device ?? null,
      scopes: span.scopes ? [...span.scopes] : null,
      must_enrol: span.mustEnrol ?? false,
      created_at: span.now,
      expires_at: expiresAt,
    })
    .execute();
  return { token, expiresAt, sessionId };
};

export const closeSession = async (tx: Tx, token: string): Promise<void> => {
  await tx.deleteFrom("session").where("token_hash", "=", hashToken(token)).execute();
};

/** Removes what has expired: sessions, codes, and failures that no longer count. Runs now and then. */
export const sweepSessions = async (tx: Tx, now: Date): Promise<void> => {
  await tx.deleteFrom("session").where("expires_at", "<=", now).execute();
  await tx.deleteFrom("sign_in_challenge").where("expires_at", "<=", now).execute();
  await tx.deleteFrom("one_time_code").where("expires_at", "<=", now).execute();
  const yesterday = new Date(now.getTime() - 24 * HOUR_MS);
  await tx.deleteFrom("sign_in_failure").where("last_at", "<", yesterday).execute();
};
