import { type Bound, bind, bindEntry } from "../http/index.ts";
import { subjectCalendar } from "./calendar/download.ts";
import { closeFeed, feedView, openFeed, readFeedBy } from "./calendar/feed.ts";
import * as contract from "./contract.ts";
import { exportPage, readPage } from "./list.ts";
import { markSeen } from "./store/alerts.ts";

/** The operations of the clocks of all subjects. */
export const clocksApi: Bound[] = [
  bind(contract.listClocks, (context, { query }) => readPage(context, query)),
  bind(contract.exportClocks, (context, { query }) => exportPage(context, query)),
  bind(contract.seeAlert, async (context, { body }) => ({ seen: await markSeen(context, body) })),
  bind(contract.downloadCalendar, (context, { params }) => subjectCalendar(context, params)),
  bind(contract.readFeed, feedView),
  bind(contract.openFeed, openFeed),
  bind(contract.closeFeed, closeFeed),
  bindEntry(contract.readCalendar, (context, { params }) => readFeedBy(context, params.secret)),
];
