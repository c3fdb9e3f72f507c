import * as oidc from "openid-client";
import { z } from "zod";
import type { EntryContext } from "../../http/index.ts";
import { orRefuse, type Refusal, Refused } from "../../kernel/refusal.ts";
import type { Context, StaffActor, Tx } from "../../store/index.ts";
import { record } from "../audit/index.ts";
import type { StaffSession } from "../contract.ts";
import { newToken } from "../sessions.ts";
import { letIn, noteSignIn } from "../sign-in.ts";
import { readStaff, type StaffRow, sessionView } from "../staff.ts";
import type { SignOnProviderTable } from "../tables.ts";
import { vault } from "../vault.ts";
import { keepChallenge, takeChallenge } from "./challenge.ts";
import type { addSignOn } from "./contract.ts";
import { waysRefusals } from "./refusals.ts";

type Adding = z.output<NonNullable<(typeof addSignOn)["body"]>>;
type Provider = Pick<SignOnProviderTable, "issuer" | "client_id" | "client_secret">;

const TIMEOUT_S = 10;
/** Without TLS only on this very machine. */
const LOOPBACK = new Set(["localhost", "127.0.0.1", "[::1]"]);

/** The provider's own description of itself. @throws Refused `access.provider-unreachable` */
const discover = async ({ issuer, client_id, client_secret }: Provider): Promise<oidc.Configuration> => {
  const address = new URL(issuer);
  const plain = address.protocol === "http:" && LOOPBACK.has(address.hostname);
  try {
    return await oidc.discovery(address, client_id, vault.open(client_secret), undefined, {
      timeout: TIMEOUT_S,
      ...(plain ? { execute: [oidc.allowInsecureRequests] } : {}),
    });
  } catch {
    throw new Refused(waysRefusals.unreachable(issuer));
  }
};

const providerOf = (tx: Tx, providerId: string) =>
  tx.selectFrom("sign_on_provider").selectAll().where("provider_id", "=", providerId).executeTakeFirst();

const backTo = ({ origin }: EntryContext): string => `${origin}/sign-in/back`;

/** What must come back with the answer, kept under a secret that only the asking browser has. */
const Asked = z.object({ providerId: z.uuid(), state: z.string(), nonce: z.string(), verifier: z.string() });
type Asked = z.output<typeof Asked>;

/** Authorization code with PKCE, state and nonce (RFC 9700). */
export const begin = async (
  context: EntryContext,
  providerId: string,
): Promise<{ url: string; secret: string }> => {
  const provider = await context.store.entry((tx) => providerOf(tx, providerId));
  if (!provider) throw new Refused(waysRefusals.noProvider());
  const config = await discover(provider);
  const asked: Asked = {
    providerId,
    state: oidc.randomState(),
    nonce: oidc.randomNonce(),
    verifier: oidc.randomPKCECodeVerifier(),
  };
  const secret = newToken();
  await keepChallenge(context, "sign-on", secret, vault.seal(JSON.stringify(asked)));
  const url = oidc.buildAuthorizationUrl(config, {
    redirect_uri: backTo(context),
    scope: "openid profile",
    state: asked.state,
    nonce: asked.nonce,
    code_challenge: await oidc.calculatePKCECodeChallenge(asked.verifier),
    code_challenge_method: "S256",
  });
  return { url: url.href, secret };
};

