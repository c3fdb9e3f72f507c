import { type Bound, bindConsumer } from "../http/index.ts";
import { consumerClaim, consumerOverview } from "./contract.ts";
import { readOverview } from "./overview.ts";
import { readConsumerClaim } from "./read.ts";

/** What the HTTP layer serves to a consumer. */
export const consumerApi: Bound[] = [
  bindConsumer(consumerOverview, readOverview),
  bindConsumer(consumerClaim, (context, { params }) => readConsumerClaim(context, params.caseId)),
];
