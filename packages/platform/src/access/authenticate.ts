import type { Clock } from "../kernel/clock.ts";
import type { ConsumerActor, StaffActor, Store } from "../store/index.ts";
import { consumerOf } from "./consumers.ts";
import type { Directory } from "./directory.ts";
import { hashToken } from "./sessions.ts";
import { profileOf, readStaff, type StaffProfile } from "./staff.ts";

export type SignedIn =
  | { readonly kind: "staff"; readonly profile: StaffProfile }
  | { readonly kind: "consumer"; readonly actor: ConsumerActor; readonly phoneMasked: string };

interface Parts {
  readonly store: Store;
  readonly clock: Clock;
  readonly directory: Directory;
}

/** Who a token belongs to; null where it is unknown, has expired, or its owner may no longer come in. */
export const whoIs = async (parts: Parts, token: string): Promise<SignedIn | null> => {
  const found = await parts.store.entry(async (tx) => {
    const session = await tx
      .selectFrom("session")
      .selectAll()
      .where("token_hash", "=", hashToken(token))
      .where("expires_at", ">", parts.clock.now())
      .executeTakeFirst();
    const row = session?.staff_id ? await readStaff(tx, { staffId: session.staff_id }) : null;
    return { session, profile: row && session && (await profileOf(tx, row, session, parts.clock.now())) };
  });
  if (found.profile) return { kind: "staff", profile: found.profile };
  const { phone_blind: phone, phone_masked: phoneMasked } = found.session ?? {};
  if (!phone) return null;
  const actor = await consumerOf(parts, phone);
  return actor && { kind: "consumer", actor, phoneMasked: phoneMasked ?? "" };
};

/** The same, as the HTTP layer asks it. */
export const authenticator =
  (parts: Parts) =>
  async (token: string): Promise<StaffActor | ConsumerActor | null> => {
    const found = await whoIs(parts, token);
    if (!found) return null;
    return found.kind === "staff" ? found.profile.actor : found.actor;
  };
