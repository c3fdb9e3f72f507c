import { createHash, randomBytes } from "node:crypto";
import { type SqlBool, sql } from "kysely";
import { record } from "../../access/index.ts";
import type { EntryContext } from "../../http/index.ts";
import { timeInChina } from "../../kernel/clock.ts";
import { InstitutionId } from "../../kernel/ids.ts";
import type { Download } from "../../kernel/operation.ts";
import { Refused, refuse } from "../../kernel/refusal.ts";
import type { Context, StaffActor, Tx } from "../../store/index.ts";
import { listClocks, OPEN_STATES } from "../store/list.ts";
import { CALENDAR_MEDIA_TYPE, calendarOf } from "./ics.ts";

type Mine = Context<StaffActor>;
const MOST = 2000;
const SECRET_BYTES = 32;
const hashOf = (secret: string): Buffer => createHash("sha256").update(secret).digest();

const feedOf = ({ tx, actor }: Mine) =>
  tx.selectFrom("calendar_feed").selectAll().where("staff_id", "=", actor.staffId).executeTakeFirst();

/** Whether the reader has a subscription, and when a calendar program last read it. */
export const feedView = async (context: Mine) => {
  const feed = await feedOf(context);
  return {
    feed: feed
      ? { since: timeInChina(feed.created_at), readAt: feed.read_at && timeInChina(feed.read_at) }
      : null,
  };
};

/** Opens a subscription, or gives it a new address; the old one ends. The address is told here and never again. */
export const openFeed = async (context: Mine): Promise<{ path: string }> => {
  const { tx, actor, clock } = context;
  const secret = randomBytes(SECRET_BYTES).toString("base64url");
  const fresh = { secret_hash: hashOf(secret), created_at: clock.now(), read_at: null };
  await tx
    .insertInto("calendar_feed")
    .values({ institution_id: actor.institutionId, staff_id: actor.staffId, ...fresh })
    .onConflict((conflict) => conflict.columns(["institution_id", "staff_id"]).doUpdateSet(fresh))
    .execute();
  await record(context, { action: "clocks.open-feed", subject: { kind: "staff", id: actor.staffId } });
  return { path: `/api/v1/calendar/${secret}.ics` };
};

/** Ends the reader's subscription: the address answers no more. */
export const closeFeed = async (context: Mine): Promise<{ closed: boolean }> => {
  const { tx, actor } = context;
  const { numDeletedRows } = await tx
    .deleteFrom("calendar_feed")
    .where("staff_id", "=", actor.staffId)
    .executeTakeFirst();
  if (numDeletedRows > 0n)
    await record(context, { action: "clocks.close-feed", subject: { kind: "staff", id: actor.staffId } });
  return { closed: numDeletedRows > 0n };
};

const unknown = () =>
  new Refused(
    refuse("missing", "clocks.no-feed", {
      zh: "这个日历订阅地址已经停用。请在“时限”页重新开通。",
      en: "This calendar address is not in use any more; open a new one on the page of clocks.",
    }),
  );

/** Whose address it is: someone who still works here and may still see the cases. */
const ownerOf = (tx: Tx, secret: string) =>
  tx
    .selectFrom("calendar_feed as f")
    .innerJoin("staff as s", (join) =>
      join.onRef("s.institution_id", "=", "f.institution_id").onRef("s.staff_id", "=", "f.staff_id"),
    )
    .select(["f.institution_id", "f.staff_id"])
    .where("f.secret_hash", "=", hashOf(secret))
    .where("s.disabled_at", "is", null)
    .where(
      sql<SqlBool>`exists (select from role_permission p where p.role = any(s.roles) and p.permission = 'claims.read')`,
    )
    .executeTakeFirst();

/** What a calendar program reads by the secret of the address: the clocks that its owner handles and that still run. */
export const readFeedBy = async (
  { store, clock }: Pick<EntryContext, "store" | "clock">,
  given: string,
): Promise<Download> => {
  const secret = given.replace(/\.ics$/, "");
  const owner = await store.entry((tx) => ownerOf(tx, secret));
  if (!owner) throw unknown();
  const institutionId = InstitutionId.parse(owner.institution_id);
  const content = await store.within({ institutionId }, async (tx) => {
    await tx
      .updateTable("calendar_feed")
      .set({ read_at: clock.now() })
      .where("staff_id", "=", owner.staff_id)
      .execute();
    const filter = { states: OPEN_STATES, handler: owner.staff_id };
    const rows = await listClocks({ tx, clock }, filter, { after: null, limit: MOST });
    return calendarOf("时限", rows, clock.now());
  });
  return { filename: "时限.ics", mediaType: CALENDAR_MEDIA_TYPE, content };
};
