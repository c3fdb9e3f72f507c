import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import type { z } from "zod";
import type { EntryContext } from "../../http/index.ts";
import { orRefuse, Refused } from "../../kernel/refusal.ts";
import type { Context, StaffActor } from "../../store/index.ts";
import { askPassword } from "../account/own.ts";
import { notAProgram } from "../account/refusals.ts";
import { record } from "../audit/index.ts";
import { whoIs } from "../authenticate.ts";
import type { StaffSession } from "../contract.ts";
import type { Directory } from "../directory.ts";
import { letIn, noteSignIn } from "../sign-in.ts";
import { readStaff, sessionView } from "../staff.ts";
import { keepChallenge, takeChallenge } from "./challenge.ts";
import type { addPasskey, signInByPasskey } from "./contract.ts";
import { waysRefusals } from "./refusals.ts";

const TIMEOUT_MS = 120_000;
type Adding = z.output<NonNullable<(typeof addPasskey)["body"]>>;
type Entering = z.output<NonNullable<(typeof signInByPasskey)["body"]>>;

const hostOf = ({ origin }: EntryContext): string => new URL(origin).hostname;

/** The challenge that a device says it answered; nothing where what it sent cannot be read. */
const challengeIn = (clientDataJSON: string): string => {
  try {
    const data: unknown = JSON.parse(Buffer.from(clientDataJSON, "base64url").toString("utf8"));
    return typeof data === "object" && data !== null && "challenge" in data ? String(data.challenge) : "";
  } catch {
    return "";
  }
};

/** The person at the browser, of staff. Adding a passkey must know the site's address, which only signing in is told. */
const asSelf = async <T>(
  context: EntryContext,
  directory: Directory,
  doing: (own: Context<StaffActor>) => Promise<T>,
): Promise<T> => {
  const found = context.token === undefined ? null : await whoIs({ ...context, directory }, context.token);
  if (found?.kind !== "staff") throw new Refused(waysRefusals.signInFirst());
  const { actor } = found.profile;
  notAProgram(actor);
  const { store, clock, newId } = context;
  return store.within({ institutionId: actor.institutionId }, (tx) => doing({ tx, actor, clock, newId }));
};

const ownKeys = ({ tx, actor }: Context<StaffActor>) =>
  tx.selectFrom("staff_passkey").select("credential_id").where("staff_id", "=", actor.staffId).execute();

export const begin = (context: EntryContext, directory: Directory, password: string) =>
  asSelf(context, directory, async (own) => {
    const { login, name } = await askPassword(own, password);
    const options = await generateRegistrationOptions({
      rpName: "至诚 Goodfaith",
      rpID: hostOf(context),
      userName: login,
      userDisplayName: name,
      userID: new TextEncoder().encode(own.actor.staffId),
      timeout: TIMEOUT_MS,
      attestationType: "none",
      excludeCredentials: (await ownKeys(own)).map(({ credential_id: id }) => ({ id })),
      authenticatorSelection: { residentKey: "required", userVerification: "required" },
    });
    await keepChallenge(context, "passkey-new", options.challenge, own.actor.staffId);
    return {
      rp: { id: hostOf(context), name: options.rp.name },
      user: options.user,
      challenge: options.challenge,
      pubKeyCredParams: options.pubKeyCredParams,
      timeout: TIMEOUT_MS,
      excludeCredentials: (await ownKeys(own)).map(({ credential_id: id }) => ({
        id,
        type: "public-key" as const,
      })),
      authenticatorSelection: {
        residentKey: "required" as const,
        userVerification: "required" as const,
        requireResidentKey: true,
      },
      attestation: "none" as const,
    };
  });

/** @throws Refused `access.passkey-not-added` */
export const add = (context: EntryContext, directory: Directory, { name, credential }: Adding) =>
  asSelf(context, directory, async (own) => {
    const challenge = challengeIn(credential.response.clientDataJSON);
    const owner = await context.store.entry((tx) =>
      takeChallenge(tx, "passkey-new", challenge, context.clock.now()),
    );
    const { transports = [], ...response } = credential.response;
    const verified =
      owner === own.actor.staffId
        ? await verifyRegistrationResponse({
            response: { ...credential, response: { ...response, transports }, clientExtensionResults: {} },
            expectedChallenge: challenge,
            expectedOrigin: context.origin,
            expectedRPID: hostOf(context),
          }).catch(() => null)
        : null;
    if (!verified?.verified) throw new Refused(waysRefusals.passkeyNotAdded());
    const { credential: key } = verified.registrationInfo;
    await own.tx
      .insertInto("staff_passkey")
      .values({
        institution_id: own.actor.institutionId,
        passkey_id: own.newId(),
        staff_id: own.actor.staffId,
        credential_id: key.id,
        public_key: Buffer.from(key.publicKey),
        counter: BigInt(key.counter),
        transports,
        name,
        created_at: own.clock.now(),
        used_at: null,
      })
      .execute();
    const subject = { kind: "staff", id: own.actor.staffId };
    await record(own, { action: "access.add-passkey", subject, detail: { name } });
  });

export const remove = async (own: Context<StaffActor>, passkeyId: string): Promise<void> => {
  notAProgram(own.actor);
  const removed = await own.tx
    .deleteFrom("staff_passkey")
    .where("passkey_id", "=", passkeyId)
    .where("staff_id", "=", own.actor.staffId)
    .returning("name")
    .executeTakeFirst();
  if (!removed) throw new Refused(waysRefusals.noPasskey());
  const subject = { kind: "staff", id: own.actor.staffId };
  await record(own, { action: "access.remove-passkey", subject, detail: removed });
};

export const ask = async (context: EntryContext) => {
  const { challenge } = await generateAuthenticationOptions({
    rpID: hostOf(context),
    userVerification: "required",
  });
  await keepChallenge(context, "passkey", challenge, "");
  return { rpId: hostOf(context), challenge, timeout: TIMEOUT_MS, userVerification: "required" as const };
};

/** Signs in with a passkey: what the person has, and what they are or know, in one. @throws Refused `access.passkey-unknown` */
export const enter = async (
  context: EntryContext,
  { credential }: Entering,
): Promise<z.output<typeof StaffSession>> => {
  const now = context.clock.now();
  const profile = orRefuse(
    await context.store.entry(async (tx) => {
      const challenge = challengeIn(credential.response.clientDataJSON);
      const asked = await takeChallenge(tx, "passkey", challenge, now);
      const key = await tx
        .selectFrom("staff_passkey")
        .selectAll()
        .where("credential_id", "=", credential.id)
        .executeTakeFirst();
      const row = key ? await readStaff(tx, { staffId: key.staff_id }) : null;
      if (asked === undefined || !key || !row) return waysRefusals.passkey();
      const { userHandle, ...response } = credential.response;
      const verified = await verifyAuthenticationResponse({
        response: {
          ...credential,
          response: { ...response, ...(userHandle === undefined ? {} : { userHandle }) },
          clientExtensionResults: {},
        },
        expectedChallenge: challenge,
        expectedOrigin: context.origin,
        expectedRPID: hostOf(context),
        credential: {
          id: key.credential_id,
          publicKey: new Uint8Array(key.public_key),
          counter: Number(key.counter),
        },
      }).catch(() => null);
      if (!verified?.verified) return waysRefusals.passkey();
      await tx
        .updateTable("staff_passkey")
        .set({ counter: BigInt(verified.authenticationInfo.newCounter), used_at: now })
        .where("credential_id", "=", key.credential_id)
        .execute();
      return letIn(context, tx, row, false);
    }),
  );
  await noteSignIn(context, profile.actor, "access.signIn");
  return sessionView(profile);
};
