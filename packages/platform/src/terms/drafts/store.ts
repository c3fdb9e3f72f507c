import { sql } from "kysely";
import { record } from "../../access/index.ts";
import { isRefusal, orRefuse, type Refusal, Refused } from "../../kernel/refusal.ts";
import type { Context, StaffActor } from "../../store/index.ts";
import type { DraftId } from "./contract.ts";
import { type DraftCommand, type DraftEvent, type DraftState, decide, evolve, type Person } from "./model.ts";
import { no } from "./refusals.ts";
import "./tables.ts";

type Staff = Context<StaffActor>;
type Reader = Pick<Staff, "tx">;

export interface Draft {
  readonly state: DraftState;
  readonly source: string;
}
export interface Step {
  readonly version: number;
  readonly type: DraftEvent["type"];
  readonly digest: string | null;
  readonly remark: string | null;
  readonly at: Date;
  readonly by: string;
}

export const doer = ({ actor }: Pick<Staff, "actor">): Person => ({ id: actor.staffId, name: actor.name });

/** @throws Refused `terms.no-draft`, for another institution's too */
export const loadDraft = async ({ tx }: Reader, draftId: DraftId): Promise<Draft> => {
  const row = await tx
    .selectFrom("terms_draft")
    .select(["folded", "source"])
    .where("draft_id", "=", draftId)
    .executeTakeFirst();
  if (!row) throw new Refused(no.missing());
  return { state: row.folded, source: row.source };
};

/** The draft, if it still stands at the version that the page showed. @throws Refused `terms.draft-changed` */
export const loadDraftAt = async (context: Reader, draftId: DraftId, version: number): Promise<Draft> => {
  const draft = await loadDraft(context, draftId);
  if (draft.state.version !== version) throw new Refused(no.changed(version, draft.state.version));
  return draft;
};

/** Every draft, the last changed first. They are few: an institution writes some dozens a year. */
export const allDrafts = async ({ tx }: Reader): Promise<DraftState[]> => {
  const rows = await tx
    .selectFrom("terms_draft")
    .select("folded")
    .orderBy("changed_at", "desc")
    .orderBy("draft_id")
    .limit(500)
    .execute();
  return rows.map(({ folded }) => folded);
};

/** What happened to a draft, in order, without the texts. */
export const stepsOf = async ({ tx }: Reader, draftId: DraftId): Promise<Step[]> => {
  const rows = await tx
    .selectFrom("terms_draft_event")
    .select(["version", "type", "at", "actor_name"])
    .select([
      sql<string | null>`data ->> 'digest'`.as("digest"),
      sql<string | null>`data ->> 'remark'`.as("remark"),
    ])
    .where("draft_id", "=", draftId)
    .orderBy("version")
    .execute();
  return rows.map(({ actor_name: by, ...step }) => ({ ...step, by }));
};

/** The text that one step wrote; null where it wrote none. */
export const textOf = async ({ tx }: Reader, draftId: DraftId, version: number): Promise<string | null> => {
  const row = await tx
    .selectFrom("terms_draft_event")
    .select(sql<string | null>`data ->> 'source'`.as("source"))
    .where("draft_id", "=", draftId)
    .where("version", "=", version)
    .executeTakeFirst();
  return row?.source ?? null;
};

const rowOf = (state: DraftState, source: string, at: Date) => ({
  version: state.version,
  status: state.status,
  terms_id: state.termsId,
  title: state.title,
  digest: state.digest,
  source,
  folded: JSON.stringify(state),
  changed_at: at,
});

const writeRow = async (context: Staff, before: DraftState | null, state: DraftState, source: string) => {
  const row = rowOf(state, source, context.clock.now());
  const where = { institution_id: context.actor.institutionId, draft_id: state.draftId };
  if (before === null) {
    await context.tx
      .insertInto("terms_draft")
      .values({ ...where, ...row })
      .execute();
    return;
  }
  const { numUpdatedRows } = await context.tx
    .updateTable("terms_draft")
    .set(row)
    .where((eb) => eb.and(where))
    .where("version", "=", before.version)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) throw new Refused(no.changed(before.version, before.version + 1));
};

const writeStep = async (context: Staff, draftId: DraftId, version: number, event: DraftEvent, at: Date) => {
  const { type, ...data } = event;
  const { id, name } = doer(context);
  await context.tx
    .insertInto("terms_draft_event")
    .values({
      institution_id: context.actor.institutionId,
      draft_id: draftId,
      version,
      type,
      data: JSON.stringify(data),
      at,
      actor_id: id,
      actor_name: name,
    })
    .execute();
};

const orNothing = (decided: DraftEvent | Refusal | null): DraftEvent | null =>
  decided === null || !isRefusal(decided) ? decided : orRefuse<never>(decided);

/**
 * Does what is asked of a draft: the step, the row it leads to and the audit in one transaction. Two who do something at
 * once: one of them is told to look again.
 */
export const act = async (
  context: Staff,
  draft: { readonly draftId: DraftId; readonly before: Draft | null },
  command: DraftCommand,
): Promise<Draft> => {
  const { draftId, before } = draft;
  const event = orNothing(decide(before?.state ?? null, command, doer(context)));
  if (event === null && before !== null) return before;
  if (event === null) throw new Refused(no.missing());
  const now = context.clock.now();
  const version = (before?.state.version ?? 0) + 1;
  const step = { version, event, by: doer(context), at: now.toISOString() };
  const state = evolve(before?.state ?? null, draftId, step);
  const source = "source" in event ? event.source : (before?.source ?? "");
  await writeRow(context, before?.state ?? null, state, source);
  await writeStep(context, draftId, version, event, now);
  await record(context, {
    action: `terms.draft-${event.type}`,
    subject: { kind: "terms-draft", id: draftId },
    detail: { terms: state.termsId, digest: state.digest, version, status: state.status },
  });
  return { state, source };
};