/** Whom an identity is: linked before, or at its first sign-in the one of this institution whose login its claim names. */
const personOf = async (
  tx: Tx,
  provider: SignOnProviderTable,
  subject: string,
  login: string,
  now: Date,
): Promise<StaffRow | Refusal> => {
  const { institution_id, issuer } = provider;
  const linked = await tx
    .selectFrom("staff_identity")
    .select("staff_id")
    .where("institution_id", "=", institution_id)
    .where("issuer", "=", issuer)
    .where("subject", "=", subject)
    .executeTakeFirst();
  const row = await readStaff(tx, linked ? { staffId: linked.staff_id } : { login });
  if (!row || row.institution_id !== institution_id) return waysRefusals.nobody(login);
  if (linked) return row;
  // One person, one identity: another of the same name there does not take the account over.
  const link = await tx
    .insertInto("staff_identity")
    .values({ institution_id, issuer, subject, staff_id: row.staff_id, linked_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return link.numInsertedOrUpdatedRows === 1n ? row : waysRefusals.nobody(login);
};

/** @throws Refused `access.sign-on-failed`, `access.sign-on-nobody` */
export const finish = async (
  context: EntryContext,
  { secret, answer }: { readonly secret: string; readonly answer: string },
): Promise<z.output<typeof StaffSession>> => {
  const now = context.clock.now();
  const kept = await context.store.entry((tx) => takeChallenge(tx, "sign-on", secret, now));
  if (kept === undefined) throw new Refused(waysRefusals.notAnswered());
  const asked = Asked.parse(JSON.parse(vault.open(kept)));
  const provider = await context.store.entry((tx) => providerOf(tx, asked.providerId));
  if (!provider) throw new Refused(waysRefusals.noProvider());
  const claims = await claimsOf(context, provider, asked, answer);
  const given = claims[provider.login_claim] ?? claims.sub;
  const profile = orRefuse(
    await context.store.entry(async (tx) => {
      const row = await personOf(tx, provider, claims.sub, String(given), now);
      return "refused" in row ? row : letIn(context, tx, row, false);
    }),
  );
  await noteSignIn(context, profile.actor, "access.signIn");
  return sessionView(profile);
};

const claimsOf = async (
  context: EntryContext,
  provider: SignOnProviderTable,
  asked: Asked,
  answer: string,
): Promise<oidc.IDToken> => {
  const config = await discover(provider);
  const address = new URL(backTo(context));
  address.search = answer;
  const tokens = await oidc
    .authorizationCodeGrant(config, address, {
      pkceCodeVerifier: asked.verifier,
      expectedState: asked.state,
      expectedNonce: asked.nonce,
      idTokenExpected: true,
    })
    .catch(() => null);
  const claims = tokens?.claims();
  if (!claims) throw new Refused(waysRefusals.notAnswered());
  return claims;
};

/** @throws Refused `access.provider-unreachable`, `access.provider-connected` */
export const connect = async (context: Context<StaffActor>, given: Adding): Promise<string> => {
  const { tx, actor, clock, newId } = context;
  const row = {
    institution_id: actor.institutionId,
    provider_id: newId(),
    name: given.name,
    issuer: given.issuer.replace(/\/$/, ""),
    client_id: given.clientId,
    client_secret: vault.seal(given.clientSecret),
    login_claim: given.loginClaim,
    created_at: clock.now(),
  };
  await discover(row);
  const added = await tx
    .insertInto("sign_on_provider")
    .values(row)
    .onConflict((conflict) => conflict.columns(["institution_id", "issuer"]).doNothing())
    .executeTakeFirst();
  if (added.numInsertedOrUpdatedRows !== 1n) throw new Refused(waysRefusals.connected(row.issuer));
  await record(context, {
    action: "access.connect-sign-on",
    subject: { kind: "institution", id: actor.institutionId },
    detail: { name: row.name, issuer: row.issuer, loginClaim: row.login_claim },
  });
  return row.provider_id;
};

export const disconnect = async (context: Context<StaffActor>, providerId: string): Promise<void> => {
  const removed = await context.tx
    .deleteFrom("sign_on_provider")
    .where("provider_id", "=", providerId)
    .returning(["name", "issuer"])
    .executeTakeFirst();
  if (!removed) throw new Refused(waysRefusals.noProvider());
  await record(context, {
    action: "access.disconnect-sign-on",
    subject: { kind: "institution", id: context.actor.institutionId },
    detail: removed,
  });
};
