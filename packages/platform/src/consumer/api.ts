import { type Bound, bindConsumer } from "../http/index.ts";
import { consumerClaim, consumerOverview } from "./contract.ts";
import { readOverview } from "./overview.ts";
import { readConsumerClaim } from "./read.ts";
import type { ConsumerSources } from "./sources.ts";

/** What the HTTP layer serves to a consumer. */
export const consumerApi = (sources: ConsumerSources): Bound[] => [
  bindConsumer(consumerOverview, (context) => readOverview(context, sources)),
  bindConsumer(consumerClaim, (context, { params }) => readConsumerClaim(context, params.caseId, sources)),
];
