import { type Bound, bind, bindEntry } from "../http/index.ts";
import { timeInChina } from "../kernel/clock.ts";
import { accountApi } from "./account/api.ts";
import { notAProgram } from "./account/refusals.ts";
import { auditApi } from "./audit/api.ts";
import { record } from "./audit/index.ts";
import { whoIs } from "./authenticate.ts";
import { enterCode, sendCode } from "./code.ts";
import * as contract from "./contract.ts";
import type { Directory } from "./directory.ts";
import { heldApi } from "./held/api.ts";
import { officeApi } from "./office/api.ts";
import { closeSession, openSession } from "./sessions.ts";
import { signInStaff } from "./sign-in.ts";
import { sessionView } from "./staff.ts";
import { waysApi } from "./ways/api.ts";

const DAY_MS = 86_400_000;

/** The operations of signing in and out, and of the audit. */
export const accessApi = (directory: Directory): Bound[] => [
  ...auditApi,
  ...accountApi,
  ...officeApi,
  ...heldApi(directory),
  ...waysApi(directory),
  bindEntry(contract.signIn, (context, { body }) => signInStaff(context, body)),
  bindEntry(contract.whoAmI, async (context) => {
    const found = context.token === undefined ? null : await whoIs({ ...context, directory }, context.token);
    if (!found) return { kind: "nobody" };
    if (found.kind === "staff") return sessionView(found.profile);
    const { actor, phoneMasked } = found;
    return {
      kind: "consumer",
      name: actor.name,
      phoneMasked,
      sample: actor.grants.some(({ sample }) => sample),
    };
  }),
  bindEntry(contract.signOut, async ({ store, token, setSession }) => {
    if (token !== undefined) await store.entry((tx) => closeSession(tx, token));
    setSession(null);
    return { signedOut: true };
  }),
  bindEntry(contract.sendCode, (context, { body }) => sendCode(context, directory, body.phone)),
  bindEntry(contract.enterCode, (context, { body }) => enterCode(context, directory, body)),
  bind(contract.createToken, async (context, { body }) => {
    const { tx, actor, clock } = context;
    notAProgram(actor);
    const owner = { kind: "program", institutionId: actor.institutionId, staffId: actor.staffId } as const;
    const span = { now: clock.now(), lasts_ms: body.days * DAY_MS, label: body.name, scopes: body.scopes };
    const { token, expiresAt } = await openSession(tx, owner, span);
    const detail = { name: body.name, scopes: body.scopes ?? null, expiresAt: expiresAt.toISOString() };
    await record(context, {
      action: "access.createToken",
      subject: { kind: "staff", id: actor.staffId },
      detail,
    });
    return { token, expiresAt: timeInChina(expiresAt) };
  }),
];
