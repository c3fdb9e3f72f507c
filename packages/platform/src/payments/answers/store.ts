import { sql } from "kysely";
import { AnswerId, BatchId } from "../../kernel/ids.ts";
import type { Context, Tx } from "../../store/index.ts";
import type { OrderPlace } from "../orders.ts";
import { actingPerson } from "../people.ts";
import type { BankAnswerTable, StoredUnknown } from "../tables.ts";

/** One file of the bank's, as it was read. */
export interface Answer {
  readonly answerId: AnswerId;
  readonly format: BankAnswerTable["format"];
  readonly filename: string;
  readonly messageId: string | null;
  readonly batchId: BatchId | null;
  readonly settled: number;
  readonly returned: number;
  readonly pending: number;
  readonly changed: number;
  readonly unknown: readonly StoredUnknown[];
  readonly readAt: Date;
  readonly readBy: string;
}

const selectAnswers = (tx: Tx) => tx.selectFrom("bank_answer").selectAll();
type Row = Awaited<ReturnType<ReturnType<typeof selectAnswers>["execute"]>>[number];

const answerOf = (row: Row): Answer => ({
  answerId: AnswerId.parse(row.answer_id),
  format: row.format,
  filename: row.filename,
  messageId: row.message_id,
  batchId: row.batch_id === null ? null : BatchId.parse(row.batch_id),
  settled: row.settled,
  returned: row.returned,
  pending: row.pending,
  changed: row.changed,
  unknown: row.unknown,
  readAt: row.read_at,
  readBy: row.read_by_name,
});

/** The very same bytes, where they were read before. */
export const answerBefore = async (tx: Tx, sha256: string): Promise<Answer | null> => {
  const row = await selectAnswers(tx).where("sha256", "=", sha256).executeTakeFirst();
  return row ? answerOf(row) : null;
};

export const keepAnswer = async (
  context: Context,
  given: Omit<Answer, "answerId" | "readAt" | "readBy"> & { readonly sha256: string },
): Promise<Answer> => {
  const by = actingPerson(context);
  const row = await context.tx
    .insertInto("bank_answer")
    .values({
      institution_id: context.actor.institutionId,
      answer_id: context.newId(),
      format: given.format,
      filename: given.filename,
      message_id: given.messageId,
      batch_id: given.batchId,
      sha256: given.sha256,
      settled: given.settled,
      returned: given.returned,
      pending: given.pending,
      changed: given.changed,
      unknown: JSON.stringify(given.unknown),
      read_at: context.clock.now(),
      read_by: by.staffId,
      read_by_name: by.name,
    })
    .onConflict((conflict) => conflict.columns(["institution_id", "sha256"]).doNothing())
    .returningAll()
    .executeTakeFirst();
  // Somebody else read the same file at the same time, and it changed nothing more here.
  const kept = row ? answerOf(row) : await answerBefore(context.tx, given.sha256);
  if (!kept) throw new Error("payments: an answer just kept cannot be read");
  return kept;
};

interface AnswerFilter {
  readonly batchId?: BatchId | undefined;
}

const filtered = (tx: Tx, { batchId }: AnswerFilter) => {
  const query = tx.selectFrom("bank_answer");
  return batchId === undefined ? query : query.where("batch_id", "=", batchId);
};

/** Newest first. */
export const listAnswers = async (
  tx: Tx,
  filter: AnswerFilter,
  page: { readonly after: OrderPlace | null; readonly limit: number },
): Promise<Answer[]> => {
  let query = filtered(tx, filter)
    .selectAll()
    .orderBy("read_at", "desc")
    .orderBy("answer_id", "desc")
    .limit(page.limit);
  if (page.after) {
    const { at, id } = page.after;
    query = query.where(sql<boolean>`(read_at, answer_id) < (${at}::timestamptz, ${id}::uuid)`);
  }
  return (await query.execute()).map(answerOf);
};

export const countAnswers = async (tx: Tx, filter: AnswerFilter): Promise<number> => {
  const row = await filtered(tx, filter).select(sql<bigint>`count(*)`.as("n")).executeTakeFirstOrThrow();
  return Number(row.n);
};
