export { consumerApi } from "./api.ts";
