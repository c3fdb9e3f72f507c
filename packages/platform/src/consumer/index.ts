export { consumerApi } from "./api.ts";
export type { ConsumerSources } from "./sources.ts";
