import { timeInChina } from "../../kernel/clock.ts";
import { Refused } from "../../kernel/refusal.ts";
import type { Context, StaffActor, Tx } from "../../store/index.ts";
import { record } from "../audit/index.ts";
import type { SessionTable } from "../tables.ts";
import type { SessionView } from "./contract.ts";
import { accountRefusals } from "./refusals.ts";

/** All but the token's hash, which no page needs. */
export const SHOWN = [
  "session_id",
  "kind",
  "staff_id",
  "label",
  "device",
  "scopes",
  "created_at",
  "expires_at",
] as const;

export const sessionViewOf = (
  row: Pick<SessionTable, (typeof SHOWN)[number]>,
  current: string | undefined,
): SessionView => ({
  sessionId: row.session_id,
  kind: row.kind,
  name: row.label ?? row.device,
  scopes: row.scopes,
  since: timeInChina(row.created_at),
  until: timeInChina(row.expires_at),
  current: row.session_id === current,
});

/** Where one of staff is signed in, and their programs' tokens; newest first. */
export const sessionsOf = async (
  { tx, clock, actor }: Context<StaffActor>,
  staffId: string,
): Promise<SessionView[]> => {
  const rows = await tx
    .selectFrom("session")
    .select(SHOWN)
    .where("staff_id", "=", staffId)
    .where("expires_at", ">", clock.now())
    .orderBy("created_at", "desc")
    .execute();
  return rows.map((row) => sessionViewOf(row, actor.session?.id));
};

/** Ends one session at the institution; of `staffId` alone where it is given. @throws Refused `access.no-session` */
export const endSession = async (
  context: Context<StaffActor>,
  sessionId: string,
  staffId?: string,
): Promise<void> => {
  let ending = context.tx.deleteFrom("session").where("session_id", "=", sessionId);
  if (staffId !== undefined) ending = ending.where("staff_id", "=", staffId);
  const ended = await ending.returning(["staff_id", "kind", "label"]).executeTakeFirst();
  if (!ended) throw new Refused(accountRefusals.noSession());
  await record(context, {
    action: "access.end-session",
    subject: { kind: "staff", id: ended.staff_id ?? "" },
    detail: { sessionId, kind: ended.kind, name: ended.label },
  });
};

/** Ends what someone has open, all but `except`. @returns how many */
export const endSessionsOf = async (tx: Tx, staffId: string, except?: string): Promise<number> => {
  let ending = tx.deleteFrom("session").where("staff_id", "=", staffId);
  if (except !== undefined) ending = ending.where("session_id", "!=", except);
  const ended = await ending.executeTakeFirst();
  return Number(ended.numDeletedRows);
};
