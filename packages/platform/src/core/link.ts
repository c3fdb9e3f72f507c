import { record, vault } from "../access/index.ts";
import type { Context, StaffActor } from "../store/index.ts";
import type { CoreMode } from "./tables.ts";
import "./tables.ts";

/** How an institution's core system is reached. */
export interface CoreLink {
  readonly mode: CoreMode;
  readonly url: string | null;
  readonly secret: string | null;
  readonly resendMinutes: number;
}

/** Where nothing was set the platform itself is the core. */
const BUILT_IN: CoreLink = { mode: "built-in", url: null, secret: null, resendMinutes: 15 };

export const readLink = async ({ tx }: Pick<Context, "tx">): Promise<CoreLink> => {
  const row = await tx.selectFrom("core_link").selectAll().executeTakeFirst();
  return row
    ? {
        mode: row.mode,
        url: row.url,
        secret: row.secret_sealed === null ? null : vault.open(row.secret_sealed),
        resendMinutes: row.resend_minutes,
      }
    : BUILT_IN;
};

/** Sets how the core is reached from now on; noted without the secret. Instructions not yet answered go the new way. */
export const setLink = async (context: Context<StaffActor>, link: CoreLink): Promise<void> => {
  const values = {
    mode: link.mode,
    url: link.mode === "rest" ? link.url : null,
    secret_sealed: link.secret === null ? null : vault.seal(link.secret),
    resend_minutes: link.resendMinutes,
    changed_by: context.actor.name,
    changed_at: context.clock.now(),
  };
  await context.tx
    .insertInto("core_link")
    .values({ institution_id: context.actor.institutionId, ...values })
    .onConflict((conflict) => conflict.column("institution_id").doUpdateSet(values))
    .execute();
  await record(context, {
    action: "core.configure",
    subject: { kind: "core", id: context.actor.institutionId },
    detail: { mode: link.mode, url: values.url, resendMinutes: link.resendMinutes },
  });
};
