import { type Bound, bindConsumer } from "../http/index.ts";
import { consumerClaim, consumerCopy, consumerOverview } from "./contract.ts";
import { copyOfMine } from "./copy.ts";
import { readOverview } from "./overview.ts";
import { readConsumerClaim } from "./read.ts";

/** What the HTTP layer serves to a consumer. */
export const consumerApi: Bound[] = [
  bindConsumer(consumerOverview, readOverview),
  bindConsumer(consumerCopy, copyOfMine),
  bindConsumer(consumerClaim, (context, { params }) => readConsumerClaim(context, params.caseId)),
];
