import { isDeepStrictEqual } from "node:util";
import { type Selectable, sql } from "kysely";
import { PartyId, PaymentId } from "../kernel/ids.ts";
import { cents } from "../kernel/money.ts";
import type { Context, Tx } from "../store/index.ts";
import { evolve, fold } from "./evolve.ts";
import {
  type Account,
  addBalances,
  type Balances,
  balancesDue,
  balancesOf,
  NO_BALANCES,
  type Posting,
  postings,
} from "./ledger.ts";
import type { PaymentEvent, PaymentOrder } from "./model.ts";
import { orderOf } from "./rows.ts";
import { eventsOf, postingsOf } from "./streams.ts";
import type { PaymentOrderTable } from "./tables.ts";

export interface PaymentVerification {
  readonly orders: number;
  readonly entries: number;
  readonly balances: Balances;
  /** What does not agree, one line each; none in a sound ledger. */
  readonly differs: readonly string[];
}

const PAGE = 500;

const nextRows = (tx: Tx, after: Selectable<PaymentOrderTable> | undefined) => {
  const query = tx
    .selectFrom("payment_order")
    .selectAll()
    .orderBy("party_id")
    .orderBy("payment_id")
    .limit(PAGE);
  return after
    ? query.where(sql<boolean>`(party_id, payment_id) > (${after.party_id}::uuid, ${after.payment_id}::uuid)`)
    : query;
};

/** Replays the stream: each event posts on the order as it stood before it. */
const postedByEvents = (events: readonly PaymentEvent[]): readonly Posting[] => {
  const posted: Posting[] = [];
  let order: PaymentOrder | null = null;
  for (const event of events) {
    const after = evolve(order, event);
    posted.push(...postings(event, order ?? after));
    order = after;
  }
  return posted;
};

const same = (a: Balances, b: Balances): boolean =>
  (Object.keys(a) as Account[]).every((account) => a[account] === b[account]);

const sidesOf = ({ debit, credit, amount }: Posting) => `${debit}>${credit}:${amount}`;

/** What of one order does not agree: its events with its row, its entries with its events, its balances with its state. */
const differences = (
  order: PaymentOrder,
  events: readonly PaymentEvent[],
  entries: readonly Posting[],
): string[] => {
  const { number } = order.terms;
  const found: string[] = [];
  if (!isDeepStrictEqual(fold(events), order)) found.push(`${number}: its events do not fold to its row`);
  const due = postedByEvents(events).map(sidesOf).join();
  if (entries.map(sidesOf).join() !== due)
    found.push(`${number}: its ledger entries are not those of its events`);
  if (!same(balancesOf(entries), balancesDue(order)))
    found.push(`${number}: its balances are not those of its state`);
  return found;
};

/** Replays every order of the institution and reads the ledger beside it (对账). Reads page by page; changes nothing. */
export const verifyPayments = async ({ tx }: Pick<Context, "tx">): Promise<PaymentVerification> => {
  let orders = 0;
  let entries = 0;
  let balances: Balances = NO_BALANCES;
  const differs: string[] = [];
  let last: Selectable<PaymentOrderTable> | undefined;
  for (;;) {
    const rows = await nextRows(tx, last).execute();
    for (const row of rows) {
      const partyId = PartyId.parse(row.party_id);
      const paymentId = PaymentId.parse(row.payment_id);
      const order = orderOf(row);
      const events = await eventsOf(tx, partyId, paymentId);
      const posted = await postingsOf(tx, partyId, paymentId);
      differs.push(...differences(order, events, posted));
      balances = addBalances(balances, balancesOf(posted));
      orders += 1;
      entries += posted.length;
    }
    last = rows.at(-1);
    if (rows.length < PAGE) break;
  }
  const sum = cents(Object.values(balances).reduce((total, balance) => total + balance, 0n));
  if (sum !== 0n) differs.push(`the ledger is out of balance by ${sum} 分`);
  return { orders, entries, balances, differs };
};
