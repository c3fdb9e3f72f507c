import { yuan } from "../../kernel/money.ts";
import type { Tx } from "../../store/index.ts";
import type { BatchSaying } from "../banking/iso/message.ts";
import type { ResultProblem, ResultRow } from "../banking/result.ts";
import "../tables.ts";

interface BatchRows {
  readonly rows: readonly ResultRow[];
  readonly problems: readonly ResultProblem[];
  /** Batches that are not ours. */
  readonly unknown: readonly ResultRow[];
}

const ordersOf = (tx: Tx, batch: string) =>
  tx
    .selectFrom("payment_batch as b")
    .innerJoin("payment_batch_order as m", (join) =>
      join.onRef("m.institution_id", "=", "b.institution_id").onRef("m.batch_id", "=", "b.batch_id"),
    )
    .innerJoin("payment_order as o", (join) =>
      join.onRef("o.party_id", "=", "m.party_id").onRef("o.payment_id", "=", "m.payment_id"),
    )
    .select(["o.number", "b.total"])
    .where("b.number", "=", batch)
    .orderBy("m.position")
    .execute();

const wrongTotal = ({ row, batch }: BatchSaying, said: string, total: string): ResultProblem => ({
  row,
  column: "TtlAmt",
  value: said,
  zh: `与批次 ${batch} 的总额 ${total} 元不一致`,
  en: `Batch ${batch} comes to ${total} yuan`,
});

/** What is said of a whole batch, said of each of its orders that the message does not name itself. */
export const batchRows = async (
  tx: Tx,
  sayings: readonly BatchSaying[],
  named: readonly string[],
): Promise<BatchRows> => {
  const rows: ResultRow[] = [];
  const problems: ResultProblem[] = [];
  const unknown: ResultRow[] = [];
  const seen = new Set(named);
  for (const saying of sayings) {
    const { batch, ...said } = saying;
    const orders = await ordersOf(tx, batch);
    const [first] = orders;
    if (!first) {
      unknown.push({ ...said, number: batch });
      continue;
    }
    if (said.amount !== null && said.amount !== first.total)
      problems.push(wrongTotal(saying, yuan(said.amount), yuan(first.total as typeof said.amount)));
    for (const { number } of orders)
      if (!seen.has(number)) {
        rows.push({ ...said, amount: null, number });
        seen.add(number);
      }
  }
  return { rows, problems, unknown };
};
