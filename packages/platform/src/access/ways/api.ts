import { type Bound, bind, bindEntry } from "../../http/index.ts";
import type { Directory } from "../directory.ts";
import * as contract from "./contract.ts";
import * as passkeys from "./passkeys.ts";
import * as signOn from "./sign-on.ts";

/** Other ways in than a password: passkeys, and the institution's own sign-on. */
export const waysApi = (directory: Directory): readonly Bound[] => [
  bindEntry(contract.beginPasskey, (context, { body }) => passkeys.begin(context, directory, body.password)),
  bindEntry(contract.addPasskey, async (context, { body }) => {
    await passkeys.add(context, directory, body);
    return { added: true };
  }),
  bind(contract.removePasskey, async (context, { params }) => {
    await passkeys.remove(context, params.passkeyId);
    return { removed: true };
  }),
  bindEntry(contract.askPasskey, (context) => passkeys.ask(context)),
  bindEntry(contract.signInByPasskey, (context, { body }) => passkeys.enter(context, body)),
  bindEntry(contract.listSignOn, async ({ store }) => {
    const rows = await store.entry((tx) =>
      tx.selectFrom("sign_on_provider").select(["provider_id", "name"]).orderBy("name").execute(),
    );
    return { items: rows.map((row) => ({ providerId: row.provider_id, name: row.name })) };
  }),
  bindEntry(contract.beginSignOn, (context, { params }) => signOn.begin(context, params.providerId)),
  bindEntry(contract.finishSignOn, (context, { body }) => signOn.finish(context, body)),
  bind(contract.readSignOn, async ({ tx }) => {
    const rows = await tx.selectFrom("sign_on_provider").selectAll().orderBy("name").execute();
    return {
      items: rows.map((row) => ({
        providerId: row.provider_id,
        name: row.name,
        issuer: row.issuer,
        clientId: row.client_id,
        loginClaim: row.login_claim,
      })),
    };
  }),
  bind(contract.addSignOn, async (context, { body }) => ({
    providerId: await signOn.connect(context, body),
  })),
  bind(contract.removeSignOn, async (context, { params }) => {
    await signOn.disconnect(context, params.providerId);
    return { removed: true };
  }),
];
